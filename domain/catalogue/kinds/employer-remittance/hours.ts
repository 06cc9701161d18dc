import type { Opening } from '../../../reference-data/schema/service.ts';
import type { Label } from '../../ask.ts';
import { WEEKDAYS } from '../../shared/day-label.ts';

/** Opening hours in words: `Monday to Friday 09:00–19:00`, `星期一至五 09:00–19:00`. */
export function hoursLabel({ weekdays, opens, closes }: Opening): Label {
  const days = [...weekdays].sort((one, other) => one - other);
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? first;
  const inOne = days.length > 2 && last - first === days.length - 1;
  const name = (day: number, language: 0 | 1): string => (WEEKDAYS[day] ?? WEEKDAYS[0])[language];
  const english = inOne
    ? `${name(first, 0)} to ${name(last, 0)}`
    : days.map((day) => name(day, 0)).join(', ');
  const chinese = inOne ? `${name(first, 1)}至${name(last, 1)}` : days.map((day) => name(day, 1)).join('、');
  return { words: { 'zh-Hant': `星期${chinese} ${opens}–${closes}`, en: `${english} ${opens}–${closes}` } };
}
