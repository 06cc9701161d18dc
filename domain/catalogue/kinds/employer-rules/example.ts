import { startOfMonth, endOfMonth, addMonths } from '../../../calendar/date-arithmetic.ts';
import { mandatoryContribution } from '../../../contributions/mandatory.ts';
import type { VoluntaryRule, VoluntaryRuleSet } from '../../../contributions/voluntary/rule-schema.ts';
import { voluntaryContribution } from '../../../contributions/voluntary/voluntary.ts';
import type { Cents } from '../../../money/money.ts';
import { limitsOn } from '../../../reference-data/look-up/figures.ts';
import type { Facts } from '../../definition.ts';

/** Somebody invented for whom a rule is reckoned. */
export interface Example {
  readonly income: Cents;
  /** Completed years; null where they make no difference. */
  readonly years: number | null;
  readonly grade: string | null;
  /** What the employee pays voluntarily; null where it makes no difference. */
  readonly employeePays: Cents | null;
  readonly amount: Cents;
}

/** Below the lowest relevant income for nobody, between the limits, above the highest (facts/domain.md §3a). */
const INCOMES: readonly Cents[] = [1_200_000n, 2_000_000n, 4_000_000n];
const USUAL = 2_000_000n;
const EMPLOYEE_PAYS = '1000.00';
const BORN = '1990-01-01';
const MEMBER_CLASS = 'X';

/**
 * What a rule comes to for three invented people in the month that is running: by income, and where the rule goes by
 * years or grade, by those. Start and period are left out of it: somebody for whom it has begun, in a month in which it
 * pays. Nothing where the limits of the day are not known.
 */
export function examplesOf(rule: VoluntaryRule, facts: Pick<Facts, 'data' | 'today'>): readonly Example[] {
  const { tier } = rule;
  switch (tier.by) {
    case 'service-years':
      return ends(tier.bands).flatMap(({ from }) => exampleOf(rule, USUAL, { years: from }, facts));
    case 'grade':
      return ends(tier.bands).flatMap(({ grade }) => exampleOf(rule, USUAL, { grade }, facts));
    default:
      return rule.formula === 'fixed' && tier.by === 'none'
        ? exampleOf(rule, USUAL, {}, facts)
        : rule.formula === 'match-EEVC'
          ? exampleOf(rule, USUAL, {}, facts)
          : INCOMES.flatMap((income) => exampleOf(rule, income, {}, facts));
  }
}

/** The first and the last band: what lies between follows, and a page has its end. */
function ends<Band>(bands: readonly Band[]): readonly Band[] {
  return bands.filter((_, place) => place === 0 || place === bands.length - 1);
}

function exampleOf(
  rule: VoluntaryRule,
  income: Cents,
  { years, grade }: { readonly years?: number; readonly grade?: string },
  { data, today }: Pick<Facts, 'data' | 'today'>,
): readonly Example[] {
  const period = { start: startOfMonth(today), end: endOfMonth(today) };
  const limits = limitsOn(data, period.end);
  if (!limits.ok) return [];
  // A year more than for the first pay, so that nothing is left of the contribution holiday.
  const dateOfEmployment = addMonths(period.start, -12 * (years ?? 1));
  const mandatory = mandatoryContribution({
    kind: 'regular',
    dateOfBirth: BORN,
    wagePeriod: period,
    relevantIncome: income,
    dateOfEmployment: addMonths(period.start, -12 * Math.max(years ?? 1, 1)),
    limits: limits.value,
  });
  if (!mandatory.ok) return [];
  const always: VoluntaryRule = { ...rule, period: 'monthly', start: { kind: 'immediate' } };
  const matched = rule.formula === 'match-EEVC';
  const amounts = voluntaryContribution(alone(always, matched), MEMBER_CLASS, {
    period,
    relevantIncome: income,
    basicSalary: income,
    otherIncome: income,
    employerMandatory: mandatory.value.employer,
    employeeMandatory: mandatory.value.employee,
    dateOfEmployment,
    ...(grade === undefined ? {} : { grade }),
  });
  const amount = amounts.ok ? (amounts.value[rule.slot]?.amount ?? null) : null;
  if (amount === null) return [];
  return [
    {
      income,
      years: years ?? null,
      grade: grade ?? null,
      employeePays: matched ? BigInt(EMPLOYEE_PAYS.replace('.', '')) : null,
      amount,
    },
  ];
}

/** The rule by itself; one that matches, beside an employee who pays something. */
function alone(rule: VoluntaryRule, matched: boolean): VoluntaryRuleSet {
  const employees: VoluntaryRule = {
    slot: 'EEVC',
    formula: 'fixed',
    tier: { by: 'none', value: EMPLOYEE_PAYS },
    base: 'relevant',
    cap: { kind: 'none' },
    period: 'monthly',
    start: { kind: 'immediate' },
    entitlement: { kind: 'immediate' },
  };
  return {
    version: 1,
    from: '2000-01-01',
    memberClasses: [{ memberClass: MEMBER_CLASS, rules: matched ? [employees, rule] : [rule] }],
  };
}
