import { centsOf, type Cents, lesser, shareOf } from '../../money/money.ts';
import { fail, ok } from '../../result.ts';
import type { ContributionReason } from '../codes.ts';
import {
  contributionHoliday,
  employmentFault,
  type EmploymentFacts,
  employmentStanding,
} from './employment.ts';
import type { ContributionLimits } from '../limits.ts';
import { type MandatoryResult, notDue } from '../mandatory-result.ts';
import { MANDATORY_RULES, type MandatoryRules } from '../mandatory-rules.ts';
import { daysOf, isLongerThanMonth, isMonthly, isRealPeriod, type WagePeriod } from '../wage-period.ts';

export interface RegularContributionInput extends EmploymentFacts {
  /** The member's contribution period as it stands in the row. */
  readonly wagePeriod: WagePeriod;
  readonly relevantIncome: Cents;
  /** Only when the holiday of a wage period longer than a month ends inside it. */
  readonly relevantIncomeAfterHoliday?: Cents;
  /** In force on the last day of the period. */
  readonly limits: ContributionLimits;
  readonly rules?: MandatoryRules;
}

/**
 * The mandatory contribution of a regular employee for one wage period (facts/domain.md §3a, mandatory).
 *
 * Limits are those of the month for a wage period of exactly a month that was worked from end to end; for any other,
 * and for the part of a month after joining or before leaving, the daily limits times the calendar days. Income is
 * never shared out by us: for the months of turning 18 and 65 the full income counts and the figure is not `certain`;
 * nor is it where a partial month's daily limits give another amount than the month's would.
 *
 * @returns `wage-period-dates`, `employment-dates`, `birth-date-after-period`, `visa-date-needed`, or
 *   `income-after-holiday-needed` for a wage period longer than a month in which the contribution holiday ends
 */
export function regularContribution(input: RegularContributionInput): MandatoryResult {
  const { wagePeriod, relevantIncome, limits, rules = MANDATORY_RULES } = input;
  if (!isRealPeriod(wagePeriod)) return fail('wage-period-dates');
  const fault = employmentFault(input, wagePeriod);
  if (fault !== null) return fail(fault);
  const standing = employmentStanding(input, wagePeriod, rules);
  if (standing.due === null) return ok({ ...notDue(...standing.reasons), certain: standing.certain });

  const byDue = limitsFor(standing.due, wagePeriod, limits);
  const shares = sharesOf(relevantIncome, byDue, limits.rate);
  const holiday = contributionHoliday(standing.coveredFrom, wagePeriod, rules);
  const unconfirmed = dependsOnPartialMonth(input, standing.due, byDue, holiday === 'whole');
  const reasons = [...standing.reasons, ...byDue.reasons];
  if (unconfirmed) reasons.push('partial-month');
  if (relevantIncome > byDue.maximum) reasons.push('at-maximum');
  const certain = standing.certain && !unconfirmed;
  const result = (employee: Cents | null, ...more: readonly ContributionReason[]): MandatoryResult =>
    ok({ employer: shares.employer, employee, reasons: [...reasons, ...more], certain });

  if (holiday === 'whole') return result(null, 'contribution-holiday');
  if (relevantIncome === 0n) return result(0n, 'no-income');
  if (holiday === null) {
    return shares.employee === null ? result(null, 'below-minimum') : result(shares.employee);
  }
  const after = input.relevantIncomeAfterHoliday;
  if (after === undefined) return fail('income-after-holiday-needed', { from: holiday.from });
  const rest = limitsFor({ start: holiday.from, end: standing.due.end }, wagePeriod, limits);
  const { employee } = sharesOf(after, rest, limits.rate);
  return employee === null
    ? result(null, 'holiday-ends-in-period', 'below-minimum')
    : result(employee, 'holiday-ends-in-period');
}

interface ScaledLimits {
  readonly minimum: Cents;
  readonly maximum: Cents;
  readonly reasons: readonly ContributionReason[];
}

function sharesOf(
  income: Cents,
  { minimum, maximum }: ScaledLimits,
  rate: string,
): { readonly employer: Cents; readonly employee: Cents | null } {
  const employer = shareOf(lesser(income, maximum), rate);
  return { employer, employee: income < minimum ? null : employer };
}

/**
 * Part of a month after joining or before leaving, with an income for which the limits of a month would give another
 * amount: which of the two holds for somebody paid by the month, no source says.
 */
function dependsOnPartialMonth(
  { wagePeriod, relevantIncome, limits, dateOfEmployment, lastDateOfEmployment }: RegularContributionInput,
  due: WagePeriod,
  byDue: ScaledLimits,
  employeeIsFree: boolean,
): boolean {
  const touches = due.start === dateOfEmployment || due.end === lastDateOfEmployment;
  if (!touches || byDue.reasons.length === 0 || isLongerThanMonth(wagePeriod)) return false;
  const byDays = sharesOf(relevantIncome, byDue, limits.rate);
  const byMonth = sharesOf(relevantIncome, monthlyLimits(limits), limits.rate);
  if (byDays.employer !== byMonth.employer) return true;
  return !employeeIsFree && byDays.employee !== byMonth.employee;
}

function monthlyLimits(limits: ContributionLimits): ScaledLimits {
  return { minimum: centsOf(limits.minimumMonthly), maximum: centsOf(limits.maximumMonthly), reasons: [] };
}

/** Least and greatest relevant income that count for the days that are due. */
function limitsFor(due: WagePeriod, wagePeriod: WagePeriod, limits: ContributionLimits): ScaledLimits {
  const whole = due.start === wagePeriod.start && due.end === wagePeriod.end;
  if (whole && isMonthly(wagePeriod)) return monthlyLimits(limits);
  const days = BigInt(daysOf(due));
  return {
    minimum: centsOf(limits.minimumDaily) * days,
    maximum: centsOf(limits.maximumDaily) * days,
    reasons: ['daily-limits'],
  };
}
