import { describe, expect, test } from 'vitest';
import { voluntaryRuleSetSchema } from '../../../contributions/voluntary/schema.ts';
import { employerRules as english } from '../../../messages/en/instructions/employer-rules.ts';
import { employerRegistration as englishRoles } from '../../../messages/en/instructions/employer-registration.ts';
import { employerRemittance as englishAccount } from '../../../messages/en/instructions/employer-remittance.ts';
import { employerRules as chinese } from '../../../messages/zh-Hant/instructions/employer-rules.ts';
import { employerRegistration as chineseRoles } from '../../../messages/zh-Hant/instructions/employer-registration.ts';
import { employerRemittance as chineseAccount } from '../../../messages/zh-Hant/instructions/employer-remittance.ts';
import type { Answers } from '../../definition.ts';
import { pagesFor } from '../../pages.ts';
import { answered } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';
import { EMPLOYER_RULES_RULES } from './codes.ts';
import { employerRules } from './employer-rules.ts';
import { ruleSetOf } from './rule-of.ts';

const company: Answers = {
  company: 'Lantern Street Bakery Ltd',
  role: 'company-authorised',
  'employer-account': '3777463656273',
  scheme: 'bea-value',
  from: '2026-01-01',
};
const first: Answers = {
  ...company,
  'member-class': '',
  slot: 'ERVC',
  formula: 'percentage-minus-MC',
  tier: 'service-years',
  base: 'basic',
  bands: '2',
  'band-1-value': '7',
  'band-2-from': '5',
  'band-2-value': '12.5',
  cap: 'income-ceiling',
  'cap-amount': '60000',
  period: 'monthly',
  start: 'after-probation',
  'start-months': '3',
  'start-period': 'whole',
  entitlement: 'vesting-scale',
  scale: '3-30, 4-40, 10-100',
  keep: 'keep',
};
const fixed = {
  formula: 'fixed',
  tier: 'none',
  value: '500',
  cap: 'none',
  period: 'monthly',
  start: 'immediate',
  entitlement: 'immediate',
  keep: 'keep',
};
const round = (answers: Answers, index: number): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [`${id}-${String(index)}`, value]));
const one: Answers = { ...first, another: 'no' };
const { value: _fixedValue, ...withoutValue } = fixed;
const employeesPay: Answers = { 'member-class': '', slot: 'EEVC', ...withoutValue };
const employees: Answers = { 'member-class': '', slot: 'EEVC', ...fixed };
const three: Answers = {
  ...first,
  another: 'yes',
  ...round({ ...employees, another: 'yes' }, 2),
  ...round(
    {
      ...{ 'member-class': '', slot: 'ERVC2', formula: 'match-EEVC', tier: 'grade', bands: '2' },
      ...{ 'band-1-grade': 'Manager', 'band-1-value': '100', 'band-2-grade': 'Clerk', 'band-2-value': '50' },
      ...{ cap: 'amount', 'cap-amount': '300', period: 'monthly', start: 'at-due-date' },
      ...{ entitlement: 'cliff', 'cliff-years': '5', keep: 'keep', another: 'no' },
    },
    3,
  ),
};
const bySalary: Answers = {
  ...company,
  ...employeesPay,
  tier: 'salary-band',
  base: 'relevant',
  bands: '4',
  'band-1-value': '100',
  'band-2-from': '10000',
  'band-2-value': '200',
  'band-3-from': '20000',
  'band-3-value': '300',
  'band-4-from': '30000',
  'band-4-value': '400',
  entitlement: 'retirement-only',
  'retirement-age': '65',
  another: 'no',
};
const byGrade: Answers = {
  ...company,
  ...{ 'member-class': 'b', slot: 'ERVC', formula: 'percentage', tier: 'grade', base: 'other', bands: '4' },
  ...{ 'band-1-grade': 'A', 'band-1-value': '5', 'band-2-grade': 'B', 'band-2-value': '6' },
  ...{ 'band-3-grade': 'C', 'band-3-value': '7', 'band-4-grade': 'D', 'band-4-value': '8' },
  ...{ cap: 'none', period: 'quarterly', start: 'immediate', entitlement: 'immediate' },
  ...{ keep: 'keep', another: 'no' },
};
const walked = (script: Answers) => goThrough(employerRules, script);

describe('what travels is a rule set as a rule file holds it (§3a)', () => {
  test('a percentage less the mandatory contribution, by years of service, with a ceiling and a scale', () => {
    expect(travelling(employerRules, walked(one))).toEqual({
      company: { name: 'Lantern Street Bakery Ltd', employerAccount: '3777463656273' },
      scheme: 'bea-value',
      authority: { action: 'describe-rules', role: 'company-authorised' },
      ruleSet: {
        version: 1,
        from: '2026-01-01',
        memberClasses: [
          {
            memberClass: 'ALL',
            rules: [
              {
                slot: 'ERVC',
                formula: 'percentage-minus-MC',
                base: 'basic',
                tier: {
                  by: 'service-years',
                  asAt: 'period-end',
                  bands: [
                    { from: 0, value: '7%' },
                    { from: 5, value: '12.5%' },
                  ],
                },
                cap: { kind: 'income-ceiling', income: '60000.00' },
                period: 'monthly',
                start: { kind: 'after-probation', months: 3, firstPeriod: 'whole' },
                entitlement: {
                  kind: 'vesting-scale',
                  steps: [
                    { years: 3, percentage: 30 },
                    { years: 4, percentage: 40 },
                    { years: 10, percentage: 100 },
                  ],
                },
              },
            ],
          },
        ],
      },
    });
  });

  test.each([
    ['three rules', three, ['ERVC', 'EEVC', 'ERVC2']],
    ['by income', bySalary, ['EEVC']],
    ['by grade', byGrade, ['ERVC']],
  ])('%s: each is there once and fits', (_, script, slots) => {
    const read = voluntaryRuleSetSchema.parse(ruleSetOf(walked(script).answers));
    expect(read.memberClasses[0]?.rules.map(({ slot }) => slot)).toEqual(slots);
  });

  test('a rule that is taken out does not travel; taking the last one out is said', () => {
    const out = { ...three, 'keep-2': 'remove', 'keep-3': 'remove' };
    const read = voluntaryRuleSetSchema.parse(ruleSetOf(walked(out).answers));
    expect(read.memberClasses[0]?.rules).toHaveLength(1);
    expect(answered(employerRules, 'another', 'no', { ...one, keep: 'remove' })).toMatchObject({
      code: 'rules-none-kept',
    });
  });
});

describe('each rule is said in plain words, with what it comes to', () => {
  const summary = (script: Answers, id = 'summary') => {
    const facts = factsToday(script);
    const page = pagesFor(employerRules, facts).find((shown) => shown.id === id);
    const ask = page?.step.ask(facts, page.index);
    if (ask?.type !== 'statement') throw new Error('no summary');
    return ask;
  };
  const words = (script: Answers, id?: string) =>
    summary(script, id).figures.map(({ label, value }) => [
      'message' in label ? (label.message.split('.summary.')[1] ?? '') : '',
      'words' in value ? value.words.en : '',
    ]);

  test('20,000 × 7% − 1,000 = 400, after 5 years × 12.5% − 1,000 = 1,500', () => {
    expect(words(one)).toEqual([
      ['band.service-years', '7%'],
      ['band.service-years', '12.5%'],
      ['example.years', 'HK$400.00'],
      ['example.years', 'HK$1,500.00'],
    ]);
  });

  test('a matching rule beside an employee who pays 1,000, cut at its cap', () => {
    expect(words(three, 'summary-3').slice(2)).toEqual([
      ['example.grade', 'HK$300.00'],
      ['example.grade', 'HK$300.00'],
    ]);
  });

  test('by income: three people', () => {
    expect(words(bySalary).slice(4)).toEqual([
      ['example.income', 'HK$200.00'],
      ['example.income', 'HK$300.00'],
      ['example.income', 'HK$400.00'],
    ]);
  });

  test('every part of a rule is said', () => {
    const said = summary(one).paragraphs.map((label) => ('message' in label ? label.message : ''));
    expect(said.map((key) => key.replace('ask.employer-rules.summary.', ''))).toEqual([
      'slot.ERVC.all',
      'formula.percentage-minus-MC.basic',
      'cap.income',
      'period.monthly',
      'start.after-probation.whole',
      'entitlement.vesting-scale',
    ]);
  });
});

describe('what would not fit later is refused now (§3a)', () => {
  const two = { ...first, another: 'yes', ...round(employees, 2) };
  const grades = { ...first, tier: 'grade', 'band-1-grade': 'CLERK', bands: '3' };
  const cases: readonly (readonly [string, string, string, string, Answers])[] = [
    ['rules-not-authorised', 'role', 'scheme-authorised', 'company-authorised', {}],
    ['rules-company-name', 'company', '888', '888 Trading', {}],
    ['rules-member-class', 'member-class', 'X'.repeat(51), 'X', one],
    ['rules-all-and-class', 'member-class-2', 'B', '', two],
    ['rules-slot-twice', 'slot-2', 'ERVC', 'ERVC2', two],
    ['rules-percentage', 'band-1-value', '101', '100', one],
    ['rules-bands-order', 'band-2-from', '0', '1', one],
    ['rules-years', 'band-2-from', '71', '70', one],
    ['rules-grade', 'band-2-grade', 'X'.repeat(51), 'X', grades],
    ['rules-grade-twice', 'band-2-grade', 'clerk', 'Manager', grades],
    ['rules-months', 'start-months', '0', '3', one],
    ['rules-scale-shape', 'scale', 'all', '3-30/10-100', one],
    ['rules-scale-order', 'scale', '4-40, 3-50, 10-100', '3-30, 10-100', one],
    ['rules-scale-order', 'scale', '3-30, 4-20, 10-100', '3-30, 4-30, 10-100', one],
    ['rules-scale-end', 'scale', '3-30, 10-90', '10-100', one],
    ['rules-age', 'retirement-age', '49', '50', bySalary],
    ['rules-none-kept', 'another', 'no', 'yes', { ...one, keep: 'remove' }],
    ['rules-match-without-eevc', 'another', 'no', 'yes', { ...one, formula: 'match-EEVC', cap: 'none' }],
    ['rules-most', 'another-6', 'yes', 'no', sixRules()],
  ];
  for (const [code, page, wrong, right, before] of cases) {
    test(`${page}: ${wrong.slice(0, 20)} is ${code}`, () => {
      const data = { data: factsToday().data };
      expect(answered(employerRules, page, wrong, before, data)).toMatchObject({ ok: false, code });
      expect(answered(employerRules, page, right, before, data).ok).toBe(true);
    });
  }

  test('every rule has its example', () => {
    const shown = new Set(cases.map(([code]) => code));
    expect(EMPLOYER_RULES_RULES.filter((code) => !shown.has(code))).toEqual([]);
  });

  test('an employee is not offered to match, nor to wait for what is the employee’s own', () => {
    const options = (page: string) => {
      const facts = factsToday(two);
      const found = pagesFor(employerRules, facts).find(({ id }) => id === page);
      const ask = found?.step.ask(facts, 2);
      return ask?.type === 'choice' ? ask.options.map(({ code }) => code) : [];
    };
    expect(options('formula-2')).not.toContain('match-EEVC');
    expect(options('entitlement-2')).toEqual(['immediate', 'retirement-only']);
  });
});

function sixRules(): Answers {
  const classes = ['A', 'B', 'C', 'D', 'E', 'F'];
  return Object.assign(
    { ...company },
    ...classes.map((memberClass, place) => {
      const answers = { ...employees, 'member-class': memberClass, another: 'yes' };
      return place === 0 ? answers : round(answers, place + 1);
    }),
  ) as Answers;
}

test('only what is asked is shown', () => {
  expect(pagesShown(employerRules, walked(bySalary))).not.toContain('band-1-grade');
  expect(pagesShown(employerRules, walked(one))).not.toContain('value');
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(employerRules, [one, three, bySalary, byGrade])).toBeGreaterThan(5);
});

test('every word is there in both languages and fits its place', () => {
  const words = {
    en: { ...englishRoles, ...englishAccount, ...english },
    'zh-Hant': { ...chineseRoles, ...chineseAccount, ...chinese },
  };
  const visits = [one, three, bySalary, byGrade].map(walked);
  expect(faultsInWords(employerRules, words, visits, EMPLOYER_RULES_RULES, ['no-scheme-on'])).toEqual([]);
});
