import { dealingDate } from '../../calendar/dealing-date.ts';
import { type IsoDate, nextWorkingDay } from '../../calendar/working-calendar.ts';
import { cutOffOn, dealingCalendarOf } from '../../reference-data/look-up/figures.ts';
import { type Figure, type Label, message } from '../ask.ts';
import type { Facts } from '../definition.ts';
import { dayLabel } from './day-label.ts';

export interface Dealing {
  /** The dealing day of what the platform receives before `cutOff` on this day. */
  readonly day: IsoDate;
  /** `HH:MM` in Hong Kong. */
  readonly cutOff: string;
  /** The dealing day of what it receives from then on. */
  readonly after: IsoDate;
}

/**
 * The next dealing day (facts/domain.md §3d): by cut-off, working day, holiday and severe weather. It holds *if the
 * platform receives it in time*, never for what is confirmed here.
 *
 * @returns null where the calendar or the cut-off is not known
 */
export function nextDealing({ data, now, today }: Facts): Dealing | null {
  const todays = cutOffOn(data, today);
  if (!todays.ok) return null;
  const calendar = dealingCalendarOf(data, todays.value);
  const day = dealingDate(now, todays.value, calendar);
  if (!day.ok) return null;
  const after = nextWorkingDay(day.value, calendar);
  const cutOff = cutOffOn(data, day.value);
  if (!after.ok || !cutOff.ok) return null;
  return { day: day.value, cutOff: cutOff.value.cutOff, after: after.value };
}

/** "If received by …" and its day, for a statement. Empty offline: no day is promised for what is not sent. */
export function dealingFigures(facts: Facts): readonly Figure[] {
  const dealing = facts.online ? nextDealing(facts) : null;
  if (dealing === null) return [];
  const { day, cutOff, after } = dealing;
  return [
    { label: message('shared.dealing.before', { cutOff, date: day }), value: dayLabel(day) },
    { label: message('shared.dealing.from', { cutOff, date: day }), value: dayLabel(after) },
  ];
}

/** The sentences that belong to `dealingFigures`. */
export function dealingParagraphs(facts: Facts): readonly Label[] {
  if (!facts.online) return [message('shared.dealing.offline')];
  const known = nextDealing(facts) === null ? [message('shared.dealing.not-known')] : [];
  return [...known, message('shared.dealing.weather')];
}

/** The line on the receipt. */
export function dealingTold(facts: Facts): readonly Label[] {
  if (!facts.online) return [message('shared.dealing.offline')];
  const dealing = nextDealing(facts);
  if (dealing === null) return [message('shared.dealing.not-known')];
  const { day, cutOff, after } = dealing;
  return [message('shared.dealing.told', { cutOff, date: day, after })];
}
