import { describe, expect, it } from 'vitest';
import { centsOf, plainMoney } from '../../money/money.ts';
import { VOLUNTARY_FAULTS, VOLUNTARY_REASONS } from './codes.ts';
import { flat, ruleSetOf, type WrittenRule } from './rule-set.fixture.ts';
import { voluntaryContribution, type VoluntaryFacts } from './voluntary.ts';

const FACTS: VoluntaryFacts = {
  period: { start: '2026-10-01', end: '2026-10-31' },
  relevantIncome: centsOf('25000.00'),
  basicSalary: centsOf('20000.00'),
  otherIncome: centsOf('22000.00'),
  employerMandatory: centsOf('1250.00'),
  employeeMandatory: centsOf('1250.00'),
  dateOfEmployment: '2020-01-01',
};

const seen = new Set<string>();

/** `EEVC 100.00 by-rule`, for each slot with a rule; or the fault. */
function toldOf(
  rules: readonly WrittenRule[],
  facts: Partial<VoluntaryFacts> = {},
  memberClass = 'A',
): string {
  const result = voluntaryContribution(ruleSetOf(...rules), memberClass, { ...FACTS, ...facts });
  if (!result.ok) {
    seen.add(result.code);
    return [result.code, ...Object.values(result.params ?? {})].join(' ');
  }
  const slots = (['ERVC', 'ERVC2', 'EEVC'] as const).flatMap((slot) => {
    const computed = result.value[slot];
    computed?.reasons.forEach((reason) => seen.add(reason));
    return computed === null ? [] : [`${slot} ${plainMoney(computed.amount)} ${computed.reasons.join(' ')}`];
  });
  return slots.join(', ');
}

const rule = (formula: string, value: string, more: WrittenRule = {}): WrittenRule => {
  return { slot: 'ERVC', formula, tier: flat(value), ...more };
};

describe('facts §3a, CUHK: basic salary × rate − mandatory', () => {
  const onBasic = (rate: string) => [rule('percentage-minus-MC', rate, { base: 'basic' })];

  it('20,000 × 7% − 1,250 = 150; at 12%, 1,150', () => {
    expect(toldOf(onBasic('7%'))).toBe('ERVC 150.00 by-rule mandatory-subtracted');
    expect(toldOf(onBasic('12%'))).toBe('ERVC 1150.00 by-rule mandatory-subtracted');
  });

  it('20,000 × 7% − 1,000 = 400; at 5% nothing is left, never less', () => {
    const mandatory = { employerMandatory: centsOf('1000.00') };
    expect(toldOf(onBasic('7%'), mandatory)).toBe('ERVC 400.00 by-rule mandatory-subtracted');
    expect(toldOf(onBasic('5%'), mandatory)).toBe(
      'ERVC 0.00 by-rule mandatory-subtracted mandatory-covers-it',
    );
    expect(toldOf(onBasic('3%'), mandatory)).toBe(
      'ERVC 0.00 by-rule mandatory-subtracted mandatory-covers-it',
    );
  });

  it('suspended in unpaid leave or bankruptcy', () => {
    expect(toldOf(onBasic('12%'), { suspended: true })).toBe('ERVC 0.00 suspended');
  });

  it('no mandatory contribution is due: nothing is taken off', () => {
    expect(toldOf(onBasic('7%'), { employerMandatory: null })).toBe(
      'ERVC 1400.00 by-rule mandatory-subtracted',
    );
  });
});

it.each([
  ['basic', 'percentage', '1000.00'],
  ['relevant', 'percentage', '1250.00'],
  ['other', 'percentage', '1100.00'],
  ['basic', 'percentage-minus-MC', '750.00'],
  ['relevant', 'percentage-minus-MC', '1250.00'],
  ['other', 'percentage-minus-MC', '950.00'],
])('facts §3a, HRPro six formulas: %s, %s', (base, formula, amount) => {
  // 5% voluntary; with the mandatory 5% it is 10% less what is mandatory.
  const rate = formula === 'percentage' ? '5%' : '10%';
  expect(toldOf([rule(formula, rate, { base })])).toMatch(new RegExp(`^ERVC ${amount} `));
});

describe('formulas', () => {
  it('an employee pays over the mandatory contribution of the employee', () => {
    expect(
      toldOf([rule('percentage-minus-MC', '8%', { slot: 'EEVC' })], { employeeMandatory: centsOf('100.00') }),
    ).toBe('EEVC 1900.00 by-rule mandatory-subtracted');
  });

  it('a fixed amount, whatever the income', () => {
    expect(toldOf([rule('fixed', '500')], { relevantIncome: 0n })).toBe('ERVC 500.00 by-rule');
  });

  it('the employer matches what the employee pays, in whole or in half', () => {
    const employee = rule('percentage', '3.33%', { slot: 'EEVC', cap: { kind: 'amount', amount: '800.01' } });
    expect(toldOf([rule('match-EEVC', '100%'), rule('match-EEVC', '50%', { slot: 'ERVC2' }), employee])).toBe(
      'ERVC 800.01 by-rule, ERVC2 400.01 by-rule, EEVC 800.01 by-rule capped',
    );
  });

  it('what matches a difference is as uncertain as that', () => {
    expect(toldOf([rule('match-EEVC', '100%'), rule('percentage-minus-MC', '8%', { slot: 'EEVC' })])).toBe(
      'ERVC 750.00 by-rule mandatory-subtracted, EEVC 750.00 by-rule mandatory-subtracted',
    );
  });
});

describe('caps', () => {
  it('on the amount', () => {
    const cap = { cap: { kind: 'amount', amount: '1000.00' } };
    expect(toldOf([rule('percentage', '5%', cap)])).toBe('ERVC 1000.00 by-rule capped');
    expect(toldOf([rule('percentage', '4%', cap)])).toBe('ERVC 1000.00 by-rule');
  });

  it('on the income that counts', () => {
    const cap = { cap: { kind: 'income-ceiling', income: '24000.00' } };
    expect(toldOf([rule('percentage', '5%', cap)])).toBe('ERVC 1200.00 by-rule income-over-ceiling');
    expect(toldOf([rule('percentage', '5%', { ...cap, base: 'basic' })])).toBe('ERVC 1000.00 by-rule');
  });
});

describe('tiers', () => {
  const byService = (more: WrittenRule = {}): WrittenRule => ({
    ...rule('percentage', ''),
    tier: {
      by: 'service-years',
      bands: [
        { from: 0, value: '1%' },
        { from: 5, value: '2%' },
      ],
      ...more,
    },
  });

  it('the higher rate from the period in which the years are completed', () => {
    expect(toldOf([byService()], { dateOfEmployment: '2021-11-01' })).toMatch(/^ERVC 250\.00/);
    expect(toldOf([byService()], { dateOfEmployment: '2021-10-31' })).toMatch(/^ERVC 500\.00/);
  });

  it('or only from the first period that begins after', () => {
    const atStart = [byService({ asAt: 'period-start' })];
    expect(toldOf(atStart, { dateOfEmployment: '2021-10-02' })).toMatch(/^ERVC 250\.00/);
    expect(toldOf(atStart, { dateOfEmployment: '2021-10-01' })).toMatch(/^ERVC 500\.00/);
  });

  it('by grade', () => {
    const tier = { by: 'grade', bands: [{ grade: 'manager', value: '750.00' }] };
    const rules = [{ slot: 'ERVC', formula: 'fixed', tier }];
    expect(toldOf(rules, { grade: 'manager' })).toBe('ERVC 750.00 by-rule');
    expect(toldOf(rules, { grade: 'clerk' })).toBe('grade-not-known ERVC');
    expect(toldOf(rules)).toBe('grade-needed ERVC');
  });

  it('by salary, from the very amount on', () => {
    const bands = [
      { from: '0', value: '1%' },
      { from: '20000.00', value: '10%' },
    ];
    const rules = [rule('percentage', '', { base: 'basic', tier: { by: 'salary-band', bands } })];
    expect(toldOf(rules, { basicSalary: centsOf('19999.99') })).toBe('ERVC 200.00 by-rule');
    expect(toldOf(rules)).toBe('ERVC 2000.00 by-rule');
  });
});

describe('beginnings', () => {
  const probation = (more: WrittenRule = {}) => [
    rule('percentage', '5%', { start: { kind: 'after-probation', months: 3, ...more } }),
  ];

  it('after probation: the first whole period', () => {
    expect(toldOf(probation(), { dateOfEmployment: '2026-07-02' })).toBe('ERVC 0.00 not-begun');
    expect(toldOf(probation(), { dateOfEmployment: '2026-07-01' })).toBe('ERVC 1250.00 by-rule');
  });

  it('after probation: the period in which it ends', () => {
    const containing = probation({ firstPeriod: 'containing' });
    expect(toldOf(containing, { dateOfEmployment: '2026-07-31' })).toBe('ERVC 1250.00 by-rule');
    expect(toldOf(containing, { dateOfEmployment: '2026-08-01' })).toBe('ERVC 0.00 not-begun');
  });

  it('a probation that was made longer', () => {
    const longer = { dateOfEmployment: '2026-01-01', probationEnd: '2026-10-01' };
    expect(toldOf(probation(), longer)).toBe('ERVC 0.00 not-begun');
    expect(toldOf(probation(), { ...longer, probationEnd: '2026-09-30' })).toBe('ERVC 1250.00 by-rule');
  });

  it('at the due date: with the period in which the first mandatory remittance is due', () => {
    const rules = [rule('percentage', '5%', { start: { kind: 'at-due-date' } })];
    // Day 60 is 30 September, then 1 October: due 10 October and 10 November.
    expect(toldOf(rules, { dateOfEmployment: '2026-08-02' })).toBe('ERVC 1250.00 by-rule');
    expect(toldOf(rules, { dateOfEmployment: '2026-08-03' })).toBe('ERVC 0.00 not-begun');
  });

  it('at once, but not before employment', () => {
    expect(toldOf([rule('percentage', '5%')], { dateOfEmployment: '2026-10-31' })).toBe(
      'ERVC 1250.00 by-rule',
    );
    expect(toldOf([rule('percentage', '5%')], { dateOfEmployment: '2026-11-01' })).toBe(
      'ERVC 0.00 not-begun',
    );
  });
});

describe('periods of the rule and of the payroll', () => {
  const quarterly = [rule('percentage', '5%', { period: 'quarterly' })];
  const quarter = { relevantIncome: centsOf('75000.00'), employerMandatory: null, employeeMandatory: null };

  it('a quarter is paid with its third month, on the income of all of it', () => {
    const september = { start: '2026-09-01', end: '2026-09-30' };
    expect(toldOf(quarterly, { payroll: 'monthly' })).toBe('ERVC 0.00 not-this-period');
    expect(toldOf(quarterly, { payroll: 'monthly', period: september })).toBe('period-income-needed ERVC');
    expect(toldOf(quarterly, { payroll: 'monthly', period: september, longerPeriod: quarter })).toBe(
      'ERVC 3750.00 by-rule',
    );
  });

  it('a month, paid by the week, goes with the week of its last day', () => {
    const monthly = [rule('fixed', '300')];
    const week = (start: string, end: string) => {
      return { payroll: 'weekly', period: { start, end }, longerPeriod: quarter } as const;
    };
    expect(toldOf(monthly, week('2026-10-19', '2026-10-25'))).toBe('ERVC 0.00 not-this-period');
    expect(toldOf(monthly, week('2026-10-26', '2026-11-01'))).toBe('ERVC 300.00 by-rule');
  });

  it('half months, paid by the week, end on the 15th and the last', () => {
    const rules = [rule('fixed', '150', { period: 'semi-monthly' })];
    const week = (start: string, end: string) => {
      return { payroll: 'weekly', period: { start, end }, longerPeriod: quarter } as const;
    };
    expect(toldOf(rules, week('2026-10-12', '2026-10-18'))).toBe('ERVC 150.00 by-rule');
    expect(toldOf(rules, week('2026-10-05', '2026-10-11'))).toBe('ERVC 0.00 not-this-period');
    expect(toldOf(rules, week('2026-09-28', '2026-10-04'))).toBe('ERVC 150.00 by-rule');
  });

  it('two weeks by either name are the same; what is shorter than the payroll cannot be counted', () => {
    const fortnight = (period: string) => [rule('fixed', '100', { period })];
    expect(toldOf(fortnight('fortnightly'), { payroll: 'bi-weekly' })).toBe('ERVC 100.00 by-rule');
    expect(toldOf(fortnight('weekly'), { payroll: 'monthly' })).toBe('period-differs ERVC');
    expect(toldOf(fortnight('bi-weekly'), { payroll: 'weekly' })).toBe('period-differs ERVC');
  });
});

describe('what is missing is asked for', () => {
  it('an income that the rule is based on', () => {
    const { basicSalary: _basic, otherIncome: _other, ...without } = FACTS;
    const compute = (base: string) =>
      voluntaryContribution(ruleSetOf(rule('percentage', '5%', { base })), 'A', without);
    expect(compute('basic')).toEqual({ ok: false, code: 'basic-salary-needed', params: { slot: 'ERVC' } });
    expect(compute('other')).toEqual({ ok: false, code: 'other-income-needed', params: { slot: 'ERVC' } });
    expect(compute('relevant').ok).toBe(true);
    seen.add('basic-salary-needed').add('other-income-needed');
  });

  it('a member class that the rules know', () => {
    expect(toldOf([rule('percentage', '5%')], {}, 'B')).toBe('member-class-not-known');
    expect(toldOf([])).toBe('');
  });
});

it('every reason and fault above has been met', () => {
  expect([...seen].sort()).toEqual([...VOLUNTARY_REASONS, ...VOLUNTARY_FAULTS].sort());
});
