import { TERMINATION_REASONS } from '../offsetting/termination.ts';

/** Which part of a row a column belongs to (facts/domain.md §3a). */
type Section = 'general' | 'contribution' | 'new-member' | 'termination';

/** When a cell may not be blank. What a row holds beside it decides. */
type RequiredWhen =
  | 'always'
  /** May always be blank. */
  | 'never'
  /** The row reports a contribution. */
  | 'contribution'
  /** The row reports a contribution of a casual employee. */
  | 'casual-contribution'
  /** The row enrols a new member. */
  | 'new'
  /** The employee type is INTRA_GROUP, or EXPATRIATE. */
  | 'intra-group'
  | 'expatriate'
  /** The row reports a termination. */
  | 'terminated';

/** What may stand in a cell that is not blank; sizes in characters. A code has no spaces inside, a text may. */
export type CellFormat =
  | { readonly kind: 'text' | 'code'; readonly most: number | null }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'date' | 'amount' | 'whole-number' | 'identity' | 'email' }
  | { readonly kind: 'name'; readonly script: 'latin' | 'chinese' }
  | { readonly kind: 'country-code' | 'mobile' };

/** How well a rule is known, as `facts/domain.md` marks it. */
type SourceMark = 'S' | 'S*' | 'I' | 'GK';

export const ACCOUNT_TYPES = ['REE', 'CEE'] as const;
export const ID_TYPES = ['HKID', 'PASSPORT'] as const;
export const MEMBER_STATUSES = ['N', 'E', 'T'] as const;
export const GENDERS = ['M', 'F', 'U', 'O'] as const;
export const EMPLOYEE_TYPES = ['NEW', 'INTRA_GROUP', 'EXPATRIATE', 'EXEMPT'] as const;
export const SEVERANCE_CODES = ['L', 'S'] as const;

const date = { kind: 'date' } as const;
const amount = { kind: 'amount' } as const;
const choice = <Choices extends readonly string[]>(choices: Choices) =>
  ({ kind: 'choice', choices }) as const;
const text = (most: number | null = null) => ({ kind: 'text', most }) as const;
const code = (most: number | null = null) => ({ kind: 'code', most }) as const;

/**
 * The file's columns in their order: key, section, format, when it may not be blank, source mark. The layout is that of
 * a payroll product's export, not the platform's own specification (facts/domain.md §3a), so all of it is data.
 */
const LAYOUT = [
  ['schemeRegistrationNo', 'general', code(10), 'always', 'S*'],
  ['employerAccountNo', 'general', code(15), 'always', 'S*'],
  // One source writes the group third, another calls it column D: `payroll-group-in-column-d` says so when it shows.
  ['payrollGroupId', 'general', text(20), 'never', 'S*'],
  ['departmentCode', 'general', text(50), 'never', 'S*'],
  ['payrollPeriodStart', 'general', date, 'always', 'S*'],
  ['payrollPeriodEnd', 'general', date, 'always', 'S*'],
  ['contributionDay', 'general', date, 'casual-contribution', 'S*'],
  ['accountType', 'general', choice(ACCOUNT_TYPES), 'always', 'S*'],
  ['idType', 'general', choice(ID_TYPES), 'always', 'S*'],
  ['idNo', 'general', { kind: 'identity' }, 'always', 'S*'],
  ['employmentDate', 'general', date, 'always', 'S*'],
  ['memberStatus', 'general', choice(MEMBER_STATUSES), 'always', 'S*'],

  ['memberAccountNo', 'contribution', code(), 'never', 'S*'],
  ['staffNo', 'contribution', text(), 'never', 'S*'],
  ['memberPeriodStart', 'contribution', date, 'contribution', 'S*'],
  ['memberPeriodEnd', 'contribution', date, 'contribution', 'S*'],
  ['workingDays', 'contribution', { kind: 'whole-number' }, 'casual-contribution', 'S*'],
  ['workingPeriodStart', 'contribution', date, 'never', 'S*'],
  ['workingPeriodEnd', 'contribution', date, 'never', 'S*'],
  ['relevantIncome', 'contribution', amount, 'contribution', 'S*'],
  ['basicSalary', 'contribution', amount, 'never', 'S*'],
  ['ermc', 'contribution', amount, 'never', 'S*'],
  ['eemc', 'contribution', amount, 'never', 'S*'],
  ['ervc', 'contribution', amount, 'never', 'S*'],
  ['ervc2', 'contribution', amount, 'never', 'S*'],
  ['eevc', 'contribution', amount, 'never', 'S*'],
  ['employerSurcharge', 'contribution', amount, 'never', 'S*'],
  ['employeeSurcharge', 'contribution', amount, 'never', 'S*'],
  ['total', 'contribution', amount, 'contribution', 'S*'],

  ['gender', 'new-member', choice(GENDERS), 'never', 'S*'],
  ['surnameEnglish', 'new-member', { kind: 'name', script: 'latin' }, 'never', 'S*'],
  ['givenNameEnglish', 'new-member', { kind: 'name', script: 'latin' }, 'never', 'S*'],
  ['surnameChinese', 'new-member', { kind: 'name', script: 'chinese' }, 'never', 'S*'],
  ['givenNameChinese', 'new-member', { kind: 'name', script: 'chinese' }, 'never', 'S*'],
  ['schemeJoiningDate', 'new-member', date, 'never', 'S*'],
  ['dateOfBirth', 'new-member', date, 'new', 'S*'],
  ['memberClass', 'new-member', text(), 'never', 'S*'],
  ['vestingDate', 'new-member', date, 'never', 'S*'],
  ['employeeType', 'new-member', choice(EMPLOYEE_TYPES), 'never', 'S*'],
  ['previousEmploymentDate', 'new-member', date, 'intra-group', 'S*'],
  ['visaIssueDate', 'new-member', date, 'expatriate', 'S*'],
  ['email', 'new-member', { kind: 'email' }, 'new', 'S*'],
  ['mobileCountryCode', 'new-member', { kind: 'country-code' }, 'new', 'S*'],
  ['mobileNo', 'new-member', { kind: 'mobile' }, 'new', 'S*'],

  ['lastEmploymentDate', 'termination', date, 'terminated', 'S*'],
  ['terminationReason', 'termination', choice(TERMINATION_REASONS), 'terminated', 'S*'],
  ['severanceCode', 'termination', choice(SEVERANCE_CODES), 'never', 'S*'],
] as const satisfies readonly (readonly [string, Section, CellFormat, RequiredWhen, SourceMark])[];

export type ColumnKey = (typeof LAYOUT)[number][0];
type KeyOfKind<Kind extends CellFormat['kind']> = Extract<
  (typeof LAYOUT)[number],
  readonly [string, Section, { readonly kind: Kind }, RequiredWhen, SourceMark]
>[0];
export type DateKey = KeyOfKind<'date'>;
export type AmountKey = KeyOfKind<'amount'>;

/** One column of the file; its names are the messages `remittance.column.<key>`. */
export interface Column {
  readonly key: ColumnKey;
  /** 1 to 47. */
  readonly number: number;
  /** As a spreadsheet names it, A to AU. */
  readonly letter: string;
  readonly section: Section;
  readonly format: CellFormat;
  readonly requiredWhen: RequiredWhen;
  readonly source: SourceMark;
}

/** The 47 columns in their order. */
export const COLUMNS: readonly Column[] = LAYOUT.map(
  ([key, section, format, requiredWhen, source], index) => ({
    key,
    number: index + 1,
    letter: spreadsheetLetter(index + 1),
    section,
    format,
    requiredWhen,
    source,
  }),
);

export const COLUMN_COUNT = COLUMNS.length;

const BY_KEY = new Map(COLUMNS.map((column) => [column.key, column]));

export function columnOf(key: ColumnKey): Column {
  const column = BY_KEY.get(key);
  if (column === undefined) throw new RangeError('no such column');
  return column;
}

/** Place in a row's list of cells, from 0. */
export function placeOf(key: ColumnKey): number {
  return columnOf(key).number - 1;
}

/** Whether a text is the key of a column: parameters of problems name other columns so. */
export function isColumnKey(text: string): text is ColumnKey {
  return BY_KEY.has(text as ColumnKey);
}

/** 1 is A, 26 Z, 27 AA. */
function spreadsheetLetter(number: number): string {
  const last = (number - 1) % 26;
  const before = (number - 1 - last) / 26;
  return (before > 0 ? spreadsheetLetter(before) : '') + String.fromCharCode(65 + last);
}

/** Parts of the total, in the file's order. */
export const AMOUNT_PARTS = [
  'ermc',
  'eemc',
  'ervc',
  'ervc2',
  'eevc',
  'employerSurcharge',
  'employeeSurcharge',
] as const satisfies readonly AmountKey[];
export type AmountPart = (typeof AMOUNT_PARTS)[number];
