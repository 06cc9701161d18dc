import { dealingDate } from '../calendar/dealing-date.ts';
import { type IsoDate, nextWorkingDay } from '../calendar/working-calendar.ts';
import { cutOffOn, dealingCalendarOf } from '../reference-data/look-up/figures.ts';
import type { ReferenceData } from '../reference-data/schema/reference-data.ts';
import { type Failure, ok, type Result } from '../result.ts';
import { hongKongDate } from '../time.ts';

/** "If eMPF receives it before 16:00 on the 3rd, it deals on the 3rd; otherwise on the 4th, or later." */
export interface DealingIfSubmitted {
  readonly receivedBefore: { readonly date: IsoDate; readonly time: string };
  readonly dealsOn: IsoDate;
  /** Null where the calendar ends. */
  readonly otherwiseDealsOn: IsoDate | null;
  /** What may make it another day; each is a code, and to be said. */
  readonly caveats: readonly DealingCaveat[];
}

/** `severe-weather`: a gale or black rainstorm may still move it, or does not, as the platform's arrangement has it. */
export const DEALING_CAVEATS = ['severe-weather', 'holidays-not-verified'] as const;
type DealingCaveat = (typeof DEALING_CAVEATS)[number];

/**
 * The dealing day of an investment instruction that the platform receives now (facts/domain.md §3d). An instruction that
 * is only kept here is not received: then nothing of this is said.
 *
 * @param now ISO instant with its zone
 * @returns `calendar-not-known` outside the calendar, `cut-off-not-known` before the first cut-off
 * @throws RangeError when the instant is not one
 */
export function dealingIfSubmitted(
  data: Pick<ReferenceData, 'calendar' | 'cutOffs'>,
  now: string,
): Result<DealingIfSubmitted, Failure<'calendar-not-known' | 'cut-off-not-known'>> {
  const cutOff = cutOffOn(data, hongKongDate(now));
  if (!cutOff.ok) return cutOff;
  const calendar = dealingCalendarOf(data, cutOff.value);
  const dealsOn = dealingDate(now, cutOff.value, calendar);
  if (!dealsOn.ok) return dealsOn;
  const onTheDay = cutOffOn(data, dealsOn.value);
  if (!onTheDay.ok) return onTheDay;
  const otherwise = nextWorkingDay(dealsOn.value, calendar);
  const verified = data.calendar.holidays.every(({ source }) => source === 'sourced');
  return ok({
    receivedBefore: { date: dealsOn.value, time: onTheDay.value.cutOff },
    dealsOn: dealsOn.value,
    otherwiseDealsOn: otherwise.ok ? otherwise.value : null,
    caveats: verified ? ['severe-weather'] : ['severe-weather', 'holidays-not-verified'],
  });
}
