import type { OutcomeCode } from '../../codes.ts';
import type { SubmissionKind } from '../../kinds/kinds.ts';
import type { Failure, Result } from '../../result.ts';
import type { CaseAction, CaseState, CaseWay } from '../../work-day/cases.ts';

/** Why the list could not be read or written; message `cases-trouble.<code>`. */
export const CASE_FAULTS = ['unavailable', 'storage-fault', 'disk-full', 'not-there'] as const;
export type CaseFault = (typeof CASE_FAULTS)[number];

/** One session as an officer sees it afterwards. Nothing of the member: reference and kinds, never a name or number. */
export interface StationCase {
  readonly id: number;
  /** Running number of its day. */
  readonly dayNumber: number;
  /** The ticket it was called with; null: none. */
  readonly ticket: string | null;
  /** What it was about, in the order in which it was left; empty: it did not come to that. */
  readonly kinds: readonly SubmissionKind[];
  readonly state: CaseState;
  /** With `rejected` and `needs-correction`: why. */
  readonly reason: OutcomeCode | null;
  /** With `parked`: the end of the last day, ISO instant. */
  readonly until: string | null;
  /** Of what was submitted last. */
  readonly reference: string | null;
  /** ISO instants. */
  readonly openedAt: string;
  readonly endedAt: string | null;
  /** Who held it last; null: nobody of the staff. */
  readonly staffId: string | null;
  /** What was done about it last. */
  readonly noted: { readonly action: CaseAction; readonly by: string; readonly at: string } | null;
  /** Of the day under way; false: of an earlier one, and it still needs somebody. */
  readonly today: boolean;
  readonly needsSomebody: boolean;
}

export interface CaseList {
  /** Those that need somebody first, the oldest of them before the others; then the newest first. */
  readonly cases: readonly StationCase[];
  /** The database was repaired in this day: cases from before that are not in the list any more. */
  readonly lost: boolean;
}

interface By {
  readonly staffId: string;
}

type Answer<T> = Promise<Result<T, Failure<CaseFault>>>;

/** A station's cases, in the queue's database. What is answered ok is on the disk and in the audit chain. */
export interface CasesPort {
  list(): Answer<CaseList>;
  /** Somebody goes on with it: as it stands now. @returns `not-there` when it is not in the list any more */
  take(id: number, way: CaseWay, by: By): Answer<StationCase>;
  note(id: number, action: CaseAction, by: By): Answer<StationCase>;
  /** The ticket whose holder the next session is for; null: none. In memory only. */
  calling(ticket: string | null): void;
}
