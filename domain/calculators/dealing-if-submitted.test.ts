import { describe, expect, test } from 'vitest';
import { EMBEDDED_REFERENCE_DATA as DATA } from '../reference-data/embedded/embedded.ts';
import { dealingIfSubmitted } from './dealing-if-submitted.ts';

function told(now: string, data: Parameters<typeof dealingIfSubmitted>[0] = DATA) {
  const answer = dealingIfSubmitted(data, now);
  if (!answer.ok) return answer.code;
  const { receivedBefore, dealsOn, otherwiseDealsOn } = answer.value;
  return [`${receivedBefore.date} ${receivedBefore.time}`, dealsOn, otherwiseDealsOn];
}

describe('if I submit now (facts/domain.md §3d)', () => {
  test.each([
    ['on a Monday morning', '2026-11-23T09:30:00+08:00', ['2026-11-23 16:00', '2026-11-23', '2026-11-24']],
    [
      'a minute before the cut-off',
      '2026-11-23T15:59:00+08:00',
      ['2026-11-23 16:00', '2026-11-23', '2026-11-24'],
    ],
    ['at the cut-off', '2026-11-23T16:00:00+08:00', ['2026-11-24 16:00', '2026-11-24', '2026-11-25']],
    [
      'on the Saturday after Christmas',
      '2026-12-26T10:00:00+08:00',
      ['2026-12-28 16:00', '2026-12-28', '2026-12-29'],
    ],
    [
      'in the evening before Easter',
      '2026-04-02T20:00:00+08:00',
      ['2026-04-08 16:00', '2026-04-08', '2026-04-09'],
    ],
    [
      'on the last day of which holidays are known',
      '2027-12-31T10:00:00+08:00',
      ['2027-12-31 16:00', '2027-12-31', null],
    ],
    ['after it', '2027-12-31T16:00:00+08:00', 'calendar-not-known'],
    ['before there was a platform', '2024-06-25T10:00:00+08:00', 'cut-off-not-known'],
  ])('%s', (_what, now, expected) => {
    expect(told(now)).toEqual(expected);
  });

  test('on a gale day it is the next working day, unless the platform deals on such days', () => {
    const galeDay = '2025-09-23T10:00:00+08:00';
    expect(told(galeDay)).toEqual(['2025-09-25 16:00', '2025-09-25', '2025-09-26']);
    const cutOffs = DATA.cutOffs.map((cutOff) => ({ ...cutOff, dealsInSevereWeather: true }));
    expect(told(galeDay, { ...DATA, cutOffs })).toEqual(['2025-09-23 16:00', '2025-09-23', '2025-09-24']);
  });

  test('that nobody has verified the holidays is said, until somebody has', () => {
    const now = '2026-11-23T09:30:00+08:00';
    expect(dealingIfSubmitted(DATA, now)).toMatchObject({
      value: { caveats: ['severe-weather', 'holidays-not-verified'] },
    });
    const holidays = DATA.calendar.holidays.map((holiday) => ({ ...holiday, source: 'sourced' as const }));
    expect(dealingIfSubmitted({ ...DATA, calendar: { ...DATA.calendar, holidays } }, now)).toMatchObject({
      value: { caveats: ['severe-weather'] },
    });
  });
});
