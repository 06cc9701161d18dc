import { examineQueue } from '../../power/examine-queue.ts';
import { expectNoCrash, runFaulty } from '../../power/faulty.ts';
import { ENOSPC } from '../../power/record.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

/**
 * Case 5 of facts/queue.md §2.5: the disk is full for a while (a write takes what still fits, the next takes nothing)
 * and then has room again. Figure: whoever came meanwhile was told *not saved*, 0 false confirmations, and it works
 * again by itself.
 */
export const diskFull: FaultCase = {
  name: 'disk-full',
  numbers: [5],
  figure: '0 false confirmations, works again when there is room',
  weight: 12,
  async play(round) {
    const { random, seed, found } = round;
    const workload = {
      program: workloadPath('queue-workload'),
      words: [JSON.stringify({ seed, turns: 140, healAt: 100 } satisfies QueueWorkload)],
    };
    const first = random.between(40, 700);
    const count = random.pick([0, 0, random.between(1, 20)]);
    const survived = await runFaulty(round, workload, [{ at: 'write', first, count, action: ENOSPC }]);
    expectNoCrash(survived, round);
    const refused = survived.marks.findIndex(({ told }) => told === 'refused');
    const later = survived.marks.slice(refused + 1).some(({ told }) => told === 'kept');
    found.expect(refused === -1 || later, 'nothing was kept any more although there was room');
    for (const mark of survived.marks) {
      if (mark.told === 'refused')
        found.expect(mark.code === 'disk-full', `said ${mark.code} on a full disk`);
    }
    examineQueue(survived.folder, survived.marks, found);
  },
};
