import { describe, expect, test } from 'vitest';
import { ruleDifferences } from './same-rule-set.ts';
import { type VoluntaryRuleSet, voluntaryRuleSetSchema } from './schema.ts';

const ERVC = { slot: 'ERVC', formula: 'percentage', tier: { by: 'none', value: '7%' } };
const FIXED = {
  slot: 'EEVC',
  formula: 'fixed',
  tier: {
    by: 'salary-band',
    bands: [
      { from: '0', value: '500' },
      { from: '20000', value: '900' },
    ],
  },
  cap: { kind: 'amount', amount: '900' },
};

function set(rules: readonly object[], from = '2026-01-01', memberClass = 'A'): VoluntaryRuleSet {
  return voluntaryRuleSetSchema.parse({ version: 1, from, memberClasses: [{ memberClass, rules }] });
}

describe('two descriptions of the same rules', () => {
  test('say the same however percentages and amounts are written, and in whatever order', () => {
    const decimal = { ...ERVC, tier: { value: '0.07', by: 'none' } };
    const cents = {
      ...FIXED,
      tier: {
        by: 'salary-band',
        bands: [
          { from: '0.00', value: '500.00' },
          { from: '20000.00', value: '900' },
        ],
      },
      cap: { kind: 'amount', amount: '900.00' },
    };
    expect(ruleDifferences(set([ERVC, FIXED]), set([cents, decimal]))).toEqual([]);
  });

  test.each([
    ['another percentage', set([{ ...ERVC, tier: { by: 'none', value: '7.5%' } }, FIXED])],
    ['another base', set([{ ...ERVC, base: 'basic' }, FIXED])],
    ['an entitlement', set([{ ...ERVC, entitlement: { kind: 'cliff', years: 5 } }, FIXED])],
    ['no such rule', set([FIXED])],
  ])('%s is a difference, with its class and column', (_, other) => {
    expect(ruleDifferences(set([ERVC, FIXED]), other)).toEqual([{ memberClass: 'A', slot: 'ERVC' }]);
  });

  test('another first day, and a class that only one of them has, are differences', () => {
    expect(ruleDifferences(set([ERVC]), set([ERVC], '2026-02-01'))).toEqual([
      { memberClass: null, slot: null },
    ]);
    expect(ruleDifferences(set([ERVC]), set([ERVC], '2026-01-01', 'B'))).toEqual([
      { memberClass: 'A', slot: 'ERVC' },
      { memberClass: 'B', slot: 'ERVC' },
    ]);
  });
});
