import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centsOf, plainMoney } from '../../money/money.ts';
import { SCALE } from '../limits.fixture.ts';
import { casualContribution, type CasualContributionInput } from './casual.ts';

function toldOf(income: string, workingDays: number, changes: Partial<CasualContributionInput> = {}): string {
  const result = casualContribution({
    dateOfBirth: '1980-05-05',
    wagePeriod: { start: '2026-10-01', end: '2026-10-07' },
    relevantIncome: centsOf(income),
    workingDays,
    scale: SCALE,
    ...changes,
  });
  if (!result.ok) return result.code;
  const { employer, employee, reasons, certain } = result.value;
  const shown = [employer, employee].map((cents) => (cents === null ? '–' : plainMoney(cents)));
  return [shown.join('/'), ...reasons, ...(certain ? [] : ['not-certain'])].join(' ');
}

it.each([
  ['279.99', 1, '10.00/– casual-scale casual-below-minimum'],
  ['280.00', 1, '15.00/15.00 casual-scale'],
  ['349.99', 1, '15.00/15.00 casual-scale'],
  ['350.00', 1, '20.00/20.00 casual-scale'],
  ['450.00', 1, '25.00/25.00 casual-scale'],
  ['550.00', 1, '30.00/30.00 casual-scale'],
  ['650.00', 1, '35.00/35.00 casual-scale'],
  ['750.00', 1, '40.00/40.00 casual-scale'],
  ['850.00', 1, '45.00/45.00 casual-scale'],
  ['949.99', 1, '45.00/45.00 casual-scale'],
  ['950.00', 1, '50.00/50.00 casual-scale'],
  ['3000.00', 1, '50.00/50.00 casual-scale'],
])('facts §3a, daily scale: a day of %s', (income, days, told) => {
  expect(toldOf(income, days)).toBe(told);
});

it('the average of the days counts, not each day, and is not rounded into a band', () => {
  expect(toldOf('4000.00', 5)).toBe('200.00/200.00 casual-scale');
  expect(toldOf('2000.00', 5)).toBe('100.00/100.00 casual-scale');
  expect(toldOf('839.99', 3)).toBe('30.00/– casual-scale casual-below-minimum');
  expect(toldOf('840.00', 3)).toBe('45.00/45.00 casual-scale');
});

it('a period without work is a row of zeros', () => {
  expect(toldOf('0.00', 0)).toBe('0.00/0.00 no-income');
});

it('ages 18 to 64', () => {
  expect(toldOf('800.00', 1, { dateOfBirth: '2008-10-08' })).toBe('–/– under-18');
  expect(toldOf('800.00', 1, { dateOfBirth: '1961-10-01' })).toBe('–/– over-65');
  expect(toldOf('800.00', 1, { dateOfBirth: '1961-10-04' })).toBe(
    '40.00/40.00 casual-scale turns-65-in-period not-certain',
  );
});

it.each<[string, string, number, Partial<CasualContributionInput>]>([
  ['working-days-missing', '800.00', 0, {}],
  ['working-days-missing', '800.00', 1.5, {}],
  ['working-days-missing', '800.00', -1, {}],
  ['working-days-too-many', '800.00', 8, {}],
  ['working-days-without-income', '0.00', 3, {}],
  ['wage-period-dates', '800.00', 1, { wagePeriod: { start: '2026-10-07', end: '2026-10-01' } }],
  ['birth-date-after-period', '800.00', 1, { dateOfBirth: '2027-01-01' }],
])('what cannot be: %s', (code, income, days, changes) => {
  expect(toldOf(income, days, changes)).toBe(code);
});

it('a scale that does not begin at nothing is a bug', () => {
  expect(() => toldOf('100.00', 1, { scale: { from: '2014-06-01', bands: SCALE.bands.slice(1) } })).toThrow(
    RangeError,
  );
});

it('more income for the same days never means less', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 1_000_000n }),
      fc.bigInt({ min: 0n, max: 1_000_000n }),
      fc.integer({ min: 1, max: 7 }),
      (income, more, workingDays) => {
        const of = (relevantIncome: bigint) =>
          casualContribution({
            dateOfBirth: '1980-05-05',
            wagePeriod: { start: '2026-10-01', end: '2026-10-07' },
            relevantIncome,
            workingDays,
            scale: SCALE,
          });
        const [less, great] = [of(income), of(income + more)];
        if (!less.ok || !great.ok) throw new Error('both can be computed');
        expect((less.value.employer ?? 0n) <= (great.value.employer ?? 0n)).toBe(true);
        expect((less.value.employee ?? 0n) <= (great.value.employee ?? 0n)).toBe(true);
      },
    ),
  );
});
