import { z } from 'zod';
import { attachmentManifestSchema } from './attachment.ts';
import { isoInstantSchema, outcomeSchema, PROBLEM_CODES, submissionRequestSchema } from './contract.ts';
import { introductionSchema } from './device-key.ts';

/**
 * The bundle that goes by USB drive where no network is: a folder `empf-export-{terminalId}-{bundleId}` with
 *
 *   manifest.jws       compact JWS of bundleManifestSchema, signed with the device key
 *   part-0001.sealed   HPKE to the platform's sealing key (kid of the manifest) of bundlePartSchema as JSON, with the
 *                      part's name and the bundle's id as associated data
 *   receipts.jws       put there by the import: compact JWS of receiptFileSchema under a `receipt` key
 *
 * Submissions inside are sealed already; the bundle's own encryption hides of what kind they are, in which order they
 * were taken and when. How many there are stands in the manifest, so that staff can compare it with the screen.
 */
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const PART_NAME = /^part-[0-9]{4}\.sealed$/;
export const MANIFEST_NAME = 'manifest.jws';
export const RECEIPTS_NAME = 'receipts.jws';

export function bundleFolderName(terminalId: string, bundleId: string): string {
  return `empf-export-${terminalId}-${bundleId}`;
}

export const bundleManifestSchema = z.strictObject({
  v: z.literal(1),
  /** UUIDv7. */
  bundleId: z.uuid({ version: 'v7' }),
  terminalId: z.string().regex(/^[A-Z][0-9]{4}$/),
  createdAt: isoInstantSchema,
  /** The sealing key of the parts. */
  kid: z.string().min(1).max(64),
  introduction: introductionSchema,
  parts: z
    .array(
      z.strictObject({
        name: z.string().regex(PART_NAME),
        bytes: z.number().int().positive(),
        /** SHA-256 of the sealed part, base64url. */
        digest,
        submissions: z.number().int().min(0),
        attachments: z.number().int().min(0),
      }),
    )
    .min(1)
    .max(9999),
});
export type BundleManifest = z.infer<typeof bundleManifestSchema>;

export const bundlePartSchema = z.strictObject({
  submissions: z.array(submissionRequestSchema).max(50),
  attachments: z
    .array(
      z.strictObject({ manifest: attachmentManifestSchema, sealed: z.string().regex(/^[A-Za-z0-9_-]+$/) }),
    )
    .max(1),
});
export type BundlePart = z.infer<typeof bundlePartSchema>;

export const receiptFileSchema = z.strictObject({
  v: z.literal(1),
  bundleId: z.uuid(),
  terminalId: z.string(),
  issuedAt: isoInstantSchema,
  submissions: z.array(
    z.discriminatedUnion('taken', [
      z.strictObject({
        taken: z.literal(true),
        id: z.uuid(),
        /** Compact JWS of receiptSchema: the very one that the network would have brought. */
        receipt: z.string().max(4096),
        outcome: outcomeSchema.nullable(),
      }),
      z.strictObject({ taken: z.literal(false), id: z.uuid(), code: z.enum(PROBLEM_CODES) }),
    ]),
  ),
  attachments: z.array(z.strictObject({ id: z.uuid(), receipt: z.string().max(4096).nullable() })),
  /** Parts that were not there or could not be read; their items wait for another bundle or the network. */
  unreadableParts: z.array(z.string().regex(PART_NAME)),
});
export type ReceiptFile = z.infer<typeof receiptFileSchema>;
