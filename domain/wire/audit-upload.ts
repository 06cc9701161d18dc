import { z } from 'zod';
import { isoInstantSchema } from './contract.ts';
import { introductionSchema } from './device-key.ts';

/**
 * POST /v1/audit: a run of the audit chain with a checkpoint signed by the device key; on its own way, so that a stuck
 * submission never holds up the audit and the other way round. The platform recomputes every hash, checks that the run
 * goes on where the last one ended, and acknowledges with a signature.
 *
 * hash = base64url(SHA-256(previous + "\n" + entry)); the first `previous` is
 * base64url(SHA-256("empf-terminal/audit/v1\n" + databaseId)).
 */
const hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const MOST_AUDIT_ENTRIES = 200;

export const auditRowSchema = z.strictObject({
  number: z.number().int().positive(),
  /** Canonical JSON, exactly as hashed. */
  entry: z.string().max(4096),
  previous: hash,
  hash,
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** Signed with the device key (compact JWS): "up to here, this is my chain". */
export const checkpointSchema = z.strictObject({
  terminalId: z.string(),
  databaseId: z.uuid(),
  /** Number and hash of the last entry covered. */
  number: z.number().int().positive(),
  head: hash,
  at: isoInstantSchema,
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const auditUploadSchema = z.strictObject({
  databaseId: z.uuid(),
  introduction: introductionSchema,
  checkpoint: z.string().max(2048),
  entries: z.array(auditRowSchema).min(1).max(MOST_AUDIT_ENTRIES),
});
export type AuditUpload = z.infer<typeof auditUploadSchema>;

/** Under a `receipt` key: the platform holds the chain up to `number`. */
export const auditAcknowledgementSchema = z.strictObject({
  terminalId: z.string(),
  databaseId: z.uuid(),
  number: z.number().int().min(0),
  head: hash,
  receivedAt: isoInstantSchema,
});
export type AuditAcknowledgement = z.infer<typeof auditAcknowledgementSchema>;

export const auditResponseSchema = z.object({
  /** The number the platform wants next; differs from what was sent when a run was missing or repeated. */
  next: z.number().int().positive(),
  /** Compact JWS of auditAcknowledgementSchema; null while nothing of this chain is held. */
  acknowledgement: z.string().max(4096).nullable(),
});
