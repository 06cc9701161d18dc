import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REFERENCE_DATA_RULES, type ReferenceDataRule } from '../codes.ts';
import { EMBEDDED_REFERENCE_DATA } from '../embedded/embedded.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import { checkReferenceData } from './check-reference-data.ts';

/** The embedded data with one change. */
function changed(change: (data: ReferenceData) => void): ReferenceData {
  const data = structuredClone(EMBEDDED_REFERENCE_DATA);
  change(data);
  return data;
}

/** The element at an index that is known to be there. */
function at<T>(rows: readonly T[], index: number): T {
  const row = rows.at(index);
  if (row === undefined) throw new RangeError('no such row');
  return row;
}

test('the data that is built in passes, and so does the same after a way over the wire', () => {
  expect(checkReferenceData(EMBEDDED_REFERENCE_DATA)).toMatchObject({ ok: true });
  const arrived: unknown = JSON.parse(JSON.stringify(EMBEDDED_REFERENCE_DATA));
  expect(checkReferenceData(arrived)).toEqual({ ok: true, value: EMBEDDED_REFERENCE_DATA });
});

const BROKEN: readonly (readonly [string, ReferenceDataRule, string, (data: ReferenceData) => void])[] = [
  [
    'two limits from the same day',
    'period-order',
    'contributionLimits.6',
    (data) => data.contributionLimits.push(at(data.contributionLimits, -1)),
  ],
  [
    'limits in reverse order',
    'period-order',
    'contributionLimits.1',
    (data) => data.contributionLimits.reverse(),
  ],
  [
    'two scales from the same day',
    'period-order',
    'industryScales.1',
    (data) => data.industryScales.push(at(data.industryScales, 0)),
  ],
  [
    'two DIS tables from the same day',
    'period-order',
    'defaultInvestment.1',
    (data) => data.defaultInvestment.push(at(data.defaultInvestment, 0)),
  ],
  [
    'two cut-offs from the same day',
    'period-order',
    'cutOffs.1',
    (data) => data.cutOffs.push(at(data.cutOffs, 0)),
  ],
  [
    'two sets of rules of a ground from the same day',
    'period-order',
    'withdrawals.age-65.1',
    (data) => data.withdrawals.push(at(data.withdrawals, 0)),
  ],
  [
    'a fund that closes before it opens',
    'period-order',
    'funds.3',
    (data) => (at(data.funds, 3).to = '2000-01-01'),
  ],
  ['a fund that is there twice', 'period-overlap', 'funds.158', (data) => data.funds.push(at(data.funds, 3))],
  [
    'a place that is there twice',
    'period-overlap',
    'places.28',
    (data) => data.places.push(at(data.places, 0)),
  ],
  [
    'a text that is there twice',
    'period-overlap',
    'texts.2',
    (data) => void data.texts?.push(at(data.texts, 0)),
  ],
  [
    'a text that ends before it begins',
    'period-order',
    'texts.0',
    (data) => (at(data.texts ?? [], 0).to = '2024-06-25'),
  ],
  [
    'a scheme that is there twice',
    'duplicate',
    'schemes.24',
    (data) => data.schemes.push(at(data.schemes, 0)),
  ],
  [
    'a piece of evidence that is asked twice',
    'duplicate',
    'withdrawals.0.evidence.1',
    (data) => {
      const { evidence } = at(data.withdrawals, 0);
      evidence.push(at(evidence, 0));
    },
  ],
  ['a fund of nobody', 'scheme-unknown', 'funds.5', (data) => (at(data.funds, 5).scheme = 'nobody')],
  [
    'a scheme without a Core Accumulation Fund',
    'fund-missing',
    'schemes.0',
    (data) => void data.funds.splice(0, 1),
  ],
  [
    'a scheme without an Age 65 Plus Fund',
    'fund-missing',
    'schemes.0',
    (data) => void data.funds.splice(1, 1),
  ],
  [
    'a Core Accumulation Fund that closes and has none after it',
    'fund-missing',
    'schemes.0',
    (data) => (at(data.funds, 0).to = '2030-12-31'),
  ],
  [
    'a Core Accumulation Fund with a day missing before the next',
    'fund-missing',
    'schemes.0',
    (data) => {
      data.funds.push({ ...at(data.funds, 0), code: 'NEXT', from: '2031-01-02' });
      at(data.funds, 0).to = '2030-12-31';
    },
  ],
  [
    'a scheme that is on before it moves',
    'onboarding-order',
    'schemes.2.onboarding',
    (data) => (at(data.schemes, 2).onboarding.movingFrom = '2025-01-01'),
  ],
  [
    'a cut-off after the scheme is on',
    'onboarding-order',
    'schemes.0.cutOffs.0',
    (data) => (at(at(data.schemes, 0).cutOffs, 0).lastDay = '2024-06-26'),
  ],
  [
    'a minimum above its maximum',
    'limits-order',
    'contributionLimits.5',
    (data) => (at(data.contributionLimits, 5).minimumDaily = '1000.01'),
  ],
  [
    'a scale that does not begin with nothing',
    'scale-gap',
    'industryScales.0.bands.0',
    (data) => (at(at(data.industryScales, 0).bands, 0).from = '0.01'),
  ],
  [
    'a scale with a gap of a cent',
    'scale-gap',
    'industryScales.0.bands.1',
    (data) => (at(at(data.industryScales, 0).bands, 1).from = '280.01'),
  ],
  [
    'a scale with an end',
    'scale-gap',
    'industryScales.0.bands.8',
    (data) => (at(at(data.industryScales, 0).bands, 8).below = '1500.00'),
  ],
  [
    'a scale by which the better paid pay less',
    'scale-falls',
    'industryScales.0.bands.4',
    (data) => (at(at(data.industryScales, 0).bands, 4).employee = '24.99'),
  ],
  [
    'a DIS row that makes 100.1',
    'dis-total',
    'defaultInvestment.0.rows.2',
    (data) => (at(at(data.defaultInvestment, 0).rows, 2).age65Plus = '20.1'),
  ],
  [
    'a DIS table without an age',
    'dis-order',
    'defaultInvestment.0.rows.7',
    (data) => void at(data.defaultInvestment, 0).rows.splice(7, 1),
  ],
  [
    'a DIS table with more risk at a greater age',
    'dis-order',
    'defaultInvestment.0.rows.1',
    (data) =>
      Object.assign(at(at(data.defaultInvestment, 0).rows, 1), {
        coreAccumulation: '93.4',
        age65Plus: '6.6',
      }),
  ],
  [
    'a DIS table that stops before the end',
    'dis-ends',
    'defaultInvestment.0.rows',
    (data) => void at(data.defaultInvestment, 0).rows.pop(),
  ],
  [
    'holidays out of order',
    'calendar-order',
    'calendar.holidays.1',
    (data) => data.calendar.holidays.reverse(),
  ],
  [
    'a holiday that is there twice',
    'calendar-order',
    'calendar.holidays.1',
    (data) => data.calendar.holidays.unshift(at(data.calendar.holidays, 0)),
  ],
  [
    'severe weather out of order',
    'calendar-order',
    'calendar.severeWeatherDays.1',
    (data) => data.calendar.severeWeatherDays.reverse(),
  ],
  [
    'a holiday after the calendar',
    'calendar-range',
    'calendar.holidays.67',
    (data) => (data.calendar.to = '2027-12-26'),
  ],
  [
    'a calendar that ends before it begins',
    'calendar-range',
    'calendar',
    (data) => (data.calendar.to = '2023-12-31'),
  ],
  [
    'a year whose holidays were forgotten',
    'calendar-year-empty',
    'calendar.2028',
    (data) => (data.calendar.to = '2028-12-31'),
  ],
  [
    'a place that closes before it opens',
    'opening-order',
    'places.0.hours.0',
    (data) => (at(at(data.places, 0).hours, 0).closes = '08:59'),
  ],
  [
    'a hotline that never opens',
    'opening-order',
    'contacts.contributionHotline.hours.0',
    (data) => (at(data.contacts.contributionHotline.hours, 0).opens = '19:00'),
  ],
  ['a ground without rules', 'ground-missing', 'withdrawals.death', (data) => void data.withdrawals.pop()],
];

describe('a broken rule refuses the whole', () => {
  test.each(BROKEN)('%s', (_what, rule, place, change) => {
    expect(checkReferenceData(changed(change))).toEqual({
      ok: false,
      code: 'reference-data-broken-rule',
      params: { rule, place },
    });
  });

  test('and every rule is broken once above', () => {
    expect([...new Set(BROKEN.map(([, rule]) => rule))].toSorted()).toEqual(REFERENCE_DATA_RULES.toSorted());
  });
});

test('a fund may be followed by another of its kind the day after it closes', () => {
  const next = changed((data) => {
    data.funds.push({ ...at(data.funds, 0), from: '2031-01-01' });
    at(data.funds, 0).to = '2030-12-31';
  });
  expect(checkReferenceData(next)).toMatchObject({ ok: true });
});

describe('what is not of the shape is refused with its place', () => {
  test.each<[string, unknown, string]>([
    ['null', null, ''],
    [
      'a holiday that does not exist',
      changed((data) => (at(data.calendar.holidays, 0).date = '2025-02-29')),
      'calendar.holidays.0.date',
    ],
    [
      'a year in which no rule can be',
      changed((data) => (at(data.funds, 0).to = '9999-12-31')),
      'funds.0.to',
    ],
    ['a cut-off at no time', changed((data) => (at(data.cutOffs, 0).cutOff = '24:00')), 'cutOffs.0.cutOff'],
    [
      'money with three decimals',
      changed((data) => (at(data.contributionLimits, 0).minimumMonthly = '7100.000')),
      'contributionLimits.0.minimumMonthly',
    ],
    [
      'money as people write it',
      changed((data) => (at(data.contributionLimits, 0).minimumMonthly = '7,100.00')),
      'contributionLimits.0.minimumMonthly',
    ],
    ['a version that is none', { ...EMBEDDED_REFERENCE_DATA, version: 0 }, 'version'],
    ['a field that nobody knows', { ...EMBEDDED_REFERENCE_DATA, extra: 1 }, ''],
  ])('%s', (_what, content, place) => {
    expect(checkReferenceData(content)).toEqual({
      ok: false,
      code: 'reference-data-malformed',
      params: { place },
    });
  });

  test('whatever it is, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(EMBEDDED_REFERENCE_DATA)), (value, key) => {
        expect(checkReferenceData(value).ok).toBe(false);
        expect(typeof checkReferenceData({ ...EMBEDDED_REFERENCE_DATA, [key]: value }).ok).toBe('boolean');
      }),
      { numRuns: 50 },
    );
  });
});
