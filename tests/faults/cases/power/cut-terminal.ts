import { testPlatform } from '../../../../queue/testing/platform.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import type { CutKind } from '../../power/disk.ts';
import { examineTerminal } from '../../power/examine-terminal.ts';
import { cutAt, pickCut, recordingFor, workloadPath } from '../../power/recordings.ts';
import type { SubmitWorkload } from '../../power/workloads/submit-workload.ts';

/** Nobody answers there: what is cut is a terminal without a network. */
const NOWHERE = 'http://127.0.0.1:9';
let platform: ReturnType<typeof testPlatform> | null = null;

/**
 * Cases 2 and 3 of facts/queue.md §2.5: the power fails while members leave registrations at a terminal: worker thread,
 * sealing, key files that are replaced by renaming, restarts. Figure: everything a member was told is kept is there with
 * its number; lane key and epoch still fit it.
 */
export const cutTerminal: FaultCase = {
  name: 'cut-terminal',
  numbers: [2, 3],
  figure: '0 lost; lane key and epoch fit',
  weight: 30,
  async play(round) {
    platform ??= testPlatform(NOWHERE);
    const { enrolment } = await platform;
    const recording = await recordingFor('cut-terminal', round, (seed) => ({
      program: workloadPath('submit-workload'),
      words: [JSON.stringify({ seed, people: 60, enrolment } satisfies SubmitWorkload)],
    }));
    const kind = round.random.pick<CutKind>(['synced', 'torn', 'torn', 'killed']);
    const { folder, marks } = cutAt(recording, pickCut(recording, round.random), kind, round);
    await examineTerminal(folder, marks, enrolment, round.found);
  },
};
