import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RULE_SET_CODES } from './codes.ts';
import { readVoluntaryRuleSet } from './read-rule-set.ts';
import { flat, problemsOf, ruleSetOf, written, type WrittenRule } from './rule-set.fixture.ts';

const PERCENT: WrittenRule = { slot: 'ERVC', formula: 'percentage', tier: flat('5%') };
const EEVC: WrittenRule = { slot: 'EEVC', formula: 'percentage', tier: flat('5%') };
const RULE = 'memberClasses[0].rules[0]';

it('what is left out has its usual meaning', () => {
  expect(ruleSetOf(PERCENT).memberClasses[0]?.rules).toEqual([
    {
      ...PERCENT,
      base: 'relevant',
      cap: { kind: 'none' },
      period: 'monthly',
      start: { kind: 'immediate' },
      entitlement: { kind: 'immediate' },
    },
  ]);
});

const scale = (...steps: readonly (readonly [number, number])[]): WrittenRule => ({
  ...PERCENT,
  entitlement: {
    kind: 'vesting-scale',
    steps: steps.map(([years, percentage]) => ({ years, percentage })),
  },
});
const bands = (by: string, ...from: readonly unknown[]): WrittenRule => ({
  ...PERCENT,
  tier: { by, bands: from.map((first) => ({ [by === 'grade' ? 'grade' : 'from']: first, value: '5%' })) },
});

/** Code, place, a rule set that breaks it, one that does not. */
const EXAMPLES: readonly (readonly [string, string, unknown, unknown])[] = [
  ['rule-missing', `${RULE}.formula`, written({ slot: 'ERVC', tier: flat('5%') }), written(PERCENT)],
  [
    'rule-missing',
    `${RULE}.cap.kind`,
    written({ ...PERCENT, cap: { amount: '100' } }),
    written({ ...PERCENT, cap: { kind: 'none' } }),
  ],
  ['rule-missing', 'memberClasses', { version: 1, from: '2026-01-01' }, written()],
  ['rule-unknown-field', `${RULE}.note`, written({ ...PERCENT, note: 'x' }), written(PERCENT)],
  [
    'rule-unknown-choice',
    `${RULE}.slot`,
    written({ ...PERCENT, slot: 'ERVC3' }),
    written({ ...PERCENT, slot: 'ERVC2' }),
  ],
  [
    'rule-unknown-choice',
    `${RULE}.cap.kind`,
    written({ ...PERCENT, cap: { kind: 'some' } }),
    written({ ...PERCENT, cap: { kind: 'amount', amount: '100' } }),
  ],
  ['rule-shape', RULE, written('5%' as unknown as WrittenRule), written(PERCENT)],
  [
    'rule-date',
    'from',
    { version: 1, from: '2026-02-30', memberClasses: [{ memberClass: 'A', rules: [] }] },
    written(),
  ],
  [
    'rule-text',
    `${RULE}.tier.value`,
    written({ ...PERCENT, tier: flat(0.05 as unknown as string) }),
    written({ ...PERCENT, tier: flat('0.05') }),
  ],
  [
    'rule-percentage',
    `${RULE}.tier.value`,
    written({ ...PERCENT, tier: flat('5') }),
    written({ ...PERCENT, tier: flat('0.05') }),
  ],
  [
    'rule-percentage',
    'memberClasses[0].rules[1].tier.value',
    written(EEVC, { slot: 'ERVC', formula: 'match-EEVC', tier: flat('150%') }),
    written(EEVC, { slot: 'ERVC', formula: 'match-EEVC', tier: flat('100%') }),
  ],
  [
    'rule-money',
    `${RULE}.tier.value`,
    written({ ...PERCENT, formula: 'fixed' }),
    written({ ...PERCENT, formula: 'fixed', tier: flat('1,500.00') }),
  ],
  ['rule-money', `${RULE}.tier.bands[1].from`, written(bands('salary-band', '0', 'many')), written(PERCENT)],
  [
    'class-twice',
    'memberClasses[1].memberClass',
    {
      version: 1,
      from: '2026-01-01',
      memberClasses: ['A', 'A'].map((memberClass) => ({ memberClass, rules: [] })),
    },
    {
      version: 1,
      from: '2026-01-01',
      memberClasses: ['A', 'B'].map((memberClass) => ({ memberClass, rules: [] })),
    },
  ],
  [
    'slot-twice',
    'memberClasses[0].rules[1].slot',
    written(PERCENT, PERCENT),
    written(PERCENT, { ...PERCENT, slot: 'ERVC2' }),
  ],
  [
    'match-by-employee',
    `${RULE}.formula`,
    written({ ...EEVC, formula: 'match-EEVC' }),
    written(EEVC, { ...PERCENT, formula: 'match-EEVC' }),
  ],
  [
    'match-without-eevc',
    `${RULE}.formula`,
    written({ ...PERCENT, formula: 'match-EEVC' }),
    written({ ...PERCENT, formula: 'match-EEVC' }, EEVC),
  ],
  [
    'ceiling-without-base',
    `${RULE}.cap`,
    written({
      slot: 'ERVC',
      formula: 'fixed',
      tier: flat('100'),
      cap: { kind: 'income-ceiling', income: '30000' },
    }),
    written({ ...PERCENT, cap: { kind: 'income-ceiling', income: '30000' } }),
  ],
  [
    'bands-first',
    `${RULE}.tier.bands[0].from`,
    written(bands('service-years', 1, 5)),
    written(bands('service-years', 0, 5)),
  ],
  [
    'bands-first',
    `${RULE}.tier.bands[0].from`,
    written(bands('salary-band', '0.01')),
    written(bands('salary-band', '0')),
  ],
  [
    'bands-order',
    `${RULE}.tier.bands[2].from`,
    written(bands('service-years', 0, 5, 5)),
    written(bands('service-years', 0, 5, 6)),
  ],
  [
    'bands-order',
    `${RULE}.tier.bands[1].from`,
    written(bands('salary-band', '0', '0.00')),
    written(bands('salary-band', '0', '0.01')),
  ],
  [
    'grade-twice',
    `${RULE}.tier.bands[1].grade`,
    written(bands('grade', 'M', 'M')),
    written(bands('grade', 'M', 'S')),
  ],
  [
    'scale-order',
    `${RULE}.entitlement.steps[1].years`,
    written(scale([3, 30], [2, 100])),
    written(scale([3, 30], [4, 100])),
  ],
  [
    'scale-falls',
    `${RULE}.entitlement.steps[1].percentage`,
    written(scale([3, 30], [4, 20], [5, 100])),
    written(scale([3, 30], [4, 30], [5, 100])),
  ],
  [
    'scale-end',
    `${RULE}.entitlement.steps[1].percentage`,
    written(scale([3, 30], [10, 90])),
    written(scale([3, 30], [10, 100])),
  ],
  [
    'employee-money-vests',
    `${RULE}.entitlement`,
    written({ ...EEVC, entitlement: { kind: 'cliff', years: 5 } }),
    written({ ...EEVC, entitlement: { kind: 'retirement-only' } }),
  ],
];

it.each(EXAMPLES)('%s at %s', (code, path, broken, sound) => {
  expect(problemsOf(broken)).toMatchObject([{ path, code }]);
  expect(problemsOf(sound)).toEqual([]);
});

it('every code of a rule set has its example', () => {
  expect([...new Set(EXAMPLES.map(([code]) => code))].sort()).toEqual([...RULE_SET_CODES].sort());
});

it('everything that is wrong is told at once, in order', () => {
  const twice = written(
    { ...PERCENT, tier: flat('five') },
    { ...PERCENT, entitlement: { kind: 'vesting-scale', steps: [{ years: 1, percentage: 50 }] } },
  );
  expect(problemsOf(twice).map(({ code }) => code)).toEqual(['slot-twice', 'rule-percentage', 'scale-end']);
});

it('whatever stands in the file is read or told, never an exception', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true });
  fc.assert(
    fc.property(
      fc.oneof(
        anything,
        anything.map((rule) => written(rule as WrittenRule)),
      ),
      (value) => {
        const read = readVoluntaryRuleSet(value);
        expect(read.ok || read.problems.length > 0).toBe(true);
      },
    ),
  );
});

it('a word that the rules do not know is answered with those that they know', () => {
  expect(problemsOf(written({ ...PERCENT, slot: 'ERVC3' }))).toMatchObject([
    { choices: ['ERVC', 'ERVC2', 'EEVC'] },
  ]);
  expect(problemsOf(written({ ...PERCENT, cap: { amount: '100' } }))).toMatchObject([
    { code: 'rule-missing', choices: ['none', 'amount', 'income-ceiling'] },
  ]);
});
