import { z } from 'zod';
import { enrolmentSchema, submissionRequestSchema } from '../../../../domain/wire/contract.ts';

export const DRAIN_FILES = { enrolment: 'enrolment.json', items: 'items.json', queue: 'queue.db' } as const;

/** Sealed once, posted by both clients: the very same bytes. */
export const itemsSchema = z.array(submissionRequestSchema);

export const prepareRequestSchema = z.object({
  /** Gets `gateway/`, `terminal/` and the two files. */
  folder: z.string(),
  items: z.number().int().positive(),
});

export const clientRequestSchema = z.object({
  /** `queue`: what is kept in the terminal's database; `memory`: the same from memory, with no database. */
  from: z.enum(['queue', 'memory']),
  /** Copy of `terminal/`; keys are kept there, too. */
  folder: z.string(),
  items: z.string(),
  enrolment: enrolmentSchema,
});

export const drainResultSchema = z.object({
  /** Submissions a second, from the agent's start to the last receipt verified and stored. */
  perSecond: z.number(),
});
export type DrainResult = z.infer<typeof drainResultSchema>;

export const gatewayListensSchema = z.object({ gateway: z.literal('listening'), url: z.url() });
export const referenceListensSchema = z.object({ enrolment: enrolmentSchema });
