import type { FastifyBaseLogger } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { submissionRequestSchema, submissionResponseSchema } from '../../../domain/wire/contract.ts';
import type { AcceptResult } from '../../accept/accept.ts';
import type { GatewayApp } from '../gateway-app.ts';
import { idempotencyKey, requireKey } from '../idempotency-key.ts';
import { problemResponses } from '../openapi.ts';
import { JSON_TYPE, sendProblem } from '../problems.ts';
import { BEARER, type TerminalGuard } from '../terminal-guard.ts';
import type { RouteParts } from './parts.ts';

/** POST /v1/submissions: one submission by itself. */
export function addSubmissionRoute(
  app: GatewayApp,
  { accepting, drain }: Pick<RouteParts, 'accepting' | 'drain'>,
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/submissions',
    {
      onRequest: [requireTerminal, requireKey],
      schema: {
        summary: 'Leave one sealed submission',
        description:
          'The answer comes only after submission, effect and receipt are durably stored together. A repeated ' +
          'Idempotency-Key with the same payload gets the same answer again; keys never expire.',
        operationId: 'submit',
        security: BEARER,
        headers: z.object({
          'idempotency-key': z
            .string()
            .describe('The id of the envelope, bare or as a quoted structured-field string'),
        }),
        body: submissionRequestSchema,
        response: {
          201: submissionResponseSchema.describe('Stored; the receipt is signed'),
          ...problemResponses([400, 401, 409, 413, 415, 422, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const { envelope } = request.body;
      if (terminalOf(request) !== envelope.terminalId) return sendProblem(reply, 'terminal-unknown');
      if (idempotencyKey(request) !== envelope.id) return sendProblem(reply, 'idempotency-key-differs');
      drain.cameAlone(envelope.terminalId);
      const accepted = await accepting.accept(request.body);
      if (!accepted.ok) return sendProblem(reply, accepted.code);
      const { answer, first } = accepted.value;
      logStored(request.log, [[envelope.reference, accepted]]);
      // As text: the stored bytes are the answer, not something made from them again.
      return reply
        .code(201)
        .header('idempotency-replayed', first ? 'false' : 'true')
        .type(JSON_TYPE)
        .send(answer.response as never);
    },
  );
}

/** One line for what was stored now; references and outcomes, nothing else of a submission (`logging.ts`). */
export function logStored(
  log: FastifyBaseLogger,
  results: readonly (readonly [reference: string, result: AcceptResult])[],
): void {
  const stored = results.flatMap(([reference, result]) =>
    result.ok && result.value.first
      ? [`${reference} ${result.value.answer.outcome?.state ?? 'waiting'}`]
      : [],
  );
  if (stored.length > 0) log.info({ submissions: stored }, 'stored');
}
