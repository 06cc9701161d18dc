import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contributions as reckoningEnglish } from '../../../messages/en/contributions.ts';
import { offsettingClaim as english } from '../../../messages/en/instructions/offsetting-claim.ts';
import { contributions as reckoningChinese } from '../../../messages/zh-Hant/contributions.ts';
import { offsettingClaim as chinese } from '../../../messages/zh-Hant/instructions/offsetting-claim.ts';
import { centsOf, plainMoney } from '../../../money/money.ts';
import { addDays } from '../../../time.ts';
import type { Answers } from '../../definition.ts';
import { answered, detailsOf } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';
import { OFFSETTING_CLAIM_RULES } from './codes.ts';
import { offsettingClaim } from './offsetting-claim.ts';
import { mostMandatory, mostVoluntary, reckoned } from './reckoning.ts';

/** Five years before the transition and one after it, at 18,000 and 21,000 a month. */
const both = {
  authorised: 'yes',
  payment: 'severance',
  reason: 'REDUNDANCY',
  'company-name': 'Hop Lee Printing Ltd',
  'br-number': '1234-5678',
  scheme: 'mass',
  account: '3777 4636 5627',
  'employee-surname': 'CHU',
  'employee-given-names': 'Mei Yan',
  'employee-number': 'E364912(5)',
  'service-from': '2020-05-01',
  'service-to': '2026-04-30',
  wage: '21,000',
  'wage-before': '18000',
  'paid-state': 'in-full',
  paid: '74000',
  'claim-mandatory': '60000',
  'claim-voluntary': '5000',
};
const { 'wage-before': _before, 'claim-mandatory': _mandatory, ...rest } = both;
const after = {
  ...rest,
  payment: 'long-service',
  reason: 'RETIRE',
  'service-from': '2025-05-01',
  paid: '14000',
};

const walked = (script: Answers) => goThrough(offsettingClaim, script);

describe('what travels', () => {
  test('service on both sides of 1 May 2025, reckoned in two parts (§3c, offsetting)', () => {
    expect(travelling(offsettingClaim, walked(both))).toEqual({
      payment: 'severance',
      reason: 'REDUNDANCY',
      employer: {
        name: 'Hop Lee Printing Ltd',
        businessRegistration: '12345678',
        scheme: 'mass',
        account: '377746365627',
      },
      employee: { hkid: 'E3649125', surname: 'CHU', givenNames: 'Mei Yan' },
      service: { from: '2020-05-01', to: '2026-04-30' },
      wages: { atEnd: '21000.00', beforeTransition: '18000.00' },
      paid: { state: 'in-full', amount: '74000.00' },
      reckoned: { earlierPart: '60000.00', laterPart: '14000.00', total: '74000.00' },
      claim: { mandatory: '60000.00', voluntary: '5000.00' },
    });
  });

  test('service from 1 May 2025 on: mandatory contributions are not even asked for', () => {
    expect(pagesShown(offsettingClaim, walked(after))).not.toContain('claim-mandatory');
    expect(travelling(offsettingClaim, walked(after))).toMatchObject({
      wages: { beforeTransition: null },
      reckoned: { earlierPart: '0.00', laterPart: '14000.00' },
      claim: { mandatory: '0.00', voluntary: '5000.00' },
    });
  });

  test('with an officer’s attestation it can be sent', () => {
    const { answers } = walked(both);
    expect(detailsOf(offsettingClaim, { ...answers, scheme: 'willow' })).toMatchObject({
      payment: 'severance',
    });
  });
});

describe('pages', () => {
  test('the wage of April 2025 is asked only where service stands on both sides', () => {
    const dates = (from: string, to: string) =>
      pagesShown(offsettingClaim, factsToday({ 'service-from': from, 'service-to': to }));
    expect(dates('2020-01-01', '2025-05-01')).toContain('wage-before');
    expect(dates('2020-01-01', '2025-04-30')).not.toContain('wage-before');
    expect(dates('2025-05-01', '2026-01-01')).not.toContain('wage-before');
  });

  test('the employee’s number is masked on the review page', () => {
    const page = offsettingClaim.steps.find((step) => 'id' in step && step.id === 'employee-number');
    if (page === undefined || !('describe' in page)) throw new Error('no such page');
    expect(page.describe('E3649125', factsToday(), 1)).toEqual([
      { words: { 'zh-Hant': 'E36***(*)', en: 'E36***(*)' } },
    ]);
  });

  test('the figures page says parts, sum and why', () => {
    const facts = walked(both);
    const page = offsettingClaim.steps.find((step) => 'id' in step && step.id === 'figures');
    if (page === undefined || !('ask' in page)) throw new Error('no such page');
    expect(page.ask(facts, 1)).toMatchObject({
      paragraphs: [{ message: 'offsetting.split-at-transition' }, { message: 'offsetting-claim.differs' }],
      figures: [
        { value: { words: { en: 'HK$60,000.00' } } },
        { value: { words: { en: 'HK$14,000.00' } } },
        { value: { words: { en: 'HK$74,000.00' } } },
        { value: { words: { en: 'HK$60,000.00' } } },
      ],
    });
  });
});

describe('what would be refused later is refused now', () => {
  const { answers } = walked(both);
  const cases: readonly (readonly [string, string, string, string, Answers])[] = [
    ['offsetting-not-authorised', 'authorised', 'no', 'yes', {}],
    ['offsetting-severance-reason', 'reason', 'RETIRE', 'LAID_OFF', { payment: 'severance' }],
    ['offsetting-long-service-reason', 'reason', 'RESIGN', 'DEATH', { payment: 'long-service' }],
    ['offsetting-company-name', 'company-name', '99', '99 Ltd', {}],
    ['offsetting-br-shape', 'br-number', '123456789', '12345678', {}],
    ['offsetting-own-number', 'employee-number', 'A123456(3)', 'E364912(5)', {}],
    ['hkid-check-digit', 'employee-number', 'E364912(6)', 'E364912(5)', {}],
    ['offsetting-service-dates', 'service-to', '2020-04-30', '2020-05-01', { 'service-from': '2020-05-01' }],
    [
      'offsetting-service-not-ended',
      'service-to',
      '2026-11-24',
      '2026-11-23',
      { 'service-from': '2020-05-01' },
    ],
    ['amount-too-small', 'wage', '0', '0.01', {}],
    ['offsetting-above-cap', 'paid', '390000.01', '390000', {}],
    ['offsetting-mandatory-too-much', 'claim-mandatory', '60000.01', '60000', answers],
    ['offsetting-voluntary-too-much', 'claim-voluntary', '14000.01', '14000', answers],
    ['offsetting-nothing-claimed', 'claim-voluntary', '0', '1', { ...answers, 'claim-mandatory': '0.00' }],
  ];

  for (const [code, page, wrong, right, before] of cases) {
    test(`${page}: ${wrong} is ${code}, ${right} is taken`, () => {
      expect(answered(offsettingClaim, page, wrong, before)).toMatchObject({ ok: false, code });
      expect(answered(offsettingClaim, page, right, before).ok).toBe(true);
    });
  }

  test('every rule has its example', () => {
    const shown = new Set(cases.map(([code]) => code));
    expect(OFFSETTING_CLAIM_RULES.filter((code) => !shown.has(code))).toEqual([]);
  });
});

test('thirty years at the ceiling: the cap of 390,000 comes off the later part', () => {
  const long = { ...both, 'service-from': '1996-05-01', wage: '40000', 'wage-before': '40000' };
  const result = reckoned(long);
  expect([result?.earlierPart, result?.laterPart, result?.total]).toEqual([39_000_000n, 0n, 39_000_000n]);
});

test('nothing beyond the payment and its earlier part can ever be claimed', () => {
  const dates = fc.integer({ min: 0, max: 12_000 });
  const amounts = fc.bigInt({ min: 1n, max: 39_000_000n });
  fc.assert(
    fc.property(dates, dates, amounts, amounts, (from, days, wage, paid) => {
      const serviceFrom = addDays('1994-01-01', from);
      const answers = {
        payment: 'severance',
        'service-from': serviceFrom,
        'service-to': addDays(serviceFrom, days),
        wage: plainMoney(wage),
        'wage-before': plainMoney(wage),
        paid: plainMoney(paid),
      };
      const mandatory = mostMandatory(answers);
      const claimed = { ...answers, 'claim-mandatory': plainMoney(mandatory) };
      const together = mandatory + mostVoluntary(claimed);
      const result = reckoned(answers);
      expect(mandatory <= (result?.earlierPart ?? 0n)).toBe(true);
      expect(together <= centsOf('390000.00') && together <= paid).toBe(true);
    }),
  );
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(offsettingClaim, [both, after])).toBeGreaterThan(20);
});

test('every word is there in both languages and fits its place', () => {
  const words = {
    en: { ...reckoningEnglish, ...english },
    'zh-Hant': { ...reckoningChinese, ...chinese },
  };
  const visits = [walked(both), walked(after)];
  expect(faultsInWords(offsettingClaim, words, visits, OFFSETTING_CLAIM_RULES)).toEqual([]);
});
