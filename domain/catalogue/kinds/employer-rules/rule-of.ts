import { type VoluntaryRule, voluntaryRuleSchema } from '../../../contributions/voluntary/rule-schema.ts';
import type { Answers } from '../../definition.ts';
import { answerInRound } from '../../shared/rounds.ts';
import { scaleSteps } from './scale.ts';

/** Ours: rules on one visit, bands in one rule. */
export const RULE_LIMITS = { rules: 6, bands: 4 } as const;

/** Class of everybody where a company has only one. */
export const ALL_MEMBERS = 'ALL';

export const BANDS = Array.from({ length: RULE_LIMITS.bands }, (_, band) => band + 1);

export type RuleInClass = {
  readonly memberClass: string;
  readonly rule: VoluntaryRule;
};

/** Rounds that are asked: another one as long as it is said that there is one more. */
export function roundsOf(answers: Answers): number {
  let round = 1;
  while (round < RULE_LIMITS.rules && answerInRound(answers, 'another', round) === 'yes') round += 1;
  return round;
}

/** False for a rule that was taken out again; true before that was asked. */
export function isKept(answers: Answers, index: number): boolean {
  return answerInRound(answers, 'keep', index) !== 'remove';
}

export function classOf(answers: Answers, index: number): string {
  const named = answerInRound(answers, 'member-class', index);
  return named === undefined || named === '' ? ALL_MEMBERS : named;
}

/** Whether how much is paid is an amount of money, or a percentage. */
export function isFixed(answers: Answers, index: number): boolean {
  return answerInRound(answers, 'formula', index) === 'fixed';
}

/** Whether the rule looks at an income at all. */
export function isOnIncome(answers: Answers, index: number): boolean {
  const formula = answerInRound(answers, 'formula', index);
  return (
    formula === 'percentage' ||
    formula === 'percentage-minus-MC' ||
    answerInRound(answers, 'tier', index) === 'salary-band'
  );
}

export function bandCount(answers: Answers, index: number): number {
  return Number(answerInRound(answers, 'bands', index) ?? '0');
}

/** The rule as the answers of a round describe it; null while one of them is missing. */
export function ruleInRound(answers: Answers, index: number): RuleInClass | null {
  const own = (step: string): string | undefined => answerInRound(answers, step, index);
  const parsed = voluntaryRuleSchema.safeParse({
    slot: own('slot'),
    formula: own('formula'),
    tier: tierOf(answers, index),
    ...(isOnIncome(answers, index) ? { base: own('base') } : {}),
    cap: capOf(own('cap'), own('cap-amount')),
    period: own('period'),
    start: startOf(own('start'), own('start-months'), own('start-period')),
    entitlement: entitlementOf(own),
  });
  return parsed.success ? { memberClass: classOf(answers, index), rule: parsed.data } : null;
}

function tierOf(answers: Answers, index: number): unknown {
  const by = answerInRound(answers, 'tier', index);
  const valueOf = (step: string): string | undefined => {
    const value = answerInRound(answers, step, index);
    if (value === undefined) return undefined;
    return isFixed(answers, index) ? value : `${value}%`;
  };
  if (by === 'none') return { by, value: valueOf('value') };
  const bands = BANDS.slice(0, bandCount(answers, index)).map((band) => {
    const from = answerInRound(answers, `band-${String(band)}-from`, index);
    const value = valueOf(`band-${String(band)}-value`);
    if (by === 'grade') return { grade: answerInRound(answers, `band-${String(band)}-grade`, index), value };
    // The first band begins at nothing, so that everybody has one.
    if (by === 'service-years')
      return { from: band === 1 ? 0 : from === undefined ? undefined : Number(from), value };
    return { from: band === 1 ? '0' : from, value };
  });
  return { by, bands };
}

function capOf(kind: string | undefined, amount: string | undefined): unknown {
  if (kind === 'amount') return { kind, amount };
  return kind === 'income-ceiling' ? { kind, income: amount } : { kind };
}

function startOf(
  kind: string | undefined,
  months: string | undefined,
  firstPeriod: string | undefined,
): unknown {
  return kind === 'after-probation' ? { kind, months: Number(months), firstPeriod } : { kind };
}

function entitlementOf(own: (step: string) => string | undefined): unknown {
  const kind = own('entitlement');
  switch (kind) {
    case 'vesting-scale':
      return { kind, steps: scaleSteps(own('scale') ?? '') ?? [] };
    case 'cliff':
      return { kind, years: Number(own('cliff-years')) };
    case 'retirement-only':
      return { kind, age: Number(own('retirement-age')) };
    default:
      return { kind };
  }
}

/** The rules that stay, of the rounds before `until` (not included); those not yet described are left out. */
export function keptRules(answers: Answers, until = roundsOf(answers) + 1): readonly RuleInClass[] {
  const kept: RuleInClass[] = [];
  for (let index = 1; index < until; index += 1) {
    const rule = isKept(answers, index) ? ruleInRound(answers, index) : null;
    if (rule !== null) kept.push(rule);
  }
  return kept;
}

/** The rule set as it travels; each class once, in the order in which it was named. */
export function ruleSetOf(answers: Answers): unknown {
  const kept = keptRules(answers);
  const classes = [...new Set(kept.map(({ memberClass }) => memberClass))];
  return {
    version: 1,
    from: answers['from'],
    memberClasses: classes.map((memberClass) => ({
      memberClass,
      rules: kept.filter((one) => one.memberClass === memberClass).map(({ rule }) => rule),
    })),
  };
}
