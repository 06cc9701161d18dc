import { examineQueue } from '../../power/examine-queue.ts';
import { expectNoCrash, runFaulty } from '../../power/faulty.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

/**
 * Case 1 of facts/queue.md §2.5: the process is killed in the middle of a write, a sync, or an opening of a file.
 * Figure: 0 acknowledged rows lost, 0 corrupt, started again within 2 s.
 */
export const killQueue: FaultCase = {
  name: 'kill-queue',
  numbers: [1],
  figure: '0 lost, 0 corrupt, restart ≤ 2 s',
  weight: 16,
  async play(round) {
    const { random, seed } = round;
    const workload = {
      program: workloadPath('queue-workload'),
      words: [JSON.stringify({ seed, turns: 150, reopen: 0.02 } satisfies QueueWorkload)],
    };
    const first = random.between(1, 2_000);
    const survived = await runFaulty(round, workload, [{ at: 'any', first, count: 1, action: 'kill' }]);
    expectNoCrash(survived, round);
    examineQueue(survived.folder, survived.marks, round.found);
  },
};
