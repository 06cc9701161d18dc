import { z } from 'zod';
import { type Failure, ok, type Result } from '../result.ts';
import type { KeyDocument } from '../wire/contract.ts';
import { type SignatureFault, verifyUnder } from '../wire/signing.ts';
import { checkReferenceData, type ReferenceDataFault } from './check/check-reference-data.ts';
import { type ReferenceData, referenceDataSchema } from './schema/reference-data.ts';

/**
 * GET /v1/reference-data?newer-than=<version> -> the newest bundle as a compact JWS under a `reference-data` key, or
 * null where it is not newer than that; so that a bundle travels once and not with every look.
 */
export const REFERENCE_DATA_PATH = '/v1/reference-data';

/** Of the compact JWS: below what a terminal reads of one answer (`queue/sync/http-client.ts`). */
export const MOST_REFERENCE_DATA_CHARACTERS = 240_000;

export const referenceDataQuerySchema = z.object({
  'newer-than': z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('The newest version that the terminal holds'),
});

export const referenceDataResponseSchema = z.object({
  /** The newest version there is, published or built in. */
  version: z.number().int().positive(),
  referenceData: z.string().max(MOST_REFERENCE_DATA_CHARACTERS).nullable(),
});

/**
 * A bundle as it came: signed by a key for reference data that was in force when it was issued, and without a broken rule.
 *
 * @returns a fault of the signature; `content` when it is not of the shape; `reference-data-broken-rule` with rule and
 *   place
 */
export async function verifyReferenceData(
  jws: string,
  document: KeyDocument,
): Promise<Result<ReferenceData, Failure<SignatureFault | ReferenceDataFault>>> {
  const verified = await verifyUnder(
    jws,
    document,
    'reference-data',
    referenceDataSchema,
    ({ issuedAt }) => issuedAt,
  );
  if (!verified.ok) return verified;
  const checked = checkReferenceData(verified.value);
  return checked.ok ? ok(checked.value) : checked;
}
