import { addDays, hongKongDate, hongKongParts } from '../../time.ts';
import type { District } from '../../registration/answers.ts';
import type { LocalText, Source } from '../schema/common.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { Place } from '../schema/service.ts';
import { calendarOf } from './figures.ts';
import { openingsOn, placesNear } from './places.ts';

/** A place to go to, and when somebody is there next. Plain JSON: part of the View. */
export interface WhereNext {
  readonly id: string;
  readonly kind: Place['kind'];
  readonly name: LocalText;
  readonly address: LocalText;
  /** The first opening that has not ended yet: ISO date and times of day of Hong Kong; null: none within two weeks. */
  readonly next: {
    readonly date: string;
    readonly today: boolean;
    readonly opens: string;
    readonly closes: string;
  } | null;
  readonly source: Source;
}

/** How far ahead an opening is looked for: a van comes once a week, and a holiday may take one of its days. */
const DAYS_AHEAD = 14;

/**
 * Where somebody can go next, the nearest first (facts/domain.md §2.4): places of the terminal's district, of its part
 * of the city, then service centres anywhere.
 *
 * @param district null: service centres alone, in the order of the data
 * @param only `service-centre` for what can be finished nowhere else
 * @param now ISO instant
 */
export function whereNext(
  data: Pick<ReferenceData, 'places' | 'calendar'>,
  district: District | null,
  only: 'any' | 'service-centre',
  now: string,
): readonly WhereNext[] {
  const today = hongKongDate(now);
  const near = district === null ? data.places : placesNear(data, district).map(({ place }) => place);
  return near
    .filter(({ kind }) => kind === 'service-centre' || (only === 'any' && district !== null))
    .map((place) => ({ place, next: nextOpening(data, place, now) }))
    .filter(({ place, next }) => next !== null || (place.from <= today && place.to === null))
    .map(({ place: { id, kind, name, address, source }, next }) => ({
      id,
      kind,
      name,
      address,
      next,
      source,
    }));
}

function nextOpening(data: Pick<ReferenceData, 'calendar'>, place: Place, now: string): WhereNext['next'] {
  const today = hongKongDate(now);
  const { hour, minute } = hongKongParts(now);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const calendar = calendarOf(data);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    const openings = [...openingsOn(place, date, calendar)].sort((one, other) =>
      one.opens < other.opens ? -1 : 1,
    );
    const next = openings.find(({ closes }) => ahead > 0 || time < closes);
    if (next !== undefined) return { date, today: ahead === 0, opens: next.opens, closes: next.closes };
  }
  return null;
}
