/**
 * Numbers of long service and severance payments with where they come from: `S` facts/domain.md §3c, offsetting; `GK`
 * general knowledge that no source there confirms. Passed as an argument, so that reference data can replace them.
 */
export interface OffsettingRules {
  /** S. From this day of service on, mandatory contributions no longer offset. */
  readonly transitionDate: string;
  /** S. Two thirds of the monthly wage for each year. */
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** S. The wage counts up to this. */
  readonly wageCeiling: string;
  /** S. The greatest payment. */
  readonly greatestPayment: string;
  /** GK. Incomplete years count by days of a year of this many. */
  readonly daysOfYear: number;
  /** GK. Months of service the payments usually need; a shorter service is only remarked on. */
  readonly leastMonths: { readonly severance: number; readonly longService: number };
}

export const OFFSETTING_RULES: OffsettingRules = {
  transitionDate: '2025-05-01',
  numerator: 2n,
  denominator: 3n,
  wageCeiling: '22500.00',
  greatestPayment: '390000.00',
  daysOfYear: 365,
  leastMonths: { severance: 24, longService: 60 },
};
