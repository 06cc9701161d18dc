import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { type AttachmentManifest, CHUNK_BYTES } from '../../../domain/wire/attachment.ts';
import { digestOf } from '../../store/digest.ts';
import { openQueue } from '../../store/queue.ts';
import type { Queue, QueueOptions } from '../../store/queue-interface.ts';
import type { SubmissionState } from '../../store/submission-states.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { type TestPlatform, testPlatform } from '../../testing/platform.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';

/** What a member was told of: it must be found again, or be counted as missing. */
export interface Confirmed {
  readonly id: string;
  readonly reference: string;
  readonly digest: string;
  readonly state: SubmissionState;
}

export interface FilledQueue {
  readonly path: string;
  readonly platform: TestPlatform;
  readonly queue: Queue;
  readonly confirmed: Confirmed[];
  /** Keeps so many more, of up to `bytes` each. */
  keep(count: number, bytes?: number): void;
  /** Lets the platform receive so many of those that wait. */
  receive(count: number): Promise<void>;
  readonly options: QueueOptions & { readonly keyDocument: TestPlatform['document'] };
}

const RECEIVED_AT = '2026-03-02T04:10:00.000Z';

/** A queue with something of everything in it: kept, received, accepted, parked, exported, withdrawn, with files. */
export async function filledQueue(options: QueueOptions = {}): Promise<FilledQueue> {
  const path = join(dataFolder(), 'queue.db');
  const platform = await testPlatform('http://127.0.0.1:1');
  const queue = good(openQueue(path, options));
  const confirmed: Confirmed[] = [];
  let lane = 0;

  function note(id: string): void {
    const { reference, digest, state } = good(queue.get(id)) ?? {};
    if (reference === undefined || digest === undefined || state === undefined) throw new Error('not kept');
    const known = confirmed.findIndex((item) => item.id === id);
    if (known >= 0) confirmed.splice(known, 1);
    confirmed.push({ id, reference, digest, state });
  }

  function keep(count: number, bytes = 900): void {
    for (let index = 0; index < count; index += 1) {
      lane += 1;
      const size = 200 + Math.floor((bytes * ((index * 7919) % 100)) / 100);
      note(good(queue.enqueue(newSubmission({ lane, bytes: size }))).id);
    }
  }

  async function receive(count: number): Promise<void> {
    for (const lease of good(queue.claim({ owner: 'test', limit: count }))) {
      const { id, digest, terminalId } = lease.envelope;
      const receipt = await platform.signReceipt({ id, digest, terminalId, receivedAt: RECEIVED_AT });
      good(queue.acknowledge(lease, receipt, RECEIVED_AT, { state: 'accepted' }));
      note(id);
    }
  }

  return {
    path,
    platform,
    queue,
    confirmed,
    keep,
    receive,
    options: { ...options, keyDocument: platform.document },
  };
}

/** Closed, with rows in several states. */
export async function closedQueue(items = 30): Promise<FilledQueue> {
  const filled = await filledQueue();
  filled.keep(items);
  await filled.receive(Math.floor(items / 3));
  filled.queue.close();
  return filled;
}

/** A submission with a file of its own. */
export function withFile(queue: Queue, lane: number, bytes = 100_000): { id: string; fileId: string } {
  const sealed = new Uint8Array(randomBytes(bytes));
  const fileId = v7();
  const submission = newSubmission({ lane });
  const mention = { id: fileId, digest: digestOf(sealed) };
  const { id } = good(
    queue.enqueue({ ...submission, envelope: { ...submission.envelope, attachments: [mention] } }),
  );
  const chunks = Array.from({ length: Math.ceil(bytes / CHUNK_BYTES) }, (_, index) =>
    digestOf(sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)),
  );
  const manifest: AttachmentManifest = {
    v: 1,
    id: fileId,
    submissionId: id,
    terminalId: 'K0127',
    kid: 'seal-1',
    mediaType: 'application/pdf',
    bytes,
    digest: mention.digest,
    chunkBytes: CHUNK_BYTES,
    chunks,
  };
  good(queue.keepAttachment({ manifest, sealed }));
  return { id, fileId };
}

/** The files of a database as they are now: what a machine that lost its power would find. */
export function snapshot(path: string): string {
  const copy = join(dataFolder(), 'queue.db');
  for (const part of ['', '-wal', '.lock']) {
    if (existsSync(path + part)) copyFileSync(path + part, copy + part);
  }
  return copy;
}
