import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time.ts';
import { addMonths, daysBetween, endOfMonth, monthsBetween, startOfMonth } from './date-arithmetic.ts';

const dates = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1950-01-01', days));

describe('months are added', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 0, '2026-05-31'],
    ['2100-01-29', 1, '2100-02-28'],
  ])('%s and %i', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test('to a date that is none, or beyond the calendar, is a bug', () => {
    expect(() => addMonths('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError);
    expect(() => endOfMonth('2026-13-01')).toThrow(RangeError);
    expect(() => daysBetween('2026-01-01', '2026-02-29')).toThrow(RangeError);
  });
});

test.each([
  ['2026-02-01', '2026-02-28'],
  ['2028-02-10', '2028-02-29'],
  ['2000-02-29', '2000-02-29'],
  ['2100-02-01', '2100-02-28'],
  ['2026-12-31', '2026-12-31'],
])('the month of %s ends on %s', (date, end) => {
  expect(endOfMonth(date)).toBe(end);
  expect(addDays(end, 1)).toBe(startOfMonth(addMonths(date, 1)));
});

describe('whole months between', () => {
  test.each([
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-03-30', 1],
    ['2026-01-31', '2026-03-31', 2],
    ['2028-02-29', '2029-02-27', 11],
    ['2028-02-29', '2029-02-28', 12],
    ['2026-05-10', '2026-05-10', 0],
    ['2026-05-10', '2026-05-09', 0],
    ['2026-05-10', '2025-05-10', -12],
  ])('%s and %s: %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test('never go beyond the second day, and one more would', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 4_000 }), (from, days) => {
        const to = addDays(from, days);
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
        expect(monthsBetween(to, from)).toBe(months === 0 ? 0 : -months);
      }),
    );
  });
});

test('days between are the days that were added', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});
