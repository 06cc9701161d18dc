import { existsSync, linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { good, only } from '../../testing/values.ts';
import { newAttachment } from '../testing/attachments.ts';
import { RECEIVED_AT, testQueue, type TestQueue } from '../testing/queues.ts';
import { recount } from '../testing/recount.ts';
import { submissionWith } from '../testing/submissions.ts';

const POLICY = { receivedDays: 30 };

function folderOf({ path }: TestQueue): string {
  return `${path}.attachments`;
}

/** A submission with a file; the platform has the submission. */
function withFile(
  test: TestQueue,
  lane: number,
): { readonly id: string; readonly file: string; readonly sealed: Uint8Array } {
  const { submission, attachment } = newAttachment({ lane });
  good(test.queue.enqueue({ ...submission, attachments: [attachment] }));
  const lease = only(good(test.queue.claim({ owner: 'test', limit: 1 })));
  good(test.queue.acknowledge(lease, 'a.receipt.jws', RECEIVED_AT));
  return { id: submission.envelope.id, file: attachment.manifest.id, sealed: attachment.sealed };
}

function receiveFile(test: TestQueue): void {
  const lease = good(test.queue.claimAttachment({ owner: 'test' }));
  if (lease === null) throw new Error('nothing to claim');
  good(test.queue.acknowledgeAttachment(lease, 'a.receipt.jws', RECEIVED_AT));
}

describe('what has been received goes after its time', () => {
  test('not a day earlier by the budget clock, whatever the wall clock says', () => {
    const test = testQueue();
    const id = test.receive({}, { state: 'accepted' });
    test.time.at = '2041-01-01T00:00:00.000Z';
    test.passDays(29.9);
    expect(good(test.queue.purge(POLICY))).toEqual({ submissions: 0, attachments: 0 });
    test.passDays(0.1);
    expect(good(test.queue.purge(POLICY))).toEqual({ submissions: 1, attachments: 0 });
    expect(good(test.queue.get(id))).toBeNull();
    expect(good(test.queue.purge(POLICY))).toEqual({ submissions: 0, attachments: 0 });
    expect(good(test.queue.verifyAudit()).entries).toBe(3);
    test.queue.close();
    expect(recount(test.path).kept).toEqual(recount(test.path).counted);
  });

  test('nothing without a receipt ever goes', () => {
    const test = testQueue();
    const kept = [1, 2, 3].map((lane) => test.keep({ lane }));
    const lapsed = test.keep({ lane: 4, validUntil: '2026-03-02T04:05:00.000Z' });
    good(test.queue.expireDue());
    const [leased, parked] = good(test.queue.claim({ owner: 'test', limit: 2 }));
    if (leased === undefined || parked === undefined) throw new Error('nothing to claim');
    good(test.queue.park(parked, 'payload-invalid'));
    test.passDays(4_000);
    expect(good(test.queue.purge({ receivedDays: 0 }))).toEqual({ submissions: 0, attachments: 0 });
    expect(good(test.queue.list()).map(({ id }) => id)).toEqual([...kept, lapsed]);
    test.queue.close();
  });

  test('a submission stays until the platform has its file, too; then the file’s bytes are gone', () => {
    const test = testQueue();
    const { id, file, sealed } = withFile(test, 1);
    test.passDays(31);
    expect(good(test.queue.purge(POLICY))).toEqual({ submissions: 0, attachments: 0 });
    expect(readdirSync(folderOf(test))).toEqual([file]);
    receiveFile(test);
    // A second name for the same bytes on the disk: what is left of them can be looked at afterwards.
    const witness = join(test.path, '..', 'witness');
    linkSync(join(folderOf(test), file), witness);
    expect(good(test.queue.purge(POLICY))).toEqual({ submissions: 1, attachments: 1 });
    expect(good(test.queue.get(id))).toBeNull();
    expect(existsSync(join(folderOf(test), file))).toBe(false);
    expect(readFileSync(witness).includes(Buffer.from(sealed.subarray(0, 32)))).toBe(false);
    test.queue.close();
    expect(recount(test.path).kept).toEqual(recount(test.path).counted);
  });

  test('its sealed bytes are in no file of the database afterwards', () => {
    const test = testQueue();
    const submission = submissionWith({}, { bytes: 5_000 });
    good(test.queue.enqueue(submission));
    good(
      test.queue.acknowledge(
        only(good(test.queue.claim({ owner: 'test', limit: 1 }))),
        'a.receipt.jws',
        RECEIVED_AT,
      ),
    );
    const needle = Buffer.from(submission.sealed.subarray(100, 132));
    const found = (): boolean =>
      [test.path, `${test.path}-wal`].some((file) => existsSync(file) && readFileSync(file).includes(needle));
    expect(found()).toBe(true);
    good(test.queue.purge({ receivedDays: 0 }));
    expect(found()).toBe(false);
    test.queue.close();
  });

  test('what was withdrawn goes when its withdrawal has been received, and not before; the withdrawal after it', () => {
    const test = testQueue();
    const id = test.keep();
    const withdrawal = good(test.queue.cancelKept(id, submissionWith({ kind: 'cancellation' })));
    test.passDays(31);
    expect(good(test.queue.purge(POLICY)).submissions).toBe(0);
    good(
      test.queue.acknowledge(
        only(good(test.queue.claim({ owner: 'test', limit: 1 }))),
        'a.receipt.jws',
        RECEIVED_AT,
      ),
    );
    expect(good(test.queue.purge(POLICY)).submissions).toBe(0);
    test.passDays(31);
    expect(good(test.queue.purge(POLICY)).submissions).toBe(2);
    expect([good(test.queue.get(id)), good(test.queue.get(withdrawal.id))]).toEqual([null, null]);
    test.queue.close();
  });

  test('a file of what was withdrawn was never wanted, and goes with it', () => {
    const test = testQueue();
    const { submission, attachment } = newAttachment();
    good(test.queue.enqueue({ ...submission, attachments: [attachment] }));
    good(test.queue.cancelKept(submission.envelope.id, submissionWith({ kind: 'cancellation' })));
    good(
      test.queue.acknowledge(
        only(good(test.queue.claim({ owner: 'test', limit: 1 }))),
        'a.receipt.jws',
        RECEIVED_AT,
      ),
    );
    expect(good(test.queue.listPendingAttachments({ limit: 9 }))).toEqual([]);
    expect(good(test.queue.purge({ receivedDays: 0 }))).toEqual({ submissions: 2, attachments: 1 });
    expect(readdirSync(folderOf(test))).toEqual([]);
    test.queue.close();
  });
});

describe('files and rows that lost each other', () => {
  test('a file that was written and never had a row goes at the next start, not while it may still be in hand', () => {
    const test = testQueue();
    const { file } = withFile(test, 1);
    const orphan = v7();
    writeFileSync(join(folderOf(test), orphan), 'sealed bytes of nobody');
    writeFileSync(join(folderOf(test), 'notes.txt'), 'not ours');
    expect(good(test.queue.sweep())).toEqual({ filesWithoutRow: 0, rowsWithoutFile: 0 });
    const again = test.reopened();
    expect(good(again.queue.sweep())).toEqual({ filesWithoutRow: 1, rowsWithoutFile: 0 });
    expect(readdirSync(folderOf(test)).sort()).toEqual([file, 'notes.txt'].sort());
    const { entries } = good(again.queue.verifyAudit());
    expect(good(again.queue.sweep())).toEqual({ filesWithoutRow: 0, rowsWithoutFile: 0 });
    expect(good(again.queue.verifyAudit()).entries).toBe(entries);
    again.queue.close();
  });

  test('a row whose file is gone or cut off is set aside and seen, never deleted', () => {
    const test = testQueue();
    const [a, b, c] = [1, 2, 3].map((lane) => withFile(test, lane));
    if (a === undefined || b === undefined || c === undefined) throw new Error('nothing kept');
    rmSync(join(folderOf(test), a.file));
    writeFileSync(join(folderOf(test), b.file), 'short');
    expect(good(test.queue.sweep())).toEqual({ filesWithoutRow: 0, rowsWithoutFile: 2 });
    expect(good(test.queue.attachmentsOf(a.id))).toMatchObject([
      { state: 'parked', parkedReason: 'file-missing' },
    ]);
    expect(good(test.queue.attachmentsOf(b.id))).toMatchObject([{ state: 'parked' }]);
    expect(good(test.queue.claimAttachment({ owner: 'test' }))?.id).toBe(c.file);
    expect(test.queue.readChunk(a.file, 0)).toEqual({ ok: false, code: 'file-missing' });
    test.queue.close();
    expect(recount(test.path).kept).toEqual(recount(test.path).counted);
  });
});
