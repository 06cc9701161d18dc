import { cutCase } from '../../power/cutting.ts';
import { examineQueue } from '../../power/examine-queue.ts';
import { EIO } from '../../power/record.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';
import { createRandom } from '../../runner/random.ts';

/**
 * Case 5 of facts/queue.md §2.5: a sync fails once, the terminal goes on, and later the power fails. What the failed
 * sync should have written never reaches the disk, whatever the same file handle says afterwards. Figure: nothing that
 * was confirmed is missing; the handle was not trusted again.
 */
export const cutFailedSync = cutCase({
  name: 'cut-failed-sync',
  numbers: [5],
  figure: '0 lost after a sync that failed',
  weight: 30,
  kinds: ['synced', 'torn', 'killed'],
  workload(seed) {
    const random = createRandom('cut-failed-sync', seed);
    return {
      program: workloadPath('queue-workload'),
      words: [JSON.stringify({ seed, turns: 120 } satisfies QueueWorkload)],
      // The first ones belong to the making of the database, which is started anew when it fails.
      faults: [1, 2].map(() => ({
        at: 'sync' as const,
        first: random.between(12, 110),
        count: random.between(1, 2),
        action: EIO,
      })),
    };
  },
  examine: examineQueue,
});
