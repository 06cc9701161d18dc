import { type RowOfVersion1, writeVersion1 } from '../../../../queue/store/testing/version-1.ts';
import { cutCase } from '../../power/cutting.ts';
import type { Mark } from '../../power/marks.ts';
import { databaseOf, examineQueue } from '../../power/examine-queue.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { QueueWorkload } from '../../power/workloads/queue-workload.ts';

/** Rows of the older program, the received and the parked among them twice; it audited less than it told. */
const VERSION_1_MARKS = 14;

/**
 * Cases 3 and 22 of facts/queue.md §2.5: the power fails while a database of an older program, with submissions in it,
 * is brought forward. Figure: 0 lost; the next start finishes what was begun or finds it undone.
 */
export const cutMigration = cutCase({
  name: 'cut-migration',
  numbers: [3, 22],
  figure: '0 lost, the migration is done or undone as a whole',
  weight: 20,
  kinds: ['synced', 'torn', 'torn', 'killed'],
  workload: (seed) => ({
    program: workloadPath('queue-workload'),
    folders: ['queue'],
    words: [JSON.stringify({ seed, turns: 30 } satisfies QueueWorkload)],
    prepare: (folder) => writeVersion1(databaseOf(folder)).flatMap(marksOf),
  }),
  examine: (folder, marks, found) => examineQueue(folder, marks, found, VERSION_1_MARKS),
});

/** What the older program had told of a row. */
function marksOf({ id, reference, sequence, lane, digest, state }: RowOfVersion1): Mark[] {
  const marks: Mark[] = [{ told: 'kept', id, reference, sequence, lane, digest }];
  if (state === 'received' || state === 'accepted' || state === 'rejected')
    marks.push({ told: 'received', id });
  if (state === 'parked') marks.push({ told: 'parked', id });
  return marks;
}
