import { z } from 'zod';
import { isMoneyText } from '../../money/money.ts';
import { isRealIsoDate } from '../../time.ts';

/** The columns of the bulk file that can carry voluntary contributions, and no more (facts/domain.md §3a). */
export const VOLUNTARY_SLOTS = ['ERVC', 'ERVC2', 'EEVC'] as const;
export const VOLUNTARY_FORMULAS = ['percentage', 'fixed', 'match-EEVC', 'percentage-minus-MC'] as const;
export const VOLUNTARY_BASES = ['basic', 'relevant', 'other'] as const;
export const VOLUNTARY_PERIODS = [
  'monthly',
  'semi-monthly',
  'fortnightly',
  'bi-weekly',
  'weekly',
  'quarterly',
] as const;

/** `1500` or `1500.00`. */
const money = z.string().refine(isMoneyText, { params: { code: 'rule-money' } });
/** `12%`, the same as `0.12`, or an amount, as the formula wants; checked with the whole rule. */
const value = z.string();
const years = z.number().int().min(0).max(70);

const tier = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('none'), value }),
  z.strictObject({
    by: z.literal('service-years'),
    /** Completed years counted on the first or the last day of the period. */
    asAt: z.enum(['period-start', 'period-end']).default('period-end'),
    bands: z
      .array(z.strictObject({ from: years, value }))
      .min(1)
      .max(50),
  }),
  z.strictObject({
    by: z.literal('grade'),
    bands: z
      .array(z.strictObject({ grade: z.string().min(1).max(50), value }))
      .min(1)
      .max(100),
  }),
  z.strictObject({
    by: z.literal('salary-band'),
    bands: z
      .array(z.strictObject({ from: money, value }))
      .min(1)
      .max(50),
  }),
]);

const cap = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('amount'), amount: money }),
  z.strictObject({ kind: z.literal('income-ceiling'), income: money }),
]);

const start = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('immediate') }),
  z.strictObject({
    kind: z.literal('after-probation'),
    months: z.number().int().min(1).max(60),
    /** The period in which probation ends counts, or only the first whole period after it. */
    firstPeriod: z.enum(['whole', 'containing']).default('whole'),
  }),
  z.strictObject({ kind: z.literal('at-due-date') }),
]);

const entitlement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('immediate') }),
  z.strictObject({
    kind: z.literal('vesting-scale'),
    steps: z
      .array(z.strictObject({ years, percentage: z.number().int().min(0).max(100) }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ kind: z.literal('cliff'), years: years.min(1) }),
  z.strictObject({ kind: z.literal('retirement-only'), age: z.number().int().min(50).max(75).default(65) }),
]);

/** One voluntary contribution of one member class. */
export const voluntaryRuleSchema = z.strictObject({
  slot: z.enum(VOLUNTARY_SLOTS),
  formula: z.enum(VOLUNTARY_FORMULAS),
  tier,
  base: z.enum(VOLUNTARY_BASES).default('relevant'),
  cap: cap.default({ kind: 'none' }),
  period: z.enum(VOLUNTARY_PERIODS).default('monthly'),
  start: start.default({ kind: 'immediate' }),
  entitlement: entitlement.default({ kind: 'immediate' }),
});

/** Every field well formed by itself; whether the fields go together is `ruleSetProblems`. */
export const ruleSetShapeSchema = z.strictObject({
  version: z.literal(1),
  /** First day of the first wage period these rules are for. */
  from: z.string().refine(isRealIsoDate, { params: { code: 'rule-date' } }),
  memberClasses: z
    .array(
      z.strictObject({
        memberClass: z.string().min(1).max(50),
        rules: z.array(voluntaryRuleSchema).max(20),
      }),
    )
    .min(1)
    .max(200),
});

export type VoluntaryRule = z.infer<typeof voluntaryRuleSchema>;
export type VoluntaryRuleSet = z.infer<typeof ruleSetShapeSchema>;
export type VoluntarySlot = (typeof VOLUNTARY_SLOTS)[number];
export type VoluntaryPeriod = (typeof VOLUNTARY_PERIODS)[number];
export type Entitlement = VoluntaryRule['entitlement'];
