import type { Failure, Result } from '../../domain/result.ts';
import type { AttachmentManifest } from '../../domain/wire/attachment.ts';
import type { SignedReceipt } from './submission-store.ts';

export interface StoredAttachment {
  readonly manifest: AttachmentManifest;
  /** Null until the whole file was there and its digest right. */
  readonly receipt: (SignedReceipt & { readonly receivedAt: string }) | null;
}

/** Files in chunks; a chunk is stored durably, by itself, before it is said to be taken. */
export interface AttachmentStore {
  findAttachment(terminalId: string, id: string): Promise<StoredAttachment | null>;
  /** Adds a manifest; the one that is there already stands. @returns the one that stands */
  addAttachment(manifest: AttachmentManifest, at: string): Promise<Result<StoredAttachment, Failure<'busy'>>>;
  /** Attachments that were announced for a submission. */
  countAttachments(terminalId: string, submissionId: string): Promise<number>;
  /** Whether the envelope of a submission that is here names this file; null when the submission is not here. */
  isMentioned(manifest: AttachmentManifest): Promise<boolean | null>;
  /** Adds chunks in one commit; those that are there already stay. */
  addChunks(
    terminalId: string,
    id: string,
    chunks: readonly { readonly index: number; readonly bytes: Uint8Array }[],
  ): Promise<Result<null, Failure<'busy'>>>;
  /** Indices that are here, ascending. */
  chunksHere(terminalId: string, id: string): Promise<readonly number[]>;
  readChunk(terminalId: string, id: string, index: number): Promise<Uint8Array | null>;
  dropChunks(
    terminalId: string,
    id: string,
    indices: readonly number[],
  ): Promise<Result<null, Failure<'busy'>>>;
  /**
   * Marks a file as received and, when its submission has now all its files, has that processed; one commit. The first
   * receipt stands.
   * @param processAt when the submission is processed; null: at once
   */
  completeAttachment(
    terminalId: string,
    id: string,
    receipt: SignedReceipt,
    at: string,
    processAt: string | null,
  ): Promise<Result<StoredAttachment, Failure<'busy'>>>;
  /** Puts a new receipt in the place of one whose key was revoked. */
  replaceAttachmentReceipt(
    terminalId: string,
    id: string,
    receipt: SignedReceipt,
  ): Promise<Result<null, Failure<'busy'>>>;
}
