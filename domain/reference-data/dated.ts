import type { IsoDate } from '../calendar/working-calendar.ts';

/** The one in force on a date among rows in order of their `from`; null before the first. */
export function inForceOn<T extends { readonly from: IsoDate }>(rows: readonly T[], date: IsoDate): T | null {
  return rows.findLast((row) => row.from <= date) ?? null;
}

/** Whether a period with both its days included, and no end while `to` is null, holds the date. */
export function coversDate(
  period: { readonly from: IsoDate; readonly to: IsoDate | null },
  date: IsoDate,
): boolean {
  return period.from <= date && (period.to === null || date <= period.to);
}
