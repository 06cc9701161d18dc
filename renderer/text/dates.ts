import { LANGUAGE_TAGS } from '../../domain/messages/index.ts';
import type { Locale } from '../../domain/locale.ts';
import type { PartialDate } from '../../domain/identity/document/partial-date.ts';
import type { Text } from './text.ts';

/** Dates are Hong Kong's whatever the machine's own zone says. */
const timeZone = 'Asia/Hong_Kong';

function format(locale: Locale, options: Intl.DateTimeFormatOptions, instant: Date): string {
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], options).format(instant);
}

/** Day and time of an ISO instant, e.g. `11月22日 15:42`, `22 November, 15:42`. */
export function dayAndTime(locale: Locale, iso: string): string {
  const instant = new Date(iso);
  const day = format(locale, { timeZone, month: 'long', day: 'numeric' }, instant);
  const time = timeOfDay(locale, iso);
  return locale === 'en' ? `${day}, ${time}` : `${day} ${time}`;
}

/** Time of an ISO instant on the 24-hour clock, e.g. `15:42`. */
export function timeOfDay(locale: Locale, iso: string): string {
  return format(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, new Date(iso));
}

/** A calendar date (`YYYY-MM-DD`), e.g. `11月25日`, `25 November`. */
export function day(locale: Locale, isoDate: string): string {
  return format(
    locale,
    { timeZone: 'UTC', month: 'long', day: 'numeric' },
    new Date(`${isoDate.slice(0, 10)}T00:00:00Z`),
  );
}

/** A calendar date with its weekday, as a timetable says it, e.g. `11月26日（星期四）`, `Thu 26 Nov`. */
export function weekday(locale: Locale, isoDate: string): string {
  const instant = new Date(`${isoDate}T00:00:00Z`);
  const short = locale === 'en';
  const name = format(locale, { timeZone: 'UTC', weekday: short ? 'short' : 'long' }, instant);
  return short
    ? `${name} ${format(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }, instant)}`
    : `${day(locale, isoDate)}（${name}）`;
}

/** A calendar date with its year, e.g. `2026年11月25日`, `25 November 2026`. */
export function wholeDay(locale: Locale, isoDate: string): string {
  return format(locale, { timeZone: 'UTC', dateStyle: 'long' }, new Date(`${isoDate}T00:00:00Z`));
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when it is none of them. */
export function readPartialDate(text: string): PartialDate | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return null;
  const number = (part: string | undefined): number | null => (part === undefined ? null : Number(part));
  return { year: Number(parts[1]), month: number(parts[2]), day: number(parts[3]) };
}

/** A date of birth as printed on the card: a year or a month alone stay so and say so (facts/domain.md §1.2). */
export function partialDate(
  locale: Locale,
  text: Text,
  { year, month, day: dayOfMonth }: PartialDate,
): string {
  const instant = new Date(0);
  instant.setUTCFullYear(year, (month ?? 1) - 1, dayOfMonth ?? 1);
  if (month === null)
    return text('review.year-only', { year: format(locale, { timeZone: 'UTC', year: 'numeric' }, instant) });
  if (dayOfMonth === null) {
    return text('review.month-only', {
      month: format(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }, instant),
    });
  }
  return format(locale, { timeZone: 'UTC', dateStyle: 'long' }, instant);
}
