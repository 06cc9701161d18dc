import type { FindingsBook } from '../runner/findings.ts';
import type { FaultCase, Round } from '../runner/fault-case.ts';
import type { CutKind } from './disk.ts';
import type { Mark } from './marks.ts';
import { cutAt, pickCut, recordingFor, type Workload } from './recordings.ts';

/** What the power-cut cases have in common: a program, the kinds of cut, and what must be true afterwards. */
export interface CutCase {
  readonly name: string;
  readonly numbers: readonly number[];
  readonly figure: string;
  readonly weight: number;
  readonly kinds: readonly [CutKind, ...CutKind[]];
  /** @param seed of the recording; so many rounds in a row share one (`CUTS_PER_RECORDING`) */
  workload(seed: number): Workload;
  examine(folder: string, marks: readonly Mark[], found: FindingsBook): Promise<void> | void;
}

/** A case of one cut a round. */
export function cutCase(cut: CutCase): FaultCase {
  const { name, numbers, figure, weight, kinds } = cut;
  return {
    name,
    numbers,
    figure,
    weight,
    async play(round: Round) {
      const recording = await recordingFor(name, round, (seed) => cut.workload(seed));
      const kind = round.random.pick(kinds);
      const { folder, marks } = cutAt(recording, pickCut(recording, round.random), kind, round);
      await cut.examine(folder, marks, round.found);
    },
  };
}
