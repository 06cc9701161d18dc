/**
 * A date of birth while it is typed. The card prints day, month and year in that order, or less of it
 * (facts/domain.md §1.2); what is sent is ISO, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, once all of it is there.
 */
export type DatePrecision = 'day' | 'month' | 'year';

export interface DateEntry {
  readonly precision: DatePrecision;
  /** Digits in the card's order: `DDMMYYYY`, `MMYYYY` or `YYYY`. */
  readonly digits: string;
}

const LENGTHS: Readonly<Record<DatePrecision, number>> = { day: 8, month: 6, year: 4 };

/** How the digits fall into day, month and year; parts the card does not show are left out. */
export function dateParts({
  precision,
  digits,
}: DateEntry): readonly { part: DatePrecision; digits: string; length: number }[] {
  const dayLength = precision === 'day' ? 2 : 0;
  const monthLength = precision === 'year' ? 0 : 2;
  const all = [
    { part: 'day' as const, digits: digits.slice(0, dayLength), length: dayLength },
    { part: 'month' as const, digits: digits.slice(dayLength, dayLength + monthLength), length: monthLength },
    { part: 'year' as const, digits: digits.slice(dayLength + monthLength), length: 4 },
  ];
  return all.filter(({ length }) => length > 0);
}

/** All digits are there. */
export function isWholeDate({ precision, digits }: DateEntry): boolean {
  return digits.length === LENGTHS[precision];
}

/** One more digit, if there is room. */
export function typeDate(entry: DateEntry, digit: string): DateEntry {
  if (!/^[0-9]$/.test(digit) || isWholeDate(entry)) return entry;
  return { ...entry, digits: entry.digits + digit };
}

/** The same date shown more or less exactly; what was typed of month and year is kept where it is whole. */
export function withPrecision(entry: DateEntry, precision: DatePrecision): DateEntry {
  if (precision === entry.precision) return entry;
  const keep = isWholeDate(entry) && LENGTHS[precision] < LENGTHS[entry.precision];
  return { precision, digits: keep ? entry.digits.slice(-LENGTHS[precision]) : '' };
}

/**
 * What is sent: ISO when whole, empty when nothing was typed; otherwise the digits in the card's order with the
 * hyphens of that form, such as `03-02-`, which the rules take for an incomplete date.
 */
export function writeDate(entry: DateEntry): string {
  if (entry.digits === '' && entry.precision !== 'month') return '';
  const parts = dateParts(entry).map((part) => part.digits);
  return isWholeDate(entry) ? parts.toReversed().join('-') : parts.join('-');
}

/** Takes up what `writeDate` sent, after the page was replaced or on coming back to it. */
export function readDate(value: string): DateEntry {
  const iso = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (iso !== null) {
    const [, year = '', month = '', dayOfMonth = ''] = iso;
    const precision = dayOfMonth !== '' ? 'day' : month !== '' ? 'month' : 'year';
    return { precision, digits: dayOfMonth + month + year };
  }
  const hyphens = value.split('-').length - 1;
  const precision = value === '' || hyphens === 2 ? 'day' : hyphens === 1 ? 'month' : 'year';
  return { precision, digits: value.replace(/\D/g, '').slice(0, LENGTHS[precision]) };
}
