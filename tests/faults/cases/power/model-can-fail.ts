import type { FaultCase } from '../../runner/fault-case.ts';
import { openFindings } from '../../runner/findings.ts';
import { examineQueue } from '../../power/examine-queue.ts';
import { cutAt, pickCut, recordWorkload, workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';

const CUTS = 6;

/**
 * The control of cases 2, 3 and 4 of facts/queue.md §2.5: the same program with `synchronous=NORMAL`, which is what
 * better-sqlite3 does by itself, and the same cuts. Figure: the model shows lost submissions (they are not counted in
 * the run's sum); a model that does not would prove nothing about the others.
 */
export const modelCanFail: FaultCase = {
  name: 'model-can-fail',
  numbers: [2, 3, 4],
  figure: 'the model shows losses at synchronous=NORMAL',
  weight: 2,
  async play(round) {
    const { random, seed, found } = round;
    const recording = await recordWorkload(round, {
      program: workloadPath('queue-workload'),
      words: [JSON.stringify({ seed, turns: 150, relaxed: true } satisfies QueueWorkload)],
    });
    let losing = 0;
    for (let cut = 0; cut < CUTS; cut += 1) {
      const control = openFindings();
      const place = Math.max(pickCut(recording, random), Math.floor(recording.steps.length / 3));
      const { folder, marks } = cutAt(recording, place, random.pick(['synced', 'torn']), round);
      examineQueue(folder, marks, control);
      if (control.faults.lost > 0) losing += 1;
    }
    found.expect(losing > 0, 'no loss was seen although nothing was synced: the model cannot fail');
  },
};
