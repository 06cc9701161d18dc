import type { ListColumn } from './columns.ts';

/** `fatal`: the list cannot be read as it is. `error`: the company stays. `warning`: it goes, but look. */
type Severity = 'fatal' | 'error' | 'warning';

/**
 * Everything that can be said about a company list. Messages `company-list.<code>` (what is wrong) and
 * `company-list.<code>.fix` (what to do). Codes of the pages' own rules are theirs (`employer-registration/rules.ts`).
 */
const SEVERITIES = {
  'file-empty': 'fatal',
  'file-no-rows': 'fatal',
  'file-spreadsheet': 'fatal',
  'file-pdf': 'fatal',
  'file-not-text': 'fatal',
  'file-markup': 'fatal',
  'file-encoding-unknown': 'fatal',
  'file-delimiter': 'fatal',
  'header-missing': 'fatal',
  'heading-unknown': 'fatal',
  'heading-twice': 'fatal',
  'column-missing': 'fatal',
  'too-many-companies': 'fatal',
  'encoding-big5': 'warning',
  'encoding-utf-16': 'warning',
  'last-row-open': 'warning',

  'row-cut-short': 'error',
  'row-too-long': 'error',
  'cell-count': 'error',
  'quote-not-closed': 'error',
  'quote-misplaced': 'error',

  'answer-needed': 'error',
  'too-long': 'error',
  choice: 'error',
  'employer-name-letters': 'error',
  'employer-br-shape': 'error',
  'employer-br-twice': 'error',
  'employer-ci-shape': 'error',
  'ci-not-used': 'error',
  'employer-code-shape': 'error',
  'code-not-used': 'error',
  'employer-not-authorised': 'error',
  'route-not-new': 'error',
  'date-format': 'error',
  'employer-document-too-old': 'error',
  'employer-document-in-future': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

export type ListCode = keyof typeof SEVERITIES;
export const LIST_CODES = Object.keys(SEVERITIES) as readonly ListCode[];

export function listSeverity(code: ListCode): Severity {
  return SEVERITIES[code];
}

export function isListCode(code: string): code is ListCode {
  return code in SEVERITIES;
}

/** Something wrong with a cell, a row (no column) or the file (no row). Never what stood there. */
export interface ListProblem {
  /** Line of the file from 1, as a spreadsheet counts. */
  readonly row: number | null;
  readonly column: ListColumn | null;
  /** Spreadsheet letter of the column in this file; null where it has none. */
  readonly letter: string | null;
  readonly code: ListCode;
  readonly params: Readonly<Record<string, string | number>>;
}
