import type { Cents } from '../../money/money.ts';
import { AMOUNT_PARTS, type AmountPart } from '../columns.ts';
import type { RemittanceRow } from '../row/typed-row.ts';

/** Sums of the rows that go, in cents. */
export type Totals = Readonly<Record<AmountPart | 'relevantIncome' | 'total', Cents>>;

const SUMMED = ['relevantIncome', ...AMOUNT_PARTS, 'total'] as const;

export function createTotals() {
  const sums: Record<keyof Totals, Cents> = {
    relevantIncome: 0n,
    ermc: 0n,
    eemc: 0n,
    ervc: 0n,
    ervc2: 0n,
    eevc: 0n,
    employerSurcharge: 0n,
    employeeSurcharge: 0n,
    total: 0n,
  };
  return {
    add({ contribution }: RemittanceRow): void {
      if (contribution === null) return;
      for (const key of SUMMED) sums[key] += contribution[key] ?? 0n;
    },
    sums: (): Totals => ({ ...sums }),
  };
}
