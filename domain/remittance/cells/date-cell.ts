import { type Failure, fail, ok, type Result } from '../../result.ts';
import { isoDate, isRealDate } from '../../time.ts';
import { REMITTANCE_LIMITS } from '../limits.ts';

export type DateFault = 'date-format' | 'date-separated' | 'date-not-real' | 'date-out-of-range';

/** `2026/11/01`, `1-11-26`, `01.11.2026`, `1-Nov-26`: what a spreadsheet makes of a date. */
const SEPARATED = /^\d{1,4}([-/. ])(?:\d{1,2}|[A-Za-z]{3,9})\1\d{1,4}(?: .*)?$/;

/** Reads `YYYYMMDD` (facts/domain.md §3a). @returns an ISO date `YYYY-MM-DD` that exists */
export function readDate(text: string): Result<string, Failure<DateFault>> {
  if (!/^\d{8}$/.test(text)) return fail(SEPARATED.test(text) ? 'date-separated' : 'date-format');
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  if (!isRealDate(year, month, day)) return fail('date-not-real');
  const possible = year >= REMITTANCE_LIMITS.earliestYear && year <= REMITTANCE_LIMITS.latestYear;
  return possible ? ok(isoDate(year, month, day)) : fail('date-out-of-range');
}
