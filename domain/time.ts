import { PARAMETERS } from './parameters.ts';

/**
 * Dates as Hong Kong sees them, whatever time zone the machine is set to. Hong Kong has been at UTC+8 without summer
 * time since 1979 and the terminal only turns instants of its own life into dates, so the offset is fixed here and no
 * zone file of the machine can move a date.
 */
const HONG_KONG_OFFSET_MILLISECONDS = 8 * 60 * 60 * 1000;
const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

/** Wall clock in Hong Kong. `month` 1-12; `weekday` 0 (Sunday) to 6. */
export interface HongKongParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
}

/**
 * @param instant ISO 8601 instant with its zone, e.g. `2026-11-22T18:06:33.000Z`
 * @throws RangeError when it is not an instant: whatever comes from outside was parsed by a schema before
 */
export function hongKongParts(instant: string): HongKongParts {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds) || !/(?:Z|[+-]\d{2}:?\d{2})$/.test(instant)) {
    throw new RangeError('not an ISO instant with a zone');
  }
  const shifted = new Date(milliseconds + HONG_KONG_OFFSET_MILLISECONDS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** The Hong Kong date of an instant, `YYYY-MM-DD`. Throws as `hongKongParts`. */
export function hongKongDate(instant: string): string {
  const { year, month, day } = hongKongParts(instant);
  return isoDate(year, month, day);
}

/**
 * @param date ISO date `YYYY-MM-DD`
 * @param days whole days, negative to go back
 * @throws RangeError when the date is not real or the result leaves the years 0001-9999
 */
export function addDays(date: string, days: number): string {
  if (!isRealIsoDate(date)) throw new RangeError('not a real ISO date');
  const moved = new Date(Date.parse(`${date}T00:00:00.000Z`) + days * MILLISECONDS_PER_DAY);
  const year = moved.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('date out of range');
  return isoDate(year, moved.getUTCMonth() + 1, moved.getUTCDate());
}

/**
 * The Hong Kong date after which a member who heard nothing should call (facts/wording.md, *Kept here*).
 *
 * @param days a parameter of the terminal, not a promise the platform published (`parameters.ts`)
 */
export function noticeBy(instant: string, days: number = PARAMETERS.noticeAfterDays): string {
  return addDays(hongKongDate(instant), days);
}

/** Days of a month in the Gregorian calendar; `month` 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists, years 1-9999. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** True for `YYYY-MM-DD` that exists; such dates compare by their text. */
export function isRealIsoDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return isRealDate(Number(year), Number(month), Number(day));
}

/** `YYYY-MM-DD` with zeros in front. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
