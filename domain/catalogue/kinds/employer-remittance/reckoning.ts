import { mandatoryContribution } from '../../../contributions/mandatory.ts';
import type { MandatoryContribution } from '../../../contributions/mandatory-result.ts';
import type { MandatoryResult } from '../../../contributions/mandatory-result.ts';
import { type Cents, parseMoney } from '../../../money/money.ts';
import type { FileFacts } from '../../../remittance/summary/file-facts.ts';
import { centsOfTotal } from '../../../remittance/summary/totals-text.ts';
import { industryScaleOn, limitsOn } from '../../../reference-data/look-up/figures.ts';
import type { Facts } from '../../definition.ts';
import { answerInRound, rounds } from '../../shared/rounds.ts';
import { periodOf } from './company-rules.ts';
import { isByFile, isCasual } from './company-steps.ts';
import { fileOf } from './file-step.ts';
import { bornOn } from './person-rules.ts';
import { hasLeft } from './person-steps.ts';

/** The employees of this remittance, from 1; by file nobody is typed. */
export function employees(facts: Facts): readonly number[] {
  return isByFile(facts) ? [] : rounds(facts.answers['employee-count']);
}

/** An amount that was answered for an employee; null while it is not, or where it is not asked. */
export function enteredAmount({ answers }: Facts, step: string, index: number): Cents | null {
  const amount = parseMoney(answerInRound(answers, step, index) ?? '');
  return amount.ok ? amount.value : null;
}

/** What the rules give for an employee, or why they give nothing; null while something for it is not known. */
function mandatoryResult(facts: Facts, index: number): MandatoryResult | null {
  const { answers, data } = facts;
  const wagePeriod = periodOf(answers);
  const dateOfBirth = bornOn(facts, index);
  const relevantIncome = enteredAmount(facts, 'income', index);
  const dateOfEmployment = answerInRound(answers, 'employment-date', index);
  if (wagePeriod === null || dateOfBirth === null || relevantIncome === null) return null;
  if (dateOfEmployment === undefined) return null;
  if (isCasual(facts)) {
    const scale = industryScaleOn(data, wagePeriod.end);
    if (!scale.ok) return null;
    const workingDays =
      relevantIncome === 0n ? 0 : Number(answerInRound(answers, 'working-days', index) ?? '0');
    return mandatoryContribution({
      kind: 'casual',
      dateOfBirth,
      wagePeriod,
      relevantIncome,
      workingDays,
      scale: scale.value,
    });
  }
  const limits = limitsOn(data, wagePeriod.end);
  if (!limits.ok) return null;
  const lastDay = hasLeft(facts, index) ? answerInRound(answers, 'last-day', index) : undefined;
  const afterHoliday = enteredAmount(facts, 'income-after-holiday', index);
  return mandatoryContribution({
    kind: 'regular',
    dateOfBirth,
    wagePeriod,
    relevantIncome,
    dateOfEmployment,
    limits: limits.value,
    ...(lastDay === undefined ? {} : { lastDateOfEmployment: lastDay }),
    ...(afterHoliday === null ? {} : { relevantIncomeAfterHoliday: afterHoliday }),
  });
}

/** What is due for an employee (facts/domain.md §3a); null where it cannot be worked out here. */
export function mandatoryOf(facts: Facts, index: number): MandatoryContribution | null {
  const result = mandatoryResult(facts, index);
  return result?.ok === true ? result.value : null;
}

/** The first day after the contribution holiday, where the income from then on has to be asked; else null. */
export function holidayEndsOn(facts: Facts, index: number): string | null {
  const answers = Object.fromEntries(
    Object.entries(facts.answers).filter(([id]) => !id.startsWith('income-after-holiday')),
  );
  const result = mandatoryResult({ ...facts, answers }, index);
  if (result === null || result.ok || result.code !== 'income-after-holiday-needed') return null;
  return String(result.params?.['from']);
}

/**
 * Whether an amount is asked of one side: not where nothing is due for sure, which is sent blank, and not without income,
 * which is sent as zeros (facts/domain.md §3a).
 */
export function isAsked(facts: Facts, side: 'employer' | 'employee', index: number): boolean {
  if (enteredAmount(facts, 'income', index) === 0n) return false;
  const due = mandatoryOf(facts, index);
  return due === null || !due.certain || due[side] !== null;
}

/** The amounts of an employee as the remittance sends them; null is a blank, `0n` a zero. */
export interface RowAmounts {
  readonly income: Cents;
  readonly ermc: Cents | null;
  readonly eemc: Cents | null;
  readonly ervc: Cents | null;
  readonly ervc2: Cents | null;
  readonly eevc: Cents | null;
  readonly total: Cents;
}

/**
 * An employee's amounts (facts/domain.md §3a): without income the mandatory ones are zeros, so that the month is not
 * taken for forgotten; otherwise a zero is left blank.
 */
export function amountsOf(facts: Facts, index: number): RowAmounts {
  const income = enteredAmount(facts, 'income', index) ?? 0n;
  const mandatory = (step: string, side: 'employer' | 'employee'): Cents | null => {
    if (income === 0n) return 0n;
    return isAsked(facts, side, index) ? blankWhenZero(enteredAmount(facts, step, index)) : null;
  };
  const voluntary = (step: string): Cents | null =>
    hasVoluntary(facts) ? blankWhenZero(enteredAmount(facts, step, index)) : null;
  const ermc = mandatory('ermc', 'employer');
  const eemc = mandatory('eemc', 'employee');
  const [ervc, ervc2, eevc] = [voluntary('ervc'), voluntary('ervc2'), voluntary('eevc')];
  const total = [ermc, eemc, ervc, ervc2, eevc].reduce<Cents>((sum, amount) => sum + (amount ?? 0n), 0n);
  return { income, ermc, eemc, ervc, ervc2, eevc, total };
}

function blankWhenZero(amount: Cents | null): Cents | null {
  return amount === 0n ? null : amount;
}

export function hasVoluntary({ answers }: Facts): boolean {
  return answers['voluntary'] === 'some' || answers['voluntary'] === 'on-basic-salary';
}

type Sums = Omit<RowAmounts, 'income' | 'ervc2' | 'total'> & { readonly total: Cents };

/** Sums over all employees, typed or of the file. */
export function totalsOf(facts: Facts): Sums {
  const file = fileOf(facts);
  if (file !== null) return totalsOfFile(file);
  const rows = employees(facts).map((index) => amountsOf(facts, index));
  const sum = (key: 'ermc' | 'eemc' | 'ervc' | 'ervc2' | 'eevc' | 'total'): Cents =>
    rows.reduce<Cents>((total, row) => total + (row[key] ?? 0n), 0n);
  return {
    ermc: sum('ermc'),
    eemc: sum('eemc'),
    ervc: sum('ervc') + sum('ervc2'),
    eevc: sum('eevc'),
    total: sum('total'),
  };
}

function totalsOfFile({ totals }: FileFacts): Sums {
  return {
    ermc: centsOfTotal(totals.ermc),
    eemc: centsOfTotal(totals.eemc),
    ervc: centsOfTotal(totals.ervc) + centsOfTotal(totals.ervc2),
    eevc: centsOfTotal(totals.eevc),
    total: centsOfTotal(totals.total),
  };
}
