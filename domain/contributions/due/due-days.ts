import { contributionDay } from '../../calendar/contribution-day.ts';
import { endOfMonth } from '../../calendar/date-arithmetic.ts';
import {
  type CalendarResult,
  type IsoDate,
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
} from '../../calendar/working-calendar.ts';
import { ok } from '../../result.ts';
import { addDays } from '../../time.ts';
import { MANDATORY_RULES, type MandatoryRules } from '../mandatory-rules.ts';

/** The last day of the calendar month in which the 60th day of employment falls. */
function endOfFirstMonths(dateOfEmployment: IsoDate, rules: Pick<MandatoryRules, 'coveredFromDay'>): IsoDate {
  return endOfMonth(addDays(dateOfEmployment, rules.coveredFromDay - 1));
}

/**
 * When the first remittance for a regular employee must be received (facts/domain.md §3a): the contribution day of the
 * calendar month in which day 60 falls. It carries every wage period up to then.
 *
 * @returns `calendar-not-known` outside the calendar
 * @throws RangeError when the date is not real
 */
export function firstRemittanceDay(
  dateOfEmployment: IsoDate,
  calendar: WorkingCalendar,
  rules: Pick<MandatoryRules, 'coveredFromDay'> = MANDATORY_RULES,
): CalendarResult<IsoDate> {
  return contributionDay(endOfFirstMonths(dateOfEmployment, rules), calendar);
}

/**
 * When the contributions of a wage period must be received (facts/domain.md §3a): its contribution day, but never
 * before the employee's first remittance.
 *
 * @returns `calendar-not-known` outside the calendar
 * @throws RangeError when a date is not real
 */
export function remittanceDueDay(
  wagePeriodEnd: IsoDate,
  dateOfEmployment: IsoDate,
  calendar: WorkingCalendar,
  rules: Pick<MandatoryRules, 'coveredFromDay'> = MANDATORY_RULES,
): CalendarResult<IsoDate> {
  const first = endOfFirstMonths(dateOfEmployment, rules);
  return contributionDay(wagePeriodEnd > first ? wagePeriodEnd : first, calendar);
}

/** How a casual employee of an industry scheme is paid for. */
export type CasualPayment =
  | { readonly by: 'pay-day'; readonly payDay: IsoDate }
  | { readonly by: 'contribution-period'; readonly end: IsoDate };

/**
 * When a casual employee's contributions are due (facts/domain.md §3a): the next working day after pay-day, or within 10
 * days after the contribution period. Whether those 10 days wait for a working day is not known: they do not here, so
 * that nobody is told a day too late.
 *
 * @returns `calendar-not-known` outside the calendar
 * @throws RangeError when the date is not real
 */
export function casualDueDay(
  payment: CasualPayment,
  calendar: WorkingCalendar,
  rules: Pick<MandatoryRules, 'casualDueDays'> = MANDATORY_RULES,
): CalendarResult<IsoDate> {
  return payment.by === 'pay-day'
    ? nextWorkingDay(payment.payDay, calendar)
    : ok(addDays(payment.end, rules.casualDueDays));
}

/**
 * When a self-employed person's contribution is due and income is to be reported by (facts/domain.md §3a): a month's on
 * its last day is [I] from the yearly rule, a year's on the last day of the scheme's financial year; income at least 30
 * days before that year ends.
 *
 * @throws RangeError when a date is not real
 */
export function selfEmployedDays(
  {
    frequency,
    monthEnd,
    schemeYearEnd,
  }: {
    readonly frequency: 'monthly' | 'yearly';
    readonly monthEnd: IsoDate;
    readonly schemeYearEnd: IsoDate;
  },
  rules: Pick<MandatoryRules, 'incomeReportDays'> = MANDATORY_RULES,
): { readonly due: IsoDate; readonly reportIncomeBy: IsoDate } {
  return {
    due: frequency === 'yearly' ? schemeYearEnd : endOfMonth(monthEnd),
    reportIncomeBy: addDays(schemeYearEnd, -rules.incomeReportDays),
  };
}

/** How near the contribution day is; message `contributions.<code>`. */
export const CLOSENESS_CODES = ['due-ahead', 'due-close', 'due-today', 'due-past'] as const;
export type ClosenessCode = (typeof CLOSENESS_CODES)[number];

export interface Closeness {
  readonly code: ClosenessCode;
  /** Working days after today up to and including the due day. */
  readonly workingDaysLeft: number;
}

/**
 * How many working days are left, and whether other channels have to be shown because a remittance kept here could come
 * too late (facts/domain.md §3a: it must be *received* by then, the postmark does not count).
 *
 * @param today Hong Kong date
 * @returns `calendar-not-known` outside the calendar
 * @throws RangeError when a date is not real
 */
export function closenessOf(
  today: IsoDate,
  dueDay: IsoDate,
  calendar: WorkingCalendar,
  rules: Pick<MandatoryRules, 'closeWorkingDays'> = MANDATORY_RULES,
): CalendarResult<Closeness> {
  if (today > dueDay) return ok({ code: 'due-past', workingDaysLeft: 0 });
  if (today === dueDay) return ok({ code: 'due-today', workingDaysLeft: 0 });
  let workingDaysLeft = 0;
  for (let day = addDays(today, 1); day <= dueDay; day = addDays(day, 1)) {
    const working = isWorkingDay(day, calendar);
    if (!working.ok) return working;
    if (working.value) workingDaysLeft += 1;
  }
  return ok({ code: workingDaysLeft <= rules.closeWorkingDays ? 'due-close' : 'due-ahead', workingDaysLeft });
}
