import type { WagePeriod } from '../../../contributions/wage-period.ts';
import { daysOf } from '../../../contributions/wage-period.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { addDays } from '../../../time.ts';
import type { Answers, Facts } from '../../definition.ts';
import type { EmployerRemittanceRule } from './codes.ts';

type Checked = Result<string, Failure<EmployerRemittanceRule>>;

/** Our own bounds. */
export const REMITTANCE_FORM = {
  /** Employees by form; more go by file. */
  mostEmployees: 5,
  /** A quarter, the longest payroll period that is known (facts/domain.md §3a, frequencies). */
  mostPeriodDays: 92,
  /** Days after a period in which the contribution day of casual employees can lie; later is a slip of the finger. */
  contributionDayWithin: 31,
} as const;

/** Company names as people write them differently: case, signs, and *Limited* or *Ltd*. */
function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(?:limited|ltd)\b/g, 'ltd')
    .replace(/\b(?:company|co)\b/g, 'co')
    .replace(/\b(?:incorporated|inc)\b/g, 'inc');
}

/** The companies of the group that were named; empty when the employer is none of a group. */
export function companiesOf(answers: Answers): readonly string[] {
  return answers['group'] === 'yes' ? (answers['companies'] ?? '').split('\n').filter(Boolean) : [];
}

export function companies(value: string): Checked {
  const names = value.split('\n');
  if (!names.every((name) => /\p{L}/u.test(name))) return fail('remittance-company-name');
  return new Set(names.map(comparable)).size === names.length ? ok(value) : fail('remittance-company-twice');
}

/**
 * Which company pays. In a group it is one of those that were named: contributions were lost where nobody said which one
 * pays (facts/domain.md §2.3, §6).
 *
 * @returns the name as it was given; in a group as it was named there
 */
export function payer(value: string, { answers }: Facts): Checked {
  if (!/\p{L}/u.test(value)) return fail('remittance-company-name');
  if (answers['group'] !== 'yes') return ok(value);
  const named = companiesOf(answers).find((name) => comparable(name) === comparable(value));
  return named === undefined ? fail('remittance-payer-not-named') : ok(named);
}

export function periodStart(value: string, { today }: Facts): Checked {
  return value > today ? fail('remittance-period-in-future') : ok(value);
}

export function periodEnd(value: string, { answers, today }: Facts): Checked {
  const start = answers['period-start'] ?? value;
  if (value > today) return fail('remittance-period-in-future');
  if (value < start) return fail('remittance-period-order');
  return daysOf({ start, end: value }) > REMITTANCE_FORM.mostPeriodDays
    ? fail('remittance-period-too-long', { days: REMITTANCE_FORM.mostPeriodDays })
    : ok(value);
}

/** The payroll contribution period; null while it is not answered. */
export function periodOf(answers: Answers): WagePeriod | null {
  const { 'period-start': start, 'period-end': end } = answers;
  return start === undefined || end === undefined ? null : { start, end };
}

/** Of casual employees: after pay-day, or within days after the period (facts/domain.md §3a). */
export function contributionDay(value: string, { answers }: Facts): Checked {
  const period = periodOf(answers);
  if (period === null) return ok(value);
  const lastDay = addDays(period.end, REMITTANCE_FORM.contributionDayWithin);
  return value < period.start || value > lastDay
    ? fail('remittance-contribution-day', { date: period.start, lastDay })
    : ok(value);
}
