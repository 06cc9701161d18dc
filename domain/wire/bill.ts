import { z } from 'zod';

/**
 * The platform's number of a contribution bill: the payment reference of an employer's remittance (facts/domain.md §2.4;
 * our own reference never is). Given out when a remittance is accepted, and told with the outcome and to whoever enquires.
 */
export const billSchema = z.object({
  number: z.string().regex(/^[A-Z0-9][A-Z0-9-]{3,23}$/),
  /** The reference gateway invents its numbers: nothing may be paid under one, and every page that shows it says so. */
  sample: z.boolean(),
});
export type Bill = z.infer<typeof billSchema>;

/** Absent where there is none, and from a gateway that does not say it yet. What cannot be read is none. */
export const billOrNone = billSchema.nullish().catch(null);

/** How the bill of what was just left stands; null: it has none. `later`: it did not come while the member waited. */
export type BillStanding = Bill | 'waiting' | 'later' | null;
