import type { z } from 'zod';
import type { calendarSchema } from '../schema/calendar.ts';
import type { LocalText } from '../schema/common.ts';

type Calendar = z.infer<typeof calendarSchema>;

const NAMES = {
  newYear: ["New Year's Day", '一月一日'],
  lunar1: ["Lunar New Year's Day", '農曆年初一'],
  lunar2: ['The second day of Lunar New Year', '農曆年初二'],
  lunar3: ['The third day of Lunar New Year', '農曆年初三'],
  lunar4: ['The fourth day of Lunar New Year', '農曆年初四'],
  chingMing: ['Ching Ming Festival', '清明節'],
  afterChingMing: ['The day following Ching Ming Festival', '清明節翌日'],
  goodFriday: ['Good Friday', '耶穌受難節'],
  afterGoodFriday: ['The day following Good Friday', '耶穌受難節翌日'],
  easterMonday: ['Easter Monday', '復活節星期一'],
  afterEasterMonday: ['The day following Easter Monday', '復活節星期一翌日'],
  labour: ['Labour Day', '勞動節'],
  buddha: ['The Birthday of the Buddha', '佛誕'],
  afterBuddha: ['The day following the Birthday of the Buddha', '佛誕翌日'],
  tuenNg: ['Tuen Ng Festival', '端午節'],
  establishment: ['HKSAR Establishment Day', '香港特別行政區成立紀念日'],
  afterMidAutumn: ['The day following the Mid-Autumn Festival', '中秋節翌日'],
  national: ['National Day', '國慶日'],
  chungYeung: ['Chung Yeung Festival', '重陽節'],
  afterChungYeung: ['The day following Chung Yeung Festival', '重陽節翌日'],
  christmas: ['Christmas Day', '聖誕節'],
  afterChristmas: ['The first weekday after Christmas Day', '聖誕節後第一個周日'],
} as const;

type Day = readonly [monthAndDay: string, name: keyof typeof NAMES];

const YEARS: Readonly<Record<string, readonly Day[]>> = {
  '2024': [
    ['01-01', 'newYear'],
    ['02-10', 'lunar1'],
    ['02-12', 'lunar3'],
    ['02-13', 'lunar4'],
    ['03-29', 'goodFriday'],
    ['03-30', 'afterGoodFriday'],
    ['04-01', 'easterMonday'],
    ['04-04', 'chingMing'],
    ['05-01', 'labour'],
    ['05-15', 'buddha'],
    ['06-10', 'tuenNg'],
    ['07-01', 'establishment'],
    ['09-18', 'afterMidAutumn'],
    ['10-01', 'national'],
    ['10-11', 'chungYeung'],
    ['12-25', 'christmas'],
    ['12-26', 'afterChristmas'],
  ],
  '2025': [
    ['01-01', 'newYear'],
    ['01-29', 'lunar1'],
    ['01-30', 'lunar2'],
    ['01-31', 'lunar3'],
    ['04-04', 'chingMing'],
    ['04-18', 'goodFriday'],
    ['04-19', 'afterGoodFriday'],
    ['04-21', 'easterMonday'],
    ['05-01', 'labour'],
    ['05-05', 'buddha'],
    ['05-31', 'tuenNg'],
    ['07-01', 'establishment'],
    ['10-01', 'national'],
    ['10-07', 'afterMidAutumn'],
    ['10-29', 'chungYeung'],
    ['12-25', 'christmas'],
    ['12-26', 'afterChristmas'],
  ],
  // Ching Ming is Easter Sunday: both the Monday and the Tuesday are holidays.
  '2026': [
    ['01-01', 'newYear'],
    ['02-17', 'lunar1'],
    ['02-18', 'lunar2'],
    ['02-19', 'lunar3'],
    ['04-03', 'goodFriday'],
    ['04-04', 'afterGoodFriday'],
    ['04-06', 'afterChingMing'],
    ['04-07', 'afterEasterMonday'],
    ['05-01', 'labour'],
    ['05-25', 'afterBuddha'],
    ['06-19', 'tuenNg'],
    ['07-01', 'establishment'],
    ['09-26', 'afterMidAutumn'],
    ['10-01', 'national'],
    ['10-19', 'afterChungYeung'],
    ['12-25', 'christmas'],
    ['12-26', 'afterChristmas'],
  ],
  '2027': [
    ['01-01', 'newYear'],
    ['02-06', 'lunar1'],
    ['02-08', 'lunar3'],
    ['02-09', 'lunar4'],
    ['03-26', 'goodFriday'],
    ['03-27', 'afterGoodFriday'],
    ['03-29', 'easterMonday'],
    ['04-05', 'chingMing'],
    ['05-01', 'labour'],
    ['05-13', 'buddha'],
    ['06-09', 'tuenNg'],
    ['07-01', 'establishment'],
    ['09-16', 'afterMidAutumn'],
    ['10-01', 'national'],
    ['10-08', 'chungYeung'],
    ['12-25', 'christmas'],
    ['12-27', 'afterChristmas'],
  ],
};

/**
 * Holidays are not in the facts. These agree, all four years, with the data of the open `holidays` package (0.105); 2027
 * as the government announced it, with a report of that (https://a2znews.uk/article/b2/28468). Severe weather is far from
 * complete: the days that are well remembered only, none of 2026.
 */
export const CALENDAR: Calendar = {
  from: '2024-01-01',
  to: '2027-12-31',
  holidays: Object.entries(YEARS).flatMap(([year, days]) =>
    days.map(([monthAndDay, name]) => ({
      date: `${year}-${monthAndDay}`,
      name: text(name),
      source: 'second-hand' as const,
    })),
  ),
  severeWeatherDays: [
    { date: '2024-09-05', warning: 'gale', source: 'general-knowledge' },
    { date: '2024-09-06', warning: 'gale', source: 'general-knowledge' },
    { date: '2024-11-14', warning: 'gale', source: 'general-knowledge' },
    { date: '2025-07-20', warning: 'gale', source: 'general-knowledge' },
    { date: '2025-08-05', warning: 'black-rainstorm', source: 'general-knowledge' },
    { date: '2025-08-14', warning: 'black-rainstorm', source: 'general-knowledge' },
    { date: '2025-09-08', warning: 'gale', source: 'general-knowledge' },
    { date: '2025-09-23', warning: 'gale', source: 'general-knowledge' },
    { date: '2025-09-24', warning: 'gale', source: 'general-knowledge' },
  ],
};

function text(name: keyof typeof NAMES): LocalText {
  const [en, zhHant] = NAMES[name];
  return { 'zh-Hant': zhHant, en };
}
