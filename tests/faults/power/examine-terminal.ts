import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Enrolment } from '../../../domain/wire/contract.ts';
import { openKeyStore, openQueue } from '../../../queue/index.ts';
import type { FindingsBook } from '../runner/findings.ts';
import { databaseOf, examineQueue } from './examine-queue.ts';
import type { Mark } from './marks.ts';

/**
 * A whole terminal after a fault: its keys open, its queue is as `examineQueue` asks, the epoch of the reference numbers
 * in use is noted, and the lane key that waiting submissions were ordered with is still there.
 */
export async function examineTerminal(
  folder: string,
  marks: readonly Mark[],
  enrolment: Enrolment,
  found: FindingsBook,
): Promise<void> {
  const hadKeys = existsSync(join(folder, 'keys', 'lane-key'));
  const keys = await openKeyStore({ folder: join(folder, 'keys'), enrolment });
  if (!keys.ok) {
    found.fault('corrupt', `the keys do not open: ${keys.code}`);
    return;
  }
  examineQueue(folder, marks, found);
  const queue = openQueue(databaseOf(folder));
  if (!queue.ok) return;
  const kept = marks.filter(({ told }) => told === 'kept').length;
  if (kept > 0 && !hadKeys) {
    found.fault('reordered', 'the lane key is gone although submissions wait that were ordered with it');
  }
  if (kept > 0 && keys.value.nextEpoch() !== queue.value.epoch + 1) {
    found.fault('duplicated', 'the epoch in use is not noted: a new database would give its numbers again');
  }
  queue.value.close();
}
