import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time.ts';
import { YEAR_2026 } from './calendar.fixture.ts';
import {
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
  workingDayOnOrAfter,
} from './working-calendar.ts';

const ok = (value: unknown) => ({ ok: true, value });
const daysOf2026 = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days));

/** Any calendar of 2026, and a day of it. */
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  from: fc.constant('2026-01-01'),
  to: fc.constant('2026-12-31'),
  holidays: fc.array(daysOf2026, { maxLength: 60 }),
  severeWeatherDays: fc.array(daysOf2026, { maxLength: 20 }),
});

describe('a working day (facts/domain.md §3d)', () => {
  test.each([
    ['a Monday', '2026-03-02', true],
    ['a Friday', '2026-03-06', true],
    ['a Saturday', '2026-03-07', false],
    ['a Sunday', '2026-03-08', false],
    ['a general holiday', '2026-02-17', false],
    ['a gale day', '2026-09-08', false],
    ['a black rainstorm day', '2026-06-10', false],
  ])('%s', (_what, date, working) => {
    expect(isWorkingDay(date, YEAR_2026)).toEqual(ok(working));
  });

  test('29 February is a day of a leap year only', () => {
    const calendar = { from: '2028-01-01', to: '2028-12-31', holidays: [], severeWeatherDays: [] };
    expect(isWorkingDay('2028-02-29', calendar)).toEqual(ok(true));
    expect(() => isWorkingDay('2026-02-29', YEAR_2026)).toThrow(RangeError);
  });
});

describe('the next working day', () => {
  test('of a working day is not the day itself', () => {
    expect(nextWorkingDay('2026-03-02', YEAR_2026)).toEqual(ok('2026-03-03'));
    expect(workingDayOnOrAfter('2026-03-02', YEAR_2026)).toEqual(ok('2026-03-02'));
  });

  test('goes over holidays that follow each other and a weekend: Maundy Thursday to Wednesday after Easter', () => {
    expect(nextWorkingDay('2026-04-02', YEAR_2026)).toEqual(ok('2026-04-08'));
    for (let day = '2026-04-03'; day <= '2026-04-07'; day = addDays(day, 1)) {
      expect(workingDayOnOrAfter(day, YEAR_2026)).toEqual(ok('2026-04-08'));
    }
  });
});

describe('beyond the calendar', () => {
  const unknown = (date: string) => ({
    ok: false,
    code: 'calendar-not-known',
    params: { date, from: '2026-01-01', to: '2026-12-31' },
  });

  test.each(['2025-12-31', '2027-01-01'])('nothing is known of %s', (date) => {
    expect(isWorkingDay(date, YEAR_2026)).toEqual(unknown(date));
    expect(workingDayOnOrAfter(date, YEAR_2026)).toEqual(unknown(date));
  });

  test('there is no next working day of the last one', () => {
    expect(isWorkingDay('2026-12-31', YEAR_2026)).toEqual(ok(true));
    expect(nextWorkingDay('2026-12-31', YEAR_2026)).toEqual(unknown('2027-01-01'));
  });
});

test('in any calendar the answer is a working day with none between', () => {
  fc.assert(
    fc.property(calendars, daysOf2026, (calendar, date) => {
      const found = nextWorkingDay(date, calendar);
      const end = found.ok ? found.value : addDays(calendar.to, 1);
      expect(end > date).toBe(true);
      if (found.ok) expect(isWorkingDay(end, calendar)).toEqual(ok(true));
      for (let day = addDays(date, 1); day < end; day = addDays(day, 1)) {
        expect(isWorkingDay(day, calendar)).toEqual(ok(false));
      }
    }),
  );
});
