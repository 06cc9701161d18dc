import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openQueue, type Queue, type StoredSubmission } from '../../../queue/index.ts';
import { recount } from '../../../queue/store/testing/recount.ts';
import { newSubmission } from '../../../queue/testing/submissions.ts';
import { digestOf } from '../../support/digest.ts';
import type { FindingsBook } from '../runner/findings.ts';
import type { Mark } from './marks.ts';

type Kept = Extract<Mark, { told: 'kept' }>;

/** The marks with which something was confirmed. */
export const CONFIRMATIONS: ReadonlySet<Mark['told']> = new Set<Mark['told']>([
  'kept',
  'received',
  'parked',
  'withdrawn',
  'file',
  'reference',
  'audited',
]);
/** Those that have an audit entry of their own. */
const AUDITED: ReadonlySet<Mark['told']> = new Set<Mark['told']>(['kept', 'received', 'parked', 'audited']);

/** Where the workloads have their database, below the watched folder. */
export function databaseOf(folder: string): string {
  return join(folder, 'queue', 'queue.db');
}

/**
 * Starts the queue on what a fault left behind and compares it with what had been told: everything confirmed is there
 * with its bytes, its number and its place; the log of events is whole; no number is given a second time.
 * @param auditedFrom so many marks come from a fixture that has no audit entries for them
 */
export function examineQueue(
  folder: string,
  marks: readonly Mark[],
  found: FindingsBook,
  auditedFrom = 0,
): void {
  const started = performance.now();
  const opened = openQueue(databaseOf(folder));
  const milliseconds = performance.now() - started;
  found.confirm(marks.filter(({ told }) => CONFIRMATIONS.has(told)).length);
  if (!opened.ok) {
    found.fault('corrupt', `does not open: ${opened.code} ${JSON.stringify(opened.params ?? {})}`);
    return;
  }
  found.expect(milliseconds <= 2_000, `took ${milliseconds.toFixed(0)} ms to start`);
  const queue = opened.value;
  try {
    compare(queue, marks, found);
    compareAudit(queue, marks.slice(auditedFrom), found);
  } finally {
    queue.close();
  }
  checkIntegrity(databaseOf(folder), found);
  checkCounters(databaseOf(folder), found);
}

/** The counters that the screens show, against the rows. */
function checkCounters(path: string, found: FindingsBook): void {
  const { kept, counted } = recount(path);
  for (const [name, value] of Object.entries(counted)) {
    if (kept[name] !== value) {
      found.fault('corrupt', `${name} counts ${String(kept[name])}, ${String(value)} are there`);
    }
  }
}

/** The whole check, not the quick one that the queue does at its start. */
export function checkIntegrity(path: string, found: FindingsBook): void {
  if (!existsSync(path)) return;
  const reader = new Database(path, { readonly: true });
  const answer: unknown = reader.pragma('integrity_check', { simple: true });
  reader.close();
  if (answer !== 'ok') found.fault('corrupt', `integrity check: ${String(answer)}`);
}

function compare(queue: Queue, marks: readonly Mark[], found: FindingsBook): void {
  const listed = queue.list();
  if (!listed.ok) {
    found.fault('corrupt', `the list cannot be read: ${listed.code}`);
    return;
  }
  const stored = new Map(listed.value.map((item) => [item.id, item]));
  const gone = mayBeGone(marks);
  const kept = marks.filter((mark): mark is Kept => mark.told === 'kept');
  for (const mark of kept) {
    if (stored.has(mark.id) || !gone.has(mark.id)) compareKept(queue, mark, stored.get(mark.id), found);
  }
  for (const mark of marks) compareState(mark, stored, gone, found);
  compareFiles(queue, marks, gone, found);
  compareOrder(kept, found);
  compareNumbers(queue, marks, listed.value, found);
}

const ENDED: ReadonlySet<Mark['told']> = new Set<Mark['told']>(['received', 'unsettled', 'withdrawn']);

/** What had been received, or withdrawn, when a purge was begun. */
function mayBeGone(marks: readonly Mark[]): ReadonlySet<string> {
  const last = marks.findLastIndex(({ told }) => told === 'purging');
  return new Set(
    marks.slice(0, last + 1).flatMap((mark) => (ENDED.has(mark.told) && 'id' in mark ? [mark.id] : [])),
  );
}

function compareFiles(
  queue: Queue,
  marks: readonly Mark[],
  gone: ReadonlySet<string>,
  found: FindingsBook,
): void {
  for (const mark of marks) {
    if (mark.told !== 'file' || gone.has(mark.submission)) continue;
    for (const [index, digest] of mark.chunks.entries()) {
      const chunk = queue.readChunk(mark.id, index);
      const bytes = chunk.ok ? chunk.value : null;
      if (bytes === null) found.fault('lost', `chunk ${String(index)} of ${mark.id} is not there`);
      else if (digestOf(bytes) !== digest) {
        found.fault('corrupt', `chunk ${String(index)} of ${mark.id} has other bytes`);
      }
    }
  }
}

function compareKept(
  queue: Queue,
  mark: Kept,
  item: StoredSubmission | undefined,
  found: FindingsBook,
): void {
  if (item === undefined) {
    found.fault('lost', `${mark.reference} was confirmed and is not there`);
    return;
  }
  const same =
    item.reference === mark.reference &&
    (mark.sequence === undefined || item.sequence === mark.sequence) &&
    (mark.lane === undefined || item.lane === mark.lane) &&
    (mark.digest === undefined || item.digest === mark.digest);
  if (!same) found.fault('corrupt', `${mark.reference} is not what was confirmed`);
  const sealed = queue.sealedOf(mark.id);
  const bytes = sealed.ok ? sealed.value : null;
  const digest = bytes === null ? '' : digestOf(bytes);
  if (digest !== item.digest || item.envelope?.digest !== item.digest) {
    found.fault('corrupt', `${mark.reference} has other bytes`);
  }
}

function compareState(
  mark: Mark,
  stored: ReadonlyMap<string, StoredSubmission>,
  gone: ReadonlySet<string>,
  found: FindingsBook,
): void {
  if (!('id' in mark) || gone.has(mark.id)) return;
  const item = stored.get(mark.id);
  const state = item?.state ?? 'gone';
  if (mark.told === 'received' && (item === undefined || item.receipt === null)) {
    found.fault('falseConfirmations', `${mark.id} was told received and is ${state}`);
  }
  // What is set aside may still be withdrawn.
  if (mark.told === 'parked' && state !== 'parked' && state !== 'cancelled') {
    found.fault('lost', `${mark.id} was parked and is ${state}`);
  }
  if (mark.told === 'withdrawn' && state !== 'cancelled') {
    found.fault('lost', `${mark.id} was withdrawn and is ${state}`);
  }
}

/** Within a lane the places grow in the order in which they were confirmed. */
function compareOrder(kept: readonly Kept[], found: FindingsBook): void {
  const last = new Map<number, number>();
  for (const { lane = 0, sequence, reference } of kept) {
    if (sequence === undefined) continue;
    if (sequence <= (last.get(lane) ?? 0)) found.fault('reordered', `${reference} in lane ${String(lane)}`);
    last.set(lane, sequence);
  }
}

function compareNumbers(
  queue: Queue,
  marks: readonly Mark[],
  stored: readonly StoredSubmission[],
  found: FindingsBook,
): void {
  const references = marks.flatMap((mark) => ('reference' in mark ? [mark.reference] : []));
  if (new Set(references).size !== references.length) found.fault('duplicated', 'a number was given twice');
  const next = queue.enqueue(newSubmission({ lane: 1 }));
  if (!next.ok) {
    found.miss(`nothing can be kept afterwards: ${next.code}`);
    return;
  }
  if (references.includes(next.value.reference)) {
    found.fault('duplicated', `${next.value.reference} was given again`);
  }
  const latest = Math.max(0, ...stored.map(({ sequence }) => sequence));
  if (next.value.sequence <= latest) found.fault('reordered', 'a new submission stands before old ones');
}

function compareAudit(queue: Queue, marks: readonly Mark[], found: FindingsBook): void {
  const verified = queue.verifyAudit();
  if (!verified.ok) {
    found.fault('corrupt', `audit: ${verified.code} ${JSON.stringify(verified.params ?? {})}`);
    return;
  }
  const least = marks.filter(({ told }) => AUDITED.has(told)).length;
  if (verified.value.entries < least) {
    found.fault(
      'lost',
      `${String(least)} audit entries were confirmed, ${String(verified.value.entries)} are there`,
    );
  }
}
