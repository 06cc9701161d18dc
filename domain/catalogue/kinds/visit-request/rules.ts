import type { IsoDate } from '../../../calendar/working-calendar.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { addDays } from '../../../time.ts';

export const VISIT_RULES = [
  'visit-people',
  'visit-telephone',
  'visit-language-needed',
  'visit-name',
] as const;
type VisitRule = (typeof VISIT_RULES)[number];
type Checked = Result<string, Failure<VisitRule>>;

/**
 * What a visit can be planned with. Ours, not the platform's: it publishes neither how soon the outreach team comes nor
 * for how many people (facts/domain.md §2.4).
 */
export const VISIT_PARAMETERS = { mostPeople: 5000, weeksOffered: 6 } as const;

/** @returns a whole number without leading zeros; or `visit-people` with `most` */
export function people(value: string): Checked {
  const count = Number(value);
  const possible = count >= 1 && count <= VISIT_PARAMETERS.mostPeople;
  return possible ? ok(String(count)) : fail('visit-people', { most: VISIT_PARAMETERS.mostPeople });
}

/** An office or mobile number: eight figures, none of the service numbers that begin with 0 or 1. */
export function telephone(value: string): Checked {
  const number = value.replace(/^(?:00)?852(?=\d{8}$)/, '');
  return /^[2-9]\d{7}$/.test(number) ? ok(number) : fail('visit-telephone');
}

/** A company's or a person's name has letters in it. */
export function named(value: string): Checked {
  return /\p{L}/u.test(value) ? ok(value) : fail('visit-name');
}

/**
 * The Mondays of the weeks that may be asked for: from the week after next on, so that a visit can be prepared.
 * @param today ISO date in Hong Kong
 */
export function weeksFrom(today: IsoDate): readonly IsoDate[] {
  const weekday = new Date(`${today}T00:00:00.000Z`).getUTCDay();
  const monday = addDays(today, -((weekday + 6) % 7));
  return Array.from({ length: VISIT_PARAMETERS.weeksOffered }, (_, week) => addDays(monday, (week + 2) * 7));
}
