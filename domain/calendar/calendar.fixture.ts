import type { WorkingCalendar } from './working-calendar.ts';

/**
 * The days of 2026 that the tests speak of, with an invented gale on Tuesday 8 September and an invented black rainstorm
 * on Wednesday 10 June.
 */
export const YEAR_2026: WorkingCalendar = {
  from: '2026-01-01',
  to: '2026-12-31',
  holidays: [
    '2026-01-01',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-04-03',
    '2026-04-04',
    '2026-04-06',
    '2026-04-07',
    '2026-12-25',
    '2026-12-26',
  ],
  severeWeatherDays: ['2026-06-10', '2026-09-08'],
};
