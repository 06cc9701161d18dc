import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { type AttachmentManifest, CHUNK_BYTES } from '../../../domain/wire/attachment.ts';
import { newSubmission } from '../../testing/submissions.ts';
import type { NewAttachment } from '../attachments/attachment.ts';
import type { NewSubmission } from '../submission.ts';

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** A file that looks sealed, its manifest, and a submission that mentions it. */
export function newAttachment(
  options: {
    readonly bytes?: number;
    readonly lane?: number;
    readonly mediaType?: AttachmentManifest['mediaType'];
  } = {},
): { readonly submission: NewSubmission; readonly attachment: NewAttachment } {
  const sealed = new Uint8Array(randomBytes(options.bytes ?? 3 * CHUNK_BYTES + 17));
  const plain = newSubmission({ lane: options.lane ?? 1 });
  const id = v7();
  const chunks = Array.from({ length: Math.ceil(sealed.byteLength / CHUNK_BYTES) }, (_, index) =>
    digest(sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)),
  );
  const manifest: AttachmentManifest = {
    v: 1,
    id,
    submissionId: plain.envelope.id,
    terminalId: plain.envelope.terminalId,
    kid: 'seal-1',
    mediaType: options.mediaType ?? 'application/pdf',
    bytes: sealed.byteLength,
    digest: digest(sealed),
    chunkBytes: CHUNK_BYTES,
    chunks,
  };
  const attachments = [{ id, digest: manifest.digest }];
  return {
    submission: { ...plain, envelope: { ...plain.envelope, attachments } },
    attachment: { manifest, sealed },
  };
}
