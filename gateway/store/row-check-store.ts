import type { Outcome } from '../../domain/wire/contract.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { StoredSubmission } from './submission-store.ts';

/** What a check of rows comes to. */
export interface RowVerdict {
  /** Null: nothing speaks against the submission. */
  readonly outcome: Extract<Outcome, { readonly state: 'rejected' | 'needs-correction' }> | null;
  /** Rows that are held back. */
  readonly held: number;
}

/** Submissions whose rows have to be checked before they are processed. */
export interface RowCheckStore {
  /**
   * The next, in the order of arrival, that has all its files, is undecided and was not checked.
   * @param after `arrival` of the one before; 0 for the first
   */
  nextUnchecked(
    after: number,
  ): Promise<{ readonly arrival: number; readonly submission: StoredSubmission } | null>;
  /**
   * Notes the check and what follows from it, in one commit; the first check stands, and what was decided meanwhile.
   * @param processAt when a submission that nothing speaks against is processed; null: at once
   * @returns the outcome as it is now, null while it waits for `processAt`
   */
  settleRows(
    of: { readonly terminalId: string; readonly id: string },
    verdict: RowVerdict,
    at: string,
    processAt: string | null,
  ): Promise<Result<Outcome | null, Failure<'busy'>>>;
  /** The description of an employer's rules under this id, whatever became of it; null when it is none of this employer. */
  describedAs(id: string, employerKey: Uint8Array): Promise<StoredSubmission | null>;
}
