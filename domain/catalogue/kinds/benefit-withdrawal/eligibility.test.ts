import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../calendar/date-arithmetic.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../reference-data/embedded/embedded.ts';
import { readAdult01, typedAdult02 } from '../../../registration/draft.fixture.ts';
import { addDays } from '../../../time.ts';
import type { Answers, Facts } from '../../definition.ts';
import { answered, bornIn } from '../../shared/facts.fixture.ts';
import { ageOf } from '../../shared/member.ts';
import { factsToday } from '../../shared/run-through.fixture.ts';
import { benefitWithdrawal } from './benefit-withdrawal.ts';
import { WITHDRAWAL_RULES } from './codes.ts';

const asked = (page: string, value: string, answers: Answers, other: Partial<Facts> = {}) =>
  answered(benefitWithdrawal, page, value, answers, { data: EMBEDDED_REFERENCE_DATA, ...other });

type Case = readonly [
  code: string,
  ground: string,
  page: string,
  wrong: string,
  right: string,
  before?: Answers,
];
const CASES: readonly Case[] = [
  ['withdrawal-still-working', 'early-retirement', 'ceased-work', 'no', 'yes'],
  ['withdrawal-intends-to-work', 'early-retirement', 'work-again', 'yes', 'no'],
  ['withdrawal-departure-once', 'permanent-departure', 'departure-paid-before', 'yes', 'no'],
  ['withdrawal-intends-to-return', 'permanent-departure', 'departure-return', 'yes', 'no'],
  ['withdrawal-no-permission-elsewhere', 'permanent-departure', 'departure-permission', 'no', 'yes'],
  ['withdrawal-no-incapacity-certificate', 'total-incapacity', 'incapacity-certificate', 'no', 'yes'],
  ['withdrawal-no-illness-certificate', 'terminal-illness', 'illness-certificate', 'no', 'yes'],
  [
    'withdrawal-certificate-too-old',
    'terminal-illness',
    'illness-certificate-date',
    '2025-11-22',
    '2025-11-23',
  ],
  ['withdrawal-date-in-future', 'terminal-illness', 'illness-certificate-date', '2026-11-24', '2026-11-23'],
  ['withdrawal-several-schemes', 'small-balance', 'one-scheme', 'no', 'yes'],
  ['withdrawal-balance-too-large', 'small-balance', 'balance', '5000.01', '5000'],
  ['withdrawal-contribution-too-recent', 'small-balance', 'last-contribution', '2025-11-24', '2025-11-23'],
  ['withdrawal-date-in-future', 'small-balance', 'last-contribution', '2026-11-24', '2020-01-01'],
  ['withdrawal-intends-to-work', 'small-balance', 'work-soon', 'yes', 'no'],
  ['withdrawal-no-grant', 'death', 'grant', 'no', 'yes'],
  ['withdrawal-own-number', 'death', 'deceased-number', 'A123456(3)', 'AB987654(3)'],
  ['withdrawal-date-in-future', 'death', 'died-on', '2026-11-24', '2026-11-23'],
  ['withdrawal-account-count', 'age-65', 'account-count', '0', '1'],
  ['withdrawal-account-count', 'age-65', 'account-count', '11', '10'],
  [
    'withdrawal-account-twice',
    'age-65',
    'account-2',
    '12 34',
    '1235',
    { 'account-count': '2', scheme: 'mass', account: '1234', 'scheme-2': 'mass' },
  ],
  [
    'withdrawal-several-schemes',
    'small-balance',
    'scheme-2',
    'bea-master',
    'mass',
    { 'account-count': '2', scheme: 'mass' },
  ],
];

describe('what would be refused later is refused now, with its reason (§3c)', () => {
  for (const [code, ground, page, wrong, right, before] of CASES) {
    test(`${ground}, ${page}: ${wrong} is ${code}, ${right} is taken`, () => {
      const answers = { ground, ...before };
      expect(asked(page, wrong, answers)).toMatchObject({ ok: false, code });
      expect(asked(page, right, answers)).toMatchObject({ ok: true });
    });
  }

  test('the next step comes with it: until when, from when, how much', () => {
    const illness = { ground: 'terminal-illness' };
    expect(asked('illness-certificate-date', '2025-10-31', illness)).toMatchObject({
      params: { months: 12, until: '2026-10-31' },
    });
    const small = { ground: 'small-balance' };
    expect(asked('last-contribution', '2026-02-28', small)).toMatchObject({
      params: { months: 12, from: '2027-02-28' },
    });
    expect(asked('balance', '8000', small)).toMatchObject({ params: { most: '5,000.00' } });
  });
});

describe('age by the card', () => {
  const card = (dateOfBirth: { year: number; month: number | null; day: number | null }): Partial<Facts> => {
    if (readAdult01.means !== 'reader') throw new Error('the fixture is a card that was read');
    return { identified: { means: 'reader', document: { ...readAdult01.document, dateOfBirth } } };
  };

  test('65 on the birthday and not the day before it', () => {
    const today = card({ year: 1961, month: 11, day: 23 });
    const tomorrow = card({ year: 1961, month: 11, day: 24 });
    expect(asked('ground', 'age-65', {}, today)).toEqual({ ok: true, value: 'age-65' });
    expect(asked('ground', 'age-65', {}, tomorrow)).toEqual({
      ok: false,
      code: 'withdrawal-too-young',
      params: { least: 65, from: '2026-11-24' },
    });
  });

  test('a card with the year only counts from 31 December of that year (§1.2)', () => {
    expect(asked('ground', 'age-65', {}, card({ year: 1961, month: null, day: null }))).toMatchObject({
      params: { from: '2026-12-31' },
    });
  });

  test('early retirement from 60, every other ground at any age', () => {
    expect(asked('ground', 'early-retirement', {}, bornIn(1966)).ok).toBe(true);
    expect(asked('ground', 'early-retirement', {}, bornIn(1967))).toMatchObject({
      params: { least: 60, from: '2027-01-01' },
    });
    for (const ground of [
      'permanent-departure',
      'total-incapacity',
      'terminal-illness',
      'small-balance',
      'death',
    ]) {
      expect(asked('ground', ground, {}, bornIn(2000)).ok).toBe(true);
    }
  });

  test('a number that was typed has no birth date until it is asked', () => {
    const typed = { identified: typedAdult02 };
    expect(asked('ground', 'age-65', {}, typed)).toEqual({ ok: false, code: 'withdrawal-age-not-known' });
    expect(asked('ground', 'age-65', { 'date-of-birth': '1950' }, typed).ok).toBe(true);
  });

  test('the day that is named is the first on which the ground is open, whatever the birthday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), (days) => {
        const born = addDays('1962-01-01', days);
        const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
        const member = card({ year, month, day });
        const refused = asked('ground', 'age-65', {}, member);
        const from = refused.ok ? '' : String(refused.params?.['from']);
        expect(ageOf(factsToday({}, { ...member, today: from }))).toBe(65);
        expect(ageOf(factsToday({}, { ...member, today: addDays(from, -1) }))).toBe(64);
      }),
    );
  });
});

test('a certificate is taken on every day of its months and on none after them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
      const issued = addDays('2025-01-01', days);
      const until = addMonths(issued, 12);
      const on = (today: string) =>
        asked('illness-certificate-date', issued, { ground: 'terminal-illness' }, { today }).ok;
      expect([on(issued), on(until), on(addDays(until, 1))]).toEqual([true, true, false]);
    }),
  );
});

test('a ground that the data of the day do not have is not offered', () => {
  const withdrawals = EMBEDDED_REFERENCE_DATA.withdrawals.filter(({ ground }) => ground !== 'small-balance');
  const data = { ...EMBEDDED_REFERENCE_DATA, withdrawals };
  expect(asked('ground', 'small-balance', {}, { data })).toEqual({ ok: false, code: 'choose-one-of-these' });
});

test('every rule of a withdrawal has an example here', () => {
  const shown = new Set<string>(CASES.map(([code]) => code));
  const elsewhere = ['withdrawal-too-young', 'withdrawal-age-not-known'];
  expect(WITHDRAWAL_RULES.filter((code) => !shown.has(code))).toEqual(expect.arrayContaining(elsewhere));
  expect(WITHDRAWAL_RULES.filter((code) => !shown.has(code))).toHaveLength(elsewhere.length);
});
