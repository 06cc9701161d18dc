import { expect, it } from 'vitest';
import { centsOf } from '../money/money.ts';
import { type AmountSlot, checkAmounts, DIFFERENCE_CODES, type EnteredAmounts } from './compare.ts';
import { LIMITS } from './limits.fixture.ts';
import { mandatoryContribution } from './mandatory.ts';
import { readVoluntaryRuleSet } from './voluntary/read-rule-set.ts';
import { voluntaryContribution } from './voluntary/voluntary.ts';

/** Amounts as text, `–` for a blank column. */
type Row = Readonly<Partial<Record<AmountSlot, string>>>;

function rowOf(row: Row): EnteredAmounts {
  return Object.fromEntries(
    Object.entries(row).map(([slot, text]) => [slot, text === '–' ? null : centsOf(text)]),
  );
}

function mandatoryOf(income: string, dateOfBirth = '1986-03-15') {
  const result = mandatoryContribution({
    kind: 'regular',
    dateOfBirth,
    dateOfEmployment: '2015-07-01',
    wagePeriod: { start: '2026-10-01', end: '2026-10-31' },
    relevantIncome: centsOf(income),
    limits: LIMITS,
  });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** ERVC 12% and ERVC2 1% of relevant income less mandatory; EEVC 2%. */
function voluntaryOf(income: string, slots: readonly ('ERVC' | 'ERVC2' | 'EEVC')[]) {
  const rates = { ERVC: '12%', ERVC2: '1%', EEVC: '2%' } as const;
  const formulas = { ERVC: 'percentage-minus-MC', ERVC2: 'percentage', EEVC: 'percentage' } as const;
  const ruleSet = readVoluntaryRuleSet({
    version: 1,
    from: '2026-01-01',
    memberClasses: [
      {
        memberClass: 'A',
        rules: slots.map((slot) => {
          return { slot, formula: formulas[slot], tier: { by: 'none', value: rates[slot] } };
        }),
      },
    ],
  });
  if (!ruleSet.ok) throw new Error(JSON.stringify(ruleSet.problems));
  const mandatory = mandatoryOf(income);
  const amounts = voluntaryContribution(ruleSet.value, 'A', {
    period: { start: '2026-10-01', end: '2026-10-31' },
    relevantIncome: centsOf(income),
    employerMandatory: mandatory.employer,
    employeeMandatory: mandatory.employee,
    dateOfEmployment: '2015-07-01',
  });
  if (!amounts.ok) throw new Error(amounts.code);
  return amounts.value;
}

const RIGHT: Row = { ERMC: '1000.00', EEMC: '1000.00', ERVC: '1400.00', ERVC2: '200.00', EEVC: '400.00' };
const ALL = ['ERVC', 'ERVC2', 'EEVC'] as const;

it('a row that is right has no differences', () => {
  expect(checkAmounts(rowOf(RIGHT), mandatoryOf('20000.00'), voluntaryOf('20000.00', ALL))).toEqual([]);
});

it('blank and zero are the same money', () => {
  const low = mandatoryOf('7000.00');
  expect(checkAmounts(rowOf({ ERMC: '350.00', EEMC: '0.00' }), low)).toEqual([]);
  expect(checkAmounts(rowOf({ ERMC: '350.00', EEMC: '–' }), low)).toEqual([]);
  expect(checkAmounts({}, mandatoryOf('0.00'))).toEqual([]);
});

it('without rules of the employer voluntary amounts are not judged', () => {
  expect(checkAmounts(rowOf({ ...RIGHT, ERVC: '99.00' }), mandatoryOf('20000.00'))).toEqual([]);
});

it('a difference names both amounts and why', () => {
  const differences = checkAmounts(rowOf({ ...RIGHT, ERVC: '2400.00' }), mandatoryOf('20000.00'), {
    ...voluntaryOf('20000.00', ALL),
  });
  expect(differences).toEqual([
    {
      slot: 'ERVC',
      code: 'ervc-differs',
      expected: 140_000n,
      entered: 240_000n,
      weight: 'error',
      params: { expected: 'HK$1,400.00', entered: 'HK$2,400.00' },
      because: ['by-rule', 'mandatory-subtracted'],
    },
  ]);
});

it('every column can differ, be missing, or be there where nothing is due', () => {
  const wrong = Object.fromEntries(Object.keys(RIGHT).map((slot) => [slot, '1.00']));
  const right = { mandatory: mandatoryOf('20000.00'), voluntary: voluntaryOf('20000.00', ALL) };
  const nothingDue = { mandatory: mandatoryOf('20000.00', '1950-01-01'), voluntary: voluntaryOf('1.00', []) };
  const found = [
    ...checkAmounts(rowOf(wrong), right.mandatory, right.voluntary),
    ...checkAmounts({}, right.mandatory, right.voluntary),
    ...checkAmounts(rowOf(wrong), nothingDue.mandatory, nothingDue.voluntary),
  ];
  expect(found.map(({ code }) => code).sort()).toEqual([...DIFFERENCE_CODES].sort());
});

it('in the month of turning 65 a difference is a note, also in what builds on it', () => {
  const turning = mandatoryOf('20000.00', '1961-10-20');
  const differences = checkAmounts(
    rowOf({ ...RIGHT, ERMC: '600.00', EEMC: '600.00', ERVC: '1800.00', EEVC: '1.00' }),
    turning,
    voluntaryOf('20000.00', ALL),
  );
  expect(differences.map(({ slot, weight }) => [slot, weight])).toEqual([
    ['ERMC', 'note'],
    ['EEMC', 'note'],
    ['ERVC', 'note'],
    ['EEVC', 'error'],
  ]);
});
