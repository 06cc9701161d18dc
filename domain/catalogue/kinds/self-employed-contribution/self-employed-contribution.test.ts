import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selfEmployedContribution as english } from '../../../messages/en/instructions/self-employed-contribution.ts';
import { selfEmployedContribution as chinese } from '../../../messages/zh-Hant/instructions/self-employed-contribution.ts';
import { daysOf } from '../../../contributions/wage-period.ts';
import { parseMoney, plainMoney } from '../../../money/money.ts';
import { addDays } from '../../../time.ts';
import type { Answers, Facts } from '../../definition.ts';
import {
  answered,
  bornIn,
  detailsOf,
  factsWith,
  pageIds,
  withStatements,
} from '../../shared/facts.fixture.ts';
import { assertEveryWayIsSent } from '../../shared/walk.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { monthsToChoose, yearEnding } from './period.ts';
import { SELF_EMPLOYED_CONTRIBUTION_RULES, selfEmployedContribution } from './self-employed-contribution.ts';

const start = { scheme: 'willow', account: 'S1234567' };
const monthly = {
  ...start,
  frequency: 'monthly',
  month: '2026-10',
  loss: 'no',
  basis: 'assessable-profits',
  income: '240000.00',
  amount: '1000.00',
  'pay-by': 'cheque',
};
const yearly = {
  ...start,
  frequency: 'yearly',
  'year-end': '2027-03-31',
  loss: 'no',
  basis: 'maximum-level',
  amount: '18000.00',
  'pay-by': 'direct-debit',
  'bank-own-name': 'yes',
  'bank-code': '004',
  'bank-account': '123456789',
};
const loss = { ...start, frequency: 'monthly', month: '2026-11', loss: 'yes' };
const little = { ...monthly, income: '85199.99' };

function comparison(answers: Answers, other: Partial<Facts> = {}) {
  const facts = factsWith(answers, other);
  const step = selfEmployedContribution.steps.find((part) => 'id' in part && part.id === 'compare');
  const ask = step !== undefined && 'ask' in step ? step.ask(facts, 1) : null;
  if (ask?.type !== 'statement') throw new Error('no statement');
  const said = ask.paragraphs.map((label) => ('message' in label ? label.message.split('.').at(-1) : ''));
  const figures = ask.figures.map(({ value }) => ('words' in value ? value.words.en : ''));
  return { tone: ask.tone, said, figures };
}

describe('what travels', () => {
  test('a month by cheque, with what was reckoned beside what was entered', () => {
    expect(detailsOf(selfEmployedContribution, monthly)).toEqual({
      scheme: 'willow',
      accountNumber: 'S1234567',
      frequency: 'monthly',
      period: { start: '2026-10-01', end: '2026-10-31' },
      loss: false,
      basis: 'assessable-profits',
      yearlyIncome: '240000.00',
      amount: '1000.00',
      computed: '1000.00',
      payment: { by: 'cheque' },
    });
  });

  test('a year at the maximum level by direct debit, no income asked', () => {
    expect(pageIds(selfEmployedContribution, yearly)).not.toContain('income');
    expect(detailsOf(selfEmployedContribution, yearly)).toMatchObject({
      period: { start: '2026-04-01', end: '2027-03-31' },
      yearlyIncome: null,
      amount: '18000.00',
      computed: '18000.00',
      payment: { by: 'direct-debit', bankAccount: { inOwnName: true } },
    });
  });

  test('a loss: nothing due, nothing paid, the signed statement is asked for', () => {
    expect(pageIds(selfEmployedContribution, loss)).toEqual([
      ...['scheme', 'account', 'frequency', 'month', 'loss', 'loss-statement'],
    ]);
    expect(detailsOf(selfEmployedContribution, loss)).toMatchObject({
      loss: true,
      basis: null,
      amount: '0.00',
      computed: '0.00',
      payment: null,
    });
    expect(selfEmployedContribution.tell?.(factsWith(loss))).toHaveLength(1);
  });

  test('below the minimum nothing is due (§3a: 85,200 a year); at it, 5% is', () => {
    expect(pageIds(selfEmployedContribution, little)).toContain('nothing-due');
    expect(detailsOf(selfEmployedContribution, little)).toMatchObject({ amount: '0.00', payment: null });
    expect(pageIds(selfEmployedContribution, { ...little, income: '85200.00' })).not.toContain('nothing-due');
  });

  test('the basic allowance is reckoned with without being asked for', () => {
    const allowance = { ...monthly, basis: 'basic-allowance', amount: '550.00' };
    expect(pageIds(selfEmployedContribution, allowance)).not.toContain('income');
    expect(detailsOf(selfEmployedContribution, allowance)).toMatchObject({
      yearlyIncome: '132000.00',
      computed: '550.00',
    });
  });
});

describe('entered beside reckoned', () => {
  test('the same', () => {
    expect(comparison(monthly)).toEqual({
      tone: 'plain',
      said: ['same'],
      figures: ['HK$240,000.00', 'HK$1,000.00', 'HK$1,000.00'],
    });
  });

  test('less, and more', () => {
    expect(comparison({ ...monthly, amount: '900.00' })).toMatchObject({
      tone: 'caution',
      said: ['less'],
      figures: ['HK$240,000.00', 'HK$1,000.00', 'HK$900.00', 'HK$100.00'],
    });
    expect(comparison({ ...monthly, amount: '1100.50' })).toMatchObject({
      said: ['more'],
      figures: ['HK$240,000.00', 'HK$1,000.00', 'HK$1,100.50', 'HK$100.50'],
    });
  });

  test('at the maximum, late in the scheme year, and in the month of turning 65', () => {
    expect(comparison(yearly)).toMatchObject({ said: ['same', 'at-maximum'] });
    expect(comparison({ ...yearly, 'year-end': '2026-12-22' }).said).toContain('reported-late');
    expect(comparison({ ...yearly, 'year-end': '2026-12-23' }).said).not.toContain('reported-late');
    expect(comparison({ ...monthly, month: '2026-01' }, bornIn(1961, 1, 15)).said).toContain('turning');
  });

  test('limits that are not known leave it to the scheme', () => {
    const data = { ...factsWith().data, contributionLimits: [] };
    expect(comparison(monthly, { data })).toMatchObject({ tone: 'caution', said: ['unknown'] });
    expect(detailsOf(selfEmployedContribution, monthly, { data })).toMatchObject({ computed: null });
  });

  test('what was reckoned is never above the maximum and never under 5% of the minimum', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 8_520_000n, max: 99_999_999n }), (income) => {
        const details = detailsOf(selfEmployedContribution, { ...monthly, income: plainMoney(income) });
        const computed = details as { readonly computed: string };
        const amount = parseMoney(computed.computed);
        expect(amount.ok && amount.value >= 35_500n && amount.value <= 150_000n).toBe(true);
      }),
    );
  });
});

describe('refused at once', () => {
  test('more than the maximum, which can only be voluntary', () => {
    expect(answered(selfEmployedContribution, 'amount', '1500.01', monthly)).toEqual({
      ok: false,
      code: 'self-employed-above-maximum',
      params: { most: '1,500.00' },
    });
    expect(answered(selfEmployedContribution, 'amount', '1500', monthly).ok).toBe(true);
    expect(answered(selfEmployedContribution, 'amount', '18000.01', yearly)).toMatchObject({
      params: { most: '18,000.00' },
    });
  });

  test('a period before 18 or after 65', () => {
    expect(answered(selfEmployedContribution, 'month', '2026-10', monthly, bornIn(2009))).toMatchObject({
      code: 'self-employed-under-18',
    });
    expect(answered(selfEmployedContribution, 'month', '2026-02', monthly, bornIn(1961))).toMatchObject({
      code: 'self-employed-from-65',
    });
    expect(answered(selfEmployedContribution, 'month', '2026-01', monthly, bornIn(1961, 1, 15)).ok).toBe(
      true,
    );
    expect(answered(selfEmployedContribution, 'month', '2025-12', monthly, bornIn(1961)).ok).toBe(true);
  });

  test('a scheme year that ends more than a year away', () => {
    expect(answered(selfEmployedContribution, 'year-end', '2027-11-25', yearly)).toMatchObject({
      code: 'self-employed-year-end',
    });
    expect(answered(selfEmployedContribution, 'year-end', '2027-03-31', yearly).ok).toBe(true);
  });

  test('a month that has not come', () => {
    expect(answered(selfEmployedContribution, 'month', '2026-12', monthly)).toMatchObject({
      code: 'choose-one-of-these',
    });
  });
});

test('a scheme year is twelve months, around leap days too', () => {
  expect(yearEnding('2028-02-29')).toEqual({ start: '2027-03-01', end: '2028-02-29' });
  expect(yearEnding('2029-02-28')).toEqual({ start: '2028-03-01', end: '2029-02-28' });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const length = daysOf(yearEnding(addDays('2024-01-01', days)));
      expect(length === 365 || length === 366).toBe(true);
    }),
  );
});

test('this month and the eleven before may be paid for', () => {
  expect(monthsToChoose('2026-02-28').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(new Set(monthsToChoose('2026-03-31')).size).toBe(12);
});

test('every way through ends in what can be sent', () => {
  expect(() => assertEveryWayIsSent(selfEmployedContribution)).not.toThrow();
});

test('every page, option, rule and statement has its words in both languages', () => {
  const less = { ...monthly, amount: '1.00' };
  const more = { ...monthly, amount: '1200.00' };
  const runs = [
    ...[monthly, less, more, little, yearly, loss].map((answers) => factsWith(answers)),
    factsWith({ ...yearly, 'year-end': '2026-12-01' }),
    factsWith({ ...monthly, month: '2026-01' }, bornIn(1961, 1, 15)),
    factsWith(monthly, { data: { ...factsWith().data, contributionLimits: [] } }),
  ].map((facts) => withStatements(selfEmployedContribution, facts));
  const words = { en: english, 'zh-Hant': chinese };
  expect(
    faultsInWords(selfEmployedContribution, words, runs, SELF_EMPLOYED_CONTRIBUTION_RULES, ['no-scheme-on']),
  ).toEqual([]);
});
