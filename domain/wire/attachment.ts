import { z } from 'zod';
import { PRACTICE_MODE } from '../practice/practice-terminal.ts';
import { MEDIA_TYPES } from './policy.ts';

/**
 * A file that belongs to a submission (a scanned form, a remittance file), sealed like it and sent in chunks.
 *
 *   POST /v1/attachments                        manifest -> 200 attachmentStateSchema: which chunks are wanted, or the receipt
 *   PUT  /v1/attachments/{id}/chunks/{index}    application/octet-stream, the chunk -> 200 { taken: true }
 *
 * Both may be repeated any number of times. After the last chunk the manifest is posted again and answered with the
 * receipt (`receiptSchema`, whose `id` and `digest` are the attachment's). A chunk whose digest is not the manifest's is
 * refused with `digest-differs` and stored nowhere.
 */
export const CHUNK_BYTES = 64 * 1024;
/** Of the sealed file: the plain limit of 20 MB, the encapsulated key and one tag for each piece. */
const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024 + 16 * 1024;
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const attachmentManifestSchema = z.strictObject({
  v: z.literal(1),
  /** UUIDv7; also the idempotency key. */
  id: z.uuid({ version: 'v7' }),
  submissionId: z.uuid({ version: 'v7' }),
  terminalId: z.string().regex(/^[A-Z][0-9]{4}$/),
  kid: z.string().min(1).max(64),
  mediaType: z.enum(MEDIA_TYPES),
  /** Length of the sealed file. */
  bytes: z.number().int().min(1).max(MOST_ATTACHMENT_BYTES),
  /** SHA-256 of the sealed file, base64url. */
  digest,
  chunkBytes: z.literal(CHUNK_BYTES),
  /** SHA-256 of every chunk, in order; all are `chunkBytes` long but the last. */
  chunks: z
    .array(digest)
    .min(1)
    .max(Math.ceil(MOST_ATTACHMENT_BYTES / CHUNK_BYTES)),
  /** As its submission says. */
  mode: z.exactOptional(z.literal(PRACTICE_MODE)),
});
export type AttachmentManifest = z.infer<typeof attachmentManifestSchema>;

export const attachmentStateSchema = z.object({
  /** Indices from 0, ascending; at most 64 at a time. */
  wants: z.array(z.number().int().min(0)).max(64),
  /** Chunks still missing, those of `wants` included. */
  missing: z.number().int().min(0),
  /** Compact JWS of receiptSchema once the whole file is there and its digest is right. */
  receipt: z.string().max(4096).nullable(),
});
export type AttachmentState = z.infer<typeof attachmentStateSchema>;

export const chunkTakenSchema = z.object({ taken: z.literal(true) });
