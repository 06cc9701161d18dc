import { z } from 'zod';
import { attachmentManifestSchema } from './attachment.ts';
import { isoInstantSchema, outcomeSchema, PROBLEM_CODES, submissionRequestSchema } from './contract.ts';
import { DAY_REPORT_CHARACTERS } from './day-report.ts';
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
 *
 * Version 2 holds day reports as well (docs/adr/0041). A bundle without any is written as version 1, so that a platform
 * that knows no other takes it.
 */
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const PART_NAME = /^part-[0-9]{4}\.sealed$/;
export const MANIFEST_NAME = 'manifest.jws';
export const RECEIPTS_NAME = 'receipts.jws';

export function bundleFolderName(terminalId: string, bundleId: string): string {
  return `empf-export-${terminalId}-${bundleId}`;
}

/** The newest that this program reads. */
export const BUNDLE_VERSION = 2;
/** Day reports in one bundle; what is more waits for the next. */
export const MOST_DAY_REPORTS = 500;
const dayReportCount = z.number().int().min(1).max(MOST_DAY_REPORTS);

export const bundleManifestSchema = z.strictObject({
  v: z.union([z.literal(1), z.literal(BUNDLE_VERSION)]),
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
        /** Left out where there is none. */
        dayReports: z.exactOptional(dayReportCount),
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
  /** Compact JWS of dayReportSchema under the device key, oldest day first; left out where there is none. */
  dayReports: z.exactOptional(z.array(z.string().max(DAY_REPORT_CHARACTERS)).min(1).max(MOST_DAY_REPORTS)),
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
  /** Of a bundle with day reports only: an older terminal, which brings none, does not know the field. */
  dayReports: z.exactOptional(
    z.array(
      z.discriminatedUnion('taken', [
        z.strictObject({
          taken: z.literal(true),
          /** SHA-256 of the report's JWS, base64url. */
          digest,
          /** Compact JWS of dayReportAcknowledgementSchema: the very one that the network would have brought. */
          acknowledgement: z.string().max(4096),
        }),
        z.strictObject({ taken: z.literal(false), digest, code: z.enum(PROBLEM_CODES) }),
      ]),
    ),
  ),
  /** Parts that were not there or could not be read; their items wait for another bundle or the network. */
  unreadableParts: z.array(z.string().regex(PART_NAME)),
});
export type ReceiptFile = z.infer<typeof receiptFileSchema>;
