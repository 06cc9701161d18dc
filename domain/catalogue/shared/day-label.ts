import type { IsoDate } from '../../calendar/working-calendar.ts';
import type { Label } from '../ask.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** Sunday first, as `Date` counts. */
export const WEEKDAYS = [
  ['Sunday', '日'],
  ['Monday', '一'],
  ['Tuesday', '二'],
  ['Wednesday', '三'],
  ['Thursday', '四'],
  ['Friday', '五'],
  ['Saturday', '六'],
] as const;

/** A day in words: `Monday 23 November 2026`, `2026年11月23日（星期一）`. */
export function dayLabel(date: IsoDate): Label {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [english, chinese] = WEEKDAYS[new Date(`${date}T00:00:00.000Z`).getUTCDay()] ?? WEEKDAYS[0];
  return {
    words: {
      'zh-Hant': `${year}年${month}月${day}日（星期${chinese}）`,
      en: `${english} ${day} ${MONTHS[month - 1] ?? ''} ${year}`,
    },
  };
}

/** A month in words: `November 2026`, `2026年11月`. @param month `YYYY-MM` */
export function monthLabel(month: string): Label {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { words: { 'zh-Hant': `${year}年${number}月`, en: `${MONTHS[number - 1] ?? ''} ${year}` } };
}

/** A period in words: `1 October 2026 to 31 October 2026`, `2026年10月1日至2026年10月31日`. */
export function periodLabel(start: IsoDate, end: IsoDate): Label {
  const [from, to] = [plainDay(start), plainDay(end)];
  return { words: { 'zh-Hant': `${from.chinese}至${to.chinese}`, en: `${from.english} to ${to.english}` } };
}

function plainDay(date: IsoDate): { readonly english: string; readonly chinese: string } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return {
    english: `${day} ${MONTHS[month - 1] ?? ''} ${year}`,
    chinese: `${year}年${month}月${day}日`,
  };
}
