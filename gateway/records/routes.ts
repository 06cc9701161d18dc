import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { lookUpRequestSchema, lookUpResponseSchema } from '../../domain/wire/look-up.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendFailure, sendProblem } from '../http/problems.ts';
import { BEARER, type TerminalGuard } from '../http/terminal-guard.ts';
import type { LookUps } from './look-ups.ts';

/** What the platform has on record about who was identified (domain/wire/look-up.ts). */
export function addLookUpRoute(
  app: GatewayApp,
  { lookUps }: { readonly lookUps: LookUps },
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/look-ups',
    {
      onRequest: requireTerminal,
      schema: {
        summary: 'What is on record about who was identified, sealed to a key of the session',
        description:
          'Accounts at level 2, contributions month by month at level 3, as computed here again. No record, evidence ' +
          'that is not enough and a claim that is not of now look alike. Limited for each terminal and person.',
        operationId: 'lookUp',
        security: BEARER,
        body: lookUpRequestSchema,
        response: {
          200: lookUpResponseSchema,
          ...problemResponses([400, 401, 404, 413, 415, 422, 429, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      if (request.body.claim.terminalId !== terminalId) return sendProblem(reply, 'terminal-unknown');
      const answer = await lookUps.answer(terminalId, request.body);
      return answer.ok ? answer.value : sendFailure(reply, answer);
    },
  );
}
