import { describe, expect, test } from 'vitest';
import { transfer as english } from '../../../messages/en/instructions/transfer.ts';
import { transfer as chinese } from '../../../messages/zh-Hant/instructions/transfer.ts';
import { message } from '../../ask.ts';
import { answered, detailsOf, factsWith, pageIds, sent, withStatements } from '../../shared/facts.fixture.ts';
import { assertEveryWayIsSent } from '../../shared/walk.fixture.ts';
import { SAMPLE_ACCOUNTS } from '../../../records/records.fixture.ts';
import { factsToday } from '../../shared/run-through.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import { TRANSFER_MONEY } from './money.ts';
import { transfer, TRANSFER_RULES } from './transfer.ts';

const from = { 'from-scheme': 'willow', 'from-account': 'W111111' };
const toExisting = { 'to-scheme': 'aspen', 'to-account-kind': 'existing', 'to-account': 'A222222' };
const employeeChoice = { money: 'current-employee-mandatory', ...from, 'choice-used': 'no', ...toExisting };
const leftJob = {
  money: 'left-job',
  'last-day': '2026-10-31',
  'employer-reported': 'no',
  ...from,
  'to-type': 'contribution',
  'to-scheme': 'aspen',
  'to-account': 'A222222',
};
const consolidation = {
  money: 'personal-accounts',
  ...from,
  'another-account': 'yes',
  'from-scheme-2': 'willow',
  'from-account-2': 'W333333',
  'another-account-2': 'no',
  'to-scheme': 'aspen',
  'to-account-kind': 'new',
  investment: 'funds',
  funds: 'ABD=40,AEQ=60',
};
const taxDeductible = { money: 'tax-deductible-voluntary', ...from, ...toExisting };
const selfEmployed = { ...leftJob, money: 'self-employed', 'to-type': 'personal', ...toExisting };

describe('which money may move (facts/domain.md §3b)', () => {
  test('the employer’s mandatory contributions of the present job stay, and it says so', () => {
    expect(answered(transfer, 'money', 'current-employer-mandatory')).toEqual({
      ok: false,
      code: 'transfer-employer-mandatory',
    });
    expect(answered(transfer, 'money', 'current-voluntary')).toMatchObject({
      code: 'transfer-voluntary-by-rules',
    });
  });

  test.each(TRANSFER_MONEY)('%s may', (money) => {
    expect(answered(transfer, 'money', money)).toEqual({ ok: true, value: money });
  });
});

describe('the employee choice, once a calendar year', () => {
  test('not used: it travels with the confirmation', () => {
    expect(detailsOf(transfer, employeeChoice)).toEqual({
      money: 'current-employee-mandatory',
      form: { code: 'MPF(S)-P(P)', source: 'general-knowledge' },
      sources: [{ scheme: 'willow', accountNumber: 'W111111' }],
      employeeChoice: 'not-used',
      leftJob: null,
      destination: {
        scheme: 'aspen',
        accountType: 'personal',
        account: { kind: 'existing', accountNumber: 'A222222' },
      },
      read: { outOfMarket: true, guarantee: true, everythingMoves: false },
    });
  });

  test('used: it comes back with the day from which it is free again', () => {
    expect(answered(transfer, 'choice-used', 'yes', employeeChoice)).toEqual({
      ok: false,
      code: 'transfer-choice-used',
      params: { from: '2027-01-01' },
    });
    expect(answered(transfer, 'choice-used', 'no', employeeChoice).ok).toBe(true);
  });

  test('used, in a scheme whose rules allow more', () => {
    const more = {
      ...employeeChoice,
      'from-scheme': 'aspen',
      'choice-used': 'yes',
      'to-scheme': 'willow',
      'to-account': 'W222222',
    };
    expect(detailsOf(transfer, more)).toMatchObject({ employeeChoice: 'scheme-allows-more' });
  });

  test('goes to another scheme', () => {
    expect(answered(transfer, 'to-scheme', 'willow', employeeChoice)).toMatchObject({
      code: 'transfer-other-scheme',
    });
    expect(answered(transfer, 'to-scheme', 'aspen', employeeChoice).ok).toBe(true);
  });
});

describe('money of a job that was left', () => {
  test('may go to the account with the new employer, which is never opened here', () => {
    expect(pageIds(transfer, leftJob)).not.toContain('to-account-kind');
    expect(detailsOf(transfer, leftJob)).toMatchObject({
      form: { code: 'MPF(S)-P(M)', source: 'sourced' },
      leftJob: { lastDay: '2026-10-31', employerReported: 'no' },
      destination: { accountType: 'contribution', account: { kind: 'existing' } },
    });
  });

  test('the employer has not reported it: the sworn declaration is asked for and told', () => {
    expect(pageIds(transfer, leftJob)).toContain('declaration-needed');
    const declaration = message('ask.transfer.bring-declaration');
    expect(transfer.bring?.(factsWith(leftJob))).toContainEqual(declaration);
    expect(transfer.tell?.(factsWith(leftJob))).toContainEqual(declaration);
    const reported = { ...leftJob, 'employer-reported': 'yes' };
    expect(pageIds(transfer, reported)).not.toContain('declaration-needed');
    expect(transfer.bring?.(factsWith(reported))).not.toContainEqual(declaration);
  });

  test.each([
    ['2026-08-22', true],
    ['2026-08-23', false],
    ['2026-11-23', false],
  ])('last day %s: moved by itself after three months? %s', (lastDay, told) => {
    expect(pageIds(transfer, { ...leftJob, 'last-day': lastDay }).includes('moved-already')).toBe(told);
  });

  test('a last day to come', () => {
    expect(answered(transfer, 'last-day', '2026-11-24', leftJob)).toMatchObject({
      code: 'transfer-job-not-left',
    });
    expect(answered(transfer, 'last-day', '2026-11-23', leftJob).ok).toBe(true);
  });
});

describe('bringing personal accounts together', () => {
  test('all of them travel, into a new account with funds of that scheme', () => {
    expect(detailsOf(transfer, consolidation)).toMatchObject({
      form: { code: 'MPF(S)-P(C)' },
      sources: [
        { scheme: 'willow', accountNumber: 'W111111' },
        { scheme: 'willow', accountNumber: 'W333333' },
      ],
      destination: {
        accountType: 'personal',
        account: { kind: 'new', investment: { way: 'funds', standAloneRead: false } },
      },
      read: { everythingMoves: true },
    });
  });

  test('that the voluntary contributions move too has to be read', () => {
    expect(pageIds(transfer, consolidation)).toContain('voluntary-too');
    expect(sent(transfer, { ...consolidation, 'voluntary-too': '' })).toMatchObject({ ok: false });
    expect(pageIds(transfer, employeeChoice)).not.toContain('voluntary-too');
  });

  test('an account is named once; the one they go to is none of them', () => {
    expect(answered(transfer, 'from-account-2', 'W111111', consolidation)).toMatchObject({
      code: 'transfer-account-twice',
    });
    expect(answered(transfer, 'from-account-2', 'W-333 333', consolidation)).toMatchObject({
      value: 'W333333',
    });
    const same = { ...consolidation, 'to-scheme': 'willow', 'to-account-kind': 'existing' };
    expect(answered(transfer, 'to-account', 'W333333', same)).toMatchObject({
      code: 'transfer-same-account',
    });
    expect(answered(transfer, 'to-account', 'W444444', same).ok).toBe(true);
  });

  test('into DIS, explained first', () => {
    const dis = { ...consolidation, investment: 'dis' };
    expect(pageIds(transfer, dis)).toContain('dis-explained');
    expect(detailsOf(transfer, dis)).toMatchObject({
      destination: { account: { investment: { way: 'dis' } } },
    });
  });
});

test('TVC moves as a whole, on its own form', () => {
  expect(pageIds(transfer, taxDeductible)).toContain('whole-balance');
  expect(detailsOf(transfer, taxDeductible)).toMatchObject({
    form: { code: 'MPF(S)-P(T)' },
    destination: { accountType: 'tax-deductible-voluntary' },
    read: { everythingMoves: true },
  });
});

test('out of a scheme with a guaranteed fund there is a warning, out of others none', () => {
  expect(pageIds(transfer, taxDeductible)).toContain('guarantee');
  expect(pageIds(transfer, { ...taxDeductible, 'from-scheme': 'aspen' })).not.toContain('guarantee');
});

test('nothing moves without having read that it is out of the market', () => {
  expect(sent(transfer, taxDeductible).ok).toBe(true);
  expect(sent(transfer, { ...taxDeductible, 'out-of-market': '' })).toMatchObject({ ok: false });
});

test('every way through ends in what can be sent', () => {
  expect(() => assertEveryWayIsSent(transfer)).not.toThrow();
});

test('every page, option, rule and statement has its words in both languages', () => {
  const runs = [
    employeeChoice,
    leftJob,
    { ...leftJob, 'last-day': '2026-01-31' },
    consolidation,
    { ...consolidation, funds: 'ACAF=100' },
    { ...consolidation, investment: 'dis' },
    taxDeductible,
    selfEmployed,
  ].map((answers) => withStatements(transfer, factsWith(answers)));
  runs.push(factsToday({ money: 'personal-accounts' }, { records: SAMPLE_ACCOUNTS }));
  const words = { en: english, 'zh-Hant': chinese };
  expect(faultsInWords(transfer, words, runs, TRANSFER_RULES, ['no-scheme-on'])).toEqual([]);
});
