import { examineQueue } from '../../power/examine-queue.ts';
import { expectNoCrash, runFaulty } from '../../power/faulty.ts';
import { type DiskFault, EIO } from '../../power/record.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

/**
 * Case 5 of facts/queue.md §2.5: single writes and syncs fail with an I/O error, also while the queue is being opened
 * again after one. Figure: *not saved* or saved, never in between; 0 false confirmations; the program goes on.
 */
export const diskFaults: FaultCase = {
  name: 'disk-faults',
  numbers: [5],
  figure: '0 false confirmations, no crash',
  weight: 12,
  async play(round) {
    const { random, seed } = round;
    const workload = {
      program: workloadPath('queue-workload'),
      words: [JSON.stringify({ seed, turns: 120, reopen: 0.02 } satisfies QueueWorkload)],
    };
    const faults = Array.from({ length: random.between(1, 3) }, () => ({
      at: random.pick<DiskFault['at']>(['write', 'sync', 'sync']),
      first: random.between(20, 300),
      count: random.between(1, 3),
      action: EIO,
    }));
    const survived = await runFaulty(round, workload, faults);
    expectNoCrash(survived, round);
    examineQueue(survived.folder, survived.marks, round.found);
  },
};
