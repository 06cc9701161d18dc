import { describe, expect, test } from 'vitest';
import { complaint as answerEnglish } from '../../../messages/en/instructions/complaint.ts';
import { contributionEnquiry as english } from '../../../messages/en/instructions/contribution-enquiry.ts';
import { complaint as answerChinese } from '../../../messages/zh-Hant/instructions/complaint.ts';
import { contributionEnquiry as chinese } from '../../../messages/zh-Hant/instructions/contribution-enquiry.ts';
import type { Answers } from '../../definition.ts';
import { answered, bornIn } from '../../shared/facts.fixture.ts';
import { faultsInWords } from '../../shared/words.fixture.ts';
import {
  everyWayTravels,
  factsToday,
  goThrough,
  pagesShown,
  travelling,
} from '../../shared/run-through.fixture.ts';
import { contributionEnquiry, ENQUIRY_RULES } from './contribution-enquiry.ts';
import { SAMPLE_CONTRIBUTIONS } from '../../../records/records.fixture.ts';
import { explainedMonths, KNOWN_REASONS } from './known-reasons.ts';

const contact = {
  'answer-by': 'mobile',
  'answer-mobile': '91234567',
  'answer-mobile-again': '91234567',
  'answer-language': 'zh-Hant',
};
const missing = {
  years: '2025,2026',
  months: '2026-03,2026-01',
  'months-2': '2025-12',
  payer: 'employer',
  'employer-name': 'Wo Hing (Tai Po) Ltd',
  'new-job': 'yes',
  'employed-since': '2026-01-01',
  payslip: 'shows-contribution',
  part: 'both',
  scheme: 'not-sure',
  ...contact,
};
const ownPayments = {
  years: '2024',
  months: '2024-05',
  payer: 'myself',
  part: 'mandatory',
  scheme: 'mass',
  'answer-by': 'email',
  'answer-email': 'lok@example.hk',
  'answer-language': 'en',
};

describe('the case that is opened', () => {
  test('carries months in order, employer, payslip and what was explained, and no amount', () => {
    expect(travelling(contributionEnquiry, goThrough(contributionEnquiry, missing))).toEqual({
      months: ['2025-12', '2026-01', '2026-03'],
      payer: 'employer',
      employer: 'Wo Hing (Tai Po) Ltd',
      employedSince: '2026-01-01',
      part: 'both',
      payslip: 'shows-contribution',
      scheme: null,
      explained: [
        { month: '2025-12', reason: 'before-start' },
        { month: '2026-01', reason: 'employee-holiday' },
      ],
      answer: {
        channel: 'mobile',
        countryCode: '852',
        mobile: '91234567',
        verification: 'typed-twice',
        language: 'zh-Hant',
      },
    });
  });

  test('is the same offline, where no record can be looked at', () => {
    const offline = goThrough(contributionEnquiry, missing, { online: false });
    expect(travelling(contributionEnquiry, offline)).toEqual(
      travelling(contributionEnquiry, goThrough(contributionEnquiry, missing)),
    );
  });

  test('of somebody who pays for themselves names no employer and no payslip', () => {
    expect(travelling(contributionEnquiry, goThrough(contributionEnquiry, ownPayments))).toMatchObject({
      months: ['2024-05'],
      employer: null,
      employedSince: null,
      payslip: null,
      scheme: 'mass',
      explained: [],
    });
  });
});

test('pages appear with the years, the employer and the reasons', () => {
  const shown = (script: Answers) => pagesShown(contributionEnquiry, goThrough(contributionEnquiry, script));
  expect(shown(missing)).toEqual([
    ...['years', 'months', 'months-2', 'payer', 'employer-name', 'new-job', 'employed-since', 'payslip'],
    ...['part', 'scheme', 'known-reasons'],
    ...['answer-by', 'answer-mobile', 'answer-mobile-again', 'answer-language', 'case'],
  ]);
  expect(shown(ownPayments)).toEqual([
    ...['years', 'months', 'payer', 'part', 'scheme'],
    ...['answer-by', 'answer-email', 'answer-language', 'case'],
  ]);
});

describe('months whose contributions may still arrive (§3a, contribution day)', () => {
  const asked = (month: string, today: string) =>
    answered(
      contributionEnquiry,
      'months',
      month,
      { years: month.slice(0, 4) },
      { data: factsToday().data, today },
    );

  test('October is due on 10 November and may be asked about from the 11th', () => {
    expect(asked('2026-10', '2026-11-10')).toEqual({
      ok: false,
      code: 'enquiry-not-due-yet',
      params: { day: '2026-11-10' },
    });
    expect(asked('2026-10', '2026-11-11').ok).toBe(true);
  });

  test('a contribution day on a Saturday waits for Monday', () => {
    expect(asked('2026-09', '2026-10-11')).toMatchObject({ params: { day: '2026-10-12' } });
    expect(asked('2026-09', '2026-10-13').ok).toBe(true);
  });

  test('months to come are not there to choose', () => {
    expect(asked('2026-12', '2026-11-23')).toMatchObject({ code: 'choose-one-of-these' });
  });

  test('years before the calendar begins are past all the same', () => {
    expect(asked('2020-02', '2026-11-23').ok).toBe(true);
  });
});

describe('what else is refused', () => {
  const cases: readonly (readonly [string, string, string, string, Answers])[] = [
    ['enquiry-year-needed', 'years', '', '2026', {}],
    ['enquiry-years', 'years', '2026,2025,2024,2023', '2026,2025,2024', {}],
    ['enquiry-month-needed', 'months', '', '2026-01', { years: '2026' }],
    ['enquiry-employer-name', 'employer-name', '000', '7 Seas Ltd', { payer: 'employer' }],
    [
      'enquiry-started-later',
      'employed-since',
      '2026-04-01',
      '2026-03-31',
      { years: '2026', months: '2026-01,2026-03', payer: 'employer', 'new-job': 'yes' },
    ],
    ['scheme-not-yet', 'scheme', 'rowan', 'willow', {}],
  ];
  for (const [code, page, wrong, right, before] of cases) {
    test(`${page}: ${wrong === '' ? 'nothing' : wrong} is ${code}`, () => {
      expect(answered(contributionEnquiry, page, wrong, before)).toMatchObject({ ok: false, code });
      expect(answered(contributionEnquiry, page, right, before).ok).toBe(true);
    });
  }

  test('every rule has its example', () => {
    const shown = new Set([...cases.map(([code]) => code), 'enquiry-not-due-yet']);
    expect(ENQUIRY_RULES.filter((code) => !shown.has(code))).toEqual([]);
  });
});

describe('months that may rightly be empty (§3a)', () => {
  const reasons = (answers: Answers, other = {}) =>
    explainedMonths(factsToday({ payer: 'employer', 'new-job': 'yes', ...answers }, other)).map(
      ({ month, reason, day }) => [month, reason, ...(day === undefined ? [] : [day])].join(' '),
    );

  test('hired on 1 October 2026: day 60 is 29 November, first contributions until 10 December', () => {
    const hired = { years: '2026', months: '2026-09,2026-10', 'employed-since': '2026-10-01' };
    expect(reasons(hired)).toEqual(['2026-09 before-start', '2026-10 first-60-days 2026-12-10']);
  });

  test('hired on 2 July 2025: nothing from the employee in July, everything from August', () => {
    const hired = { years: '2025', months: '2025-07,2025-08', 'employed-since': '2025-07-02' };
    expect(reasons(hired)).toEqual(['2025-07 employee-holiday']);
  });

  test('casual employees have neither', () => {
    const hired = { years: '2026', months: '2026-10', 'employed-since': '2026-10-01', payer: 'casual' };
    expect(reasons(hired)).toEqual([]);
  });

  test('before 18 and after 65 nothing is mandatory', () => {
    const months = { years: '2026', months: '2026-01', 'new-job': 'no' };
    expect(reasons(months, bornIn(2009))).toEqual(['2026-01 before-18']);
    expect(reasons(months, bornIn(1960))).toEqual(['2026-01 after-65']);
    expect(reasons(months, bornIn(1961))).toEqual(['2026-01 after-65']);
    expect(reasons(months, bornIn(1962))).toEqual([]);
  });
});

test('whatever way is taken to its end, what comes out of it can travel', () => {
  expect(everyWayTravels(contributionEnquiry, [missing, ownPayments])).toBeGreaterThan(20);
});

test('every word is there in both languages and fits its place', () => {
  const words = { en: { ...answerEnglish, ...english }, 'zh-Hant': { ...answerChinese, ...chinese } };
  const visits = [
    ...[missing, ownPayments].map((script) => goThrough(contributionEnquiry, script)),
    goThrough(contributionEnquiry, missing, { records: SAMPLE_CONTRIBUTIONS }),
  ];
  expect(faultsInWords(contributionEnquiry, words, visits, ENQUIRY_RULES)).toEqual([]);
  for (const reason of KNOWN_REASONS) {
    expect(english).toHaveProperty([`enquiry-month.${reason}`]);
  }
});
