import { describe, expect, it } from 'vitest';
import { calculatorPages } from '../calculators/calculator.ts';
import { CALCULATORS } from '../calculators/calculators.ts';
import type { CalculatorName } from '../calculators/names.ts';
import { LOCALES } from '../locale.ts';
import { CATALOGUES } from '../messages/catalogue.ts';
import { EMBEDDED_REFERENCE_DATA } from '../reference-data/embedded/embedded.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Answers, Definition } from './definition.ts';
import { WITHDRAWAL_RULES } from './kinds/benefit-withdrawal/codes.ts';
import { complaint } from './kinds/complaint/complaint.ts';
import { ENQUIRY_RULES } from './kinds/contribution-enquiry/contribution-enquiry.ts';
import { EMPLOYER_RULES } from './kinds/employer-registration/rules.ts';
import { EMPLOYER_REMITTANCE_RULES } from './kinds/employer-remittance/codes.ts';
import { EMPLOYER_RULES_RULES } from './kinds/employer-rules/codes.ts';
import { fundSwitch } from './kinds/fund-switch/fund-switch.ts';
import { OFFSETTING_CLAIM_RULES } from './kinds/offsetting-claim/codes.ts';
import { PARTICULARS_RULES } from './kinds/particulars-change/rules.ts';
import { schemeEnrolment } from './kinds/scheme-enrolment/scheme-enrolment.ts';
import { selfEmployedContribution } from './kinds/self-employed-contribution/self-employed-contribution.ts';
import { transfer } from './kinds/transfer/transfer.ts';
import { visitRequest } from './kinds/visit-request/visit-request.ts';
import { voluntaryContribution } from './kinds/voluntary-contribution/voluntary-contribution.ts';
import { checkAnswer } from './pages.ts';
import { amountBetween } from './shared/amount.ts';
import { answered, bornIn, factsWith } from './shared/facts.fixture.ts';
import { takenScheme } from './shared/scheme.ts';

/** Each of these has a table of its own beside its kind, which asserts that none of its codes is left out. */
const SHOWN_BESIDE_THEIR_KIND: readonly string[] = [
  ...WITHDRAWAL_RULES,
  ...ENQUIRY_RULES,
  ...EMPLOYER_RULES,
  ...EMPLOYER_REMITTANCE_RULES,
  ...OFFSETTING_CLAIM_RULES,
  ...PARTICULARS_RULES,
  ...EMPLOYER_RULES_RULES,
];

type Example = readonly [
  code: string,
  kind: Definition,
  page: string,
  wrong: string,
  right: string,
  before?: Answers,
];

const switching = { scheme: 'willow', account: 'A123456', 'contribution-types': 'employee-mandatory' };
const moving = { ...switching, mode: 'fund-to-fund' };
const rebalancing = { ...switching, mode: 'rebalance', investment: 'funds' };
const choice = { money: 'current-employee-mandatory', 'from-scheme': 'willow' };
const consolidating = { money: 'personal-accounts', 'from-scheme': 'willow', 'from-account': 'F1234' };
const monthly = { scheme: 'willow', account: 'A123456', frequency: 'monthly', loss: 'no' };
const paying = {
  ...{ scheme: 'willow', 'account-kind': 'existing', account: 'A123456', frequency: 'monthly' },
  type: 'special-voluntary',
};

const EXAMPLES: readonly Example[] = [
  // The shape of an answer.
  ['answer-needed', visitRequest, 'company', '', 'Brightwater Trading'],
  ['choose-one-of-these', visitRequest, 'purpose', 'party', 'training-staff'],
  ['too-long', visitRequest, 'company', 'x'.repeat(81), 'x'.repeat(80)],
  ['figures-only', visitRequest, 'people', 'ten', '10'],
  ['email-shape', visitRequest, 'email', 'wing.sum', 'wing.sum@example.com'],
  ['date-shape', schemeEnrolment, 'started-on', '2026-02-29', '2026-02-28', { as: 'employee' }],
  ['percentage-not-whole', fundSwitch, 'funds', 'WEQ=99.5,WGTY=0.5', 'WEQ=99,WGTY=1', rebalancing],
  ['percentage-not-whole', fundSwitch, 'funds', 'WEQ=100,WGTY=0', 'WEQ=100', rebalancing],
  ['percentages-not-100', fundSwitch, 'funds', 'WEQ=60,WGTY=41', 'WEQ=60,WGTY=40', rebalancing],
  ['nothing-chosen-twice', fundSwitch, 'funds', 'WEQ=50,WEQ=50', 'WEQ=50,WGTY=50', rebalancing],
  ['read-first', fundSwitch, 'dealing', '', 'read', rebalancing],
  ['money-format', voluntaryContribution, 'amount', '1,0,0', '100', paying],
  ['money-negative', voluntaryContribution, 'amount', '-100', '100', paying],
  ['money-decimals', voluntaryContribution, 'amount', '100.005', '100.00', paying],
  ['money-too-large', voluntaryContribution, 'amount', '9'.repeat(30), '999', paying],
  // What several kinds share.
  ['scheme-not-yet', fundSwitch, 'scheme', 'rowan', 'willow'],
  ['scheme-moving', fundSwitch, 'scheme', 'maple', 'willow'],
  ['scheme-moving-closed', transfer, 'from-scheme', 'maple', 'willow', { money: 'personal-accounts' }],
  ['account-number-shape', fundSwitch, 'account', 'A1', 'A123 456-7', switching],
  ['contribution-type-needed', fundSwitch, 'contribution-types', '', 'employee-mandatory', switching],
  ['amount-too-small', voluntaryContribution, 'amount', '0.99', '1.00', paying],
  ['bank-not-own-name', voluntaryContribution, 'bank-own-name', 'no', 'yes', paying],
  ['bank-code-shape', voluntaryContribution, 'bank-code', '0044', '004', paying],
  ['bank-account-shape', voluntaryContribution, 'bank-account', '12345', '123456', paying],
  // Of one kind each.
  ['complaint-id-number', complaint, 'words', 'My card is A123456(3)', 'My card was not read'],
  [
    'complaint-nothing-said',
    complaint,
    'words',
    '',
    'Too long a queue',
    { category: 'other', 'answer-by': 'none' },
  ],
  ['switch-percentage-range', fundSwitch, 'out-percentage', '101', '100', { ...moving, 'out-fund': 'WEQ' }],
  ['switch-percentage-range', fundSwitch, 'out-percentage', '0', '1', { ...moving, 'out-fund': 'WEQ' }],
  ['enrol-start-in-future', schemeEnrolment, 'started-on', '2026-11-24', '2026-11-23', { as: 'employee' }],
  ['enrol-start-before-birth', schemeEnrolment, 'started-on', '1970-01-01', '2026-11-01', { as: 'employee' }],
  [
    'enrol-employer-account',
    schemeEnrolment,
    'employer-account',
    '1'.repeat(16),
    '3777463656273',
    { as: 'employee' },
  ],
  [
    'self-employed-year-end',
    selfEmployedContribution,
    'year-end',
    '2030-03-31',
    '2027-03-31',
    { ...monthly, frequency: 'yearly' },
  ],
  [
    'self-employed-above-maximum',
    selfEmployedContribution,
    'amount',
    '1500.01',
    '1500.00',
    { ...monthly, month: '2026-10', basis: 'assessable-profits', income: '360000.00' },
  ],
  [
    'transfer-employer-mandatory',
    transfer,
    'money',
    'current-employer-mandatory',
    'current-employee-mandatory',
  ],
  ['transfer-voluntary-by-rules', transfer, 'money', 'current-voluntary', 'tax-deductible-voluntary'],
  ['transfer-job-not-left', transfer, 'last-day', '2026-11-24', '2026-11-23', { money: 'left-job' }],
  ['transfer-choice-used', transfer, 'choice-used', 'yes', 'no', choice],
  [
    'transfer-account-twice',
    transfer,
    'from-account-2',
    'F1234',
    'F1235',
    { ...consolidating, 'another-account': 'yes', 'from-scheme-2': 'willow' },
  ],
  [
    'transfer-other-scheme',
    transfer,
    'to-scheme',
    'willow',
    'aspen',
    { ...choice, 'choice-used': 'no', 'from-account': 'F1234' },
  ],
  [
    'transfer-same-account',
    transfer,
    'to-account',
    'F1234',
    'T1234',
    { ...consolidating, 'another-account': 'no', 'to-scheme': 'willow', 'to-account-kind': 'existing' },
  ],
  ['visit-people', visitRequest, 'people', '0', '1'],
  ['visit-people', visitRequest, 'people', '5001', '5000'],
  ['visit-telephone', visitRequest, 'telephone', '18326222', '31972834'],
  ['visit-language-needed', visitRequest, 'languages', '', 'cantonese'],
  ['visit-name', visitRequest, 'contact-name', '12345', 'Wing Sum'],
  ['voluntary-through-employer', voluntaryContribution, 'type', 'through-employer', 'special-voluntary'],
  ['voluntary-debit-day', voluntaryContribution, 'debit-day', '32', '15', paying],
];

/** Wrong for one age and right for another: the same answer. */
const BY_AGE: readonly (readonly [string, Definition, string, string, Answers, number, number])[] = [
  ['enrol-under-18', schemeEnrolment, 'as', 'employee', {}, 2009, 2008],
  ['enrol-from-65', schemeEnrolment, 'as', 'employee', {}, 1961, 1962],
  ['self-employed-under-18', selfEmployedContribution, 'month', '2026-10', monthly, 2009, 2008],
  ['self-employed-from-65', selfEmployedContribution, 'month', '2026-10', monthly, 1961, 1962],
];

const CALCULATED: readonly (readonly [string, CalculatorName, string, string, string])[] = [
  ['calculator-age', 'dis-share', 'age', '15', '50'],
  ['calculator-start-in-future', 'contribution-amount', 'started-on', '2026-11-24', '2026-11-23'],
  ['calculator-start-long-ago', 'contribution-amount', 'started-on', '2020-01-01', '2026-11-01'],
  ['calculator-days', 'contribution-amount', 'days', '0', '7'],
];

/** No page can lead to these by itself: a draft that was put aside, or a page that gives its own bounds, does. */
const ASKED_DIRECTLY: readonly (readonly [string, () => unknown, () => unknown])[] = [
  [
    'scheme-not-known',
    () => takenScheme('no-such-scheme', 'fund-switch', factsWith()),
    () => takenScheme('willow', 'fund-switch', factsWith()),
  ],
  [
    'amount-too-large',
    () => amountBetween('100.01', { least: 1n, most: 10_000n }),
    () => amountBetween('100.00', { least: 1n, most: 10_000n }),
  ],
];

describe('every rule of the catalogue has an example that it refuses and one that it takes', () => {
  for (const [code, kind, page, wrong, right, before = {}] of EXAMPLES) {
    it(`${page}: ${code}`, () => {
      expect(answered(kind, page, wrong, before)).toMatchObject({ ok: false, code });
      expect(answered(kind, page, right, before)).toMatchObject({ ok: true });
    });
  }

  it.each(BY_AGE)('%s', (code, kind, page, value, before, wrongYear, rightYear) => {
    expect(answered(kind, page, value, before, bornIn(wrongYear))).toMatchObject({ ok: false, code });
    expect(answered(kind, page, value, before, bornIn(rightYear))).toMatchObject({ ok: true });
  });

  it.each(CALCULATED)('%s', (code, name, id, wrong, right) => {
    const page = calculatorPages(CALCULATORS[name]).find((one) => one.id === id);
    if (page === undefined) throw new Error(`no page ${id}`);
    const facts = factsWith({}, { data: EMBEDDED_REFERENCE_DATA });
    expect(checkAnswer(page, wrong, facts)).toMatchObject({ ok: false, code });
    expect(checkAnswer(page, right, facts)).toMatchObject({ ok: true });
  });

  it.each(ASKED_DIRECTLY)('%s', (code, wrong, right) => {
    expect(wrong()).toMatchObject({ ok: false, code });
    expect(right()).toMatchObject({ ok: true });
  });

  it('no scheme is on: said before the first page', () => {
    const refusing = Object.entries(CATALOGUE).filter(([, { refuse }]) => refuse !== undefined);
    const before = factsWith({}, { now: '2024-06-25T02:00:00.000Z' });
    expect(
      refusing.map(([kind, { refuse }]) => [kind, refuse?.(before)?.code, refuse?.(factsWith())]),
    ).toEqual(refusing.map(([kind]) => [kind, 'no-scheme-on', null]));
  });

  it('and none is left out, in any language', () => {
    const shown = new Set([
      ...SHOWN_BESIDE_THEIR_KIND,
      ...[...EXAMPLES, ...BY_AGE, ...CALCULATED, ...ASKED_DIRECTLY].map(([code]) => code),
    ]);
    for (const locale of LOCALES) {
      const codes = Object.keys(CATALOGUES[locale]).flatMap((key) => /^rule\.([^.]+)$/.exec(key)?.[1] ?? []);
      expect(codes.filter((code) => !shown.has(code))).toEqual([]);
      expect([...shown].filter((code) => !codes.includes(code))).toEqual([]);
    }
  });
});
