import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemeEnrolment as english } from '../../../messages/en/instructions/scheme-enrolment.ts';
import { schemeEnrolment as chinese } from '../../../messages/zh-Hant/instructions/scheme-enrolment.ts';
import { addDays } from '../../../time.ts';
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
import { daysMissed } from './rules.ts';
import { SCHEME_ENROLMENT_RULES, schemeEnrolment } from './scheme-enrolment.ts';

const dis = { scheme: 'willow', investment: 'dis' };
const employee = {
  as: 'employee',
  employment: 'regular',
  'started-on': '2026-11-02',
  'employer-name': 'Sample Trading Limited',
  'employer-account': '',
  ...dis,
};
const selfEmployed = { as: 'self-employed', 'started-on': '2026-01-05', 'business-name': '', ...dis };
const personal = { as: 'personal', scheme: 'willow', investment: 'funds', funds: 'WCAF=100' };
const TODAY = '2026-11-23';

describe('joining', () => {
  test('as an employee, without knowing the employer’s account', () => {
    expect(detailsOf(schemeEnrolment, employee)).toEqual({
      as: 'employee',
      scheme: 'willow',
      investment: { way: 'dis' },
      employment: 'regular',
      startedOn: '2026-11-02',
      employerName: 'Sample Trading Limited',
      employerAccount: null,
    });
  });

  test('as self-employed', () => {
    expect(detailsOf(schemeEnrolment, { ...selfEmployed, 'business-name': 'Sample Studio' })).toEqual({
      as: 'self-employed',
      scheme: 'willow',
      investment: { way: 'dis' },
      startedOn: '2026-01-05',
      businessName: 'Sample Studio',
    });
  });

  test('with a personal account, asked nothing about work', () => {
    expect(pageIds(schemeEnrolment, personal)).toEqual([
      'as',
      'scheme',
      'investment',
      'funds',
      'stand-alone',
    ]);
    expect(detailsOf(schemeEnrolment, personal)).toMatchObject({
      as: 'personal',
      investment: { allocation: [{ fund: 'WCAF', percentage: 100 }], standAloneRead: true },
    });
  });

  test('what was answered as an employee does not travel with a personal account', () => {
    expect(detailsOf(schemeEnrolment, { ...employee, ...personal })).not.toHaveProperty('employerName');
  });
});

describe('ages of mandatory contributions, 18 to 64 (facts/domain.md §3a)', () => {
  test.each([
    [2009, 'employee', 'enrol-under-18'],
    [2009, 'self-employed', 'enrol-under-18'],
    [2009, 'personal', undefined],
    [2008, 'employee', undefined],
    [1962, 'employee', undefined],
    [1961, 'employee', 'enrol-from-65'],
    [1961, 'self-employed', 'enrol-from-65'],
    [1961, 'personal', undefined],
  ])('born on 1 January %i, as %s: %s', (year, as, code) => {
    const checked = answered(schemeEnrolment, 'as', as, {}, bornIn(year));
    expect(checked.ok ? undefined : checked.code).toBe(code);
  });
});

describe('the first day of work', () => {
  test('to come, or before birth', () => {
    expect(answered(schemeEnrolment, 'started-on', '2026-11-24', employee)).toEqual({
      ok: false,
      code: 'enrol-start-in-future',
      params: { from: '2026-11-24' },
    });
    expect(answered(schemeEnrolment, 'started-on', '1979-01-01', employee)).toMatchObject({
      code: 'enrol-start-before-birth',
    });
    expect(answered(schemeEnrolment, 'started-on', TODAY, employee).ok).toBe(true);
  });

  test.each([
    [employee, '2026-09-25', false],
    [employee, '2026-09-24', true],
    [{ ...employee, employment: 'casual' }, '2026-11-14', false],
    [{ ...employee, employment: 'casual' }, '2026-11-13', true],
    [selfEmployed, '2026-09-25', false],
    [selfEmployed, '2026-09-24', true],
  ])('within 60 days, casual within 10, the first day included: %#', (answers, startedOn, late) => {
    const pages = pageIds(schemeEnrolment, { ...answers, 'started-on': startedOn });
    expect(pages.includes('late')).toBe(late);
  });

  test('later than due exactly when more days have passed than there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (ago) => {
        const facts = factsWith({ ...employee, 'started-on': addDays(TODAY, -ago) });
        expect(daysMissed(facts)).toBe(ago + 1 > 60 ? 60 : null);
      }),
    );
  });
});

test('an employer’s account has at most 15 figures', () => {
  expect(answered(schemeEnrolment, 'employer-account', '3777463656273', employee).ok).toBe(true);
  expect(answered(schemeEnrolment, 'employer-account', '1'.repeat(16), employee)).toMatchObject({
    code: 'enrol-employer-account',
  });
});

test('every way through ends in what can be sent', () => {
  expect(() => assertEveryWayIsSent(schemeEnrolment)).not.toThrow();
});

test('every page, option, rule and statement has its words in both languages', () => {
  const late = { ...employee, 'started-on': '2026-01-05' };
  const runs = [employee, late, selfEmployed, personal].map((answers) =>
    withStatements(schemeEnrolment, factsWith(answers)),
  );
  const words = { en: english, 'zh-Hant': chinese };
  expect(faultsInWords(schemeEnrolment, words, runs, SCHEME_ENROLMENT_RULES, ['no-scheme-on'])).toEqual([]);
});
