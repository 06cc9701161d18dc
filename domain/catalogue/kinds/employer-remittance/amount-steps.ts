import { checkAmounts } from '../../../contributions/compare.ts';
import { daysOf } from '../../../contributions/wage-period.ts';
import { type Cents, centsOf, formatMoney, hongKongDollars } from '../../../money/money.ts';
import { type Failure, fail, ok, type Result } from '../../../result.ts';
import { type Ask, type Figure, type Label, literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import type { EmployerRemittanceRule } from './codes.ts';
import { periodOf } from './company-rules.ts';
import { isCasual, WORDS } from './company-steps.ts';
import { amountsOf, enteredAmount, hasVoluntary, holidayEndsOn, isAsked, mandatoryOf } from './reckoning.ts';
import { rulesNotFetched } from './stored-rules-step.ts';
import { hasRuleFor, MEMBER_STEPS, voluntaryOf, type VoluntaryVerdict } from './voluntary-check.ts';

type Checked = Result<string, Failure<EmployerRemittanceRule>>;

export function dollars(cents: Cents): Label {
  return literal(hongKongDollars(cents));
}

function hasIncome(facts: Facts, index: number): boolean {
  return (enteredAmount(facts, 'income', index) ?? 0n) > 0n;
}

function workingDays(value: string, { answers }: Facts): Checked {
  const days = Number(value);
  const period = periodOf(answers);
  if (days < 1) return fail('remittance-working-days-missing');
  return period !== null && days > daysOf(period)
    ? fail('remittance-working-days-too-many', { days: daysOf(period) })
    : ok(String(days));
}

/** A share of an income cannot be more than it (facts/domain.md §3a); any other difference is explained and taken. */
function withinIncome(otherwise: EmployerRemittanceRule): NonNullable<Step['check']> {
  return (value, facts, index) => {
    const income = enteredAmount(facts, 'income', index);
    return income !== null && centsOf(value) > income
      ? fail(otherwise, { most: formatMoney(income) })
      : ok(value);
  };
}

function compare(facts: Facts, index: number): Ask {
  const due = mandatoryOf(facts, index);
  const row = amountsOf(facts, index);
  const verdict = voluntaryOf(facts, index);
  const byRules = verdict?.ok === true ? verdict.value : undefined;
  const entered = { ERMC: row.ermc, EEMC: row.eemc, ERVC: row.ervc, ERVC2: row.ervc2, EEVC: row.eevc };
  const differences = due === null ? [] : checkAmounts(entered, due, byRules);
  const key =
    due === null
      ? 'unknown'
      : differences.length > 0
        ? 'different'
        : byRules === undefined
          ? 'same'
          : 'same-by-rules';
  return {
    type: 'statement',
    tone: key.startsWith('same') && due?.certain === true && verdict?.ok !== false ? 'plain' : 'caution',
    paragraphs: [
      message(`${WORDS}.compare.${key}`),
      ...differences.map(({ code, params }) => message(`contributions.${code}`, params)),
      ...(due?.reasons ?? []).map((reason) => message(`contributions.${reason}`)),
      ...voluntaryWords(facts, verdict, due !== null),
    ],
    figures: [
      figure('income', row.income),
      ...(due === null ? [] : [figure('employer-computed', due.employer)]),
      figure('employer-entered', row.ermc),
      ...(due === null ? [] : [figure('employee-computed', due.employee)]),
      figure('employee-entered', row.eemc),
      ...enteredFigure('employer-voluntary', row.ervc),
      ...enteredFigure('employer-voluntary-2', row.ervc2),
      ...enteredFigure('employee-voluntary', row.eevc),
      figure('total', row.total),
    ],
    agree: message('shared.understood'),
  };
}

/** What the stored rules give instead is said in words. */
function enteredFigure(key: string, entered: Cents | null): readonly Figure[] {
  return entered === null ? [] : [figure(key, entered)];
}

/** Why an employee's voluntary contributions are not held against rules, where there are some or might be. */
function voluntaryWords(facts: Facts, verdict: VoluntaryVerdict | null, compared: boolean): readonly Label[] {
  if (verdict === null) {
    return rulesNotFetched(facts) && hasVoluntary(facts) ? [message(`${WORDS}.compare.not-fetched`)] : [];
  }
  if (verdict.ok) return compared ? [] : [message(`${WORDS}.compare.voluntary-unknown`)];
  const { code, params } = verdict;
  return [
    message(`${WORDS}.compare.voluntary-unknown`),
    code === 'before-rules'
      ? message(`${WORDS}.compare.before-rules`, { from: String(params?.['from']) })
      : message(`voluntary.${code}`, params),
  ];
}

function figure(key: string, cents: Cents | null): Figure {
  return {
    label: message(`${WORDS}.compare.${key}`),
    value: cents === null ? message(`${WORDS}.compare.blank`) : dollars(cents),
  };
}

/** Income and amounts of an employee, and what the rules give beside them. */
export const AMOUNT_STEPS: readonly Step[] = [
  ...MEMBER_STEPS,
  { id: 'income', ask: () => ({ type: 'money' }) },
  {
    id: 'working-days',
    when: (facts, index) => isCasual(facts) && hasIncome(facts, index),
    ask: () => ({ type: 'text', keyboard: 'digits', lines: 1, optional: false }),
    check: workingDays,
  },
  {
    id: 'income-after-holiday',
    when: (facts, index) => hasIncome(facts, index) && holidayEndsOn(facts, index) !== null,
    ask: () => ({ type: 'money' }),
    check: withinIncome('remittance-after-holiday-income'),
  },
  {
    id: 'basic-salary',
    when: ({ answers }) => answers['voluntary'] === 'on-basic-salary',
    ask: () => ({ type: 'money' }),
  },
  {
    id: 'ermc',
    when: (facts, index) => isAsked(facts, 'employer', index),
    ask: () => ({ type: 'money' }),
    check: withinIncome('remittance-above-income'),
  },
  {
    id: 'eemc',
    when: (facts, index) => isAsked(facts, 'employee', index),
    ask: () => ({ type: 'money' }),
    check: withinIncome('remittance-above-income'),
  },
  { id: 'ervc', when: hasVoluntary, ask: () => ({ type: 'money' }) },
  {
    id: 'ervc2',
    when: (facts, index) => hasVoluntary(facts) && hasRuleFor(facts, 'ERVC2', index),
    ask: () => ({ type: 'money' }),
  },
  { id: 'eevc', when: hasVoluntary, ask: () => ({ type: 'money' }) },
  { id: 'compare', ask: compare },
];
