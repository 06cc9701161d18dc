import type { Cents } from '../money/money.ts';
import type { Failure, Result } from '../result.ts';
import type { ContributionFault, ContributionReason } from './codes.ts';

/** What is due for one person and one period, and why (facts/domain.md §3a). */
export interface MandatoryContribution {
  /** Null: does not apply, the column stays blank; `0n`: applies and is nothing, a zero is sent. */
  readonly employer: Cents | null;
  /** The person's own part; null and `0n` as above. A self-employed person's contribution stands here. */
  readonly employee: Cents | null;
  readonly reasons: readonly ContributionReason[];
  /**
   * False where the platform works out the share itself (the month of turning 65) or the rule could not be confirmed:
   * what was entered may differ, which is then a note and no error.
   */
  readonly certain: boolean;
}

export type MandatoryResult = Result<MandatoryContribution, Failure<ContributionFault>>;

/** Nothing applies: both columns stay blank. */
export function notDue(...reasons: readonly ContributionReason[]): MandatoryContribution {
  return { employer: null, employee: null, reasons, certain: true };
}
