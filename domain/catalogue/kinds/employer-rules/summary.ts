import type { VoluntaryRule } from '../../../contributions/voluntary/rule-schema.ts';
import { centsOf, formatMoney, hongKongDollars } from '../../../money/money.ts';
import { percentText } from '../../../money/rate.ts';
import { type Ask, type Figure, type Label, literal, message } from '../../ask.ts';
import type { Facts } from '../../definition.ts';
import { type Example, examplesOf } from './example.ts';
import { ALL_MEMBERS, ruleInRound, type RuleInClass } from './rule-of.ts';

const WORDS = 'ask.employer-rules.summary';

/** A rule in plain words, how much by which band, and what it comes to for invented people. */
export function summaryOf(facts: Facts, index: number): Ask {
  const described = ruleInRound(facts.answers, index);
  return {
    type: 'statement',
    tone: 'plain',
    paragraphs: described === null ? [] : wordsOf(described),
    figures:
      described === null
        ? []
        : [...amountsOf(described.rule), ...examplesOf(described.rule, facts).map(exampleFigure)],
    agree: message('shared.understood'),
  };
}

/** A rule in plain words, one sentence for each part of it. */
function wordsOf({ memberClass, rule }: RuleInClass): readonly Label[] {
  const { slot, formula, base, cap, period, start, entitlement } = rule;
  const forWhom = memberClass === ALL_MEMBERS ? 'all' : 'class';
  const how = formula === 'percentage' || formula === 'percentage-minus-MC' ? `${formula}.${base}` : formula;
  return [
    message(`${WORDS}.slot.${slot}.${forWhom}`, forWhom === 'all' ? undefined : { memberClass }),
    message(`${WORDS}.formula.${how}`),
    ...(cap.kind === 'amount' ? [message(`${WORDS}.cap.amount`, { amount: shown(cap.amount) })] : []),
    ...(cap.kind === 'income-ceiling' ? [message(`${WORDS}.cap.income`, { amount: shown(cap.income) })] : []),
    message(`${WORDS}.period.${period}`),
    start.kind === 'after-probation'
      ? message(`${WORDS}.start.after-probation.${start.firstPeriod}`, { months: start.months })
      : message(`${WORDS}.start.${start.kind}`),
    entitlementWords(entitlement),
  ];
}

function entitlementWords(entitlement: VoluntaryRule['entitlement']): Label {
  switch (entitlement.kind) {
    case 'immediate':
      return message(`${WORDS}.entitlement.immediate`);
    case 'cliff':
      return message(`${WORDS}.entitlement.cliff`, { years: entitlement.years });
    case 'retirement-only':
      return message(`${WORDS}.entitlement.retirement-only`, { age: entitlement.age });
    case 'vesting-scale': {
      const [first] = entitlement.steps;
      return message(`${WORDS}.entitlement.vesting-scale`, {
        years: first?.years ?? 0,
        percentage: first?.percentage ?? 0,
        all: entitlement.steps.at(-1)?.years ?? 0,
      });
    }
  }
}

function amountsOf({ formula, tier }: VoluntaryRule): readonly Figure[] {
  const value = (text: string): Label =>
    literal(formula === 'fixed' ? `HK$${shown(text)}` : percentText(text));
  switch (tier.by) {
    case 'none':
      return [{ label: message(`${WORDS}.value`), value: value(tier.value) }];
    case 'service-years':
      return tier.bands.map((band) => ({
        label: message(`${WORDS}.band.service-years`, { from: band.from }),
        value: value(band.value),
      }));
    case 'salary-band':
      return tier.bands.map((band) => ({
        label: message(`${WORDS}.band.salary-band`, { from: shown(band.from) }),
        value: value(band.value),
      }));
    case 'grade':
      return tier.bands.map((band) => ({
        label: message(`${WORDS}.band.grade`, { grade: band.grade }),
        value: value(band.value),
      }));
  }
}

function exampleFigure({ income, years, grade, employeePays, amount }: Example): Figure {
  const params = { income: formatMoney(income) };
  const label =
    years !== null
      ? message(`${WORDS}.example.years`, { ...params, years })
      : grade !== null
        ? message(`${WORDS}.example.grade`, { ...params, grade })
        : employeePays !== null
          ? message(`${WORDS}.example.match`, { employeePays: formatMoney(employeePays) })
          : message(`${WORDS}.example.income`, params);
  return { label, value: literal(hongKongDollars(amount)) };
}

function shown(amount: string): string {
  return formatMoney(centsOf(amount));
}
