import type { where as english } from '../en/where.ts';

/** 下一步到哪裏辦理，以及積金易的通知。 */
export const where = {
  'where.heading': '可以到這些地方',
  'where.open-today': '今日 {opens} 至 {closes} 開放',
  'where.open-on': '下次開放：{day}{opens} 至 {closes}',
  'where.van-today': '服務車今日 {opens} 至 {closes} 停泊',
  'where.van-on': '服務車下次停泊：{day}{opens} 至 {closes}',
  'where.ask': '開放時間請致電 183 2622 查詢',
  'where.more': '再看 {count} 個地方',
  'where.nearest': '最近的是{name}，{when}。',
  'platform-texts.heading': '積金易通知',
} as const satisfies Record<keyof typeof english, string>;
