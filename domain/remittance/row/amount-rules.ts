import { daysBetween } from '../../calendar/date-arithmetic.ts';
import { plainMoney } from '../../money/money.ts';
import type { Report } from '../problems/problem.ts';
import {
  hasSurcharge,
  isFilled,
  reportsContribution,
  type RowDraft,
  sumOfParts,
  textOf,
  VOLUNTARY_SLOTS,
} from './draft.ts';

const MANDATORY = ['ermc', 'eemc'] as const;
/** A zero in these says nothing: they stay blank. */
const BLANK_WHEN_ZERO = [...VOLUNTARY_SLOTS, 'employerSurcharge', 'employeeSurcharge'] as const;

/** Amounts of one row beside each other: zeros and blanks, the total, surcharges (facts/domain.md §3a). */
export function checkAmounts(draft: RowDraft, report: Report): void {
  if (!reportsContribution(draft)) return;
  const { amounts } = draft;
  for (const key of BLANK_WHEN_ZERO) if (amounts[key] === 0n) report(key, 'zero-left-blank');

  const income = amounts.relevantIncome;
  if (income !== undefined) {
    if (income > 0n) checkWithIncome(draft, income, report);
    else checkWithoutIncome(draft, report);
  }
  const sum = sumOfParts(draft);
  const { total } = amounts;
  if (sum !== null && total !== undefined && total !== sum) {
    report('total', 'total-differs', { entered: plainMoney(total), computed: plainMoney(sum) });
  }
  checkWorkingDays(draft, report);
}

function checkWithIncome(draft: RowDraft, income: bigint, report: Report): void {
  for (const key of ['employerSurcharge', 'employeeSurcharge'] as const) {
    if ((draft.amounts[key] ?? 0n) > 0n) report(key, 'surcharge-with-income');
  }
  for (const key of MANDATORY) {
    const amount = draft.amounts[key];
    if (amount === 0n) report(key, 'zero-left-blank');
    if (amount !== undefined && amount > income) report(key, 'mandatory-above-income');
  }
}

/** Unpaid leave sends zeros, so that the month is not taken for forgotten; a surcharge row may leave them out. */
function checkWithoutIncome(draft: RowDraft, report: Report): void {
  for (const key of MANDATORY) {
    if ((draft.amounts[key] ?? 0n) > 0n) report(key, 'mandatory-without-income');
    else if (!isFilled(draft, key) && !hasSurcharge(draft)) report(key, 'zero-missing');
  }
}

function checkWorkingDays({ cells, dates, amounts }: RowDraft, report: Report): void {
  const text = textOf({ cells, dates, amounts }, 'workingDays');
  if (!/^\d{1,3}$/.test(text)) return;
  const { memberPeriodStart, memberPeriodEnd, workingPeriodStart, workingPeriodEnd } = dates;
  for (const [from, to] of [
    [memberPeriodStart, memberPeriodEnd],
    [workingPeriodStart, workingPeriodEnd],
  ]) {
    if (from === undefined || to === undefined) continue;
    const days = daysBetween(from, to) + 1;
    if (days > 0 && Number(text) > days) report('workingDays', 'working-days-beyond-period', { days });
  }
}

/** Basic salary is sent only where a voluntary contribution is based on it; judged here when no rules are known. */
export function checkBasicSalary(draft: RowDraft, report: Report): void {
  if (!isFilled(draft, 'basicSalary')) return;
  if (!VOLUNTARY_SLOTS.some((slot) => isFilled(draft, slot))) report('basicSalary', 'basic-salary-not-used');
}
