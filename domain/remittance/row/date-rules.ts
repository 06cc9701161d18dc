import type { DateKey } from '../columns.ts';
import type { Report } from '../problems/problem.ts';
import { hasSurcharge, type RowDraft } from './draft.ts';

/** Pairs that cannot stand the other way round; the problem is shown at the second. */
const ORDERED: readonly (readonly [DateKey, DateKey])[] = [
  ['payrollPeriodStart', 'payrollPeriodEnd'],
  ['memberPeriodStart', 'memberPeriodEnd'],
  ['workingPeriodStart', 'workingPeriodEnd'],
  ['employmentDate', 'lastEmploymentDate'],
  ['employmentDate', 'memberPeriodEnd'],
  ['dateOfBirth', 'employmentDate'],
];

/** Dates of one row beside each other. */
export function checkDates({ dates, ...draft }: RowDraft, report: Report): void {
  for (const [first, second] of ORDERED) {
    const [from, to] = [dates[first], dates[second]];
    if (from !== undefined && to !== undefined && from > to) report(second, 'date-order', { other: first });
  }
  const { payrollPeriodStart, payrollPeriodEnd, memberPeriodStart, memberPeriodEnd } = dates;
  // A surcharge names the earlier month it is for.
  if (payrollPeriodStart === undefined || payrollPeriodEnd === undefined) return;
  if (hasSurcharge({ dates, ...draft })) return;
  if (memberPeriodStart !== undefined && memberPeriodStart < payrollPeriodStart) {
    report('memberPeriodStart', 'member-period-outside');
  } else if (memberPeriodEnd !== undefined && memberPeriodEnd > payrollPeriodEnd) {
    report('memberPeriodEnd', 'member-period-outside');
  }
}
