import { finderOf } from '../table/headings.ts';

/**
 * The columns of a company list: what the pages of a company's registration ask, by the ids of those pages (facts/domain.md
 * §2.3). The order in a file is free: a column is known by its heading.
 */
export const LIST_COLUMNS = [
  'company-name',
  'br-number',
  'form',
  'ci-number',
  'activation-code',
  'role',
  'route',
  'document-date',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Headings that are known, the first of each language being the one that documents name. */
const HEADINGS: Readonly<Record<ListColumn, readonly string[]>> = {
  'company-name': ['company name', '公司名稱', 'name', 'company', '名稱', '公司'],
  'br-number': [
    'br number',
    '商業登記號碼',
    'br',
    'br no',
    'ubi',
    'business registration number',
    'unique business identifier',
    '商業登記',
    '商業識別號碼',
  ],
  form: ['form of business', '公司形式', 'form', 'legal form', '形式', '業務形式'],
  'ci-number': [
    'ci number',
    '公司註冊號碼',
    'ci',
    'ci no',
    'incorporation number',
    'certificate of incorporation number',
    '註冊號碼',
    '註冊證明書號碼',
  ],
  'activation-code': ['activation code', '啟動碼', 'code', '啓動碼'],
  role: ['role', '身分', 'my role', 'authorised person role', '獲授權人身分', '身份'],
  route: ['papers', '文件', 'papers route', 'kind of papers', '文件種類'],
  'document-date': ['document date', '文件日期', 'date of document', 'date', '日期'],
};

/** The column that a heading names; null when none is known by it. */
export const columnOfHeading = finderOf(HEADINGS);
