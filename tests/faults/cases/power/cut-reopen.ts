import { cutCase } from '../../power/cutting.ts';
import { examineQueue } from '../../power/examine-queue.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';

/**
 * Cases 2 and 3 of facts/queue.md §2.5: the power fails while the terminal is being created, closed (the log is written
 * back and removed) and opened again. Figure: 0 lost, integrity ok every time, and it starts every time.
 */
export const cutReopen = cutCase({
  name: 'cut-reopen',
  numbers: [2, 3],
  figure: '0 lost, integrity ok, it starts',
  weight: 30,
  kinds: ['synced', 'torn', 'torn', 'killed'],
  workload: (seed) => ({
    program: workloadPath('queue-workload'),
    words: [JSON.stringify({ seed, turns: 60, reopen: 0.3 } satisfies QueueWorkload)],
  }),
  examine: examineQueue,
});
