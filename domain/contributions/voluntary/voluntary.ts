import type { IsoDate } from '../../calendar/working-calendar.ts';
import { centsOf, type Cents, leftAfter, shareOf } from '../../money/money.ts';
import { rateOf } from '../../money/rate.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { completedYears, type WagePeriod } from '../wage-period.ts';
import type { VoluntaryFault, VoluntaryReason } from './codes.ts';
import { hasBegun, periodFit } from './periods.ts';
import type { VoluntaryPeriod, VoluntaryRule, VoluntaryRuleSet, VoluntarySlot } from './rule-schema.ts';

/** Incomes and mandatory contributions of one stretch of time. */
interface PeriodIncome {
  readonly relevantIncome: Cents;
  /** Only when a rule is based on it. */
  readonly basicSalary?: Cents;
  readonly otherIncome?: Cents;
  /** As computed for the same time; null when they do not apply. */
  readonly employerMandatory: Cents | null;
  readonly employeeMandatory: Cents | null;
}

export interface VoluntaryFacts extends PeriodIncome {
  readonly period: WagePeriod;
  /** How often the employer pays; absent: as often as each rule says. */
  readonly payroll?: VoluntaryPeriod;
  /** Totals of a rule's own period when it is longer than the payroll's: a quarter paid with the third month. */
  readonly longerPeriod?: PeriodIncome;
  readonly dateOfEmployment: IsoDate;
  /** When it differs from what the rule's months say. */
  readonly probationEnd?: IsoDate;
  readonly grade?: string;
  /** Unpaid or part-paid leave, bankruptcy: voluntary contributions rest. */
  readonly suspended?: boolean;
}

export interface SlotAmount {
  readonly amount: Cents;
  readonly reasons: readonly VoluntaryReason[];
}

/** Null: the member class has no rule for the slot, the column stays blank. */
export type VoluntaryAmounts = Readonly<Record<VoluntarySlot, SlotAmount | null>>;

/**
 * What an employer's rules give for one member and one wage period, slot by slot (facts/domain.md §3a, voluntary).
 * Never less than nothing; a percentage less the mandatory contribution is nothing where that is greater.
 *
 * @param ruleSet as `readVoluntaryRuleSet` gives it
 * @returns `member-class-not-known`; with the slot: `basic-salary-needed`, `other-income-needed`, `grade-needed`,
 *   `grade-not-known`, `period-differs` (the rule's period does not fit the payroll's), `period-income-needed`
 */
export function voluntaryContribution(
  ruleSet: VoluntaryRuleSet,
  memberClass: string,
  facts: VoluntaryFacts,
): Result<VoluntaryAmounts, Failure<VoluntaryFault>> {
  const rules = ruleSet.memberClasses.find((known) => known.memberClass === memberClass)?.rules;
  if (rules === undefined) return fail('member-class-not-known');
  const amounts: Record<VoluntarySlot, SlotAmount | null> = { ERVC: null, ERVC2: null, EEVC: null };
  // What the employee pays comes first: the employer's rules can match it.
  for (const slot of ['EEVC', 'ERVC', 'ERVC2'] as const) {
    const rule = rules.find((known) => known.slot === slot);
    if (rule === undefined) continue;
    const amount = slotAmount(rule, facts, amounts.EEVC);
    if (!amount.ok) return fail(amount.code, { slot });
    amounts[slot] = amount.value;
  }
  return ok(amounts);
}

function slotAmount(
  rule: VoluntaryRule,
  facts: VoluntaryFacts,
  employees: SlotAmount | null,
): Result<SlotAmount, Failure<VoluntaryFault>> {
  const { period, dateOfEmployment, probationEnd } = facts;
  const nothing = (reason: VoluntaryReason) => ok({ amount: 0n, reasons: [reason] });
  const fit = periodFit(rule.period, facts.payroll, period);
  if (fit === 'differs') return fail('period-differs');
  if (facts.suspended === true) return nothing('suspended');
  if (!hasBegun(rule.start, period, dateOfEmployment, probationEnd)) return nothing('not-begun');
  if (fit === 'running') return nothing('not-this-period');
  const income = fit === 'closes' ? facts.longerPeriod : facts;
  if (income === undefined) return fail('period-income-needed');
  const value = tierValue(rule, income, facts);
  if (!value.ok) return value;
  const uncapped = byFormula(rule, value.value, income, employees);
  return uncapped.ok ? ok(capped(rule.cap, uncapped.value)) : uncapped;
}

function byFormula(
  rule: VoluntaryRule,
  value: string,
  income: PeriodIncome,
  employees: SlotAmount | null,
): Result<SlotAmount, Failure<VoluntaryFault>> {
  if (rule.formula === 'fixed') return ok({ amount: centsOf(value), reasons: ['by-rule'] });
  if (rule.formula === 'match-EEVC') {
    const amount = shareOf(employees?.amount ?? 0n, rateOf(value));
    const subtracted = employees?.reasons.includes('mandatory-subtracted') === true;
    return ok({ amount, reasons: subtracted ? ['by-rule', 'mandatory-subtracted'] : ['by-rule'] });
  }
  const base = baseOf(rule, income);
  if (!base.ok) return base;
  const ceiling = rule.cap.kind === 'income-ceiling' ? centsOf(rule.cap.income) : null;
  const over = ceiling !== null && base.value > ceiling;
  const reasons: VoluntaryReason[] = over ? ['by-rule', 'income-over-ceiling'] : ['by-rule'];
  const share = shareOf(over ? ceiling : base.value, rateOf(value));
  if (rule.formula === 'percentage') return ok({ amount: share, reasons });
  const mandatory = (rule.slot === 'EEVC' ? income.employeeMandatory : income.employerMandatory) ?? 0n;
  reasons.push('mandatory-subtracted');
  if (mandatory >= share) reasons.push('mandatory-covers-it');
  return ok({ amount: leftAfter(share, mandatory), reasons });
}

function capped(cap: VoluntaryRule['cap'], computed: SlotAmount): SlotAmount {
  if (cap.kind !== 'amount' || computed.amount <= centsOf(cap.amount)) return computed;
  return { amount: centsOf(cap.amount), reasons: [...computed.reasons, 'capped'] };
}

function baseOf(
  { base }: VoluntaryRule,
  { relevantIncome, basicSalary, otherIncome }: PeriodIncome,
): Result<Cents, Failure<VoluntaryFault>> {
  if (base === 'relevant') return ok(relevantIncome);
  if (base === 'basic') return basicSalary === undefined ? fail('basic-salary-needed') : ok(basicSalary);
  return otherIncome === undefined ? fail('other-income-needed') : ok(otherIncome);
}

/** The percentage or amount that holds for this member. */
function tierValue(
  rule: VoluntaryRule,
  income: PeriodIncome,
  facts: VoluntaryFacts,
): Result<string, Failure<VoluntaryFault>> {
  const { tier } = rule;
  switch (tier.by) {
    case 'none':
      return ok(tier.value);
    case 'grade': {
      if (facts.grade === undefined) return fail('grade-needed');
      const band = tier.bands.find(({ grade }) => grade === facts.grade);
      return band === undefined ? fail('grade-not-known') : ok(band.value);
    }
    case 'service-years': {
      const day = tier.asAt === 'period-start' ? facts.period.start : facts.period.end;
      const years = completedYears(facts.dateOfEmployment, day);
      return ok(reached(tier.bands, ({ from }) => years >= from));
    }
    case 'salary-band': {
      const base = baseOf(rule, income);
      if (!base.ok) return base;
      return ok(reached(tier.bands, ({ from }) => base.value >= centsOf(from)));
    }
  }
}

function reached<Band extends { readonly value: string }>(
  bands: readonly Band[],
  isReached: (band: Band) => boolean,
): string {
  const band = bands.findLast(isReached);
  if (band === undefined) throw new RangeError('bands do not begin at nothing');
  return band.value;
}
