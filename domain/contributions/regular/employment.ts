import { addMonths, endOfMonth } from '../../calendar/date-arithmetic.ts';
import type { IsoDate } from '../../calendar/working-calendar.ts';
import { addDays, isRealIsoDate } from '../../time.ts';
import { ageStanding } from '../age.ts';
import type { ContributionFault, ContributionReason } from '../codes.ts';
import type { MandatoryRules } from '../mandatory-rules.ts';
import { daysOf, isLongerThanMonth, type WagePeriod, withinPeriod } from '../wage-period.ts';

/** As the remittance file names them (facts/domain.md §3a, CSV layout). */
type EmployeeType = 'NEW' | 'INTRA_GROUP' | 'EXPATRIATE' | 'EXEMPT';

/** What decides whether and from when contributions are due. */
export interface EmploymentFacts {
  readonly dateOfBirth: IsoDate;
  readonly dateOfEmployment: IsoDate;
  readonly lastDateOfEmployment?: IsoDate;
  readonly employeeType?: EmployeeType;
  /** Intra-group transfers: service counts from here. */
  readonly previousDateOfEmployment?: IsoDate;
  readonly visaIssueDate?: IsoDate;
}

/** Where a person stands in a wage period. */
export interface EmploymentStanding {
  /** The days of the period for which contributions are due; null when there are none. */
  readonly due: WagePeriod | null;
  /** From here the first 30 and the first 60 days count. */
  readonly coveredFrom: IsoDate;
  readonly reasons: readonly ContributionReason[];
  /** As in `MandatoryContribution`. */
  readonly certain: boolean;
}

/** The first fault of the dates, null when they fit together. */
export function employmentFault(facts: EmploymentFacts, period: WagePeriod): ContributionFault | null {
  const { dateOfBirth, dateOfEmployment, lastDateOfEmployment, previousDateOfEmployment, visaIssueDate } =
    facts;
  const dates = [dateOfEmployment, lastDateOfEmployment, previousDateOfEmployment, visaIssueDate];
  if (!dates.every((date) => date === undefined || isRealIsoDate(date))) return 'employment-dates';
  if (lastDateOfEmployment !== undefined && lastDateOfEmployment < dateOfEmployment)
    return 'employment-dates';
  if (previousDateOfEmployment !== undefined && previousDateOfEmployment > dateOfEmployment) {
    return 'employment-dates';
  }
  if (!isRealIsoDate(dateOfBirth) || dateOfBirth > period.end) return 'birth-date-after-period';
  return facts.employeeType === 'EXPATRIATE' && visaIssueDate === undefined ? 'visa-date-needed' : null;
}

/**
 * Whether mandatory contributions are due in a wage period (facts/domain.md §3a): ages 18 to 64, employed for 60 days
 * or more, no exempt person. The months of turning 18 and 65 count whole and are not certain: the platform works out
 * the share. A visa that exempts for its first months is [GK] and not certain either.
 *
 * @param facts without fault (`employmentFault`)
 */
export function employmentStanding(
  facts: EmploymentFacts,
  period: WagePeriod,
  rules: MandatoryRules,
): EmploymentStanding {
  const serviceFrom = facts.previousDateOfEmployment ?? facts.dateOfEmployment;
  const lastDay = facts.lastDateOfEmployment;
  const exemptUntil = visaExemptionEnd(facts, rules);
  const coveredFrom = exemptUntil !== null && exemptUntil > serviceFrom ? exemptUntil : serviceFrom;
  const none = (reason: ContributionReason): EmploymentStanding => {
    return { due: null, coveredFrom, reasons: [reason], certain: true };
  };

  const employed = withinPeriod(period, facts.dateOfEmployment, lastDay);
  if (employed === null) return none('not-employed-in-period');
  if (facts.employeeType === 'EXEMPT') return none('exempt-person');
  const due = exemptUntil === null ? employed : withinPeriod(employed, exemptUntil);
  if (due === null) return { ...none('expatriate-exempt'), certain: false };
  const age = ageStanding(facts.dateOfBirth, due, rules);
  if (age.outside !== null) return none(age.outside);
  if (lastDay !== undefined && daysOf({ start: serviceFrom, end: lastDay }) < rules.coveredFromDay) {
    return none('employed-under-60-days');
  }

  const fromVisa = due.start !== employed.start;
  const early = daysOf({ start: serviceFrom, end: due.end }) < rules.coveredFromDay;
  const reasons: ContributionReason[] = [...age.turning];
  if (early) reasons.push('within-first-60-days');
  if (fromVisa) reasons.push('expatriate-from-period');
  return { due, coveredFrom, reasons, certain: !fromVisa && age.turning.length === 0 };
}

/** First day on which a visa no longer exempts; null for everybody else. */
function visaExemptionEnd(
  { employeeType, visaIssueDate }: EmploymentFacts,
  rules: MandatoryRules,
): IsoDate | null {
  if (employeeType !== 'EXPATRIATE' || visaIssueDate === undefined) return null;
  return addMonths(visaIssueDate, rules.expatriateMonths);
}

/**
 * How the employee's contribution holiday touches a wage period (facts/domain.md §3a): the first 30 days and the
 * incomplete wage period after them; for a wage period longer than a month, until the end of the calendar month of day
 * 30.
 *
 * @returns `whole`: the employee pays nothing for the period; the first day after the holiday when it ends inside; null
 *   when it is over
 */
export function contributionHoliday(
  coveredFrom: IsoDate,
  period: WagePeriod,
  rules: Pick<MandatoryRules, 'holidayDays'>,
): 'whole' | { readonly from: IsoDate } | null {
  const lastHolidayDay = addDays(coveredFrom, rules.holidayDays - 1);
  if (!isLongerThanMonth(period)) return period.start <= lastHolidayDay ? 'whole' : null;
  const from = addDays(endOfMonth(lastHolidayDay), 1);
  if (from > period.end) return 'whole';
  return from > period.start ? { from } : null;
}
