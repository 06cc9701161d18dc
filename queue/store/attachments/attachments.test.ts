import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHUNK_BYTES } from '../../../domain/wire/attachment.ts';
import { EMBEDDED_POLICY } from '../../../domain/wire/policy.ts';
import { good } from '../../testing/values.ts';
import { newAttachment } from '../testing/attachments.ts';
import { RECEIVED_AT, testQueue, type TestQueue } from '../testing/queues.ts';
import { recount } from '../testing/recount.ts';
import { submissionWith } from '../testing/submissions.ts';
import type { NewAttachment } from './attachment.ts';

const LIMITS = EMBEDDED_POLICY.attachments;

/** A queue with one submission that mentions a file, which is not there yet. */
function mentioning(
  options: Parameters<typeof newAttachment>[0] = {},
): TestQueue & { attachment: NewAttachment } {
  const test = testQueue();
  const { submission, attachment } = newAttachment(options);
  good(test.queue.enqueue(submission));
  return { ...test, attachment };
}

function filesOf(path: string): readonly string[] {
  const folder = `${path}.attachments`;
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Everything the file chunk by chunk. */
function read(test: TestQueue, id: string): Buffer {
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = good(test.queue.readChunk(id, chunks.length));
    if (chunk === null) return Buffer.concat(chunks);
    chunks.push(chunk);
  }
}

describe('a scanned form is kept', () => {
  test('with its submission, in one call: bytes, name and permissions are as they should be', () => {
    const test = testQueue();
    const { submission, attachment } = newAttachment();
    good(test.queue.enqueue({ ...submission, attachments: [attachment] }, LIMITS));
    const { id } = attachment.manifest;
    expect(filesOf(test.path)).toEqual([id]);
    expect(statSync(`${test.path}.attachments`).mode & 0o777).toBe(0o700);
    expect(statSync(join(`${test.path}.attachments`, id)).mode & 0o777).toBe(0o600);
    expect(read(test, id)).toEqual(Buffer.from(attachment.sealed));
    expect(good(test.queue.attachmentsOf(submission.envelope.id))).toMatchObject([
      { id, state: 'kept', manifest: attachment.manifest, bytes: attachment.sealed.byteLength },
    ]);
    expect(good(test.queue.status()).attachments).toBe(1);
    test.queue.close();
  });

  test('after its submission; a second time it is the same one', () => {
    const test = mentioning();
    good(test.queue.keepAttachment(test.attachment, LIMITS, { staffId: 'S1001' }));
    good(test.queue.keepAttachment(test.attachment, LIMITS));
    expect(filesOf(test.path)).toHaveLength(1);
    expect(good(test.queue.verifyAudit()).entries).toBe(2);
    const again = test.reopened();
    expect(read(again, test.attachment.manifest.id)).toEqual(Buffer.from(test.attachment.sealed));
    again.queue.close();
    expect(recount(test.path).kept).toEqual(recount(test.path).counted);
  });

  test.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1])('of %i bytes', (bytes) => {
    const test = mentioning({ bytes });
    good(test.queue.keepAttachment(test.attachment, LIMITS));
    const { id, chunks } = test.attachment.manifest;
    expect(read(test, id)).toEqual(Buffer.from(test.attachment.sealed));
    expect(good(test.queue.readChunk(id, chunks.length))).toBeNull();
    expect(good(test.queue.readChunk(id, -1))).toBeNull();
    expect(good(test.queue.readChunk(id, 0.5))).toBeNull();
    test.queue.close();
  });

  test('the power had failed while it was written: what was left is replaced', () => {
    const test = mentioning();
    const { id } = test.attachment.manifest;
    const folder = `${test.path}.attachments`;
    good(test.queue.keepAttachment(mentioned(test), LIMITS));
    writeFileSync(join(folder, id), 'half of it', { mode: 0o644 });
    good(test.queue.keepAttachment(test.attachment, LIMITS));
    expect(readFileSync(join(folder, id))).toEqual(Buffer.from(test.attachment.sealed));
    expect(statSync(join(folder, id)).mode & 0o777).toBe(0o600);
    test.queue.close();
  });
});

/** Another submission's file, so that the folder is there. */
function mentioned(test: TestQueue): NewAttachment {
  const { submission, attachment } = newAttachment({ bytes: 10, lane: 99 });
  good(test.queue.enqueue(submission));
  return attachment;
}

describe('a file that is refused leaves nothing behind', () => {
  const cases: readonly [string, (right: NewAttachment) => NewAttachment, string][] = [
    [
      'other bytes',
      (right) => ({ ...right, sealed: right.sealed.map((byte) => byte ^ 1) }),
      'digest-differs',
    ],
    ['fewer bytes', (right) => ({ ...right, sealed: right.sealed.subarray(1) }), 'malformed'],
    [
      'a chunk’s digest that is another’s',
      ({ manifest, sealed }) => ({ sealed, manifest: { ...manifest, chunks: manifest.chunks.toReversed() } }),
      'digest-differs',
    ],
    [
      'a chunk too many',
      ({ manifest, sealed }) => ({
        sealed,
        manifest: { ...manifest, chunks: [...manifest.chunks, manifest.digest] },
      }),
      'malformed',
    ],
    [
      'an id that leads elsewhere',
      ({ manifest, sealed }) => ({ sealed, manifest: { ...manifest, id: '../../etc/passwd' } }),
      'malformed',
    ],
    [
      'a submission that nobody kept',
      ({ manifest, sealed }) => ({
        sealed,
        manifest: { ...manifest, submissionId: '01a20478-dbc4-74ba-a370-e0e9536505f7' },
      }),
      'submission-unknown',
    ],
    [
      'an id that its submission does not mention',
      ({ manifest, sealed }) => ({
        sealed,
        manifest: { ...manifest, id: '01a20478-dbc4-74ba-a370-e0e9536505f7' },
      }),
      'not-mentioned',
    ],
    [
      'another terminal’s',
      ({ manifest, sealed }) => ({ sealed, manifest: { ...manifest, terminalId: 'K0999' } }),
      'not-mentioned',
    ],
  ];
  test.each(cases)('%s', (_, change, code) => {
    const test = mentioning();
    expect(test.queue.keepAttachment(change(test.attachment), LIMITS)).toMatchObject({ ok: false, code });
    expect(filesOf(test.path)).toEqual([]);
    expect(good(test.queue.counts()).attachments.kept).toBe(0);
    expect(good(test.queue.verifyAudit()).entries).toBe(1);
    test.queue.close();
  });

  test('larger than the platform takes, before sealing', () => {
    const sealing = 65 + 16;
    const test = mentioning({ bytes: 1_000 + sealing });
    const limits = { ...LIMITS, mostBytes: 999 };
    expect(test.queue.keepAttachment(test.attachment, limits)).toEqual({
      ok: false,
      code: 'attachment-too-large',
      params: { most: 999 },
    });
    good(test.queue.keepAttachment(test.attachment, { ...LIMITS, mostBytes: 1_000 }));
    test.queue.close();
  });

  test('of a type that the platform does not take', () => {
    const test = mentioning({ mediaType: 'image/tiff' });
    const limits = { ...LIMITS, mediaTypes: ['application/pdf' as const] };
    expect(test.queue.keepAttachment(test.attachment, limits)).toEqual({
      ok: false,
      code: 'attachment-type',
    });
    test.queue.close();
  });

  test('more of them than the platform takes: the submission is refused as well', () => {
    const test = testQueue();
    const { submission, attachment } = newAttachment();
    const attachments = [
      attachment.manifest,
      { ...attachment.manifest, id: '01a20478-dbc4-74ba-a370-e0e9536505f7' },
    ];
    const envelope = {
      ...submission.envelope,
      attachments: attachments.map(({ id, digest }) => ({ id, digest })),
    };
    expect(
      test.queue.enqueue({ ...submission, envelope }, { ...LIMITS, mostPerSubmission: 1 }),
    ).toMatchObject({
      ok: false,
      code: 'attachment-too-many',
    });
    expect(test.queue.enqueue({ ...submission, envelope, attachments: [attachment] }, LIMITS)).toMatchObject({
      ok: false,
      code: 'not-mentioned',
    });
    expect(good(test.queue.list())).toEqual([]);
    expect(filesOf(test.path)).toEqual([]);
    test.queue.close();
  });

  test('its submission is refused: the file goes again', () => {
    const test = testQueue();
    const { submission, attachment } = newAttachment();
    const taken = submissionWith({ id: submission.envelope.id });
    good(test.queue.enqueue(taken));
    expect(test.queue.enqueue({ ...submission, attachments: [attachment] }, LIMITS)).toEqual({
      ok: false,
      code: 'id-used',
    });
    expect(filesOf(test.path)).toEqual([]);
    test.queue.close();
  });

  test('the folder cannot be written: not saved, and the submission is not there either', () => {
    const path = testQueue().reopened().path;
    const test = testQueue(`${path}-2`, { attachmentsFolder: join(path, 'not-a-folder') });
    const { submission, attachment } = newAttachment();
    expect(test.queue.enqueue({ ...submission, attachments: [attachment] }, LIMITS)).toEqual({
      ok: false,
      code: 'storage-fault',
    });
    expect(good(test.queue.list())).toEqual([]);
    test.queue.close();
  });
});

describe('a file is damaged after it was kept', () => {
  test('a chunk that is not what it was is not given out', () => {
    const test = mentioning();
    good(test.queue.keepAttachment(test.attachment, LIMITS));
    const { id } = test.attachment.manifest;
    const path = join(`${test.path}.attachments`, id);
    const bytes = readFileSync(path);
    bytes[CHUNK_BYTES + 5] = (bytes[CHUNK_BYTES + 5] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(good(test.queue.readChunk(id, 0))).toHaveLength(CHUNK_BYTES);
    expect(test.queue.readChunk(id, 1)).toEqual({ ok: false, code: 'file-damaged' });
    writeFileSync(path, bytes.subarray(0, 100));
    expect(test.queue.readChunk(id, 3)).toEqual({ ok: false, code: 'file-damaged' });
    test.queue.close();
  });
});

describe('files are sent', () => {
  /** Three submissions with a file each; the platform has the first two. */
  function three() {
    const test = testQueue();
    const attachments = [1, 2, 3].map((lane) => {
      const { submission, attachment } = newAttachment({ lane });
      good(test.queue.enqueue({ ...submission, attachments: [attachment] }, LIMITS));
      return attachment.manifest;
    });
    for (const lease of good(test.queue.claim({ owner: 'test', limit: 2 })))
      good(test.queue.acknowledge(lease, 'a.receipt.jws', RECEIVED_AT));
    const claim = () => good(test.queue.claimAttachment({ owner: 'test' }));
    return { ...test, manifests: attachments, ids: attachments.map(({ id }) => id), claim };
  }

  test('only when the platform has their submission, each by one sender, and in turn', () => {
    const { queue, claim, ids, manifests, path } = three();
    const first = claim();
    expect(first).toMatchObject({ id: ids[0], submissionId: manifests[0]?.submissionId, attempts: 1 });
    expect(first?.path).toBe(join(`${path}.attachments`, ids[0] ?? ''));
    const second = claim();
    expect([second?.id, claim()]).toEqual([ids[1], null]);
    if (first === null || second === null) throw new Error('nothing to claim');
    good(queue.releaseAttachment(second, { retryAfter: 0 }));
    good(queue.releaseAttachment(first, { retryAfter: 0 }));
    // The one that was claimed longest ago comes first, whichever was given back first.
    expect([claim()?.id, claim()?.id]).toEqual([ids[0], ids[1]]);
    queue.close();
  });

  test('one that waits lets the others past', () => {
    const { queue, claim, ids, clock } = three();
    const first = claim();
    if (first === null) throw new Error('nothing to claim');
    good(queue.releaseAttachment(first, { retryAfter: 5_000, untried: true }));
    expect([claim()?.id, claim()]).toEqual([ids[1], null]);
    clock.advance(5_000);
    expect(claim()).toMatchObject({ id: ids[0], attempts: 1 });
    queue.close();
  });

  test('a late answer of an older lease changes nothing', () => {
    const { queue, claim, clock } = three();
    const slow = claim();
    claim();
    clock.advance(10 * 60_000);
    const quick = claim();
    if (slow === null || quick?.id !== slow.id) throw new Error('another one was first');
    const lost = { ok: false, code: 'lease-lost' };
    expect(queue.acknowledgeAttachment(slow, 'a.receipt.jws', RECEIVED_AT)).toEqual(lost);
    expect(queue.releaseAttachment(slow, { retryAfter: 0 })).toEqual(lost);
    expect(queue.parkAttachment(slow, 'attachment-type')).toEqual(lost);
    good(queue.acknowledgeAttachment(quick, 'a.receipt.jws', RECEIVED_AT));
    expect(good(queue.attachmentsOf(quick.submissionId))).toMatchObject([
      { state: 'received', receipt: 'a.receipt.jws', receivedAt: RECEIVED_AT },
    ]);
    expect(good(queue.status()).attachments).toBe(2);
    queue.close();
  });

  test('the machine went down: it is sent from where the platform says, by whoever comes', () => {
    const test = three();
    const before = test.claim();
    const again = test.reopened();
    const after = good(again.queue.claimAttachment({ owner: 'again' }));
    expect(after?.id).toBe(test.ids[1]);
    expect(good(again.queue.claimAttachment({ owner: 'again' }))).toMatchObject({
      id: before?.id,
      attempts: 2,
    });
    again.queue.close();
  });

  test('one that the platform refuses is set aside, and taken back', () => {
    const { queue, claim, ids } = three();
    const first = claim();
    if (first === null) throw new Error('nothing to claim');
    expect(queue.parkAttachment(first, 'Form of CHAN Tai Man')).toEqual({ ok: false, code: 'not-a-code' });
    good(queue.parkAttachment(first, 'attachment-type'));
    expect([claim()?.id, claim()]).toEqual([ids[1], null]);
    good(queue.unparkAttachment(first.id, { staffId: 'S1001' }));
    expect(queue.unparkAttachment(first.id)).toEqual({ ok: false, code: 'not-parked' });
    expect(claim()?.id).toBe(ids[0]);
    queue.close();
  });

  test('a receipt that came by drive, whatever its state', () => {
    const { queue, claim, ids } = three();
    const first = claim();
    const [a = '', b = ''] = ids;
    expect(good(queue.takeImportedAttachment(a, 'a.receipt.jws', RECEIVED_AT))).toBe('taken');
    expect(good(queue.takeImportedAttachment(a, 'other', RECEIVED_AT))).toBe('known');
    expect(good(queue.takeImportedAttachment(b, 'a.receipt.jws', RECEIVED_AT))).toBe('taken');
    expect(queue.takeImportedAttachment(first?.submissionId ?? '', 'x', RECEIVED_AT)).toEqual({
      ok: false,
      code: 'attachment-unknown',
    });
    if (first === null) throw new Error('nothing to claim');
    expect(queue.acknowledgeAttachment(first, 'x', RECEIVED_AT)).toEqual({ ok: false, code: 'lease-lost' });
    queue.close();
  });

  test('what still has to go onto a drive, page by page', () => {
    const { queue, ids } = three();
    const [a = '', b = '', c = ''] = ids;
    good(queue.takeImportedAttachment(b, 'a.receipt.jws', RECEIVED_AT));
    const page = (after?: string) =>
      good(queue.listPendingAttachments({ limit: 1, ...(after === undefined ? {} : { after }) })).map(
        ({ id }) => id,
      );
    expect([page(), page(a), page(c)]).toEqual([[a], [c], []]);
    queue.close();
  });
});
