import { z } from 'zod';
import { DIFFERING_FIELDS } from '../../identity/differing/difference.ts';
import { idSchema, isoDateSchema, localTextSchema, sourceSchema } from './common.ts';

/** A paper that settles why a document and a record have somebody otherwise (facts/domain.md §3e). */
export const mismatchEvidenceSchema = z.strictObject({
  id: idSchema,
  /** What has to differ for it to be of use. */
  settles: z.array(z.enum(DIFFERING_FIELDS)).min(1),
  text: localTextSchema,
  from: isoDateSchema,
  to: isoDateSchema.nullable(),
  source: sourceSchema,
});
export type MismatchEvidence = z.infer<typeof mismatchEvidenceSchema>;
