import { addMonths, monthsBetween } from '../calendar/date-arithmetic.ts';
import type { IsoDate } from '../calendar/working-calendar.ts';
import { type DisShare, disShare } from '../reference-data/look-up/default-investment.ts';
import type { ReferenceData } from '../reference-data/schema/reference-data.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';

const MONTHS_OF_A_YEAR = 12;

/** What the Default Investment Strategy does with money at somebody's age, and when it does something else. */
export interface DisAtAge {
  /** Whole years on the day that was asked for. */
  readonly age: number;
  readonly share: DisShare;
  /** The next birthday on which the shares change; null once all is in the Age 65 Plus Fund. */
  readonly next: { readonly on: IsoDate; readonly age: number; readonly share: DisShare } | null;
}

/**
 * facts/domain.md §3d. That shares change on the birthday is general knowledge. No advice and no projection: what the
 * money may be worth is no part of it.
 *
 * @param birthDate a card with a year or a month only counts as its last day (facts/domain.md §1.2)
 * @returns `date-in-future`; `dis-not-known` before the first table
 * @throws RangeError when a date is not real
 */
export function disAtAge(
  data: Pick<ReferenceData, 'defaultInvestment'>,
  birthDate: IsoDate,
  date: IsoDate,
): Result<DisAtAge, Failure<'date-in-future' | 'dis-not-known'>> {
  if (birthDate > date) return fail('date-in-future');
  const age = Math.floor(monthsBetween(birthDate, date) / MONTHS_OF_A_YEAR);
  const share = disShare(data, age, date);
  if (!share.ok) return share;
  const next = nextChange(data, age, share.value, date);
  return ok({
    age,
    share: share.value,
    next: next === null ? null : { ...next, on: addMonths(birthDate, next.age * MONTHS_OF_A_YEAR) },
  });
}

function nextChange(
  data: Pick<ReferenceData, 'defaultInvestment'>,
  age: number,
  share: DisShare,
  date: IsoDate,
): { readonly age: number; readonly share: DisShare } | null {
  const ages = data.defaultInvestment.flatMap(({ rows }) => rows.map((row) => row.age));
  for (let later = age + 1; later <= Math.max(...ages); later += 1) {
    const then = disShare(data, later, date);
    if (then.ok && then.value.coreAccumulation !== share.coreAccumulation) {
      return { age: later, share: then.value };
    }
  }
  return null;
}
