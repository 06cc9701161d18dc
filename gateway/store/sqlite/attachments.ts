import { z } from 'zod';
import { attachmentManifestSchema } from '../../../domain/wire/attachment.ts';
import type { AttachmentStore, StoredAttachment } from '../attachment-store.ts';
import type { DurableDatabase } from '../database.ts';
import type { SignedReceipt } from '../submission-store.ts';
import { bytes, mentionsOf } from './rows.ts';
import type { Verdicts } from './verdicts.ts';
import { promised, unlessBusy } from './write.ts';

const attachmentRow = z.object({
  manifest: z.string(),
  received_at: z.string().nullable(),
  receipt_kid: z.string().nullable(),
  receipt: z.string().nullable(),
});

export function createAttachments(database: DurableDatabase, verdicts: Verdicts): AttachmentStore {
  const selectAttachment = database.prepare(
    'SELECT manifest, received_at, receipt_kid, receipt FROM attachments WHERE terminal_id = ? AND id = ?',
  );
  const insertAttachment = database.prepare(`
    INSERT INTO attachments (terminal_id, id, submission_id, digest, manifest, announced_at)
    VALUES (@terminalId, @id, @submissionId, @digest, @manifest, @at) ON CONFLICT DO NOTHING`);
  const countOfSubmission = database
    .prepare<[string, string], number>(
      'SELECT count(*) FROM attachments WHERE terminal_id = ? AND submission_id = ?',
    )
    .pluck();
  const selectMentions = database
    .prepare<[string, string], string | null>(
      'SELECT attachments FROM submissions WHERE id = ? AND terminal_id = ?',
    )
    .pluck();
  const insertChunk = database.prepare(
    'INSERT INTO attachment_chunks (terminal_id, id, chunk, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectChunks = database
    .prepare<[string, string], number>(
      'SELECT chunk FROM attachment_chunks WHERE terminal_id = ? AND id = ? ORDER BY chunk',
    )
    .pluck();
  const selectChunk = database
    .prepare('SELECT bytes FROM attachment_chunks WHERE terminal_id = ? AND id = ? AND chunk = ?')
    .pluck();
  const deleteChunk = database.prepare(
    'DELETE FROM attachment_chunks WHERE terminal_id = ? AND id = ? AND chunk = ?',
  );
  const updateReceived = database.prepare(`
    UPDATE attachments SET received_at = @at, receipt_kid = @kid, receipt = @jws
    WHERE terminal_id = @terminalId AND id = @id AND received_at IS NULL`);
  const updateReceipt = database.prepare(
    'UPDATE attachments SET receipt_kid = ?, receipt = ? WHERE terminal_id = ? AND id = ?',
  );
  const selectReceived = database.prepare(
    'SELECT 1 FROM attachments WHERE terminal_id = ? AND id = ? AND digest = ? AND received_at IS NOT NULL',
  );
  const updateMissing = database.prepare(
    'UPDATE submissions SET missing_attachments = ?, process_at = ? WHERE id = ? AND terminal_id = ?',
  );

  const selectRowCheck = database.prepare(
    'SELECT 1 FROM row_checks WHERE terminal_id = ? AND id = ? AND checked_at IS NULL',
  );

  function find(terminalId: string, id: string): StoredAttachment | null {
    const row = selectAttachment.get(terminalId, id);
    if (row === undefined) return null;
    const { manifest, received_at: receivedAt, receipt_kid: kid, receipt: jws } = attachmentRow.parse(row);
    return {
      manifest: attachmentManifestSchema.parse(JSON.parse(manifest)),
      receipt: receivedAt === null || kid === null || jws === null ? null : { kid, jws, receivedAt },
    };
  }

  function mustFind(terminalId: string, id: string): StoredAttachment {
    const found = find(terminalId, id);
    if (found === null) throw new Error('the attachment is not there');
    return found;
  }

  const add = database.transaction((manifest: StoredAttachment['manifest'], at: string): StoredAttachment => {
    const { terminalId, id } = manifest;
    insertAttachment.run({ ...manifest, manifest: JSON.stringify(manifest), at });
    return mustFind(terminalId, id);
  });

  const addAll = database.transaction(
    (terminalId: string, id: string, chunks: readonly { index: number; bytes: Uint8Array }[]): null => {
      for (const chunk of chunks) insertChunk.run(terminalId, id, chunk.index, chunk.bytes);
      return null;
    },
  );

  const dropAll = database.transaction((terminalId: string, id: string, indices: readonly number[]): null => {
    for (const index of indices) deleteChunk.run(terminalId, id, index);
    return null;
  });

  const complete = database.transaction(
    (terminalId: string, id: string, { kid, jws }: SignedReceipt, at: string, processAt: string | null) => {
      updateReceived.run({ terminalId, id, at, kid, jws });
      const attachment = mustFind(terminalId, id);
      proceed(terminalId, attachment.manifest.submissionId, at, processAt);
      return attachment;
    },
  );

  /** The submission goes on when this was the last of its files. */
  function proceed(terminalId: string, submissionId: string, at: string, processAt: string | null): void {
    const submission = verdicts.withId(submissionId).find((one) => one.terminalId === terminalId);
    if (submission === undefined || submission.missingAttachments === 0) return;
    // A case of differing details is decided by hand, files or no files; it only has them counted.
    const { outcome } = submission;
    if (outcome !== null && outcome.state !== 'needs-correction') return;
    const missing = mentionsOf(selectMentions.get(submissionId, terminalId) ?? null).filter(
      (mention) => selectReceived.get(terminalId, mention.id, mention.digest) === undefined,
    ).length;
    const waits =
      missing > 0 || outcome !== null || selectRowCheck.get(terminalId, submissionId) !== undefined;
    updateMissing.run(missing, waits ? null : processAt, submissionId, terminalId);
    if (!waits && processAt === null) verdicts.process(submission, at);
  }

  return {
    findAttachment: (terminalId, id) => promised(() => find(terminalId, id)),
    addAttachment: (manifest, at) => promised(() => unlessBusy(() => add.immediate(manifest, at))),
    countAttachments: (terminalId, submissionId) =>
      promised(() => countOfSubmission.get(terminalId, submissionId) ?? 0),
    isMentioned: ({ terminalId, submissionId, id, digest }) =>
      promised(() => {
        const mentions = selectMentions.get(submissionId, terminalId);
        if (mentions === undefined) return null;
        return mentionsOf(mentions).some((mention) => mention.id === id && mention.digest === digest);
      }),
    addChunks: (terminalId, id, chunks) =>
      promised(() => unlessBusy(() => addAll.immediate(terminalId, id, chunks))),
    chunksHere: (terminalId, id) => promised(() => selectChunks.all(terminalId, id)),
    readChunk: (terminalId, id, index) =>
      promised(() => {
        const found = selectChunk.get(terminalId, id, index);
        return found === undefined ? null : bytes.parse(found);
      }),
    dropChunks: (terminalId, id, indices) =>
      promised(() => unlessBusy(() => dropAll.immediate(terminalId, id, indices))),
    completeAttachment: (terminalId, id, receipt, at, processAt) =>
      promised(() => unlessBusy(() => complete.immediate(terminalId, id, receipt, at, processAt))),
    replaceAttachmentReceipt: (terminalId, id, { kid, jws }) =>
      promised(() =>
        unlessBusy(() => {
          updateReceipt.run(kid, jws, terminalId, id);
          return null;
        }),
      ),
  };
}
