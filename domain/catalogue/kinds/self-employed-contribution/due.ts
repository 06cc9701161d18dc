import type { MandatoryContribution } from '../../../contributions/mandatory-result.ts';
import {
  INCOME_BASES,
  type IncomeBasis,
  selfEmployedContribution,
} from '../../../contributions/self-employed/self-employed.ts';
import { type Cents, centsOf, parseMoney } from '../../../money/money.ts';
import { limitsOn } from '../../../reference-data/look-up/figures.ts';
import type { ContributionLimits } from '../../../reference-data/schema/figures.ts';
import type { Source } from '../../../reference-data/schema/common.ts';
import type { Facts } from '../../definition.ts';
import { birthDateOf } from '../../shared/member.ts';
import { periodOf } from './period.ts';

/** The basic allowance of s.28 IRO, by year of assessment; the amount is not in facts/domain.md. */
const BASIC_ALLOWANCES: readonly {
  readonly from: string;
  readonly yearly: string;
  readonly source: Source;
}[] = [{ from: '2018-04-01', yearly: '132000.00', source: 'general-knowledge' }];

export function basisOf({ answers }: Facts): IncomeBasis | null {
  return INCOME_BASES.find((basis) => basis === answers['basis']) ?? null;
}

/** True where the person says the income; the other bases have an amount of their own. */
export function asksIncome(facts: Facts): boolean {
  const basis = basisOf(facts);
  return basis === 'assessable-profits' || basis === 'self-declaration';
}

/** The income of a year that is reckoned with; null for the maximum level, or while it is not known. */
export function yearlyIncome(facts: Facts): Cents | null {
  if (asksIncome(facts)) {
    const income = parseMoney(facts.answers['income'] ?? '');
    return income.ok ? income.value : null;
  }
  const end = periodOf(facts)?.end;
  if (basisOf(facts) !== 'basic-allowance' || end === undefined) return null;
  const allowance = BASIC_ALLOWANCES.findLast(({ from }) => from <= end);
  return allowance === undefined ? null : centsOf(allowance.yearly);
}

/** Limits in force at the end of the period that is paid for; null while one is not known. */
export function limitsOf(facts: Facts): ContributionLimits | null {
  const period = periodOf(facts);
  const limits = period === null ? null : limitsOn(facts.data, period.end);
  return limits?.ok === true ? limits.value : null;
}

/** What is due for the period (facts/domain.md §3a, self-employed); null while something for it is not known. */
export function dueOf(facts: Facts): MandatoryContribution | null {
  const { answers } = facts;
  const wagePeriod = periodOf(facts);
  const dateOfBirth = birthDateOf(facts);
  const limits = limitsOf(facts);
  const loss = answers['loss'] === 'yes';
  const basis = basisOf(facts) ?? (loss ? 'self-declaration' : null);
  if (wagePeriod === null || dateOfBirth === null || limits === null || basis === null) return null;
  const income = yearlyIncome(facts);
  const due = selfEmployedContribution({
    dateOfBirth,
    wagePeriod,
    frequency: answers['frequency'] === 'yearly' ? 'yearly' : 'monthly',
    basis,
    ...(income === null ? {} : { yearlyIncome: income }),
    loss,
    limits,
  });
  return due.ok ? due.value : null;
}
