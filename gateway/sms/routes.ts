import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  mobileCodeAnswerSchema,
  mobileCodePathSchema,
  mobileCodeRequestSchema,
  mobileCodeSentSchema,
  mobileCodeTrySchema,
} from '../../domain/wire/mobile-code.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendFailure, sendProblem } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import type { MobileCodes } from './mobile-codes.ts';

/** Confirming a mobile number (domain/wire/mobile-code.ts). */
export function addMobileCodeRoutes(
  app: GatewayApp,
  { mobileCodes }: { readonly mobileCodes: MobileCodes },
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/v1/mobile-codes',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'Have a code sent to the member’s mobile',
        description:
          'The number is sealed, opened in memory for the message and kept as a keyed hash. Another code of the same ' +
          'visit takes the place of the earlier one. Limited for each visit, number, terminal and day; `not-found` ' +
          'where the platform sends no messages.',
        operationId: 'sendMobileCode',
        security: BEARER,
        body: mobileCodeRequestSchema,
        response: {
          201: mobileCodeSentSchema,
          ...problemResponses([400, 401, 404, 413, 415, 422, 429, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      if (request.body.number.terminalId !== terminalId) return sendProblem(reply, 'terminal-unknown');
      const sent = await mobileCodes.send(terminalId, request.body);
      return sent.ok ? reply.code(201).send(sent.value) : sendFailure(reply, sent);
    },
  );

  routes.post(
    '/v1/mobile-codes/:id/tries',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'The code as the member typed it',
        description:
          'Confirmed: with the signed word that a submission of this visit carries as evidence of this number. Three ' +
          'wrong entries end a code. One that never was, another terminal’s and another visit’s are all `over`.',
        operationId: 'tryMobileCode',
        security: BEARER,
        params: mobileCodePathSchema,
        body: mobileCodeTrySchema,
        response: {
          200: mobileCodeAnswerSchema,
          ...problemResponses([400, 401, 413, 415, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const answer = await mobileCodes.try(terminalOf(request), request.params.id, request.body);
      return answer.ok ? answer.value : sendFailure(reply, answer);
    },
  );
}
