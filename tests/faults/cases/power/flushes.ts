import { join } from 'node:path';
import Database from 'better-sqlite3';
import { missingDurability } from '../../../../queue/store/database/connection.ts';
import { recordWorkload, workloadPath } from '../../power/recordings.ts';
import type { Recording } from '../../power/recording.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

/**
 * Case 4 of facts/queue.md §2.5: a connection that was opened without `synchronous=FULL`, as every new worker's would be
 * by itself. Figure: the check at the opening names it; and whatever was acknowledged, the disk had been asked to flush
 * everything written before (flushes per commit ≥ 1).
 */
export const flushes: FaultCase = {
  name: 'flushes',
  numbers: [4],
  figure: 'the self-check refuses; ≥ 1 flush per commit',
  weight: 3,
  async play(round) {
    const { random, seed, found } = round;
    const plain = new Database(join(round.folder(), 'plain.db'));
    plain.pragma('journal_mode = WAL');
    plain.exec('CREATE TABLE t (a)');
    found.expect(missingDurability(plain) === 'synchronous', 'a connection at NORMAL was not noticed');
    plain.close();
    const turns = random.between(60, 160);
    const recording = await recordWorkload(round, {
      program: workloadPath('queue-workload'),
      words: [JSON.stringify({ seed, turns, reopen: 0.05 } satisfies QueueWorkload)],
    });
    const { unsynced, acknowledged } = acknowledgedUnsynced(recording);
    found.confirm(acknowledged);
    for (const text of unsynced) found.fault('falseConfirmations', `told before it was flushed: ${text}`);
  },
};

/** Acknowledgements that came while something of the write-ahead log had not been flushed. */
function acknowledgedUnsynced({ steps }: Recording): { unsynced: string[]; acknowledged: number } {
  const logs = new Set<number>();
  const dirty = new Set<number>();
  const unsynced: string[] = [];
  let acknowledged = 0;
  for (const step of steps) {
    if ((step.type === 'create' || step.type === 'open') && step.path.endsWith('-wal')) logs.add(step.inode);
    else if (step.type === 'write' && logs.has(step.inode)) dirty.add(step.inode);
    else if (step.type === 'sync') dirty.delete(step.inode);
    else if (step.type === 'mark' && step.text.startsWith('{')) {
      acknowledged += 1;
      if (dirty.size > 0) unsynced.push(step.text.trim());
    }
  }
  return { unsynced, acknowledged };
}
