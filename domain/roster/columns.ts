import { finderOf } from '../table/headings.ts';

/**
 * The columns of a van's roster (docs/van-roster.md). The order in a file is free: a column is known by its heading. `name`
 * is known so that it can be left out of what is read; `remarks` so that it can be refused by name.
 */
export const ROSTER_COLUMNS = [
  'hkid',
  'mobile',
  'language',
  'employer',
  'br-number',
  'casual',
  'industry-scheme',
  'name',
  'remarks',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** Headings that are known, the first of each language being the one that documents name. */
export const columnOfRosterHeading = finderOf<RosterColumn>({
  hkid: [
    'hkid',
    '身份證號碼',
    'hkid number',
    'hkid no',
    'identity card number',
    'id number',
    '身分證號碼',
    '身份證',
  ],
  mobile: ['mobile', '流動電話', 'mobile number', 'mobile phone', 'phone', '電話', '手機', '手提電話'],
  language: ['language', '語言', 'language of letters', '通訊語言', '語文'],
  employer: [
    'employer',
    '僱主',
    'employer name',
    'name of employer',
    'company',
    'company name',
    '僱主名稱',
    '公司名稱',
  ],
  'br-number': [
    'br number',
    '商業登記號碼',
    'br',
    'br no',
    'ubi',
    'business registration number',
    '商業登記',
  ],
  casual: ['casual employee', '臨時僱員', 'casual', '臨時工'],
  'industry-scheme': ['industry scheme', '行業計劃', 'industry'],
  name: [
    'name',
    '姓名',
    'name of worker',
    'worker',
    'english name',
    'chinese name',
    '英文姓名',
    '中文姓名',
    '名字',
  ],
  remarks: ['remarks', '備註', 'remark', 'notes', 'note', 'comments', 'comment', '備注', '註', '其他'],
});

const yesOrNo = finderOf({
  yes: ['yes', '是', 'y', 'true', '1', '臨時'],
  no: ['no', '否', 'n', 'false', '0', '不是'],
});
const industry = finderOf({
  construction: ['construction', '建造業', '建築業', '建造', '建築'],
  catering: ['catering', '飲食業', '飲食'],
  none: ['none', '沒有', 'no', '無', '否'],
});
const language = finderOf({
  'zh-Hant': ['zh hant', '中文', 'chinese', 'traditional chinese', '繁體中文', 'zh', 'c'],
  en: ['en', '英文', 'english', 'e'],
});

/** What a cell of a column chooses, in words of either language; null when it is none of them. */
export const CHOICES = { casual: yesOrNo, 'industry-scheme': industry, language } as const;
