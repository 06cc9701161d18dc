/** What a bench measured, always beside a reference from the same run. */
export interface BenchResult {
  readonly name: string;
  /** Figures for the JSON line and for docs/benchmarks.md; the unit is part of the name. */
  readonly figures: Readonly<Record<string, number>>;
  readonly limit: { readonly figure: string; readonly atMost?: number; readonly atLeast?: number };
}

/** Whether the limited figure keeps its limit. */
export function keepsLimit({ figures, limit }: BenchResult): boolean {
  const value = figures[limit.figure];
  if (value === undefined) return false;
  return value <= (limit.atMost ?? Infinity) && value >= (limit.atLeast ?? -Infinity);
}

/** Middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear between neighbours; `q` from 0 to 1. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) throw new RangeError('No values were measured.');
  return low + (high - low) * (place - Math.floor(place));
}
