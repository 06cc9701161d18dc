import { z } from 'zod';
import { calendarOf } from '../reference-data/look-up/figures.ts';
import { openingsOn } from '../reference-data/look-up/places.ts';
import type { LocalText, Source } from '../reference-data/schema/common.ts';
import type { ReferenceData } from '../reference-data/schema/reference-data.ts';
import { addDays, hongKongDate } from '../time.ts';

/** The machine's own lane at a stop with several; queue numbers begin with it. */
export const LANES = ['A', 'B', 'C', 'D'] as const;
export type Lane = (typeof LANES)[number];

/** A name of a site as an operator types it. No digits beyond a house number: nobody's telephone or card has a place. */
const SITE = /^[^\p{Cc}]*$/u;
const MOST_SITE_CHARACTERS = 60;

export const positionSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0).max(100_000),
});

/** Where a stop is: as the operator wrote it, and as the receiver said it where there is one. */
export const stopLocationSchema = z.strictObject({
  site: z
    .string()
    .trim()
    .min(2)
    .max(MOST_SITE_CHARACTERS)
    .regex(SITE)
    .refine((text) => !/\d{5}/.test(text.replaceAll(' ', '')), 'a long number is no place'),
  position: positionSchema.nullable(),
});
export type StopLocation = z.infer<typeof stopLocationSchema>;

/** A stop as it is opened. */
export const newStopSchema = z.strictObject({
  /** Of reference data; null: none of the plan. */
  placeId: z.string().max(64).nullable(),
  location: stopLocationSchema,
  lane: z.enum(LANES),
  staffId: z.string().min(1).max(32),
});
export type NewStop = z.infer<typeof newStopSchema>;

/** One stop of the plan: site, venue, date, partner. Plain JSON: part of the View. */
export interface PlannedStop {
  readonly placeId: string;
  readonly site: LocalText;
  readonly venue: LocalText;
  /** Who has asked the van there; null: nobody is named. */
  readonly partner: LocalText | null;
  /** ISO date and times of day of Hong Kong. */
  readonly date: string;
  readonly opens: string;
  readonly closes: string;
  readonly source: Source;
}

const DAYS_AHEAD = 7;

/**
 * The van's stops of today and the six days after it, in the order of time (facts/domain.md §2.4; the timetable comes
 * in the signed reference data).
 * @param now ISO instant
 */
export function plannedStops(
  data: Pick<ReferenceData, 'places' | 'calendar'>,
  now: string,
): readonly PlannedStop[] {
  const today = hongKongDate(now);
  const calendar = calendarOf(data);
  const stops = data.places.filter(({ kind }) => kind === 'van-stop');
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead)).flatMap((date) =>
    stops
      .flatMap((place) =>
        openingsOn(place, date, calendar).map(({ opens, closes }) => ({
          placeId: place.id,
          site: place.name,
          venue: place.address,
          partner: place.partner ?? null,
          ...{ date, opens, closes, source: place.source },
        })),
      )
      .sort((one, other) => (one.opens < other.opens ? -1 : 1)),
  );
}

/** A queue number as it is called: the lane and three figures. Never derived from anything of the person. */
export function queueNumber(lane: Lane, count: number): string {
  return `${lane}${String(count).padStart(3, '0')}`;
}
