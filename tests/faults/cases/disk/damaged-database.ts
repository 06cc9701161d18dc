import { join } from 'node:path';
import type { Queue, StoredSubmission } from '../../../../queue/index.ts';
import { openQueueOrSalvage } from '../../../../queue/rescue/open.ts';
import { maintain } from '../../../../queue/rescue/maintain.ts';
import { acceptSalvage, readSalvageReport } from '../../../../queue/rescue/salvage-report.ts';
import { digestOf } from '../../../support/digest.ts';
import { damage } from '../../disk/damage.ts';
import { type Confirmed, fillDatabase } from '../../disk/filled-database.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import type { FindingsBook } from '../../runner/findings.ts';

/**
 * Case 6 of facts/queue.md §2.5: bits of the database file or its log are flipped, a stretch is overwritten, or the file
 * is truncated, while the terminal is off; there may be a backup. Figure: 0 silent. Either everything is as it was
 * confirmed; or the terminal says at the start how many are missing, and that is true; or the nightly check, the audit
 * chain or the taking up of the submission notices, and nothing that was changed is sent as sound.
 */
export const damagedDatabase: FaultCase = {
  name: 'damaged-database',
  numbers: [6],
  figure: '0 silent; what a salvage says is true',
  weight: 30,
  async play(round) {
    const { random, found } = round;
    const path = join(round.folder(), 'queue.db');
    const { confirmed, keyDocument } = await fillDatabase(path, random);
    found.confirm(confirmed.length);
    damage(path, random);
    const options = { keyDocument, freshEpoch: 2 };
    let opened = await openQueueOrSalvage(path, options);
    let admitted = opened.ok ? (opened.value.salvage?.missing ?? null) : null;
    const salvaged = opened.ok && opened.value.salvage !== null;
    if (!opened.ok && opened.code === 'database-salvaged') {
      admitted = acceptSalvage(path, { at: new Date().toISOString(), by: 'T1001' })?.missing ?? Infinity;
      opened = await openQueueOrSalvage(path, options);
    }
    if (!opened.ok) {
      found.miss(`out of service: ${opened.code} ${JSON.stringify(opened.params ?? {})}`);
      return;
    }
    const { queue } = opened.value;
    round.onEnd(() => queue.close());
    const wasSalvaged = salvaged || readSalvageReport(path) !== null;
    if (wasSalvaged) checkSalvaged(queue, confirmed, admitted ?? 0, found);
    else if (!(await isNoticed(path, queue))) checkSent(queue, confirmed, found);
  },
};

/** After a salvage everything that is there is as it was, and no more is gone than was said. */
function checkSalvaged(
  queue: Queue,
  confirmed: readonly Confirmed[],
  admitted: number,
  found: FindingsBook,
): void {
  let gone = 0;
  for (const item of confirmed) {
    const stored = storedOf(queue, item.id);
    if (stored === null) gone += item.received ? 0 : 1;
    else if (!isAsConfirmed(queue, item, stored))
      found.fault('corrupt', `${item.reference} was salvaged as something else`);
  }
  if (gone > admitted) found.fault('lost', `${String(gone)} are missing, ${String(admitted)} were admitted`);
}

/** What the night's work or somebody who verifies the log would find. */
async function isNoticed(path: string, queue: Queue): Promise<boolean> {
  if (!queue.verifyAudit().ok) return true;
  const { integrity } = await maintain({ path, queue, retention: { receivedDays: 400 } });
  return integrity === 'damaged';
}

/** Nobody has noticed anything: then nothing may differ, neither in the list nor on the wire. */
function checkSent(queue: Queue, confirmed: readonly Confirmed[], found: FindingsBook): void {
  const sent = sendAll(queue);
  for (const item of confirmed) {
    const stored = storedOf(queue, item.id);
    if (stored === null) found.fault('lost', `${item.reference} is gone and nobody noticed`);
    else if (item.received && stored.receipt === null) {
      found.fault('falseConfirmations', `${item.reference} has lost its receipt and nobody noticed`);
    } else if (!isAsConfirmed(queue, item, stored) && (sent.has(item.id) || item.received)) {
      found.fault('corrupt', `${item.reference} was changed and nobody noticed`);
    }
  }
}

function storedOf(queue: Queue, id: string): StoredSubmission | null {
  const item = queue.get(id);
  return item.ok ? item.value : null;
}

function isAsConfirmed(
  queue: Queue,
  item: Confirmed,
  { reference, digest, lane, envelope }: StoredSubmission,
): boolean {
  const sealed = queue.sealedOf(item.id);
  const bytes = sealed.ok && sealed.value !== null ? sealed.value : new Uint8Array();
  const expected = [item.reference, item.digest, item.lane].join();
  return (
    [reference, digest, lane].join() === expected &&
    [envelope?.reference, envelope?.digest, envelope?.lane].join() === expected &&
    digestOf(bytes) === item.digest
  );
}

/** Takes everything up as the sender does; what the disk changed is set aside by that. @returns what would be sent */
function sendAll(queue: Queue): ReadonlySet<string> {
  const sent = new Set<string>();
  for (;;) {
    const claimed = queue.claim({ owner: 'case', limit: 50 });
    if (!claimed.ok || claimed.value.length === 0) return sent;
    for (const lease of claimed.value) {
      sent.add(lease.id);
      queue.acknowledge(lease, 'a.verified.receipt', '2026-03-02T04:10:00.000Z');
    }
  }
}
