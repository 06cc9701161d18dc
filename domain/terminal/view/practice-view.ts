import type { ExerciseName } from '../../practice/exercise-names.ts';

/** What every page shows in practice, besides the watermark. */
export interface PracticeView {
  /** ISO instant at which the terminal goes back to work by itself. */
  readonly endsAt: string;
  /** Real submissions that wait meanwhile: nothing is sent before practice is over. */
  readonly waiting: number;
  /** A card lies on the practice reader. */
  readonly cardIn: boolean;
  readonly exercise: {
    readonly name: ExerciseName;
    /** From 0; `of` when all are done. */
    readonly step: number;
    readonly of: number;
  } | null;
  /** The program is about to end practice. */
  readonly ending: boolean;
}
