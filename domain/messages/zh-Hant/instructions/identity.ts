import type { identityQuestions as english } from '../../en/instructions/identity.ts';

/** 讀取器未能讀取身份證、改為輸入號碼的人才會看到。 */
export const identityQuestions = {
  'ask.identity.surname.heading': '你的英文姓氏',
  'ask.identity.surname.help': '照身份證上的串法',
  'ask.identity.surname.row': '英文姓氏',
  'ask.identity.given-names.heading': '你的英文名字',
  'ask.identity.given-names.help': '照身份證上的串法和次序；姓名不分姓和名的，可略過此頁',
  'ask.identity.given-names.row': '英文名字',
  'ask.identity.date-of-birth.heading': '你的出生日期',
  'ask.identity.date-of-birth.help': '照身份證上所印：21-04-1961、04-1961，或只有年份',
  'ask.identity.date-of-birth.row': '出生日期',
} as const satisfies Record<keyof typeof english, string>;
