import { addDays } from '../time.ts';
import { endOfMonth } from './date-arithmetic.ts';
import {
  type CalendarResult,
  type IsoDate,
  type WorkingCalendar,
  workingDayOnOrAfter,
} from './working-calendar.ts';

const DAY_OF_MONTH = 10;

/**
 * The last day on which contributions for a wage period must be *received* (facts/domain.md §3a): the 10th of the month
 * after the one in which the period ends; on a Saturday, Sunday, general holiday, gale or black rainstorm day the next
 * working day.
 *
 * @param wagePeriodEnd last day of the wage period
 * @returns `calendar-not-known` outside the calendar
 * @throws RangeError when the date is not real
 */
export function contributionDay(wagePeriodEnd: IsoDate, calendar: WorkingCalendar): CalendarResult<IsoDate> {
  return workingDayOnOrAfter(addDays(endOfMonth(wagePeriodEnd), DAY_OF_MONTH), calendar);
}
