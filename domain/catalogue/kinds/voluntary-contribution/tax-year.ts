import type { IsoDate } from '../../../calendar/working-calendar.ts';
import { addMonths } from '../../../calendar/date-arithmetic.ts';
import { type Cents, centsOf, leftAfter } from '../../../money/money.ts';
import type { Source } from '../../../reference-data/schema/common.ts';
import { isoDate } from '../../../time.ts';

/** The most that a year's TVC and QDAP premiums together take off taxable income (facts/domain.md §3a), by year of its start. */
const TAX_DEDUCTION_CAPS: readonly {
  readonly from: IsoDate;
  readonly yearlyCap: string;
  readonly source: Source;
}[] = [{ from: '2019-04-01', yearlyCap: '60000.00', source: 'sourced' }];

/** Debit days that every month has. */
export const LAST_DEBIT_DAY = 28;

/** First and last day, 1 April to 31 March. */
export interface TaxYear {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function taxYearOf(date: IsoDate): TaxYear {
  const year = Number(date.slice(0, 4));
  const first = date.slice(5) >= '04-01' ? year : year - 1;
  return { from: isoDate(first, 4, 1), to: isoDate(first + 1, 3, 31) };
}

/** The next such day of a month after today. @param day 1 to 28 */
export function firstDebit(today: IsoDate, day: number): IsoDate {
  const thisMonth = isoDate(Number(today.slice(0, 4)), Number(today.slice(5, 7)), day);
  return thisMonth > today ? thisMonth : addMonths(thisMonth, 1);
}

export interface Plan {
  readonly frequency: 'monthly' | 'one-off';
  readonly amount: Cents;
  readonly debitDay: number;
  /** TVC and QDAP premiums of the tax year today lies in. */
  readonly paidThisYear: Cents;
}

/** What an instruction comes to in the tax year of its first debit. */
export interface TaxOutlook {
  readonly firstDebit: IsoDate;
  readonly year: TaxYear;
  /** With what was paid in that year already. */
  readonly total: Cents;
  readonly cap: Cents;
  /** Not deductible, and preserved all the same. */
  readonly over: Cents;
  /** The first debit is in the tax year after today's. */
  readonly nextYear: boolean;
}

/**
 * TVC of a tax year against its cap (facts/domain.md §3a). Debits that move with bank holidays are not foreseen.
 *
 * @returns null for a day before the first cap
 */
export function taxOutlook(plan: Plan, today: IsoDate): TaxOutlook | null {
  const first = firstDebit(today, plan.debitDay);
  const year = taxYearOf(first);
  const cap = TAX_DEDUCTION_CAPS.findLast(({ from }) => from <= year.from);
  if (cap === undefined) return null;
  let debits = 1n;
  if (plan.frequency === 'monthly') {
    for (let next = addMonths(first, 1); next <= year.to; next = addMonths(next, 1)) debits += 1n;
  }
  const nextYear = year.from > today;
  const total = plan.amount * debits + (nextYear ? 0n : plan.paidThisYear);
  const yearlyCap = centsOf(cap.yearlyCap);
  return { firstDebit: first, year, total, cap: yearlyCap, over: leftAfter(total, yearlyCap), nextYear };
}
