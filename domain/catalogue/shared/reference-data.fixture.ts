import type { ReferenceData } from '../../reference-data/schema/reference-data.ts';
import type { Fund, FundKind, Scheme } from '../../reference-data/schema/schemes.ts';

/** Invented schemes and funds with real calendar days, small enough to reason about; for tests only. */
function scheme(id: string, en: string, zh: string, on: string, more: Partial<Scheme> = {}): Scheme {
  return {
    id,
    name: { en, 'zh-Hant': zh },
    nameSource: 'sample',
    trustee: { en: 'Sample Trustee', 'zh-Hant': '樣本受託人' },
    trusteeSource: 'sample',
    onboarding: { movingFrom: '2020-01-01', on, source: 'sample' },
    cutOffs: [],
    rules: { ecaMoreThanOnceAYear: false, switchesPerYear: null, source: 'sample' },
    ...more,
  };
}

function fund(of: string, code: string, en: string, kind: FundKind, more: Partial<Fund> = {}): Fund {
  return {
    scheme: of,
    code,
    name: { en, 'zh-Hant': `樣本基金 ${code}` },
    kind,
    riskClass: 4,
    guaranteed: kind === 'guaranteed',
    managementFee: '0.75',
    from: '2024-01-01',
    to: null,
    source: 'sample',
    ...more,
  };
}

/** `willow` and `aspen` are on; `maple` moves on 1 December 2026; `rowan` begins moving in 2027. */
export const sampleData: ReferenceData = {
  version: 7,
  issuedAt: '2026-11-01T00:00:00.000Z',
  effectiveFrom: '2026-11-01',
  schemes: [
    scheme('willow', 'Willow Scheme', '柳樹計劃', '2024-06-26'),
    scheme('rowan', 'Rowan Scheme', '花楸計劃', '2027-06-01', {
      onboarding: { movingFrom: '2027-04-01', on: '2027-06-01', source: 'sample' },
    }),
    scheme('maple', 'Maple Scheme', '楓樹計劃', '2026-12-01', {
      onboarding: { movingFrom: '2026-11-01', on: '2026-12-01', source: 'sample' },
      cutOffs: [
        { instruction: 'fund-switch', lastDay: '2026-11-25', source: 'sample' },
        { instruction: 'transfer', lastDay: '2026-11-20', source: 'sample' },
      ],
    }),
    scheme('aspen', 'Aspen Scheme', '白楊計劃', '2025-03-05', {
      rules: { ecaMoreThanOnceAYear: true, switchesPerYear: 4, source: 'sample' },
    }),
  ],
  funds: [
    fund('willow', 'WGTY', 'Guaranteed Fund', 'guaranteed'),
    fund('willow', 'WEQ', 'Asian Equity Fund', 'equity'),
    fund('willow', 'WCAF', 'Core Accumulation Fund', 'core-accumulation'),
    fund('willow', 'W65', 'Age 65 Plus Fund', 'age-65-plus'),
    fund('willow', 'WOLD', 'Closed Bond Fund', 'bond', { to: '2025-12-31' }),
    fund('aspen', 'AEQ', 'World Equity Fund', 'equity'),
    fund('aspen', 'ABD', 'Bond Fund', 'bond'),
    fund('aspen', 'ACAF', 'Core Accumulation Fund', 'core-accumulation'),
  ],
  defaultInvestment: [
    {
      from: '2017-04-01',
      rows: [
        { age: 50, coreAccumulation: '93.3', age65Plus: '6.7', source: 'general-knowledge' },
        { age: 64, coreAccumulation: '0.0', age65Plus: '100.0', source: 'sourced' },
      ],
    },
  ],
  contributionLimits: [
    {
      from: '2014-06-01',
      minimumMonthly: '7100.00',
      maximumMonthly: '30000.00',
      minimumDaily: '280.00',
      maximumDaily: '1000.00',
      minimumYearly: '85200.00',
      maximumYearly: '360000.00',
      rate: '0.05',
      source: 'sourced',
    },
  ],
  industryScales: [],
  cutOffs: [
    {
      from: '2024-06-26',
      cutOff: '16:00',
      dealsInSevereWeather: false,
      severeWeatherSource: 'general-knowledge',
      source: 'sourced',
    },
  ],
  calendar: {
    from: '2026-01-01',
    to: '2027-12-31',
    holidays: [
      { date: '2026-12-25', name: { en: 'Christmas Day', 'zh-Hant': '聖誕節' }, source: 'sample' },
      { date: '2026-12-26', name: { en: 'Day after Christmas', 'zh-Hant': '聖誕節翌日' }, source: 'sample' },
    ],
    severeWeatherDays: [{ date: '2026-11-27', warning: 'gale', source: 'sample' }],
  },
  withdrawals: [],
  contacts: {
    hotline: { number: '183 2622', source: 'sourced' },
    contributionHotline: { number: '3197 2834', hours: [], onHolidays: false, source: 'sourced' },
    chequePost: {
      address: { en: 'P.O. Box 98929 Tsim Sha Tsui Post Office', 'zh-Hant': '尖沙咀郵政信箱 98929 號' },
      source: 'sourced',
    },
    cashTaken: false,
    complaintPledge: { acknowledgedWithin: 3, answeredWithin: 12, source: 'second-hand' },
  },
  places: [],
};
