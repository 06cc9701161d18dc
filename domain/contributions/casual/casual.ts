import type { IsoDate } from '../../calendar/working-calendar.ts';
import { centsOf, type Cents } from '../../money/money.ts';
import { fail, ok } from '../../result.ts';
import { isRealIsoDate } from '../../time.ts';
import { ageStanding } from '../age.ts';
import type { ContributionReason } from '../codes.ts';
import type { CasualBand, CasualScale } from '../limits.ts';
import { type MandatoryResult, notDue } from '../mandatory-result.ts';
import { MANDATORY_RULES, type MandatoryRules } from '../mandatory-rules.ts';
import { daysOf, isRealPeriod, type WagePeriod } from '../wage-period.ts';

/** A casual employee of an industry scheme: employed day by day, or for less than 60 days. */
export interface CasualContributionInput {
  readonly dateOfBirth: IsoDate;
  readonly wagePeriod: WagePeriod;
  /** Of all working days of the period together. */
  readonly relevantIncome: Cents;
  readonly workingDays: number;
  /** In force on the last day of the period. */
  readonly scale: CasualScale;
  readonly rules?: MandatoryRules;
}

/**
 * The mandatory contribution of a casual employee of an industry scheme (facts/domain.md §3a, Cap. 485E): average daily
 * income, its amount on the daily scale, times working days. From the first day, without contribution holiday. Where
 * the employee's side of the band is nothing, the employee's column stays blank.
 *
 * @returns `wage-period-dates`, `birth-date-after-period`, `working-days-missing` (income without a whole number of
 *   days), `working-days-too-many` (more than the period has), `working-days-without-income`
 */
export function casualContribution(input: CasualContributionInput): MandatoryResult {
  const { wagePeriod, dateOfBirth, relevantIncome, workingDays, scale, rules = MANDATORY_RULES } = input;
  if (!isRealPeriod(wagePeriod)) return fail('wage-period-dates');
  if (!isRealIsoDate(dateOfBirth) || dateOfBirth > wagePeriod.end) return fail('birth-date-after-period');
  if (!Number.isInteger(workingDays) || workingDays < 0) return fail('working-days-missing');
  if (workingDays > daysOf(wagePeriod)) return fail('working-days-too-many', { days: daysOf(wagePeriod) });

  const age = ageStanding(dateOfBirth, wagePeriod, rules);
  if (age.outside !== null) return ok(notDue(age.outside));
  if (workingDays === 0) {
    if (relevantIncome > 0n) return fail('working-days-missing');
    return ok({ employer: 0n, employee: 0n, reasons: ['no-income'], certain: true });
  }
  if (relevantIncome === 0n) return fail('working-days-without-income');

  const days = BigInt(workingDays);
  const band = bandOf(relevantIncome, days, scale);
  const employee = centsOf(band.employee) * days;
  const reasons: readonly ContributionReason[] =
    employee === 0n ? ['casual-scale', 'casual-below-minimum'] : ['casual-scale'];
  return ok({
    employer: centsOf(band.employer) * days,
    employee: employee === 0n ? null : employee,
    reasons: [...reasons, ...age.turning],
    certain: age.turning.length === 0,
  });
}

/** Compared without dividing, so that an average of 279.999 is not rounded into the next band. */
function bandOf(relevantIncome: Cents, days: bigint, scale: CasualScale): CasualBand {
  const band = scale.bands.findLast(({ from }) => relevantIncome >= centsOf(from) * days);
  if (band === undefined) throw new RangeError('the scale does not begin at nothing');
  return band;
}
