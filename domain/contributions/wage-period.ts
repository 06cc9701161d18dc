import { addMonths, daysBetween } from '../calendar/date-arithmetic.ts';
import type { IsoDate } from '../calendar/working-calendar.ts';
import { addDays, isRealIsoDate } from '../time.ts';

/** First and last day, both counted. */
export interface WagePeriod {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** Both days exist and stand the right way round. */
export function isRealPeriod({ start, end }: WagePeriod): boolean {
  return isRealIsoDate(start) && isRealIsoDate(end) && start <= end;
}

/** Calendar days, the first and the last included. */
export function daysOf({ start, end }: WagePeriod): number {
  return daysBetween(start, end) + 1;
}

/** Exactly a month: a calendar month, or from a day to the eve of the same day of the next month. */
export function isMonthly({ start, end }: WagePeriod): boolean {
  return addDays(addMonths(start, 1), -1) === end;
}

/** Longer than a month, for which the contribution holiday ends differently (facts/domain.md §3a). */
export function isLongerThanMonth({ start, end }: WagePeriod): boolean {
  return end > addDays(addMonths(start, 1), -1);
}

/** The days that lie in the period and not outside the given ones; null when there are none. */
export function withinPeriod(period: WagePeriod, from?: IsoDate, to?: IsoDate): WagePeriod | null {
  const start = from !== undefined && from > period.start ? from : period.start;
  const end = to !== undefined && to < period.end ? to : period.end;
  return start <= end ? { start, end } : null;
}

/** The day belongs to the period. */
export function holds({ start, end }: WagePeriod, day: IsoDate): boolean {
  return start <= day && day <= end;
}

/**
 * The day on which somebody becomes so many years old. Who was born on 29 February does so on 1 March of a common year,
 * as `ageOn` of identity counts.
 */
export function birthday(dateOfBirth: IsoDate, age: number): IsoDate {
  const year = String(Number(dateOfBirth.slice(0, 4)) + age).padStart(4, '0');
  const sameDay = `${year}${dateOfBirth.slice(4)}`;
  return isRealIsoDate(sameDay) ? sameDay : `${year}-03-01`;
}

/** Whole years from a day to another, as birthdays count; 0 before the first. */
export function completedYears(from: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, on < birthday(from, years) ? years - 1 : years);
}
