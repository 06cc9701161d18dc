import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AttachmentManifest } from '../../domain/wire/attachment.ts';
import type { Policy } from '../../domain/wire/policy.ts';

/** What HPKE adds to a file (`attachment-sealing.ts`): the encapsulated key once, a tag for each piece of 64 KiB. */
const ENCAPSULATED_KEY_BYTES = 65;
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;

/** Length of the file before it was sealed. */
function plainBytes(sealedBytes: number): number {
  const body = Math.max(0, sealedBytes - ENCAPSULATED_KEY_BYTES);
  return body - Math.ceil(body / PIECE_BYTES) * TAG_BYTES;
}

/**
 * Whether a manifest is one file in whole chunks, and one that the policy allows.
 * @param others files that were announced for the same submission before
 */
export function checkManifest(
  manifest: AttachmentManifest,
  limits: Policy['attachments'],
  others: number,
): Result<null, Failure<'malformed' | 'attachment-type' | 'attachment-too-large'>> {
  const { bytes, chunkBytes, chunks, mediaType } = manifest;
  if (chunks.length !== Math.ceil(bytes / chunkBytes)) return fail('malformed');
  if (!limits.mediaTypes.includes(mediaType)) return fail('attachment-type');
  const tooMany = others >= limits.mostPerSubmission;
  return tooMany || plainBytes(bytes) > limits.mostBytes ? fail('attachment-too-large') : ok(null);
}

/** Length of one chunk: all are alike but the last. */
export function chunkLength({ bytes, chunkBytes, chunks }: AttachmentManifest, index: number): number {
  return index < chunks.length - 1 ? chunkBytes : bytes - (chunks.length - 1) * chunkBytes;
}
