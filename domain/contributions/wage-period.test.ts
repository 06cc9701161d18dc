import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../time.ts';
import {
  birthday,
  completedYears,
  daysOf,
  holds,
  isLongerThanMonth,
  isMonthly,
  isRealPeriod,
  withinPeriod,
} from './wage-period.ts';

it.each([
  ['2026-02-01', '2026-02-28', 28, 'month'],
  ['2028-02-01', '2028-02-29', 29, 'month'],
  ['2028-02-01', '2028-02-28', 28, 'shorter'],
  ['2026-10-01', '2026-10-31', 31, 'month'],
  ['2026-10-16', '2026-11-15', 31, 'month'],
  ['2026-10-16', '2026-11-16', 32, 'longer'],
  ['2026-10-05', '2026-10-05', 1, 'shorter'],
  ['2026-07-01', '2026-09-30', 92, 'longer'],
])('%s to %s: %i days, a %s', (start, end, days, length) => {
  const period = { start, end };
  expect(daysOf(period)).toBe(days);
  expect([isMonthly(period), isLongerThanMonth(period)]).toEqual([length === 'month', length === 'longer']);
});

it('dates that do not exist or stand the wrong way round are no period', () => {
  expect(isRealPeriod({ start: '2026-02-01', end: '2026-02-28' })).toBe(true);
  expect(isRealPeriod({ start: '2026-02-01', end: '2026-02-29' })).toBe(false);
  expect(isRealPeriod({ start: '2026-02-02', end: '2026-02-01' })).toBe(false);
});

it('years are completed on the day itself, for 29 February on 1 March', () => {
  expect(completedYears('2020-06-15', '2026-06-14')).toBe(5);
  expect(completedYears('2020-06-15', '2026-06-15')).toBe(6);
  expect(completedYears('2024-02-29', '2025-02-28')).toBe(0);
  expect(completedYears('2024-02-29', '2025-03-01')).toBe(1);
  expect(completedYears('2026-06-15', '2026-01-01')).toBe(0);
  expect([birthday('2000-02-29', 18), birthday('2000-02-29', 20)]).toEqual(['2018-03-01', '2020-02-29']);
});

it('the days within a period are those that it holds', () => {
  const dates = fc.integer({ min: 0, max: 100 }).map((days) => addDays('2027-12-20', days));
  fc.assert(
    fc.property(dates, dates, dates, dates, dates, (one, other, from, to, day) => {
      const period = one < other ? { start: one, end: other } : { start: other, end: one };
      const within = withinPeriod(period, from, to);
      const wanted = holds(period, day) && from <= day && day <= to;
      expect(within !== null && holds(within, day)).toBe(wanted);
    }),
  );
});
