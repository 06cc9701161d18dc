import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centsOf } from '../../money/money.ts';
import { addDays } from '../../time.ts';
import { vestedAmount, vestedPercentage } from './entitlement.ts';
import type { Entitlement } from './rule-schema.ts';

/** facts §3a [GK]: 0 to 100% over 10 years in steps of 10. */
const SCALE: Entitlement = {
  kind: 'vesting-scale',
  steps: Array.from({ length: 10 }, (_, index) => ({ years: index + 1, percentage: (index + 1) * 10 })),
};
const FACTS = { vestingFrom: '2020-06-15', dateOfBirth: '1961-10-20', on: '2026-06-15' };

it.each([
  ['2021-06-14', 0],
  ['2021-06-15', 10],
  ['2026-06-14', 50],
  ['2026-06-15', 60],
  ['2030-06-15', 100],
  ['2050-01-01', 100],
])('a scale by completed years: on %s, %i%%', (on, percentage) => {
  expect(vestedPercentage(SCALE, { ...FACTS, on })).toBe(percentage);
});

it('at once, after a number of years, or only at retirement', () => {
  const of = (entitlement: Entitlement, on: string) => vestedPercentage(entitlement, { ...FACTS, on });
  expect(of({ kind: 'immediate' }, '2020-06-15')).toBe(100);
  expect([
    of({ kind: 'cliff', years: 5 }, '2025-06-14'),
    of({ kind: 'cliff', years: 5 }, '2025-06-15'),
  ]).toEqual([0, 100]);
  const retirement: Entitlement = { kind: 'retirement-only', age: 65 };
  expect([of(retirement, '2026-10-19'), of(retirement, '2026-10-20')]).toEqual([0, 100]);
});

it('the vested part of a balance, half-up', () => {
  expect(vestedAmount(centsOf('1000.05'), SCALE, { ...FACTS, on: '2021-06-15' })).toBe(centsOf('100.01'));
  expect(vestedAmount(centsOf('1000.04'), SCALE, { ...FACTS, on: '2021-06-15' })).toBe(centsOf('100.00'));
});

it('with time what is vested never falls, and is never more than the balance', () => {
  const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2019-01-01', days));
  fc.assert(
    fc.property(day, day, fc.bigInt({ min: 0n, max: 99_999_999n }), (one, other, balance) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const [first, then] = [early, late].map((on) => vestedAmount(balance, SCALE, { ...FACTS, on }));
      expect(first !== undefined && then !== undefined && first <= then && then <= balance).toBe(true);
    }),
  );
});
