import { describe, expect, it } from 'vitest';
import { type Cells, checkText, existing, fileOf, found, unpaidLeave } from '../row.fixture.ts';
import { LOCALES } from '../../locale.ts';
import { ruleFileProblemText } from '../problems/describe.ts';
import { companyNamed, type EmployerRules, readEmployerRules } from './employer-rules.ts';

const group = {
  companies: [
    { name: 'Sample Trading', employerAccountNo: '3777463656273', schemeRegistrationNo: 'MT00298' },
    { name: 'Sample Trading', employerAccountNo: '3777463656273', schemeRegistrationNo: 'MT00001' },
    {
      ...{ name: 'Sample Kitchens', employerAccountNo: '0012345', schemeRegistrationNo: 'MT00298' },
      payrollGroups: ['001', '002'],
    },
  ],
};

function rules(json: unknown): EmployerRules {
  const read = readEmployerRules(json);
  if (!read.ok) expect.fail(JSON.stringify(read.problems));
  return read.value;
}

const kitchens: Cells = { employerAccountNo: '0012345', payrollGroupId: '001', idNo: 'AB9876543' };
const told = (options: { rules: EmployerRules; payer?: string }, ...rows: readonly Cells[]) =>
  found(checkText(fileOf(...rows), { payer: null, ...options }));

describe('the paying company', () => {
  it('is matched when it was named, whatever else is in the group', () => {
    const options = { rules: rules(group), payer: 'Sample Trading' };
    expect(told(options, existing())).toEqual([]);
    const { report } = checkText(fileOf(existing()), options);
    expect(report.payer).toMatchObject({ company: 'Sample Trading', stated: true });
  });

  it('is asked for when a group has several and nobody named one', () => {
    expect(told({ rules: rules(group) }, existing())).toEqual(['file payer-not-stated']);
    const single = rules({ companies: group.companies.slice(0, 2) });
    expect(told({ rules: single }, existing())).toEqual([]);
  });

  it('is one: rows of another company stay', () => {
    const options = { rules: rules(group), payer: 'Sample Kitchens' };
    expect(told(options, existing(), existing(kitchens))).toEqual([
      '1 employerAccountNo payer-other-company',
    ]);
    // Not named: the company of the first row that belongs to one.
    expect(told({ rules: rules(group) }, existing(), existing(kitchens))).toEqual([
      '2 employerAccountNo payer-other-company',
      'file payer-not-stated',
    ]);
  });

  const table: readonly (readonly [string, Cells])[] = [
    ['employerAccountNo employer-account-unknown', existing({ employerAccountNo: '999' })],
    ['schemeRegistrationNo scheme-not-of-employer', existing({ schemeRegistrationNo: 'MT00009' })],
    ['employerAccountNo leading-zeros-lost', existing({ ...kitchens, employerAccountNo: '12345' })],
    ['payrollGroupId leading-zeros-lost', existing({ ...kitchens, payrollGroupId: '1' })],
    ['payrollGroupId payroll-group-required', existing({ ...kitchens, payrollGroupId: '' })],
    ['payrollGroupId payroll-group-unknown', existing({ ...kitchens, payrollGroupId: '009' })],
    [
      'payrollGroupId payroll-group-in-column-d',
      existing({ ...kitchens, payrollGroupId: 'SALES', departmentCode: '001' }),
    ],
  ];
  it.each(table)('%s', (expected, row) => {
    expect(told({ rules: rules(group) }, row)).toContain(`1 ${expected}`);
  });

  it('is found by name in any case, or by account number', () => {
    const read = rules(group);
    expect(companyNamed(read, 'sample trading')).toBe('Sample Trading');
    expect(companyNamed(read, '0012345')).toBe('Sample Kitchens');
    expect(companyNamed(read, '12345')).toBeNull();
  });
});

const RESTING = ['1 ervc voluntary-differs', '1 eevc voluntary-differs'];

describe('voluntary contributions', () => {
  const voluntary = {
    version: 1,
    from: '2026-01-01',
    memberClasses: [
      {
        memberClass: 'STAFF',
        rules: [
          // CUHK: basic salary 20,000 × 7% less the mandatory 1,250 is 150 (§3a).
          { slot: 'ERVC', formula: 'percentage-minus-MC', base: 'basic', tier: { by: 'none', value: '7%' } },
          { slot: 'EEVC', formula: 'fixed', tier: { by: 'none', value: '100.00' } },
        ],
      },
      { memberClass: 'TEMPORARY', rules: [] },
    ],
  };
  const options = {
    rules: rules({
      companies: group.companies.slice(0, 1),
      voluntary,
      employees: [
        { staffNo: 'S0012', memberClass: 'STAFF' },
        { staffNo: 'S0077', memberClass: 'TEMPORARY' },
        { staffNo: 'S0088', memberClass: 'STAFF', suspended: { from: '2026-11-01', to: '2026-11-30' } },
        { staffNo: 'S0089', memberClass: 'STAFF', suspended: { from: '2026-10-15' } },
        { staffNo: 'S0090', memberClass: 'STAFF', suspended: { from: '2026-10-01', to: '2026-10-31' } },
        { staffNo: 'S0091', memberClass: 'STAFF', suspended: { from: '2026-11-16' } },
        { staffNo: 'S0092', memberClass: 'SENIOR' },
      ],
    }),
  };
  const right = {
    relevantIncome: '25000.00',
    basicSalary: '20000.00',
    ermc: '1250.00',
    eemc: '1250.00',
    ervc: '150.00',
    eevc: '100.00',
    total: '2750.00',
  };

  it.each([
    ['what the rules give', existing(right), []],
    ['a month without pay, in which they rest', unpaidLeave(), []],
    [
      'another amount',
      existing({ ...right, ervc: '160.00', total: '2760.00' }),
      ['1 ervc voluntary-differs'],
    ],
    [
      'a contribution that vanished',
      existing({ ...right, eevc: '', total: '2650.00' }),
      ['1 eevc voluntary-differs'],
    ],
    [
      'a slot without a rule',
      existing({ ...right, ervc2: '10.00', total: '2760.00' }),
      ['1 ervc2 voluntary-not-in-rules'],
    ],
    ['basic salary left out', existing({ ...right, basicSalary: '' }), ['1 basicSalary required']],
    ['a month of part-paid leave, in which they rest', existing({ staffNo: 'S0088' }), []],
    ['a month within a long leave', existing({ staffNo: 'S0089' }), []],
    ['contributions in such a month', existing({ ...right, staffNo: 'S0088' }), RESTING],
    ['the month after a leave', existing({ ...right, staffNo: 'S0090' }), []],
    [
      'a leave that begins in the middle',
      existing({ ...right, staffNo: 'S0091' }),
      ['1 ervc voluntary-not-checked'],
    ],
    [
      'a class that the rule file does not describe',
      existing({ ...right, staffNo: 'S0092' }),
      ['1 ervc voluntary-not-checked'],
    ],
    ['a class without voluntary contributions', existing({ staffNo: 'S0077' }), []],
    [
      'basic salary that no rule uses',
      existing({ staffNo: 'S0077', basicSalary: '20000.00' }),
      ['1 basicSalary basic-salary-not-used'],
    ],
    [
      'a staff number that the rule file does not have',
      existing({ ...right, staffNo: 'S9999' }),
      ['1 ervc voluntary-not-checked'],
    ],
    [
      'a month before the rules begin',
      existing({
        ...right,
        payrollPeriodStart: '20251201',
        payrollPeriodEnd: '20251231',
        memberPeriodStart: '20251201',
        memberPeriodEnd: '20251231',
      }),
      ['1 ervc voluntary-not-checked'],
    ],
  ] as const)('%s', (_, row, expected) => {
    expect(told(options, row)).toEqual(expected);
  });

  it('held against a rule file that is somewhere else: a basic salary says nothing wrong', () => {
    const text = fileOf(existing({ basicSalary: '18000.00' }));
    expect(found(checkText(text, { rulesElsewhere: true }))).toEqual([]);
    expect(found(checkText(text))).toEqual(['1 basicSalary basic-salary-not-used']);
  });
});

describe('the rule file', () => {
  it.each([
    ['no companies', { companies: [] }, 'companies rule-shape'],
    ['a company list that is missing', {}, 'companies rule-missing'],
    [
      'a number instead of text, which loses zeros',
      { companies: [{ ...group.companies[0], employerAccountNo: 12345 }] },
      'companies[0].employerAccountNo rule-text',
    ],
    ['an unknown field', { ...group, employer: 'x' }, 'employer rule-unknown-field'],
    [
      'one account under the names of two companies',
      { companies: [group.companies[0], { ...group.companies[1], name: 'Sample Kitchens' }] },
      'companies[1].employerAccountNo account-two-names',
    ],
    [
      'one account and scheme written twice',
      { companies: [group.companies[0], group.companies[0]] },
      'companies[1].employerAccountNo account-twice',
    ],
    [
      'one staff number in two classes',
      { ...group, employees: ['A', 'B'].map((memberClass) => ({ staffNo: 'S1', memberClass })) },
      'employees[1].staffNo staff-no-twice',
    ],
    [
      'the end of a probation that is no day',
      { ...group, employees: [{ staffNo: 'S1', memberClass: 'A', probationEnd: '20260101' }] },
      'employees[0].probationEnd rule-date',
    ],
    ['voluntary rules that are a list', { ...group, voluntary: [] }, 'voluntary rule-shape'],
    [
      'a voluntary rule that is none',
      {
        ...group,
        voluntary: {
          version: 1,
          from: '2026-01-01',
          memberClasses: [
            {
              memberClass: 'A',
              rules: [{ slot: 'ERVC', formula: 'guess', tier: { by: 'none', value: '5%' } }],
            },
          ],
        },
      },
      'voluntary.memberClasses[0].rules[0].formula rule-unknown-choice',
    ],
    ['not an object', null, ' rule-shape'],
  ])('%s', (_, json, path) => {
    const read = readEmployerRules(json);
    if (read.ok) expect.fail('the rule file was taken');
    expect(read.problems.map((problem) => `${problem.path} ${problem.code}`)).toEqual([path]);
    for (const locale of LOCALES) {
      for (const problem of read.problems)
        expect(ruleFileProblemText(problem, locale)).not.toMatch(/\[[a-z]/);
    }
  });

  it('takes spaces around a name or a number for a slip', () => {
    const { companies } = rules({
      companies: [{ ...group.companies[0], employerAccountNo: ' 3777463656273 ' }],
    });
    expect(companies[0]?.employerAccountNo).toBe('3777463656273');
  });
});
