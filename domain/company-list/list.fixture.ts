import { csvLine } from '../remittance/row/write-row.ts';
import { LIST_COLUMNS, type ListColumn } from './columns.ts';
import type { ListedCompany } from './list.ts';

export type CompanyCells = Readonly<Partial<Record<ListColumn, string>>>;

/** An invented company in which nothing is wrong. */
export const SUNRISE = {
  'company-name': 'Sunrise Holdings Ltd',
  'br-number': '11111111',
  form: 'incorporated',
  'ci-number': '1234567',
  'activation-code': 'AB12-CD34',
  role: 'company-authorised',
  route: 'trustee-document',
  'document-date': '2026-10-01',
} as const satisfies Record<ListColumn, string>;

const HEADINGS_EN: Readonly<Record<ListColumn, string>> = {
  'company-name': 'Company name',
  'br-number': 'BR number',
  form: 'Form of business',
  'ci-number': 'CI number',
  'activation-code': 'Activation code',
  role: 'Role',
  route: 'Papers',
  'document-date': 'Document date',
};
export const HEADINGS_ZH: Readonly<Record<ListColumn, string>> = {
  'company-name': '公司名稱',
  'br-number': '商業登記號碼',
  form: '公司形式',
  'ci-number': '公司註冊號碼',
  'activation-code': '啟動碼',
  role: '身分',
  route: '文件',
  'document-date': '文件日期',
};

interface FileOptions {
  readonly columns?: readonly ListColumn[];
  readonly headings?: Readonly<Record<ListColumn, string>>;
}

/** A list as a spreadsheet writes it; each row is the invented company but for its cells. */
export function listFile(...rows: readonly CompanyCells[]): string {
  return listFileWith({}, ...rows);
}

export function listFileWith(
  { columns = LIST_COLUMNS, headings = HEADINGS_EN }: FileOptions,
  ...rows: readonly CompanyCells[]
): string {
  const lines = rows.map((cells) => columns.map((column) => ({ ...SUNRISE, ...cells })[column]));
  return [columns.map((column) => headings[column]), ...lines]
    .map((cells) => `${csvLine(cells)}\r\n`)
    .join('');
}

/** A company as the cells of its row. */
export function cellsOf(company: ListedCompany): CompanyCells {
  return {
    'company-name': company.name,
    'br-number': company.businessRegistration,
    form: company.form,
    'ci-number': company.incorporation ?? '',
    'activation-code': company.activationCode ?? '',
    role: company.role ?? '',
    route: company.route ?? '',
    'document-date': company.documentDate ?? '',
  };
}
