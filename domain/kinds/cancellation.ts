import { z } from 'zod';
import { identificationSchema, personSchema } from '../registration/payload.ts';
import { enquiryCodeSchema } from '../service/enquiry-code.ts';

/**
 * A member withdraws what they left, kept or not yet processed, at the assurance that it needed itself (DESIGN.md, *What
 * may be kept while offline*). The platform compares the person, or the slip's code where nobody was identified, and
 * judges; a withdrawal that comes before what it withdraws is remembered and meets it.
 */
export const cancellationPayloadSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: z.literal('cancellation'),
    /** Id of the submission that is withdrawn. */
    cancels: z.uuid({ version: 'v7' }),
    /** Its reference, as the member gave it. */
    reference: z.string().min(8).max(32),
    /** Null with `identification` where the slip's code stands in their place. */
    person: personSchema.pick({ hkid: true }).nullable(),
    identification: identificationSchema.nullable(),
    /** The code of the slip of what is withdrawn, where nobody was identified for it (ADR 0016). */
    slipCode: z.exactOptional(enquiryCodeSchema),
  })
  .refine(
    ({ person, identification, slipCode }) =>
      (person === null) === (identification === null) && (person === null) === (slipCode !== undefined),
  );
export type CancellationPayload = z.infer<typeof cancellationPayloadSchema>;
