import { daysInMonth, isoDate, isRealDate, isRealIsoDate } from '../time.ts';
import type { IsoDate } from './working-calendar.ts';

const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

/**
 * The same day of another month, or that month's last day where it is shorter: 31 January and a month is 28 or 29
 * February.
 *
 * @param months whole months, negative to go back
 * @throws RangeError when the date is not real or the result leaves the years 0001-9999
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = parts(date);
  const index = year * 12 + (month - 1) + months;
  const movedYear = Math.floor(index / 12);
  const movedMonth = index - movedYear * 12 + 1;
  if (!isRealDate(movedYear, movedMonth, 1)) throw new RangeError('date out of range');
  return isoDate(movedYear, movedMonth, Math.min(day, daysInMonth(movedYear, movedMonth)));
}

/** @throws RangeError when the date is not real */
export function startOfMonth(date: IsoDate): IsoDate {
  const { year, month } = parts(date);
  return isoDate(year, month, 1);
}

/** @throws RangeError when the date is not real */
export function endOfMonth(date: IsoDate): IsoDate {
  const { year, month } = parts(date);
  return isoDate(year, month, daysInMonth(year, month));
}

/**
 * Days from the first date to the second: 1 for a day and the next, negative when the second is earlier.
 *
 * @throws RangeError when a date is not real
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  if (!isRealIsoDate(from) || !isRealIsoDate(to)) throw new RangeError('not a real ISO date');
  return Math.round((midnight(to) - midnight(from)) / MILLISECONDS_PER_DAY);
}

/**
 * Whole months that have passed from the first date to the second: the most that can be added to the first (`addMonths`)
 * without going beyond the second. 31 January to 28 February 2026 is one. Negative when the second is earlier.
 *
 * @throws RangeError when a date is not real
 */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) {
    const back = monthsBetween(to, from);
    return back === 0 ? 0 : -back;
  }
  const first = parts(from);
  const second = parts(to);
  const months = (second.year - first.year) * 12 + second.month - first.month;
  return months > 0 && addMonths(from, months) > to ? months - 1 : months;
}

function parts(date: IsoDate): { readonly year: number; readonly month: number; readonly day: number } {
  if (!isRealIsoDate(date)) throw new RangeError('not a real ISO date');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function midnight(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}
