import { z } from 'zod';
import { billOrNone } from './bill.ts';
import { isoInstantSchema, outcomeSchema } from './contract.ts';

/**
 * GET /v1/outcomes?after={cursor}&limit={1..200} -> { page: compact JWS of outcomesPageSchema under a `receipt` key }.
 * Cursors grow by the order in which the platform decided; a submission may be decided more than once (received, needs
 * correction, superseded). Signed, since an outcome is what members are told.
 */
export const MOST_OUTCOMES = 200;

export const outcomesPageSchema = z.object({
  terminalId: z.string(),
  issuedAt: isoInstantSchema,
  after: z.number().int().min(0),
  outcomes: z
    .array(
      z.object({
        cursor: z.number().int().positive(),
        id: z.uuid(),
        outcome: outcomeSchema,
        decidedAt: isoInstantSchema,
        /** Of an accepted remittance with something to pay. */
        bill: billOrNone,
      }),
    )
    .max(MOST_OUTCOMES),
  /** The newest cursor there is; more pages follow while it is beyond the last of this one. */
  head: z.number().int().min(0),
});
export type OutcomesPage = z.infer<typeof outcomesPageSchema>;

export const outcomesResponseSchema = z.object({ page: z.string().max(200_000) });
