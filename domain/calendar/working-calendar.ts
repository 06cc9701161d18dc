import { type Failure, fail, ok, type Result } from '../result.ts';
import { addDays, isRealIsoDate } from '../time.ts';
import type { CalendarCode } from './codes.ts';

/** A real day in Hong Kong, `YYYY-MM-DD`; such texts compare as the days do. */
export type IsoDate = string;

/**
 * The days on which nobody works, for the years that are known. Beyond them nothing is reckoned: a contribution day on
 * a holiday that has not been gazetted yet would be told wrong.
 */
export interface WorkingCalendar {
  /** First and last day that is covered. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** General holidays; Saturdays and Sundays need not be named. */
  readonly holidays: readonly IsoDate[];
  /** Days of which any part had a gale warning (signal 8 or above) or a black rainstorm warning. */
  readonly severeWeatherDays: readonly IsoDate[];
}

export type CalendarResult<T> = Result<T, Failure<CalendarCode>>;

/**
 * Monday to Friday, no general holiday and no severe weather (facts/domain.md §3a contribution day, §3d cut-off).
 *
 * @returns `calendar-not-known` outside the calendar, with the date and the last day that is covered
 * @throws RangeError when the date is not real
 */
export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar): CalendarResult<boolean> {
  if (!isRealIsoDate(date)) throw new RangeError('not a real ISO date');
  if (date < calendar.from || date > calendar.to) {
    return fail('calendar-not-known', { date, from: calendar.from, to: calendar.to });
  }
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  return ok(!weekend && !calendar.holidays.includes(date) && !calendar.severeWeatherDays.includes(date));
}

/** The day itself when it is a working day, else the first one after it. Fails and throws as `isWorkingDay`. */
export function workingDayOnOrAfter(date: IsoDate, calendar: WorkingCalendar): CalendarResult<IsoDate> {
  for (let day = date; ; day = addDays(day, 1)) {
    const working = isWorkingDay(day, calendar);
    if (!working.ok) return working;
    if (working.value) return ok(day);
  }
}

/** The first working day after the day, whatever the day itself is. Fails and throws as `isWorkingDay`. */
export function nextWorkingDay(date: IsoDate, calendar: WorkingCalendar): CalendarResult<IsoDate> {
  return workingDayOnOrAfter(addDays(date, 1), calendar);
}
