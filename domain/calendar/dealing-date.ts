import { ok } from '../result.ts';
import { hongKongDate, hongKongParts } from '../time.ts';
import {
  type CalendarResult,
  type IsoDate,
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
} from './working-calendar.ts';

/** From this Hong Kong time on, `HH:MM`, what is received counts as received on the next working day. */
export interface CutOff {
  readonly cutOff: string;
}

/**
 * The day as which an investment instruction counts (facts/domain.md §3d): the day it is received; the next working day
 * when that is at or after the cut-off, or not on a working day.
 *
 * @param receivedAt ISO instant with its zone, when the platform receives it, not when the member confirms
 * @returns `calendar-not-known` outside the calendar
 * @throws RangeError when the instant or the cut-off is not one
 */
export function dealingDate(
  receivedAt: string,
  { cutOff }: CutOff,
  calendar: WorkingCalendar,
): CalendarResult<IsoDate> {
  const { hour, minute } = hongKongParts(receivedAt);
  const day = hongKongDate(receivedAt);
  const working = isWorkingDay(day, calendar);
  if (!working.ok) return working;
  const inTime = hour * 60 + minute < minutesOf(cutOff);
  return working.value && inTime ? ok(day) : nextWorkingDay(day, calendar);
}

/** True for `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function minutesOf(time: string): number {
  if (!isTimeOfDay(time)) throw new RangeError('not a time of day');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
