import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePartialDate } from '../../../../domain/identity/document/partial-date.ts';
import { isWholeDate, readDate, typeDate, withPrecision, writeDate, type DateEntry } from './date-entry.ts';

const precision = fc.constantFrom('day', 'month', 'year');

function typed(entry: DateEntry, keys: string): DateEntry {
  return Array.from(keys).reduce(typeDate, entry);
}

it('day, month and year in the order of the card become an ISO date', () => {
  expect(writeDate(typed({ precision: 'day', digits: '' }, '03021961'))).toBe('1961-02-03');
});

it('a card with a year only, or a month and a year', () => {
  expect(writeDate(typed({ precision: 'year', digits: '' }, '1954'))).toBe('1954');
  expect(writeDate(typed({ precision: 'month', digits: '' }, '021954'))).toBe('1954-02');
});

it('changing to less keeps the month and the year that were typed', () => {
  expect(withPrecision({ precision: 'day', digits: '03021961' }, 'month').digits).toBe('021961');
});

it('what was sent is taken up again as it was', () => {
  fc.assert(
    fc.property(precision, fc.stringMatching(/^[0-9]{0,8}$/), (kind, keys) => {
      const entry = typed({ precision: kind, digits: '' }, keys);
      fc.pre(!(kind === 'year' && entry.digits === ''));
      expect(readDate(writeDate(entry))).toEqual(entry);
    }),
  );
});

it('a date that is not whole is called incomplete by the rules, or empty', () => {
  fc.assert(
    fc.property(precision, fc.stringMatching(/^[0-9]{0,7}$/), (kind, keys) => {
      const entry = typed({ precision: kind, digits: '' }, keys);
      fc.pre(!isWholeDate(entry));
      const checked = parsePartialDate(writeDate(entry), '2026-11-22');
      expect(checked.ok ? 'taken' : checked.code).toBe(
        writeDate(entry) === '' ? 'required' : 'date-incomplete',
      );
    }),
  );
});
