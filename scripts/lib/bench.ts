/** What a figure must reach; a figure that was not measured reaches nothing, unless it says so itself with null. */
export interface Limit {
  readonly figure: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** What a bench measured, always beside a reference from the same run. */
export interface BenchResult {
  readonly name: string;
  /**
   * Figures for the JSON line and for docs/benchmarks.md; the unit is part of the name. Null: left out of this run on
   * request.
   */
  readonly figures: Readonly<Record<string, number | null>>;
  readonly limits: readonly Limit[];
}

/** The limits that were missed, each as a sentence. */
export function missedLimits({ figures, limits }: BenchResult): readonly string[] {
  return limits.flatMap(({ figure, atMost = Infinity, atLeast = -Infinity }) => {
    const value = figures[figure];
    if (value === null || (value !== undefined && value <= atMost && value >= atLeast)) return [];
    const wanted = atMost === Infinity ? `at least ${atLeast}` : `at most ${atMost}`;
    return [`${figure} is ${value ?? 'missing'}, wanted ${wanted}`];
  });
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
