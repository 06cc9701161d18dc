import type { IsoDate } from '../../calendar/working-calendar.ts';
import type { ReferenceDataRule } from '../codes.ts';

/** A rule that is broken and the datum that breaks it, as a path in the bundle. */
export interface Finding {
  readonly rule: ReferenceDataRule;
  readonly place: string;
}

export function* when(broken: boolean, rule: ReferenceDataRule, place: string): Generator<Finding> {
  if (broken) yield { rule, place };
}

/** Each later than the one before: a period ends where the next begins. */
export function* inOrder(
  dates: readonly IsoDate[],
  rule: 'period-order' | 'calendar-order',
  place: string,
): Generator<Finding> {
  for (const [index, date] of dates.entries()) {
    yield* when(index > 0 && date <= (dates[index - 1] ?? ''), rule, `${place}.${String(index)}`);
  }
}

export function* unique(keys: readonly string[], place: string): Generator<Finding> {
  for (const [index, key] of keys.entries()) {
    yield* when(keys.indexOf(key) < index, 'duplicate', `${place}.${String(index)}`);
  }
}

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export function overlap(one: Period, other: Period): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

function startsBeforeEnd(one: Period, other: Period): boolean {
  return other.to === null || one.from <= other.to;
}

/** Cents of a schema-checked amount, and tenths of a schema-checked percentage: to compare and add, not to reckon with. */
export function smallestUnits(decimal: string): bigint {
  return BigInt(decimal.replace('.', ''));
}
