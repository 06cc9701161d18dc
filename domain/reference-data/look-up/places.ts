import type { IsoDate, WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { District } from '../../registration/answers.ts';
import { coversDate } from '../dated.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { Opening, Place } from '../schema/service.ts';

/** The areas in which Hong Kong people place their districts; the outlying islands are reached by ferry or from Kwai Tsing. */
const REGIONS: readonly (readonly District[])[] = [
  ['central-and-western', 'eastern', 'southern', 'wan-chai'],
  ['kowloon-city', 'kwun-tong', 'sham-shui-po', 'wong-tai-sin', 'yau-tsim-mong'],
  ['islands', 'kwai-tsing', 'tsuen-wan', 'tuen-mun', 'yuen-long'],
  ['north', 'sai-kung', 'sha-tin', 'tai-po'],
];

const NEARNESS = ['district', 'region', 'elsewhere'] as const;
export interface PlaceNear {
  readonly place: Place;
  readonly nearness: (typeof NEARNESS)[number];
}

/**
 * Where somebody of a district can go next: places of the district, of its part of the city, and service centres
 * wherever they are; in that order, and in the order of the data within.
 *
 * @param date only places that are there on it; all when left out
 */
export function placesNear(
  data: Pick<ReferenceData, 'places'>,
  district: District,
  date?: IsoDate,
): readonly PlaceNear[] {
  const region = REGIONS.find((districts) => districts.includes(district)) ?? [];
  const nearnessOf = (place: Place): PlaceNear['nearness'] =>
    place.district === district ? 'district' : region.includes(place.district) ? 'region' : 'elsewhere';
  const near = data.places
    .filter((place) => date === undefined || coversDate(place, date))
    .map((place) => ({ place, nearness: nearnessOf(place) }))
    .filter(({ place, nearness }) => nearness !== 'elsewhere' || place.kind === 'service-centre');
  return NEARNESS.flatMap((wanted) => near.filter(({ nearness }) => nearness === wanted));
}

/** When a place is open on a date; empty when it is closed or not there. A date outside the calendar counts as no holiday. */
export function openingsOn(place: Place, date: IsoDate, calendar: WorkingCalendar): readonly Opening[] {
  if (!coversDate(place, date)) return [];
  const closed = !place.onHolidays && calendar.holidays.includes(date);
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return closed ? [] : place.hours.filter(({ weekdays }) => weekdays.includes(weekday));
}
