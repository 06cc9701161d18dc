import { join } from 'node:path';
import { argv } from 'node:process';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type Lease, type NewSubmission, openQueue, type Queue } from '../../../../queue/index.ts';
import { newAttachment } from '../../../../queue/store/testing/attachments.ts';
import { submissionWith } from '../../../../queue/store/testing/submissions.ts';
import { newSubmission } from '../../../../queue/testing/submissions.ts';
import { createRandom } from '../../runner/random.ts';
import { openMarks } from '../marks.ts';

/**
 * A terminal's queue at its work, for the recorder: keeps (with files, too), claims, acknowledges, gives back, parks,
 * withdraws, purges, writes audit entries, takes numbers, closes and opens again, in an order that the seed decides.
 * Everything that the queue answers with ok is told in the marks file at once.
 */
const optionsSchema = z.object({
  seed: z.number(),
  turns: z.number(),
  /** How likely a turn is to close the queue and open it again. */
  reopen: z.number().default(0),
  /** The turn at which the disk is well again. */
  healAt: z.number().optional(),
  /** A queue whose connections sync as better-sqlite3 would by itself: what the model must be able to notice. */
  relaxed: z.boolean().default(false),
});
export type QueueWorkload = z.input<typeof optionsSchema>;

const [, , folder = '', marksPath = '', words = '{}'] = argv;
const options = optionsSchema.parse(JSON.parse(words));
const random = createRandom('queue-workload', options.seed);
const marks = openMarks(marksPath);
const path = join(folder, 'queue', 'queue.db');
const LANES = 12;
const MOST_TRIES = 20;

if (options.relaxed) relaxEveryConnection();
marks.arm();
let queue = opened();
let held: Lease[] = [];
/** What may be withdrawn. */
const kept: string[] = [];
for (let turn = 0; turn < options.turns; turn += 1) {
  if (turn === options.healAt) marks.disarm();
  takeTurn();
}
queue.close();
marks.tell({ told: 'done' });

function opened(): Queue {
  // After a fault of the disk the program is started again, as a supervisor would.
  for (let tries = 0; ; tries += 1) {
    const answer = openQueue(path);
    if (answer.ok) return answer.value;
    if (tries < MOST_TRIES) continue;
    marks.tell({ told: 'out-of-service', code: answer.code });
    process.exit(0);
  }
}

function keep(): void {
  const bytes = random.chance(0.05) ? random.between(20_000, 60_000) : random.between(200, 3_000);
  const submission = newSubmission({ lane: random.between(1, LANES), bytes });
  const { id } = submission.envelope;
  if (tellKept(submission, queue.enqueue(submission))) kept.push(id);
}

function keepWithFile(): void {
  const bytes = random.between(100, 150_000);
  const { submission, attachment } = newAttachment({ lane: random.between(1, LANES), bytes });
  if (!tellKept(submission, queue.enqueue({ ...submission, attachments: [attachment] }))) return;
  const { id, submissionId, chunks } = attachment.manifest;
  marks.tell({ told: 'file', id, submission: submissionId, chunks });
}

function withdraw(): void {
  const id = kept.shift();
  if (id === undefined) return;
  const withdrawal = submissionWith({ kind: 'cancellation', lane: random.between(1, LANES) });
  const answer = queue.cancelKept(id, withdrawal);
  if (!answer.ok && answer.code === 'not-cancellable') return;
  if (!answer.ok) marks.tell({ told: 'unsettled', id });
  if (tellKept(withdrawal, answer) && answer.ok && answer.value.withdrawn)
    marks.tell({ told: 'withdrawn', id });
}

/** @returns whether it was kept */
function tellKept(
  { envelope: { id, lane, digest } }: NewSubmission,
  answer: ReturnType<Queue['enqueue'] | Queue['cancelKept']>,
): boolean {
  if (answer.ok) {
    const { reference, sequence } = answer.value;
    marks.tell({ told: 'kept', id, reference, sequence, lane, digest });
  } else marks.tell({ told: 'refused', id, code: answer.code });
  return answer.ok;
}

function takeTurn(): void {
  const dice = random.next();
  if (dice < options.reopen) {
    queue.close();
    held = [];
    queue = opened();
  } else if (dice < 0.54) keep();
  else if (dice < 0.57) keepWithFile();
  else if (dice < 0.6) withdraw();
  else if (dice < 0.75) claim();
  else if (dice < 0.91) settle();
  else if (dice < 0.92) purge();
  else if (dice < 0.96) takeNumber();
  else note();
}

function purge(): void {
  marks.tell({ told: 'purging' });
  queue.purge({ receivedDays: 0 });
}

function claim(): void {
  const claimed = queue.claim({ owner: 'workload', limit: random.between(1, 4) });
  if (claimed.ok) held.push(...claimed.value);
}

function settle(): void {
  const lease = held.shift();
  if (lease === undefined) return;
  const dice = random.next();
  if (dice < 0.6) {
    const outcome = random.chance(0.5) ? ({ state: 'accepted' } as const) : null;
    const received = queue.acknowledge(lease, 'a.verified.receipt', '2026-03-02T04:10:00.000Z', outcome);
    if (received.ok) marks.tell({ told: 'received', id: lease.id });
    // It may be there all the same, and then it may be purged.
    else if (received.code !== 'lease-lost') marks.tell({ told: 'unsettled', id: lease.id });
  } else if (dice < 0.8) queue.release(lease, { retryAfter: 0 });
  else {
    const parked = queue.park(lease, 'payload-invalid');
    if (!parked.ok) return;
    marks.tell({ told: 'parked', id: lease.id });
  }
}

function takeNumber(): void {
  const reference = queue.takeReference('K0127');
  if (reference.ok) marks.tell({ told: 'reference', reference: reference.value });
}

function note(): void {
  const event = 'document.typed';
  if (queue.audit.append({ event, actor: 'staff', staffId: 'S1001' }).ok) {
    marks.tell({ told: 'audited', event });
  }
}

function relaxEveryConnection(): void {
  const { prototype } = Database as unknown as {
    prototype: { pragma: (this: unknown, text: string, how?: object) => unknown };
  };
  const real = prototype.pragma;
  prototype.pragma = function pragma(text, how) {
    if (text === 'synchronous = FULL') return real.call(this, 'synchronous = NORMAL', how);
    return text === 'synchronous' ? 2 : real.call(this, text, how);
  };
}
