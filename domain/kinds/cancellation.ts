import { z } from 'zod';
import { identificationSchema, personSchema } from '../registration/payload.ts';

/**
 * A member withdraws what they left, kept or not yet processed, at the assurance it was left with (DESIGN.md, *What may
 * be kept while offline*). The platform compares the person and judges; a withdrawal that comes before what it
 * withdraws is remembered and meets it.
 */
export const cancellationPayloadSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('cancellation'),
  /** Id of the submission that is withdrawn. */
  cancels: z.uuid({ version: 'v7' }),
  /** Its reference, as the member gave it. */
  reference: z.string().min(8).max(32),
  person: personSchema.pick({ hkid: true }),
  identification: identificationSchema,
});
export type CancellationPayload = z.infer<typeof cancellationPayloadSchema>;
