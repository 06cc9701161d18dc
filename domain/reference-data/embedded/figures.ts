import type { ContributionLimits, DatedCutOff, DisTable, IndustryScale } from '../schema/figures.ts';

/** facts/domain.md §3a; everything before 1 November 2013 is from general knowledge. */
export const CONTRIBUTION_LIMITS: ContributionLimits[] = [
  limits('2000-12-01', ['4000.00', '20000.00'], ['130.00', '650.00'], ['48000.00', '240000.00']),
  limits('2003-02-01', ['5000.00', '20000.00'], ['160.00', '650.00'], ['60000.00', '240000.00']),
  limits('2011-11-01', ['6500.00', '20000.00'], ['250.00', '650.00'], ['78000.00', '240000.00']),
  limits('2012-06-01', ['6500.00', '25000.00'], ['250.00', '830.00'], ['78000.00', '300000.00']),
  limits('2013-11-01', ['7100.00', '25000.00'], ['280.00', '830.00'], ['85200.00', '300000.00']),
  {
    ...limits('2014-06-01', ['7100.00', '30000.00'], ['280.00', '1000.00'], ['85200.00', '360000.00']),
    source: 'sourced',
  },
];

function limits(
  from: string,
  [minimumMonthly, maximumMonthly]: readonly [string, string],
  [minimumDaily, maximumDaily]: readonly [string, string],
  [minimumYearly, maximumYearly]: readonly [string, string],
): ContributionLimits {
  return {
    from,
    minimumMonthly,
    maximumMonthly,
    minimumDaily,
    maximumDaily,
    minimumYearly,
    maximumYearly,
    rate: '0.05',
    source: 'general-knowledge',
  };
}

/**
 * facts/domain.md §3a: its ends are sourced, the steps between from general knowledge. The scale of November 2013, whose
 * upper bands were lower, is not known and so not here.
 */
export const INDUSTRY_SCALES: IndustryScale[] = [
  {
    from: '2014-06-01',
    bands: [
      { from: '0.00', below: '280.00', employer: '10.00', employee: '0.00' },
      { from: '280.00', below: '350.00', employer: '15.00', employee: '15.00' },
      { from: '350.00', below: '450.00', employer: '20.00', employee: '20.00' },
      { from: '450.00', below: '550.00', employer: '25.00', employee: '25.00' },
      { from: '550.00', below: '650.00', employer: '30.00', employee: '30.00' },
      { from: '650.00', below: '750.00', employer: '35.00', employee: '35.00' },
      { from: '750.00', below: '850.00', employer: '40.00', employee: '40.00' },
      { from: '850.00', below: '950.00', employer: '45.00', employee: '45.00' },
      { from: '950.00', below: null, employer: '50.00', employee: '50.00' },
    ],
    source: 'general-knowledge',
  },
];

/** facts/domain.md §3d: the rows between 50 and 64 are the published pattern from general knowledge. */
export const DEFAULT_INVESTMENT: DisTable[] = [
  {
    from: '2017-04-01',
    rows: [
      row(50, '93.3', '6.7'),
      row(51, '86.7', '13.3'),
      row(52, '80.0', '20.0'),
      row(53, '73.3', '26.7'),
      row(54, '66.7', '33.3'),
      row(55, '60.0', '40.0'),
      row(56, '53.3', '46.7'),
      row(57, '46.7', '53.3'),
      row(58, '40.0', '60.0'),
      row(59, '33.3', '66.7'),
      row(60, '26.7', '73.3'),
      row(61, '20.0', '80.0'),
      row(62, '13.3', '86.7'),
      row(63, '6.7', '93.3'),
      { ...row(64, '0.0', '100.0'), source: 'sourced' },
    ],
  },
];

function row(age: number, coreAccumulation: string, age65Plus: string): DisTable['rows'][number] {
  return { age, coreAccumulation, age65Plus, source: 'general-knowledge' };
}

/**
 * facts/domain.md §3d. What the "special severe-weather trading arrangement" does is not in the facts: until the
 * platform says otherwise such a day is taken for no dealing day, so that nobody is told too early a day.
 */
export const CUT_OFFS: DatedCutOff[] = [
  {
    from: '2024-06-26',
    cutOff: '16:00',
    dealsInSevereWeather: false,
    severeWeatherSource: 'general-knowledge',
    source: 'sourced',
  },
];
