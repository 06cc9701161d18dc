import type { IsoDate } from '../../calendar/working-calendar.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { inForceOn } from '../dated.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { Source } from '../schema/common.ts';

/** Per cent of each of the two DIS funds, to one decimal; together 100. */
export interface DisShare {
  readonly coreAccumulation: string;
  readonly age65Plus: string;
  readonly source: Source;
}

/**
 * How the Default Investment Strategy divides money at an age (facts/domain.md §3d).
 *
 * @param age whole years
 * @param date whose table applies; the newest one when left out
 * @throws RangeError when the age is not a whole number from 0
 */
export function disShare(
  data: Pick<ReferenceData, 'defaultInvestment'>,
  age: number,
  date?: IsoDate,
): Result<DisShare, Failure<'dis-not-known'>> {
  if (!Number.isInteger(age) || age < 0) throw new RangeError('not an age');
  const tables = data.defaultInvestment;
  const table = date === undefined ? tables.at(-1) : inForceOn(tables, date);
  if (table === undefined || table === null) return fail('dis-not-known', date === undefined ? {} : { date });
  const row = table.rows.findLast((candidate) => candidate.age <= age);
  if (row === undefined) return ok({ coreAccumulation: '100.0', age65Plus: '0.0', source: 'sourced' });
  const { coreAccumulation, age65Plus, source } = row;
  return ok({ coreAccumulation, age65Plus, source });
}
