import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visitRequest as english } from '../../../messages/en/instructions/visit-request.ts';
import { visitRequest as chinese } from '../../../messages/zh-Hant/instructions/visit-request.ts';
import { addDays } from '../../../time.ts';
import { answered } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';
import { VISIT_RULES, weeksFrom } from './rules.ts';
import { visitRequest } from './visit-request.ts';

const request = {
  purpose: 'register-employees',
  company: 'Tai Wo Noodle Shop Ltd',
  district: 'tai-po',
  people: '024',
  languages: 'nepali,cantonese',
  week: '2026-12-07',
  time: 'midday',
  'contact-name': 'Ms Kwan',
  telephone: '2345 6789',
  email: '',
};

test('a request carries everything the outreach team asks for, and nobody is identified', () => {
  expect(travelling(visitRequest, goThrough(visitRequest, request, { identified: null }))).toEqual({
    purpose: 'register-employees',
    company: 'Tai Wo Noodle Shop Ltd',
    district: 'tai-po',
    people: 24,
    week: '2026-12-07',
    time: 'midday',
    languages: ['cantonese', 'nepali'],
    contact: { name: 'Ms Kwan', countryCode: '852', telephone: '23456789', email: null },
  });
});

test('any week and an e-mail address are answers too', () => {
  const facts = goThrough(visitRequest, { ...request, week: 'any', email: 'office@example.hk' });
  expect(travelling(visitRequest, facts)).toMatchObject({
    week: null,
    contact: { email: 'office@example.hk' },
  });
});

test('every page is always asked', () => {
  expect(pagesShown(visitRequest, factsToday())).toEqual(Object.keys(request));
});

describe('what is refused', () => {
  test.each([
    ['people', '0', 'visit-people'],
    ['people', '5001', 'visit-people'],
    ['telephone', '1234567', 'visit-telephone'],
    ['telephone', '18326220', 'visit-telephone'],
    ['languages', '', 'visit-language-needed'],
    ['company', '123', 'visit-name'],
    ['contact-name', '-', 'visit-name'],
    ['week', '2026-11-30', 'choose-one-of-these'],
    ['email', 'office@', 'email-shape'],
  ])('%s: %j', (page, value, code) => {
    expect(answered(visitRequest, page, value)).toMatchObject({ ok: false, code });
  });

  test.each([
    ['people', '5000'],
    ['telephone', '852 2345 6789'],
    ['languages', 'urdu'],
    ['company', '3M'],
  ])('%s: %j is taken', (page, value) => {
    expect(answered(visitRequest, page, value).ok).toBe(true);
  });
});

describe('the weeks offered', () => {
  test('on a Monday and on the Sunday after it they are the same, from the week after next', () => {
    expect(weeksFrom('2026-11-23')[0]).toBe('2026-12-07');
    expect(weeksFrom('2026-11-29')).toEqual(weeksFrom('2026-11-23'));
    expect(weeksFrom('2026-11-30')[0]).toBe('2026-12-14');
  });

  test('always begin on a Monday, 8 to 14 days from today, and follow each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const today = addDays('2020-01-01', days);
        const weeks = weeksFrom(today);
        weeks.forEach((week, index) => {
          expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(1);
          expect(week >= addDays(today, 8 + 7 * index) && week <= addDays(today, 14 + 7 * index)).toBe(true);
        });
      }),
    );
  });
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(visitRequest, [request])).toBeGreaterThan(20);
});

test('every word is there in both languages and fits its place', () => {
  const words = { en: english, 'zh-Hant': chinese };
  expect(faultsInWords(visitRequest, words, [goThrough(visitRequest, request)], VISIT_RULES)).toEqual([]);
});
