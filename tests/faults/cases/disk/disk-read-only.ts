import { CONFIRMATIONS, examineQueue } from '../../power/examine-queue.ts';
import { expectNoCrash, runFaulty } from '../../power/faulty.ts';
import { EROFS } from '../../power/record.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

/**
 * Case 5 of facts/queue.md §2.5: from some moment on the disk takes no writes at all, as when the kernel mounts a failing
 * one read-only. Figure: nothing is confirmed from then on, and everything confirmed before is there.
 */
export const diskReadOnly: FaultCase = {
  name: 'disk-read-only',
  numbers: [5],
  figure: 'nothing confirmed from then on, 0 lost',
  weight: 6,
  async play(round) {
    const { random, seed, found } = round;
    const workload = {
      program: workloadPath('queue-workload'),
      words: [JSON.stringify({ seed, turns: 120 } satisfies QueueWorkload)],
    };
    const first = random.between(40, 500);
    const survived = await runFaulty(round, workload, [
      { at: 'write', first, count: 0, action: EROFS },
      { at: 'open', first: 20, count: 0, action: EROFS },
    ]);
    expectNoCrash(survived, round);
    const refused = survived.marks.findIndex(({ told }) => told === 'refused');
    if (refused !== -1 && survived.marks.slice(refused).some(({ told }) => CONFIRMATIONS.has(told))) {
      found.fault('falseConfirmations', 'something was confirmed on a disk that takes nothing');
    }
    examineQueue(survived.folder, survived.marks, found);
  },
};
