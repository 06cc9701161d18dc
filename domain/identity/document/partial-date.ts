import { type Failure, fail, ok, type Result } from '../../result.ts';
import { PARAMETERS } from '../../parameters.ts';
import { daysInMonth, isoDate, isRealDate, isRealIsoDate } from '../../time.ts';

/** A date of birth as printed on the card: some cards show only the year, or the year and month (facts/domain.md §1.2). */
export interface PartialDate {
  readonly year: number;
  /** 1-12, null when not printed. */
  readonly month: number | null;
  /** 1-31, null when not printed. */
  readonly day: number | null;
}

/** What can be wrong with a birth date as typed; each has a message `error.<code>`. */
export type PartialDateFault = 'required' | 'date-not-real' | 'date-in-future' | 'date-incomplete';

/**
 * Reads a birth date as typed or as a device gives it, after NFKC:
 * `1960`, `1960-02`, `1960-02-29`; typed day first as on the card: `29021960`, `021960`, `29-2-1960`, `2/1960`.
 * Digits without separators are always day first, so that `021960` can never be taken for a year.
 *
 * @param today ISO date `YYYY-MM-DD` in Hong Kong
 * @returns the date; or `required`, `date-incomplete` (characters missing), `date-not-real` (no such day, or longer ago
 *   than anybody lived), `date-in-future` (its earliest possible day lies after today)
 */
export function parsePartialDate(
  text: string,
  today: string,
): Result<PartialDate, Failure<PartialDateFault>> {
  const normalised = text.normalize('NFKC').trim();
  if (normalised === '') return fail('required');
  const groups = normalised.split(/\s*[\s./\p{Pd}\u2212]\s*/u);
  if (groups.some((group) => group === '')) return fail('date-incomplete');
  if (!groups.every((group) => /^\d+$/.test(group))) return fail('date-not-real');
  return check(read(groups), today);
}

/** `null`: characters are missing; too many are as wrong as none. */
function read(groups: readonly string[]): PartialDate | null | 'too-long' {
  const [first = '', second = '', third = ''] = groups;
  if (groups.length === 1) {
    if (first.length === 4) return { year: Number(first), month: null, day: null };
    if (first.length === 6)
      return { year: Number(first.slice(2)), month: Number(first.slice(0, 2)), day: null };
    if (first.length === 8) {
      return {
        year: Number(first.slice(4)),
        month: Number(first.slice(2, 4)),
        day: Number(first.slice(0, 2)),
      };
    }
    return first.length > 8 ? 'too-long' : null;
  }
  if (groups.length > 3) return 'too-long';
  const yearFirst = first.length > 2;
  const [year, month, day] =
    groups.length === 2
      ? yearFirst
        ? [first, second, null]
        : [second, first, null]
      : yearFirst
        ? [first, second, third]
        : [third, second, first];
  if (year.length > 4 || month.length > 2 || (day?.length ?? 0) > 2) return 'too-long';
  if (year.length < 4) return null;
  return { year: Number(year), month: Number(month), day: day === null ? null : Number(day) };
}

function check(
  date: PartialDate | null | 'too-long',
  today: string,
): Result<PartialDate, Failure<PartialDateFault>> {
  if (date === null) return fail('date-incomplete');
  if (date === 'too-long' || !isRealPartialDate(date)) return fail('date-not-real');
  if (isoDate(date.year, date.month ?? 1, date.day ?? 1) > today) return fail('date-in-future');
  return ageOn(date, today) > PARAMETERS.greatestAge ? fail('date-not-real') : ok(date);
}

/** True when the year, month and day that are given exist together; a day without a month does not. */
export function isRealPartialDate(date: PartialDate): boolean {
  if (date.month === null && date.day !== null) return false;
  return isRealDate(date.year, date.month ?? 1, date.day ?? 1);
}

/**
 * The date the platform calculates with, `YYYY-MM-DD`: only a year gives its 31 December, a year and month the last day
 * of that month (facts/domain.md §1.2).
 */
export function derivedDate(date: PartialDate): string {
  const month = date.month ?? 12;
  return isoDate(date.year, month, date.day ?? daysInMonth(date.year, month));
}

/** As on the card and nothing added: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function printedForm(date: PartialDate): string {
  const whole = isoDate(date.year, date.month ?? 1, date.day ?? 1);
  return date.month === null ? whole.slice(0, 4) : date.day === null ? whole.slice(0, 7) : whole;
}

/**
 * Completed years on a day, from the derived date; negative before it. Who was born on 29 February completes a year on
 * 1 March of a common year.
 *
 * @param today ISO date
 */
export function ageOn(date: PartialDate, today: string): number {
  if (!isRealIsoDate(today)) throw new RangeError('today is not a real ISO date');
  const born = derivedDate(date);
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(4) < born.slice(4) ? years - 1 : years;
}
