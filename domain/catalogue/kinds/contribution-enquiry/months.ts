import { contributionDay } from '../../../calendar/contribution-day.ts';
import { endOfMonth } from '../../../calendar/date-arithmetic.ts';
import type { IsoDate } from '../../../calendar/working-calendar.ts';
import { calendarOf } from '../../../reference-data/look-up/figures.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { addDays } from '../../../time.ts';
import type { Facts } from '../../definition.ts';
import { answerInRound } from '../../shared/rounds.ts';

export const MONTH_RULES = [
  'enquiry-year-needed',
  'enquiry-years',
  'enquiry-month-needed',
  'enquiry-not-due-yet',
] as const;
type MonthRule = (typeof MONTH_RULES)[number];
type Checked = Result<string, Failure<MonthRule>>;

/** How far back and how much in one case: ours, no source names a limit. */
export const ENQUIRY_PARAMETERS = { yearsBack: 6, mostYears: 3 } as const;

/** `YYYY-MM`. */
export type Month = string;

/** First and last day of a month. */
export function daysOfMonth(month: Month): { readonly start: IsoDate; readonly end: IsoDate } {
  const start = `${month}-01`;
  return { start, end: endOfMonth(start) };
}

/** This year first, then back. */
export function yearsOffered({ today }: Pick<Facts, 'today'>): readonly string[] {
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: ENQUIRY_PARAMETERS.yearsBack + 1 }, (_, back) => String(thisYear - back));
}

export function yearsChosen({ answers }: Pick<Facts, 'answers'>): readonly string[] {
  return (answers['years'] ?? '').split(',').filter((year) => year !== '');
}

/** Months of a year that have begun. */
export function monthsOffered(year: string, { today }: Pick<Facts, 'today'>): readonly Month[] {
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  return months.filter((month) => month <= today.slice(0, 7));
}

export function someYears(value: string): Checked {
  const count = value === '' ? 0 : value.split(',').length;
  if (count === 0) return fail('enquiry-year-needed');
  const most = ENQUIRY_PARAMETERS.mostYears;
  return count > most ? fail('enquiry-years', { most }) : ok(value);
}

/** The last day on which contributions for a month may arrive; where the calendar ends, the 10th itself. */
function dueDay(month: Month, { data }: Pick<Facts, 'data'>): IsoDate {
  const { end } = daysOfMonth(month);
  const day = contributionDay(end, calendarOf(data));
  return day.ok ? day.value : addDays(end, 10);
}

/** Months whose contributions are not due yet show nothing and prove nothing (facts/domain.md §3a, contribution day). */
export function monthsDue(value: string, facts: Facts): Checked {
  if (value === '') return fail('enquiry-month-needed');
  const open = value.split(',').find((month) => dueDay(month, facts) >= facts.today);
  return open === undefined ? ok(value) : fail('enquiry-not-due-yet', { day: dueDay(open, facts) });
}

/** Every month asked for, the earliest first. */
export function monthsAsked(facts: Pick<Facts, 'answers'>): readonly Month[] {
  const months = yearsChosen(facts).flatMap((_, round) =>
    (answerInRound(facts.answers, 'months', round + 1) ?? '').split(',').filter((month) => month !== ''),
  );
  return months.sort();
}
