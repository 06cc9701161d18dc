import { z } from 'zod';
import {
  drainAdviceSchema,
  problemSchema,
  submissionRequestSchema,
  submissionResponseSchema,
} from './contract.ts';

/**
 * POST /v1/batches: many small submissions in one exchange. Each is taken or refused by itself, in the order given,
 * under its own id as idempotency key; one that is refused holds up nobody. The answer is 200 once every item that was
 * taken is durably stored.
 */
export const MOST_IN_BATCH = 50;
export const MOST_BATCH_BYTES = 1024 * 1024;

export const batchRequestSchema = z.strictObject({
  items: z.array(submissionRequestSchema).min(1).max(MOST_IN_BATCH),
});

export const batchResultSchema = z.discriminatedUnion('taken', [
  z.object({ taken: z.literal(true), id: z.uuid(), response: submissionResponseSchema }),
  z.object({
    taken: z.literal(false),
    id: z.uuid(),
    /** What the same item would have been answered alone. */
    status: z.number().int().min(400).max(599),
    code: problemSchema.shape.code,
    retryAfterSeconds: z.number().min(0).nullable(),
  }),
]);
export type BatchResult = z.infer<typeof batchResultSchema>;

export const batchResponseSchema = z.object({
  /** One for every item, in the order of the items. */
  results: z.array(batchResultSchema).max(MOST_IN_BATCH),
  drain: drainAdviceSchema,
});
export type BatchResponse = z.infer<typeof batchResponseSchema>;
