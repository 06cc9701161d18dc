import { addMonths, daysBetween, endOfMonth, startOfMonth } from '../../../calendar/date-arithmetic.ts';
import type { IsoDate } from '../../../calendar/working-calendar.ts';
import { MANDATORY_RULES } from '../../../contributions/mandatory-rules.ts';
import type { WagePeriod } from '../../../contributions/wage-period.ts';
import { addDays } from '../../../time.ts';
import type { Facts } from '../../definition.ts';

/** Months that may be paid for here: this one and those before. */
const MONTHS_BACK = 12;

/** `YYYY-MM`, this month first. */
export function monthsToChoose(today: IsoDate): readonly string[] {
  return Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(startOfMonth(today), -back).slice(0, 7));
}

/** The scheme's financial year that ends on a day: a year that ends with a month begins with one. */
export function yearEnding(end: IsoDate): WagePeriod {
  const before = addMonths(end, -12);
  return { start: addDays(end === endOfMonth(end) ? endOfMonth(before) : before, 1), end };
}

/** What is paid for; null while it is not answered. */
export function periodOf({ answers }: Facts): WagePeriod | null {
  if (answers['frequency'] === 'yearly') {
    const end = answers['year-end'];
    return end === undefined ? null : yearEnding(end);
  }
  const month = answers['month'];
  return month === undefined ? null : { start: `${month}-01`, end: endOfMonth(`${month}-01`) };
}

/** Income has to be reported some days before the scheme's financial year ends (facts/domain.md §3a); it is later. */
export function isReportedLate(facts: Facts): boolean {
  const end = facts.answers['frequency'] === 'yearly' ? facts.answers['year-end'] : undefined;
  return end !== undefined && daysBetween(facts.today, end) < MANDATORY_RULES.incomeReportDays;
}
