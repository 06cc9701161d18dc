import { centsOf, isMoneyText } from '../../money/money.ts';
import { isPercentage } from '../../money/rate.ts';
import type { RuleSetCode } from './codes.ts';
import type { VoluntaryRule, VoluntaryRuleSet } from './rule-schema.ts';

/** Where and what; the path as zod gives it. */
export interface ProblemAt {
  readonly path: readonly (string | number)[];
  readonly code: RuleSetCode;
}

/** What is wrong between the fields of a rule set whose fields are well formed one by one. */
export function ruleSetProblems(ruleSet: VoluntaryRuleSet): readonly ProblemAt[] {
  const names = ruleSet.memberClasses.map(({ memberClass }) => memberClass);
  return [
    ...repeated(names).map((index): ProblemAt => {
      return { path: ['memberClasses', index, 'memberClass'], code: 'class-twice' };
    }),
    ...ruleSet.memberClasses.flatMap(({ rules }, classIndex) =>
      classProblems(rules).map(({ path, code }): ProblemAt => {
        return { path: ['memberClasses', classIndex, 'rules', ...path], code };
      }),
    ),
  ];
}

function classProblems(rules: readonly VoluntaryRule[]): readonly ProblemAt[] {
  const employeePays = rules.some(({ slot }) => slot === 'EEVC');
  return [
    ...repeated(rules.map(({ slot }) => slot)).map((index): ProblemAt => {
      return { path: [index, 'slot'], code: 'slot-twice' };
    }),
    ...rules.flatMap((rule, index) =>
      [
        ...matchProblems(rule, employeePays),
        ...capProblems(rule),
        ...tierProblems(rule),
        ...entitlementProblems(rule),
      ].map(({ path, code }): ProblemAt => {
        return { path: [index, ...path], code };
      }),
    ),
  ];
}

function matchProblems({ slot, formula }: VoluntaryRule, employeePays: boolean): readonly ProblemAt[] {
  if (formula !== 'match-EEVC') return [];
  if (slot === 'EEVC') return [{ path: ['formula'], code: 'match-by-employee' }];
  return employeePays ? [] : [{ path: ['formula'], code: 'match-without-eevc' }];
}

function capProblems({ formula, cap }: VoluntaryRule): readonly ProblemAt[] {
  const onIncome = formula === 'percentage' || formula === 'percentage-minus-MC';
  return cap.kind === 'income-ceiling' && !onIncome ? [{ path: ['cap'], code: 'ceiling-without-base' }] : [];
}

function tierProblems({ formula, tier }: VoluntaryRule): readonly ProblemAt[] {
  const values = tier.by === 'none' ? [tier.value] : tier.bands.map(({ value }) => value);
  const place = (index: number, field: string) =>
    tier.by === 'none' ? ['tier', field] : ['tier', 'bands', index, field];
  const found: ProblemAt[] = [];
  values.forEach((value, index) => {
    const fits = formula === 'fixed' ? isMoneyText(value) : isPercentage(value);
    const code = formula === 'fixed' ? 'rule-money' : 'rule-percentage';
    if (!fits) found.push({ path: place(index, 'value'), code });
  });
  if (tier.by === 'grade') {
    const twice = repeated(tier.bands.map(({ grade }) => grade));
    found.push(...twice.map((index): ProblemAt => ({ path: place(index, 'grade'), code: 'grade-twice' })));
  }
  if (tier.by === 'service-years' || tier.by === 'salary-band') {
    const from = tier.bands.map((band) => startOfBand(band.from));
    if (from[0] !== 0n && from[0] !== null) found.push({ path: place(0, 'from'), code: 'bands-first' });
    for (const index of notRising(from)) found.push({ path: place(index, 'from'), code: 'bands-order' });
  }
  return found;
}

function entitlementProblems({ slot, entitlement }: VoluntaryRule): readonly ProblemAt[] {
  const waits = entitlement.kind === 'vesting-scale' || entitlement.kind === 'cliff';
  if (slot === 'EEVC' && waits) return [{ path: ['entitlement'], code: 'employee-money-vests' }];
  if (entitlement.kind !== 'vesting-scale') return [];
  const { steps } = entitlement;
  const place = (index: number, field: string) => ['entitlement', 'steps', index, field];
  const found = notRising(steps.map(({ years }) => BigInt(years))).map((index): ProblemAt => {
    return { path: place(index, 'years'), code: 'scale-order' };
  });
  steps.forEach(({ percentage }, index) => {
    const before = steps[index - 1];
    if (before !== undefined && percentage < before.percentage) {
      found.push({ path: place(index, 'percentage'), code: 'scale-falls' });
    }
  });
  const last = steps.length - 1;
  if (steps[last]?.percentage !== 100) found.push({ path: place(last, 'percentage'), code: 'scale-end' });
  return found;
}

/** What the schema refuses already (no amount of money) is passed over here. */
function startOfBand(from: number | string): bigint | null {
  if (typeof from === 'number') return BigInt(from);
  return isMoneyText(from) ? centsOf(from) : null;
}

/** Places of what stood there before already. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** Places of what is not greater than what stands before it. */
function notRising(values: readonly (bigint | null)[]): readonly number[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1];
    const comparable = before !== undefined && before !== null && value !== null;
    return comparable && value <= before ? [index] : [];
  });
}
