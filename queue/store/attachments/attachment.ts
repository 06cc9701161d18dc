import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import {
  type AttachmentManifest,
  attachmentManifestSchema,
  CHUNK_BYTES,
} from '../../../domain/wire/attachment.ts';
import type { Envelope } from '../../../domain/wire/contract.ts';
import type { Policy } from '../../../domain/wire/policy.ts';
import { digestOf } from '../digest.ts';
import type { AttachmentState } from './attachment-states.ts';
import type { AttachmentRow } from './statements.ts';

/** A sealed file on its way into the queue (domain/wire/sealed/attachment-sealing.ts). */
export interface NewAttachment {
  readonly manifest: AttachmentManifest;
  readonly sealed: Uint8Array;
}

export type AttachmentRefusal =
  | 'malformed'
  | 'digest-differs'
  /** The submission's envelope, which is sealed with it, does not name this file. */
  | 'not-mentioned'
  | 'id-used'
  | 'attachment-too-large'
  | 'attachment-type'
  | 'attachment-too-many';

/** A file as it is listed, without its bytes. */
export interface StoredAttachment {
  readonly id: string;
  readonly submissionId: string;
  /** Null when the row was damaged on disk and is none any more. */
  readonly manifest: AttachmentManifest | null;
  readonly bytes: number;
  readonly digest: string;
  readonly state: AttachmentState;
  readonly keptAt: string;
  readonly attempts: number;
  readonly parkedReason: string | null;
  readonly receipt: string | null;
  readonly receivedAt: string | null;
}

export function storedManifest(text: string): AttachmentManifest | null {
  try {
    const parsed = attachmentManifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function storedAttachment(row: AttachmentRow): StoredAttachment {
  return {
    id: row.id,
    submissionId: row.submission_id,
    manifest: storedManifest(row.manifest),
    bytes: row.bytes,
    digest: row.digest,
    state: row.state,
    keptAt: row.kept_at,
    attempts: row.attempts,
    parkedReason: row.parked_reason,
    receipt: row.receipt,
    receivedAt: row.received_at,
  };
}

/** The chunk of this index in a sealed file. */
function chunkOf(sealed: Uint8Array, index: number): Uint8Array {
  return sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
}

export function isChunk(manifest: AttachmentManifest, index: number, bytes: Uint8Array): boolean {
  return digestOf(bytes) === manifest.chunks[index];
}

/** What sealing adds (domain/wire/sealed/attachment-sealing.ts): the encapsulated key, and a tag in every piece of 64 KiB. */
const ENCAPSULATED_KEY_BYTES = 65;
const TAG_BYTES = 16;

/** Length of the file before it was sealed: what the policy limits. */
function plainBytes(sealedBytes: number): number {
  const body = Math.max(0, sealedBytes - ENCAPSULATED_KEY_BYTES);
  return body - Math.ceil(body / CHUNK_BYTES) * TAG_BYTES;
}

/**
 * What can be refused without looking into the database: a manifest that is none, bytes that are not those of the
 * manifest (as a whole and chunk by chunk), and what the platform would refuse for its size or type.
 */
export function examineAttachment(
  attachment: NewAttachment,
  limits: Policy['attachments'] | undefined,
): Result<AttachmentManifest, Failure<AttachmentRefusal>> {
  const parsed = attachmentManifestSchema.safeParse(attachment.manifest);
  if (!parsed.success)
    return fail('malformed', { field: String(parsed.error.issues[0]?.path[0] ?? 'manifest') });
  const manifest = parsed.data;
  const { sealed } = attachment;
  if (!(sealed instanceof Uint8Array) || sealed.byteLength !== manifest.bytes)
    return fail('malformed', { field: 'sealed' });
  if (manifest.chunks.length !== Math.ceil(manifest.bytes / CHUNK_BYTES))
    return fail('malformed', { field: 'chunks' });
  if (limits !== undefined) {
    if (plainBytes(manifest.bytes) > limits.mostBytes)
      return fail('attachment-too-large', { most: limits.mostBytes });
    if (!limits.mediaTypes.includes(manifest.mediaType)) return fail('attachment-type');
  }
  const sound =
    digestOf(sealed) === manifest.digest &&
    manifest.chunks.every((_, index) => isChunk(manifest, index, chunkOf(sealed, index)));
  return sound ? ok(manifest) : fail('digest-differs');
}

/** Whether the submission that the file says it belongs to says so, too. */
export function examineMention(
  manifest: AttachmentManifest,
  envelope: Pick<Envelope, 'id' | 'terminalId' | 'attachments'>,
): Result<null, Failure<AttachmentRefusal>> {
  if (manifest.submissionId !== envelope.id || manifest.terminalId !== envelope.terminalId)
    return fail('not-mentioned');
  const mention = envelope.attachments?.find(({ id }) => id === manifest.id);
  if (mention === undefined) return fail('not-mentioned');
  return mention.digest === manifest.digest ? ok(null) : fail('digest-differs');
}
