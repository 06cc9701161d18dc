import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time.ts';
import { YEAR_2026 } from './calendar.fixture.ts';
import { contributionDay } from './contribution-day.ts';

describe('contributions have to be received by (facts/domain.md §3a)', () => {
  test.each([
    ['the 10th of the next month', '2026-02-28', '2026-03-10'],
    ['the same for a period that ends within the month', '2026-02-03', '2026-03-10'],
    ['Monday the 12th when the 10th is a Saturday', '2026-09-30', '2026-10-12'],
    ['Monday the 11th when the 10th is a Sunday', '2026-04-30', '2026-05-11'],
    ['the day after when the 10th had a black rainstorm', '2026-05-31', '2026-06-11'],
    ['January for December', '2025-12-31', '2026-01-12'],
  ])('%s', (_what, end, expected) => {
    expect(contributionDay(end, YEAR_2026)).toEqual({ ok: true, value: expected });
  });

  test('the day after a weekend, a holiday and a gale in a row', () => {
    const calendar = { ...YEAR_2026, holidays: ['2026-10-12'], severeWeatherDays: ['2026-10-13'] };
    expect(contributionDay('2026-09-30', calendar)).toEqual({ ok: true, value: '2026-10-14' });
  });

  test('a day that is not known while the calendar ends before', () => {
    expect(contributionDay('2026-12-31', YEAR_2026)).toMatchObject({
      ok: false,
      code: 'calendar-not-known',
      params: { date: '2027-01-10' },
    });
  });
});

test('it is never before the 10th of the next month, and the same for every day of a month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 333 }), (days) => {
      const end = addDays('2026-01-01', days);
      const due = contributionDay(end, YEAR_2026);
      expect(due).toEqual(contributionDay(`${end.slice(0, 7)}-01`, YEAR_2026));
      expect(due.ok && due.value.slice(8) >= '10' && due.value.slice(0, 7) > end.slice(0, 7)).toBe(true);
    }),
  );
});
