import { payrollOf } from '../../../contributions/voluntary/periods.ts';
import type { VoluntaryRule, VoluntarySlot } from '../../../contributions/voluntary/rule-schema.ts';
import { type VoluntaryAmounts, voluntaryContribution } from '../../../contributions/voluntary/voluntary.ts';
import { type Failure, fail, type Result } from '../../../result.ts';
import { literal, message } from '../../ask.ts';
import type { Facts, Step } from '../../definition.ts';
import { answerInRound } from '../../shared/rounds.ts';
import { ALL_MEMBERS } from '../employer-rules/rule-of.ts';
import { periodOf } from './company-rules.ts';
import { amountsOf, enteredAmount } from './reckoning.ts';
import { storedRuleSetOf } from './stored-rules-step.ts';

/** Option codes of classes and grades, whose names may hold anything. */
const codeOf = (place: number): string => `c${String(place + 1)}`;

function chosen(names: readonly string[], code: string | undefined): string | undefined {
  return names.find((_, place) => codeOf(place) === code);
}

function classNames(facts: Facts): readonly string[] {
  return storedRuleSetOf(facts)?.memberClasses.map(({ memberClass }) => memberClass) ?? [];
}

/** The member class of an employee by the stored rules; undefined while it is not known. */
function memberClassOf(facts: Facts, index: number): string | undefined {
  const names = classNames(facts);
  return names.length === 1 ? names[0] : chosen(names, answerInRound(facts.answers, 'member-class', index));
}

function rulesFor(facts: Facts, index: number): readonly VoluntaryRule[] {
  const memberClass = memberClassOf(facts, index);
  return (
    storedRuleSetOf(facts)?.memberClasses.find((known) => known.memberClass === memberClass)?.rules ?? []
  );
}

/** True where the stored rules say that this slot is paid for the employee. */
export function hasRuleFor(facts: Facts, slot: VoluntarySlot, index: number): boolean {
  return rulesFor(facts, index).some((rule) => rule.slot === slot);
}

function grades(facts: Facts, index: number): readonly string[] {
  const named = rulesFor(facts, index).flatMap(({ tier }) =>
    tier.by === 'grade' ? tier.bands.map(({ grade }) => grade) : [],
  );
  return [...new Set(named)];
}

function named(names: readonly string[]) {
  return {
    type: 'choice' as const,
    options: names.map((name, place) => ({
      code: codeOf(place),
      label: name === ALL_MEMBERS ? message('ask.employer-rules.all-members') : literal(name),
    })),
  };
}

/** What the stored rules need to know of an employee, and only where they do. */
export const MEMBER_STEPS: readonly Step[] = [
  {
    id: 'member-class',
    when: (facts) => classNames(facts).length > 1,
    ask: (facts) => named(classNames(facts)),
  },
  {
    id: 'grade',
    when: (facts, index) => grades(facts, index).length > 0,
    ask: (facts, index) => named(grades(facts, index)),
  },
];

export type VoluntaryVerdict = Result<VoluntaryAmounts, Failure<string>>;

/**
 * What the stored rules give for an employee (facts/domain.md §3a, voluntary).
 *
 * @returns null without stored rules; or why nothing could be worked out: message `ask.employer-remittance.compare.
 *   <code>` for `before-rules`, `voluntary.<code>` for the rest
 */
export function voluntaryOf(facts: Facts, index: number): VoluntaryVerdict | null {
  const ruleSet = storedRuleSetOf(facts);
  const period = periodOf(facts.answers);
  const dateOfEmployment = answerInRound(facts.answers, 'employment-date', index);
  const memberClass = memberClassOf(facts, index);
  if (ruleSet === null || period === null || dateOfEmployment === undefined) return null;
  if (memberClass === undefined) return fail('member-class-not-known');
  if (period.end < ruleSet.from) return fail('before-rules', { from: ruleSet.from });
  const row = amountsOf(facts, index);
  const onBasic = facts.answers['voluntary'] === 'on-basic-salary';
  const basicSalary = onBasic ? enteredAmount(facts, 'basic-salary', index) : null;
  const grade = chosen(grades(facts, index), answerInRound(facts.answers, 'grade', index));
  const payroll = payrollOf(period);
  return voluntaryContribution(ruleSet, memberClass, {
    period,
    relevantIncome: row.income,
    // What the row pays, as for a file: a difference there is told there.
    employerMandatory: row.ermc,
    employeeMandatory: row.eemc,
    dateOfEmployment,
    ...(payroll === null ? {} : { payroll }),
    ...(basicSalary === null ? {} : { basicSalary }),
    ...(grade === undefined ? {} : { grade }),
  });
}
