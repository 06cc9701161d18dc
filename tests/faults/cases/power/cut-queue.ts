import { cutCase } from '../../power/cutting.ts';
import { examineQueue } from '../../power/examine-queue.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';

/**
 * Cases 2 and 3 of facts/queue.md §2.5: the power fails while a terminal keeps, claims, acknowledges, parks and
 * checkpoints. Figure: 0 lost with synced writes only and with a torn half of the rest, integrity ok every time.
 */
export const cutQueue = cutCase({
  name: 'cut-queue',
  numbers: [2, 3],
  figure: '0 lost, integrity ok',
  weight: 60,
  kinds: ['synced', 'torn', 'torn', 'killed'],
  workload: (seed) => ({
    program: workloadPath('queue-workload'),
    words: [JSON.stringify({ seed, turns: 320 } satisfies QueueWorkload)],
  }),
  examine: examineQueue,
});
