import { describe, expect, test } from 'vitest';
import { benefitWithdrawal as english } from '../../../messages/en/instructions/benefit-withdrawal.ts';
import { benefitWithdrawal as chinese } from '../../../messages/zh-Hant/instructions/benefit-withdrawal.ts';
import { WITHDRAWAL_GROUNDS } from '../../../reference-data/schema/withdrawals.ts';
import type { Answers } from '../../definition.ts';
import { bornIn } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';
import { benefitWithdrawal } from './benefit-withdrawal.ts';
import { WITHDRAWAL_RULES } from './codes.ts';
import { RUNS } from './runs.fixture.ts';

const travelled = (script: Answers, year = 1955) =>
  travelling(benefitWithdrawal, goThrough(benefitWithdrawal, script, bornIn(year)));

describe('a complete claim travels, ground by ground (§3c)', () => {
  test('age 65: two accounts, one in full and one in part, with the fee of a fifth part read', () => {
    expect(travelled(RUNS['age-65'])).toEqual({
      claim: { ground: 'age-65' },
      registeredBy: 'photo',
      accounts: [
        { scheme: 'bea-master', account: '12345678', payment: { way: 'all' } },
        {
          scheme: 'mass',
          account: 'M0098',
          payment: { way: 'part', amount: '20000.00', earlierThisYear: 4 },
        },
      ],
      bank: { bankCode: '004', accountNumber: '123456789', inOwnName: true },
      papers: {
        present: ['identity'],
        toCome: [],
        forms: [{ code: 'W(R)', source: 'sourced' }],
        statutoryDeclaration: 'not-needed',
        originalNeeded: false,
      },
    });
  });

  test('early retirement: to be sworn elsewhere, the original still to come', () => {
    expect(travelled(RUNS['early-retirement'], 1965)).toMatchObject({
      claim: { ground: 'early-retirement', ceasedAllWork: true, intendsToWork: false },
      papers: {
        present: ['identity'],
        toCome: ['statutory-declaration'],
        statutoryDeclaration: 'to-be-sworn',
        originalNeeded: true,
      },
    });
  });

  test('permanent departure, total incapacity, terminal illness and a small balance are paid in one sum', () => {
    expect(travelled(RUNS['permanent-departure'], 1990)).toMatchObject({
      claim: { ground: 'permanent-departure', paidBefore: false, departure: '2026-12-31' },
      accounts: [{ payment: { way: 'all' } }],
    });
    expect(travelled(RUNS['total-incapacity'], 1990)).toMatchObject({
      claim: { ground: 'total-incapacity', certificate: true },
    });
    expect(travelled(RUNS['terminal-illness'], 1990)).toMatchObject({
      claim: { ground: 'terminal-illness', certificateIssued: '2025-11-23' },
      papers: { statutoryDeclaration: 'not-needed' },
    });
    expect(travelled(RUNS['small-balance'], 1990)).toMatchObject({
      claim: { ground: 'small-balance', balance: '5000.00', lastContribution: '2025-11-23' },
    });
  });

  test('death: the personal representative names the member, and no bank account of their own is asked', () => {
    expect(travelled(RUNS.death, 1990)).toMatchObject({
      claim: {
        ground: 'death',
        deceased: { hkid: 'E3649125', surname: 'LOK', givenNames: '', diedOn: '2026-08-01' },
      },
      registeredBy: null,
      bank: null,
    });
  });
});

describe('pages', () => {
  const shown = (answers: Answers) => pagesShown(benefitWithdrawal, factsToday(answers, bornIn(1955)));

  test('the conditions of a ground come first and belong to no other', () => {
    expect(shown({ ground: 'small-balance' }).slice(0, 6)).toEqual([
      'ground',
      'one-scheme',
      'balance',
      'last-contribution',
      'work-soon',
      'registered-by',
    ]);
    expect(shown({ ground: 'total-incapacity' })).not.toContain('one-scheme');
  });

  test('parts are offered at 65 and on early retirement only', () => {
    const one = { 'account-count': '1' };
    const grounds = WITHDRAWAL_GROUNDS.filter((ground) => shown({ ground, ...one }).includes('way'));
    expect(grounds).toEqual(['age-65', 'early-retirement']);
    expect(shown({ ground: 'death', ...one, way: 'part' })).not.toContain('amount');
  });

  test('the fee page appears from the fifth part of a year on', () => {
    const part = { ground: 'age-65', 'account-count': '1', way: 'part' };
    expect(shown({ ...part, 'earlier-parts': '3' })).not.toContain('part-fee');
    expect(shown({ ...part, 'earlier-parts': '4' })).toContain('part-fee');
  });

  test('accounts made with a photo of the card, and doubtful ones, are told of the second check (§2.2)', () => {
    const by = (way: string) => shown({ ground: 'age-65', 'registered-by': way });
    expect(by('photo')).toContain('extra-check');
    expect(by('not-sure')).toContain('extra-check');
    expect(by('iam-smart')).not.toContain('extra-check');
    expect(by('in-person')).not.toContain('extra-check');
  });
});

describe('the honest end', () => {
  const end = (ground: keyof typeof RUNS, year: number) =>
    goThrough(benefitWithdrawal, RUNS[ground], bornIn(year));

  test('everything to bring is named: papers of the ground, then forms, unconfirmed ones marked', () => {
    expect(benefitWithdrawal.bring?.(end('early-retirement', 1965))).toEqual([
      {
        words: {
          'zh-Hant': '香港身份證，或沒有身份證者的護照',
          en: expect.stringContaining('identity card') as string,
        },
      },
      {
        words: {
          'zh-Hant': expect.stringContaining('法定聲明正本') as string,
          en: expect.any(String) as string,
        },
      },
      { message: 'withdrawal.form', params: { code: 'W(R)' } },
      { message: 'withdrawal.form-not-confirmed', params: { code: 'W(SD1)' } },
    ]);
  });

  test('payment within 30 days of a complete claim; a missing original and a second check come before it', () => {
    expect(benefitWithdrawal.tell?.(end('early-retirement', 1965))).toEqual([
      { message: 'withdrawal.original-first' },
      { message: 'withdrawal.thirty-days' },
    ]);
    expect(benefitWithdrawal.tell?.(end('age-65', 1955))).toEqual([
      { message: 'withdrawal.extra-check' },
      { message: 'withdrawal.thirty-days' },
    ]);
  });
});

describe('in a service centre the original papers are looked at', () => {
  const there = { ...bornIn(1965), atServiceCentre: true };
  const retired = (originals: string) =>
    goThrough(benefitWithdrawal, { ...RUNS['early-retirement'], originals }, there);

  test('seen: the claim says so, only a service centre may say it, and nothing is still to come', () => {
    const facts = retired('seen');
    expect(travelling(benefitWithdrawal, facts)).toMatchObject({ papers: { originalsSeen: true } });
    expect(
      benefitWithdrawal.isCentreOnly?.(benefitWithdrawal.details.parse(travelling(benefitWithdrawal, facts))),
    ).toBe(true);
    expect(benefitWithdrawal.tell?.(facts)).toContainEqual({ message: 'withdrawal.original-seen' });
  });

  test('not all of them here: still to come, as anywhere', () => {
    const facts = retired('not-here');
    expect(travelling(benefitWithdrawal, facts)).not.toHaveProperty('papers.originalsSeen');
    expect(benefitWithdrawal.tell?.(facts)).toContainEqual({ message: 'withdrawal.original-first' });
  });

  test('asked nowhere else, and where no original is needed not there either', () => {
    const elsewhere = goThrough(benefitWithdrawal, RUNS['early-retirement'], bornIn(1965));
    expect(pagesShown(benefitWithdrawal, elsewhere)).not.toContain('originals');
    const old = goThrough(benefitWithdrawal, RUNS['age-65'], { ...bornIn(1955), atServiceCentre: true });
    expect(pagesShown(benefitWithdrawal, old)).not.toContain('originals');
  });
});

test('before the first scheme is on, nothing can be claimed here', () => {
  expect(benefitWithdrawal.refuse?.(factsToday({}, { today: '2024-06-25' }))).toEqual({
    code: 'no-scheme-on',
  });
  expect(benefitWithdrawal.refuse?.(factsToday())).toBeNull();
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(benefitWithdrawal, Object.values(RUNS), bornIn(1955))).toBeGreaterThan(20);
});

test('every word is there in both languages and fits its place', () => {
  const visits = WITHDRAWAL_GROUNDS.map((ground) =>
    goThrough(benefitWithdrawal, RUNS[ground], bornIn(ground === 'age-65' ? 1955 : 1965)),
  );
  const there = { ...bornIn(1965), atServiceCentre: true };
  const atCentre = goThrough(benefitWithdrawal, { ...RUNS['early-retirement'], originals: 'seen' }, there);
  const words = { en: english, 'zh-Hant': chinese };
  expect(faultsInWords(benefitWithdrawal, words, [...visits, atCentre], WITHDRAWAL_RULES)).toEqual([]);
});
