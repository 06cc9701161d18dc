import type { ReferenceData } from '../schema/reference-data.ts';
import type { Opening } from '../schema/service.ts';
import { WITHDRAWAL_GROUNDS } from '../schema/withdrawals.ts';
import { type Finding, inOrder, overlap, type Period, unique, when } from './finding.ts';

export function* checkCalendar({ calendar }: ReferenceData): Generator<Finding> {
  yield* when(calendar.from > calendar.to, 'calendar-range', 'calendar');
  for (const list of ['holidays', 'severeWeatherDays'] as const) {
    const dates = calendar[list].map(({ date }) => date);
    yield* inOrder(dates, 'calendar-order', `calendar.${list}`);
    for (const [index, date] of dates.entries()) {
      const outside = date < calendar.from || date > calendar.to;
      yield* when(outside, 'calendar-range', `calendar.${list}.${String(index)}`);
    }
  }
  // A year that is said to be known and has no holiday was forgotten, and every day in it would be told wrong.
  for (let year = Number(calendar.from.slice(0, 4)); year <= Number(calendar.to.slice(0, 4)); year += 1) {
    const text = String(year).padStart(4, '0');
    const whole = calendar.from <= `${text}-01-01` && `${text}-12-31` <= calendar.to;
    const empty = !calendar.holidays.some(({ date }) => date.startsWith(`${text}-`));
    yield* when(whole && empty, 'calendar-year-empty', `calendar.${text}`);
  }
}

export function* checkWithdrawals({ withdrawals }: ReferenceData): Generator<Finding> {
  for (const ground of WITHDRAWAL_GROUNDS) {
    const rows = withdrawals.filter((row) => row.ground === ground);
    yield* when(rows.length === 0, 'ground-missing', `withdrawals.${ground}`);
    yield* inOrder(
      rows.map(({ from }) => from),
      'period-order',
      `withdrawals.${ground}`,
    );
  }
  for (const [index, { evidence }] of withdrawals.entries()) {
    yield* unique(
      evidence.map(({ id }) => id),
      `withdrawals.${String(index)}.evidence`,
    );
  }
}

export function* checkService({
  contacts,
  places,
  texts = [],
  mismatchEvidence = [],
}: ReferenceData): Generator<Finding> {
  yield* checkHours(contacts.contributionHotline.hours, 'contacts.contributionHotline');
  for (const [index, place] of places.entries()) {
    yield* checkHours(place.hours, `places.${String(index)}`);
  }
  yield* checkPeriods(places, 'places');
  yield* checkPeriods(texts, 'texts');
  yield* checkPeriods(mismatchEvidence, 'mismatchEvidence');
}

/** Each ends after it begins, and none is in force twice at once. */
function* checkPeriods(
  rows: readonly (Period & { readonly id: string })[],
  place: 'places' | 'texts' | 'mismatchEvidence',
): Generator<Finding> {
  for (const [index, row] of rows.entries()) {
    const at = `${place}.${String(index)}`;
    yield* when(row.to !== null && row.to < row.from, 'period-order', at);
    const same = rows.slice(0, index).filter(({ id }) => id === row.id);
    yield* when(
      same.some((other) => overlap(row, other)),
      'period-overlap',
      at,
    );
  }
}

function* checkHours(hours: readonly Opening[], place: string): Generator<Finding> {
  for (const [index, { opens, closes }] of hours.entries()) {
    yield* when(opens >= closes, 'opening-order', `${place}.hours.${String(index)}`);
  }
}
