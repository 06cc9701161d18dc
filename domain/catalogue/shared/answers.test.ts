import { describe, expect, test } from 'vitest';
import { literal } from '../ask.ts';
import { accountNumber } from './account.ts';
import { amountBetween } from './amount.ts';
import { bankAccountSchema, bankOf, bankSteps } from './bank.ts';
import { bornIn, factsWith } from './facts.fixture.ts';
import { allocationOf, allocationSchema, fundOptions, guaranteedFunds } from './funds.ts';
import { disFigures } from './investment.ts';
import { ageOf, birthDateOf } from './member.ts';

describe('account numbers', () => {
  test.each([
    ['m 123-4567', 'M1234567'],
    ['ＡＢ１２３４', 'AB1234'],
    ['3777463656273', '3777463656273'],
  ])('%j is read', (typed, read) => {
    expect(accountNumber(typed)).toEqual({ ok: true, value: read });
  });

  test.each(['', '12', '帳戶123456', 'A'.repeat(21)])('%j is not one', (typed) => {
    expect(accountNumber(typed)).toEqual({ ok: false, code: 'account-number-shape' });
  });
});

test('an amount between two, both included', () => {
  const limits = { least: 10_000n, most: 150_000n };
  expect(amountBetween('100.00', limits).ok).toBe(true);
  expect(amountBetween('1500.00', limits).ok).toBe(true);
  expect(amountBetween('99.99', limits)).toEqual({
    ok: false,
    code: 'amount-too-small',
    params: { least: '100.00' },
  });
  expect(amountBetween('1500.01', limits)).toEqual({
    ok: false,
    code: 'amount-too-large',
    params: { most: '1,500.00' },
  });
  expect(amountBetween('-', limits)).toMatchObject({ code: 'money-format' });
});

test('a bank account is the own one of the member, with its code', () => {
  const [ownName, code, account] = bankSteps();
  const facts = factsWith();
  expect(ownName?.check?.('no', facts, 1)).toMatchObject({ code: 'bank-not-own-name' });
  expect(ownName?.check?.('yes', facts, 1)).toMatchObject({ ok: true });
  expect(code?.check?.('04', facts, 1)).toMatchObject({ code: 'bank-code-shape' });
  expect(code?.check?.('004', facts, 1)).toMatchObject({ ok: true });
  expect(account?.check?.('12345', facts, 1)).toMatchObject({ code: 'bank-account-shape' });
  expect(account?.check?.('123456789', facts, 1)).toMatchObject({ ok: true });
  const answers = { 'bank-own-name': 'yes', 'bank-code': '004', 'bank-account': '123456789' };
  expect(bankAccountSchema.safeParse(bankOf(answers)).success).toBe(true);
  expect(bankAccountSchema.safeParse(bankOf({ ...answers, 'bank-own-name': 'no' })).success).toBe(false);
});

describe('funds of a scheme', () => {
  test('stand by their English names, those that are closed left out', () => {
    const names = fundOptions(factsWith(), 'willow').map(({ code }) => code);
    expect(names).toEqual(['W65', 'WEQ', 'WCAF', 'WGTY']);
    expect(fundOptions(factsWith(), 'willow', ['WEQ']).map(({ code }) => code)).not.toContain('WEQ');
    expect(fundOptions(factsWith(), undefined)).toEqual([]);
  });

  test('guaranteed ones are known', () => {
    expect(guaranteedFunds(factsWith(), 'willow').map(({ code }) => code)).toEqual(['WGTY']);
    expect(guaranteedFunds(factsWith(), 'aspen')).toEqual([]);
  });

  test('what is divided makes 100 whole per cent, no fund twice', () => {
    expect(allocationSchema.safeParse(allocationOf('WEQ=60,WGTY=40')).success).toBe(true);
    for (const wrong of ['', 'WEQ=60', 'WEQ=50,WEQ=50', 'WEQ=100,WGTY=0', 'WEQ=99.5,WGTY=0.5']) {
      expect(allocationSchema.safeParse(allocationOf(wrong)).success).toBe(false);
    }
  });
});

describe('what DIS does at an age (facts/domain.md §3d)', () => {
  test.each([
    [1990, '36', '100.0%', '0.0%'],
    [1976, '50', '93.3%', '6.7%'],
    [1960, '66', '0.0%', '100.0%'],
  ])('born in %i', (year, age, core, old) => {
    const values = disFigures(factsWith({}, bornIn(year))).map(({ value }) => value);
    expect(values).toEqual([age, core, old].map(literal));
  });

  test('says nothing of an age that is not known', () => {
    const typed = { identified: { means: 'typed', number: { body: 'AB987654', check: '3' } } } as const;
    expect(disFigures(factsWith({}, typed))).toEqual([]);
    expect(ageOf(factsWith({ 'date-of-birth': '1980' }, typed))).toBe(45);
    expect(birthDateOf(factsWith({ 'date-of-birth': '1980' }, typed))).toBe('1980-12-31');
  });
});
