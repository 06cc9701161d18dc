import type { FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Failure } from '../../domain/result.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import {
  signInPathSchema,
  signInQuerySchema,
  signInRequestSchema,
  signInResponseSchema,
  signInStateSchema,
} from '../../domain/wire/iam-smart.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendProblem } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import type { SignIns } from './sign-ins.ts';

/** Signing in with iAM Smart (domain/wire/iam-smart.ts). */
export function addIamSmartRoutes(
  app: GatewayApp,
  { signIns }: { readonly signIns: SignIns },
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/v1/iam-smart/sign-ins',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Ask for a code that the member scans with iAM Smart',
        description:
          'The claim names whose document was read; what iAM Smart verifies is compared with it here, and the number ' +
          'is told to nobody. An earlier sign-in of the same terminal is over. Limited for each terminal and visit.',
        operationId: 'beginSignIn',
        security: BEARER,
        body: signInRequestSchema,
        response: {
          201: signInResponseSchema,
          ...problemResponses([400, 401, 413, 415, 422, 429, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      if (request.body.claim.terminalId !== terminalId) return sendProblem(reply, 'terminal-unknown');
      const begun = await signIns.begin(terminalId, request.body);
      return begun.ok ? reply.code(201).send(begun.value) : refuse(reply, begun);
    },
  );

  routes.get(
    '/v1/iam-smart/sign-ins/:id',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'How a sign-in stands',
        description:
          'Approved: with the signed word that a submission of this visit carries as evidence, for one submission. ' +
          'One that never was, another terminal’s and another visit’s are all `unknown`.',
        operationId: 'signInState',
        security: BEARER,
        params: signInPathSchema,
        querystring: signInQuerySchema,
        response: { 200: signInStateSchema, ...problemResponses([400, 401, 429, 500]) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const state = await signIns.state(terminalOf(request), id, request.query.session);
      return state.ok ? state.value : refuse(reply, state);
    },
  );

  routes.delete(
    '/v1/iam-smart/sign-ins/:id',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'A sign-in is over',
        description: 'Nothing of it stays, and an answer that comes later is told to nobody.',
        operationId: 'endSignIn',
        security: BEARER,
        params: signInPathSchema,
        querystring: signInQuerySchema,
        response: { 200: z.object({ over: z.literal(true) }), ...problemResponses([400, 401, 500]) },
      },
    },
    async (request) => {
      await signIns.end(terminalOf(request), request.params.id, request.query.session);
      return { over: true as const };
    },
  );
}

function refuse(reply: FastifyReply, { code, params }: Failure<ProblemCode>): FastifyReply {
  const after = params?.['afterSeconds'];
  return sendProblem(reply, code, undefined, typeof after === 'number' ? after : undefined);
}
