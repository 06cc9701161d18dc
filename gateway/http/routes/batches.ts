import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  batchRequestSchema,
  batchResponseSchema,
  MOST_BATCH_BYTES,
  MOST_IN_BATCH,
} from '../../../domain/wire/batch.ts';
import { envelopeSchema, submissionRequestSchema } from '../../../domain/wire/contract.ts';
import type { AcceptResult, Incoming } from '../../accept/accept.ts';
import { placeOf } from '../../accept/lanes.ts';
import type { GatewayApp } from '../gateway-app.ts';
import { problemResponses } from '../openapi.ts';
import { JSON_TYPE, problemOf, retryAfterSeconds, sendProblem } from '../problems.ts';
import { BEARER, type TerminalGuard } from '../terminal-guard.ts';
import { refusalOfIssues } from '../validation.ts';
import type { RouteParts } from './parts.ts';
import { logStored } from './submissions.ts';

/** The sealed bytes of a batch as base64url, and room for the envelopes. */
const BODY_LIMIT_BYTES = Math.ceil((MOST_BATCH_BYTES * 4) / 3) + MOST_IN_BATCH * 4096;

/**
 * What every item must have for its answer to find it. The rest of an item is judged by itself: one that is malformed,
 * or of a kind that this gateway does not know yet, holds up nobody.
 */
const looseBatch = z.strictObject({
  items: z
    .array(z.looseObject({ envelope: z.looseObject({ id: z.uuid() }) }))
    .min(1)
    .max(MOST_IN_BATCH),
});
const looseLane = envelopeSchema.pick({ terminalId: true, lane: true }).loose();

/** POST /v1/batches: many submissions in one exchange, each answered by itself. */
export function addBatchRoute(
  app: GatewayApp,
  { accepting, drain }: Pick<RouteParts, 'accepting' | 'drain'>,
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/v1/batches',
    {
      onRequest: requireTerminal,
      bodyLimit: BODY_LIMIT_BYTES,
      // The published schema is the contract's; each item is parsed with it below.
      validatorCompiler: () => (data: unknown) => {
        const parsed = looseBatch.safeParse(data);
        return parsed.success ? { value: parsed.data } : { error: parsed.error };
      },
      schema: {
        summary: 'Leave many sealed submissions at once',
        description:
          'Taken one after the other in the order given, each under the id of its envelope as Idempotency-Key; one that ' +
          'is refused holds up only the later ones of its lane. The answer comes once everything that was taken is ' +
          'durably stored. A terminal that comes before its turn is asked to come again (503).',
        operationId: 'submitBatch',
        security: BEARER,
        body: batchRequestSchema,
        response: {
          200: batchResponseSchema.describe('One result for every item, in their order'),
          ...problemResponses([400, 401, 413, 415, 500, 503]),
        },
      },
    },
    async (request, reply) => {
      const terminalId = terminalOf(request);
      const raw = request.body.items;
      const wait = drain.admit(terminalId, raw.length);
      if (wait !== null) return sendProblem(reply, 'busy', undefined, Math.ceil(wait / 1000));
      const items = raw.map((item) => incomingOf(item, terminalId));
      const results = await accepting.acceptAll(items);
      const lines = raw.map((item, at) => resultText(item.envelope.id, results[at]));
      logStored(
        request.log,
        items.flatMap((item, at) => {
          const result = results[at];
          return 'request' in item && result !== undefined
            ? [[item.request.envelope.reference, result] as const]
            : [];
        }),
      );
      const advice = JSON.stringify(drain.served(terminalId, raw.length));
      return reply
        .code(200)
        .type(JSON_TYPE)
        .send(`{"results":[${lines.join(',')}],"drain":${advice}}` as never);
    },
  );
}

function incomingOf(item: unknown, terminalId: string): Incoming {
  const parsed = submissionRequestSchema.safeParse(item);
  if (!parsed.success) {
    const lane = looseLane.safeParse((item as { envelope: unknown }).envelope);
    const { code } = refusalOfIssues(parsed.error.issues);
    return { refused: code, place: lane.success ? placeOf(lane.data) : null };
  }
  const { envelope } = parsed.data;
  if (envelope.terminalId === terminalId) return { request: parsed.data };
  return { refused: 'terminal-unknown', place: placeOf(envelope) };
}

/** As text: what was stored as the answer to a submission is sent as it is. */
function resultText(id: string, result: AcceptResult | undefined): string {
  if (result === undefined) throw new Error('an item without an answer');
  if (result.ok) {
    return `{"taken":true,"id":${JSON.stringify(id)},"response":${result.value.answer.response}}`;
  }
  const { code, params } = result;
  const after = params?.['afterSeconds'] ?? retryAfterSeconds(code);
  return JSON.stringify({ taken: false, id, status: problemOf(code).status, code, retryAfterSeconds: after });
}
