import { expect, it } from 'vitest';
import { centsOf, plainMoney } from '../../money/money.ts';
import { LIMITS } from '../limits.fixture.ts';
import { selfEmployedContribution, type SelfEmployedInput } from './self-employed.ts';

const YEAR = { start: '2026-04-01', end: '2027-03-31' };
const MONTH = { start: '2026-10-01', end: '2026-10-31' };

function toldOf(income: string | null, changes: Partial<SelfEmployedInput> = {}): string {
  const result = selfEmployedContribution({
    dateOfBirth: '1980-05-05',
    wagePeriod: changes.frequency === 'yearly' ? YEAR : MONTH,
    frequency: 'monthly',
    basis: 'assessable-profits',
    limits: LIMITS,
    ...(income === null ? {} : { yearlyIncome: centsOf(income) }),
    ...changes,
  });
  if (!result.ok) return result.code;
  const { employer, employee, reasons, certain } = result.value;
  expect(employer).toBeNull();
  const shown = employee === null ? '–' : plainMoney(employee);
  return [shown, ...reasons, ...(certain ? [] : ['not-certain'])].join(' ');
}

it.each([
  ['85199.99', 'monthly', '– self-employed-below-minimum'],
  ['85200.00', 'monthly', '355.00'],
  ['85199.99', 'yearly', '– self-employed-below-minimum'],
  ['85200.00', 'yearly', '4260.00'],
  ['240000.00', 'monthly', '1000.00'],
  ['240000.00', 'yearly', '12000.00'],
  ['360000.00', 'monthly', '1500.00'],
  ['360000.00', 'yearly', '18000.00'],
  ['360000.01', 'yearly', '18000.00 at-maximum'],
  ['900000.00', 'monthly', '1500.00 at-maximum'],
] as const)('facts §3a, self-employed: %s a year, paid %s', (income, frequency, told) => {
  expect(toldOf(income, { frequency })).toBe(told);
});

it('each basis of income', () => {
  expect(toldOf('132000.00', { basis: 'basic-allowance' })).toBe('550.00');
  expect(toldOf('120000.00', { basis: 'self-declaration' })).toBe('500.00');
  expect(toldOf(null, { basis: 'maximum-level' })).toBe('1500.00 at-maximum');
  expect(toldOf(null, { basis: 'maximum-level', frequency: 'yearly' })).toBe('18000.00 at-maximum');
  expect(toldOf(null, { basis: 'self-declaration' })).toBe('self-employed-income-needed');
});

it('a stated loss suspends contributions', () => {
  expect(toldOf('240000.00', { loss: true })).toBe('– self-employed-loss');
});

it('ages 18 to 64', () => {
  expect(toldOf('240000.00', { dateOfBirth: '2008-11-01' })).toBe('– under-18');
  expect(toldOf('240000.00', { dateOfBirth: '1961-10-01' })).toBe('– over-65');
  expect(toldOf('240000.00', { dateOfBirth: '1961-10-20' })).toBe('1000.00 turns-65-in-period not-certain');
});

it('dates that cannot be', () => {
  expect(toldOf('240000.00', { wagePeriod: { start: '2026-10-02', end: '2026-10-01' } })).toBe(
    'wage-period-dates',
  );
  expect(toldOf('240000.00', { dateOfBirth: '2027-01-01' })).toBe('birth-date-after-period');
});
