import { centsOf, isMoneyText } from '../../money/money.ts';
import { isPercentage, percentText } from '../../money/rate.ts';
import type { VoluntaryRule, VoluntaryRuleSet, VoluntarySlot } from './rule-schema.ts';
import { VOLUNTARY_SLOTS } from './rule-schema.ts';

/** A rule that one of two rule sets has otherwise, or not at all; null: the day from which they hold. */
interface RuleDifference {
  readonly memberClass: string | null;
  readonly slot: VoluntarySlot | null;
}

/**
 * Where two descriptions of an employer's rules do not say the same. How a percentage or an amount is written makes no
 * difference (`7%` and `0.07`, `1500` and `1500.00`), nor does the order of classes and rules.
 */
export function ruleDifferences(one: VoluntaryRuleSet, other: VoluntaryRuleSet): readonly RuleDifference[] {
  const classes = [...new Set([one, other].flatMap((set) => set.memberClasses.map((c) => c.memberClass)))];
  return [
    ...(one.from === other.from ? [] : [{ memberClass: null, slot: null }]),
    ...classes.flatMap((memberClass) =>
      VOLUNTARY_SLOTS.filter(
        (slot) => comparable(one, memberClass, slot) !== comparable(other, memberClass, slot),
      ).map((slot) => ({ memberClass, slot })),
    ),
  ];
}

function comparable(set: VoluntaryRuleSet, memberClass: string, slot: VoluntarySlot): string | null {
  const rule = set.memberClasses
    .find((known) => known.memberClass === memberClass)
    ?.rules.find((known) => known.slot === slot);
  return rule === undefined ? null : JSON.stringify(inOneForm(rule, rule.formula));
}

/** Keys in order, money in cents, rates as percentages. */
function inOneForm(value: unknown, formula: VoluntaryRule['formula'], key = ''): unknown {
  if (Array.isArray(value)) return value.map((part) => inOneForm(part, formula));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, inOneForm(part, formula, name)]);
  }
  if (typeof value !== 'string') return value;
  if (key === 'value' && formula !== 'fixed') return isPercentage(value) ? percentText(value) : value;
  const isMoney = key === 'value' || key === 'from' || key === 'amount' || key === 'income';
  return isMoney && isMoneyText(value) ? String(centsOf(value)) : value;
}
