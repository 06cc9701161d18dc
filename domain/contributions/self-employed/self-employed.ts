import type { IsoDate } from '../../calendar/working-calendar.ts';
import { centsOf, type Cents, fractionOf, lesser, shareOf } from '../../money/money.ts';
import { fail, ok } from '../../result.ts';
import { isRealIsoDate } from '../../time.ts';
import { ageStanding } from '../age.ts';
import type { ContributionLimits } from '../limits.ts';
import { type MandatoryResult, notDue } from '../mandatory-result.ts';
import { MANDATORY_RULES, type MandatoryRules } from '../mandatory-rules.ts';
import { isRealPeriod, type WagePeriod } from '../wage-period.ts';

/** What a self-employed person's relevant income is taken from (facts/domain.md §3a). */
export const INCOME_BASES = [
  'assessable-profits',
  'basic-allowance',
  'self-declaration',
  'maximum-level',
] as const;
export type IncomeBasis = (typeof INCOME_BASES)[number];

export interface SelfEmployedInput {
  readonly dateOfBirth: IsoDate;
  /** The month, or the scheme's financial year, that is paid for. */
  readonly wagePeriod: WagePeriod;
  readonly frequency: 'monthly' | 'yearly';
  readonly basis: IncomeBasis;
  /** Of a year; not needed for `maximum-level`. For `basic-allowance` the allowance of reference data. */
  readonly yearlyIncome?: Cents;
  /** A loss was stated and no income since. */
  readonly loss?: boolean;
  readonly limits: ContributionLimits;
  readonly rules?: MandatoryRules;
}

const MONTHS = 12n;

/**
 * The mandatory contribution of a self-employed person for a month or a year (facts/domain.md §3a, self-employed). It
 * stands as the person's own part; there is no employer. A month's income is a twelfth of the year's, in whole cents.
 * The month or year of turning 18 or 65 is not `certain`.
 *
 * @returns `wage-period-dates`, `birth-date-after-period`, `self-employed-income-needed`
 */
export function selfEmployedContribution(input: SelfEmployedInput): MandatoryResult {
  const { wagePeriod, dateOfBirth, basis, yearlyIncome, limits, rules = MANDATORY_RULES } = input;
  if (!isRealPeriod(wagePeriod)) return fail('wage-period-dates');
  if (!isRealIsoDate(dateOfBirth) || dateOfBirth > wagePeriod.end) return fail('birth-date-after-period');
  const age = ageStanding(dateOfBirth, wagePeriod, rules);
  if (age.outside !== null) return ok(notDue(age.outside));
  if (input.loss === true) return ok(notDue('self-employed-loss'));
  if (basis !== 'maximum-level' && yearlyIncome === undefined) return fail('self-employed-income-needed');

  const parts = input.frequency === 'yearly' ? 1n : MONTHS;
  const maximum = centsOf(parts === 1n ? limits.maximumYearly : limits.maximumMonthly);
  const minimum = centsOf(parts === 1n ? limits.minimumYearly : limits.minimumMonthly);
  const yearly = basis === 'maximum-level' || yearlyIncome === undefined ? maximum * parts : yearlyIncome;
  // Compared before it is divided, so that no rounding lifts anybody over the minimum.
  if (yearly < minimum * parts) return ok(notDue('self-employed-below-minimum'));
  const atMaximum = yearly > maximum * parts || basis === 'maximum-level';
  return ok({
    employer: null,
    employee: shareOf(lesser(fractionOf(yearly, 1n, parts), maximum), limits.rate),
    reasons: atMaximum ? ['at-maximum', ...age.turning] : age.turning,
    certain: age.turning.length === 0,
  });
}
