import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { type AttachmentManifest, CHUNK_BYTES } from '../../domain/wire/attachment.ts';
import { digestOf } from '../store/digest.ts';
import type { NewSubmission } from '../store/submission.ts';
import { newSubmission } from './submissions.ts';

/** A submission with one file of so many sealed bytes, which look sealed. */
export function submissionWithFile(
  options: { lane?: number; bytes?: number } = {},
): NewSubmission & { readonly manifest: AttachmentManifest } {
  const submission = newSubmission({ lane: options.lane ?? 1 });
  const { id: submissionId, terminalId, kid } = submission.envelope;
  const sealed = new Uint8Array(randomBytes(options.bytes ?? 3 * CHUNK_BYTES + 100));
  const chunks = Array.from({ length: Math.ceil(sealed.byteLength / CHUNK_BYTES) }, (_, index) =>
    digestOf(sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)),
  );
  const manifest: AttachmentManifest = {
    v: 1,
    id: v7(),
    submissionId,
    terminalId,
    kid,
    mediaType: 'application/pdf',
    bytes: sealed.byteLength,
    digest: digestOf(sealed),
    chunkBytes: CHUNK_BYTES,
    chunks,
  };
  return {
    ...submission,
    envelope: { ...submission.envelope, attachments: [{ id: manifest.id, digest: manifest.digest }] },
    attachments: [{ manifest, sealed }],
    manifest,
  };
}
