import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { voluntaryContribution as english } from '../../../messages/en/instructions/voluntary-contribution.ts';
import { voluntaryContribution as chinese } from '../../../messages/zh-Hant/instructions/voluntary-contribution.ts';
import type { Answers, Facts } from '../../definition.ts';
import {
  answered,
  detailsOf,
  factsWith,
  MONDAY_MORNING,
  pageIds,
  withStatements,
} from '../../shared/facts.fixture.ts';
import { assertEveryWayIsSent } from '../../shared/walk.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { firstDebit, taxOutlook, taxYearOf } from './tax-year.ts';
import { VOLUNTARY_CONTRIBUTION_RULES, voluntaryContribution } from './voluntary-contribution.ts';

const bank = { 'bank-own-name': 'yes', 'bank-code': '004', 'bank-account': '123456789' };
const tvc = {
  type: 'tax-deductible-voluntary',
  scheme: 'willow',
  'account-kind': 'existing',
  account: 'T1234567',
  frequency: 'monthly',
  amount: '5000.00',
  'debit-day': '15',
  'paid-this-year': '30000.00',
  ...bank,
};
const svc = {
  type: 'special-voluntary',
  scheme: 'willow',
  'account-kind': 'new',
  investment: 'funds',
  funds: 'WCAF=100',
  frequency: 'one-off',
  amount: '100.00',
  'debit-day': '28',
  ...bank,
};
/** 20 March 2027, a Saturday. */
const LATE_MARCH = '2027-03-20T02:00:00.000Z';

function taxPage(answers: Answers, now = MONDAY_MORNING) {
  const facts: Facts = factsWith(answers, { now });
  const step = voluntaryContribution.steps.find((part) => 'id' in part && part.id === 'tax');
  const ask = step !== undefined && 'ask' in step ? step.ask(facts, 1) : null;
  if (ask?.type !== 'statement') throw new Error('no statement');
  const said = ask.paragraphs.map((label) => ('message' in label ? label.message.split('.').at(-1) : ''));
  const figures = ask.figures.map(({ value }) => ('words' in value ? value.words.en : ''));
  return { tone: ask.tone, said, figures };
}

describe('a contribution from the own bank account', () => {
  test('TVC to an account that is there', () => {
    expect(detailsOf(voluntaryContribution, tvc)).toEqual({
      type: 'tax-deductible-voluntary',
      scheme: 'willow',
      account: { kind: 'existing', accountNumber: 'T1234567' },
      frequency: 'monthly',
      amount: '5000.00',
      debitDay: 15,
      firstDebit: '2026-12-15',
      bankAccount: { bankCode: '004', accountNumber: '123456789', inOwnName: true },
    });
  });

  test('SVC to a new account with its investment; no tax page', () => {
    expect(pageIds(voluntaryContribution, svc)).not.toContain('tax');
    expect(pageIds(voluntaryContribution, svc)).not.toContain('paid-this-year');
    expect(detailsOf(voluntaryContribution, svc)).toMatchObject({
      type: 'special-voluntary',
      account: { kind: 'new', investment: { way: 'funds', standAloneRead: true } },
      firstDebit: '2026-11-28',
    });
  });

  test('what goes through the employer is refused at once, with whom to ask', () => {
    expect(answered(voluntaryContribution, 'type', 'through-employer')).toMatchObject({
      code: 'voluntary-through-employer',
    });
    expect(answered(voluntaryContribution, 'type', 'special-voluntary').ok).toBe(true);
  });

  test('only from an account in the own name', () => {
    expect(answered(voluntaryContribution, 'bank-own-name', 'no', tvc)).toMatchObject({
      code: 'bank-not-own-name',
    });
  });

  test('nothing is no amount', () => {
    expect(answered(voluntaryContribution, 'amount', '0', tvc)).toMatchObject({ code: 'amount-too-small' });
    expect(answered(voluntaryContribution, 'amount', '1,500', tvc)).toEqual({ ok: true, value: '1500.00' });
  });

  test.each([
    ['', '15'],
    ['1', '1'],
    ['28', '28'],
  ])('debit day %j is the %sth', (typed, day) => {
    expect(answered(voluntaryContribution, 'debit-day', typed, tvc)).toEqual({ ok: true, value: day });
  });

  test.each(['0', '29', '31'])('debit day %s is not in every month', (typed) => {
    expect(answered(voluntaryContribution, 'debit-day', typed, tvc)).toMatchObject({
      code: 'voluntary-debit-day',
    });
  });
});

describe('tax of TVC (facts/domain.md §3a)', () => {
  test('within the cap: 30,000 paid and four debits of 5,000 until 31 March', () => {
    expect(taxPage(tvc)).toEqual({
      tone: 'plain',
      said: ['shared-cap', 'preserved'],
      figures: ['Tuesday 15 December 2026', 'Wednesday 31 March 2027', 'HK$50,000.00', 'HK$60,000.00'],
    });
  });

  test('over the cap: how much, and that it is preserved all the same', () => {
    expect(taxPage({ ...tvc, amount: '10000.00' })).toEqual({
      tone: 'caution',
      said: ['shared-cap', 'over-cap', 'preserved'],
      figures: [
        'Tuesday 15 December 2026',
        'Wednesday 31 March 2027',
        'HK$70,000.00',
        'HK$60,000.00',
        'HK$10,000.00',
      ],
    });
  });

  test('late in March the first debit counts for the next year, and what was paid in this one does not', () => {
    expect(pageIds(voluntaryContribution, tvc, { now: LATE_MARCH })).not.toContain('paid-this-year');
    const page = taxPage({ ...tvc, frequency: 'one-off', 'paid-this-year': '60000.00' }, LATE_MARCH);
    expect(page).toMatchObject({ tone: 'caution', said: ['shared-cap', 'next-year', 'preserved'] });
    expect(page.figures.slice(1, 3)).toEqual(['Friday 31 March 2028', 'HK$5,000.00']);
  });

  test('the tax year turns on 1 April', () => {
    expect(taxYearOf('2027-03-31')).toEqual({ from: '2026-04-01', to: '2027-03-31' });
    expect(taxYearOf('2027-04-01')).toEqual({ from: '2027-04-01', to: '2028-03-31' });
  });

  test('there is no cap before TVC began', () => {
    const plan = { frequency: 'one-off', amount: 100n, debitDay: 15, paidThisYear: 0n } as const;
    expect(taxOutlook(plan, '2018-05-01')).toBeNull();
  });

  test('whatever is paid when: one to twelve debits in the year, and over is what passes the cap', () => {
    const days = fc.date({
      min: new Date('2024-01-01T00:00:00.000Z'),
      max: new Date('2032-12-31T00:00:00.000Z'),
      noInvalidDate: true,
    });
    const amounts = fc.bigInt({ min: 100n, max: 10_000_000n });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), amounts, amounts, (date, debitDay, amount, paid) => {
        const today = date.toISOString().slice(0, 10);
        const first = firstDebit(today, debitDay);
        expect(first > today).toBe(true);
        expect(Number(first.slice(8))).toBe(debitDay);
        const plan = { amount, debitDay, paidThisYear: paid };
        const monthly = taxOutlook({ ...plan, frequency: 'monthly' }, today);
        const once = taxOutlook({ ...plan, frequency: 'one-off' }, today);
        if (monthly === null || once === null) throw new Error('no outlook');
        expect(monthly.year.from <= first && first <= monthly.year.to).toBe(true);
        const before = once.total - amount;
        expect(before).toBe(monthly.nextYear ? 0n : paid);
        const debits = (monthly.total - before) / amount;
        const lastMonth = (Number(first.slice(5, 7)) + 8) % 12;
        expect(debits).toBe(BigInt(12 - lastMonth));
        expect(monthly.over).toBe(monthly.total > monthly.cap ? monthly.total - monthly.cap : 0n);
      }),
    );
  });
});

test('every way through ends in what can be sent', () => {
  expect(() => assertEveryWayIsSent(voluntaryContribution)).not.toThrow();
});

test('every page, option, rule and statement has its words in both languages', () => {
  const runs = [
    withStatements(voluntaryContribution, factsWith(tvc)),
    withStatements(voluntaryContribution, factsWith({ ...tvc, amount: '10000.00' })),
    withStatements(voluntaryContribution, factsWith(tvc, { now: LATE_MARCH })),
    withStatements(voluntaryContribution, factsWith(svc)),
    withStatements(voluntaryContribution, factsWith({ ...svc, investment: 'dis' })),
  ];
  const words = { en: english, 'zh-Hant': chinese };
  const rules = [
    ...VOLUNTARY_CONTRIBUTION_RULES,
    'amount-too-small',
    'amount-too-large',
    'bank-not-own-name',
    'bank-code-shape',
    'bank-account-shape',
  ];
  expect(faultsInWords(voluntaryContribution, words, runs, rules, ['no-scheme-on'])).toEqual([]);
});
