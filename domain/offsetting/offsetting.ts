import { addMonths, daysBetween } from '../calendar/date-arithmetic.ts';
import type { IsoDate } from '../calendar/working-calendar.ts';
import { type Cents, centsOf, fractionOf, leftAfter, lesser } from '../money/money.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { addDays, isRealIsoDate } from '../time.ts';
import type { OffsettingFault, OffsettingReason } from './codes.ts';
import { OFFSETTING_RULES, type OffsettingRules } from './offsetting-rules.ts';

export interface OffsettingInput {
  readonly payment: 'severance' | 'long-service';
  /** First and last day of service. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Last full month's wage before the end, or the average of 12 months where the employee chose it. */
  readonly monthlyWage: Cents;
  /** The wage of the month before the transition date; needed when service stands on both sides of it. */
  readonly wageBeforeTransition?: Cents;
  /** What the employer's contributions are worth now, with their returns; gratuities based on years of service. */
  readonly employerMandatory: Cents;
  readonly employerVoluntary: Cents;
  readonly gratuity: Cents;
  readonly rules?: OffsettingRules;
}

export interface OffsettingResult {
  /** For service before the transition date, and from it on. */
  readonly earlierPart: Cents;
  readonly laterPart: Cents;
  readonly total: Cents;
  /** The most that may be offset with each; together never more than the total. */
  readonly byMandatory: Cents;
  readonly byVoluntary: Cents;
  readonly byGratuity: Cents;
  /** What the employer still pays. */
  readonly rest: Cents;
  readonly reasons: readonly OffsettingReason[];
}

/**
 * A severance or long service payment and what may be offset against it (facts/domain.md §3c, offsetting): two thirds of
 * the wage, up to a ceiling, for every year; apart for service before 1 May 2025 and from then on; excess over the
 * greatest payment comes off the later part. Mandatory contributions offset the earlier part only, gratuities and
 * voluntary contributions all of it. Mandatory money is counted first because it can serve nothing else, then the
 * gratuity, then voluntary money: the split is the most that can be offset, the claim itself may name less.
 *
 * @returns `service-dates`; `earlier-wage-needed` when service stands on both sides and the earlier wage is not given
 */
export function offsetting(input: OffsettingInput): Result<OffsettingResult, Failure<OffsettingFault>> {
  const { from, to, monthlyWage, wageBeforeTransition, rules = OFFSETTING_RULES } = input;
  if (!isRealIsoDate(from) || !isRealIsoDate(to) || to < from) return fail('service-dates');
  const { transitionDate } = rules;
  const before = from < transitionDate;
  const after = to >= transitionDate;
  if (before && after && wageBeforeTransition === undefined) return fail('earlier-wage-needed');

  const earlierWage = after ? (wageBeforeTransition ?? monthlyWage) : monthlyWage;
  const earlierEnd = after ? addDays(transitionDate, -1) : to;
  const greatest = centsOf(rules.greatestPayment);
  const earlier = before ? paymentFor(from, earlierEnd, earlierWage, rules) : 0n;
  const later = after ? paymentFor(before ? transitionDate : from, to, monthlyWage, rules) : 0n;
  const earlierPart = lesser(earlier, greatest);
  const laterPart = lesser(later, leftAfter(greatest, earlierPart));
  const total = earlierPart + laterPart;

  const byMandatory = lesser(input.employerMandatory, earlierPart);
  const byGratuity = lesser(input.gratuity, total - byMandatory);
  const byVoluntary = lesser(input.employerVoluntary, total - byMandatory - byGratuity);
  const rest = total - byMandatory - byGratuity - byVoluntary;

  const ceiling = centsOf(rules.wageCeiling);
  const reasons: OffsettingReason[] = [
    before && after ? 'split-at-transition' : before ? 'all-before-transition' : 'all-after-transition',
  ];
  if ((before && earlierWage > ceiling) || (after && monthlyWage > ceiling)) reasons.push('wage-at-ceiling');
  if (earlier + later > greatest) reasons.push('cap-reached');
  if (addDays(addMonths(from, leastMonthsOf(input, rules)), -1) > to) reasons.push('service-short');
  if (input.employerMandatory > byMandatory && laterPart > 0n)
    reasons.push('mandatory-not-for-later-service');
  if (rest > 0n) reasons.push('rest-to-pay');
  return ok({ earlierPart, laterPart, total, byMandatory, byVoluntary, byGratuity, rest, reasons });
}

function leastMonthsOf({ payment }: OffsettingInput, { leastMonths }: OffsettingRules): number {
  return payment === 'severance' ? leastMonths.severance : leastMonths.longService;
}

/** Completed years from the first day on, and the days that are left over, at one rounding. */
function paymentFor(from: IsoDate, to: IsoDate, wage: Cents, rules: OffsettingRules): Cents {
  const { years, days } = serviceOf(from, to);
  const perYear = BigInt(rules.daysOfYear);
  const yearDays = BigInt(years) * perYear + BigInt(days);
  const counted = lesser(wage, centsOf(rules.wageCeiling));
  return fractionOf(counted, rules.numerator * yearDays, rules.denominator * perYear);
}

/** Both days are worked: 1 May to 30 April is a year. */
function serviceOf(from: IsoDate, to: IsoDate): { readonly years: number; readonly days: number } {
  const dayAfter = addDays(to, 1);
  let years = Number(dayAfter.slice(0, 4)) - Number(from.slice(0, 4));
  if (addMonths(from, years * 12) > dayAfter) years -= 1;
  return { years, days: daysBetween(addMonths(from, years * 12), dayAfter) };
}
