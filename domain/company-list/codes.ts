import { type Severity, TABLE_SEVERITIES } from '../table/codes.ts';
import type { TableProblem } from '../table/read-table.ts';
import type { ListColumn } from './columns.ts';

/**
 * Everything that can be said about a company list. Messages `company-list.<code>` (what is wrong) and
 * `company-list.<code>.fix` (what to do). Codes of the pages' own rules are theirs (`employer-registration/rules.ts`).
 */
const SEVERITIES = {
  ...TABLE_SEVERITIES,
  'too-many-companies': 'fatal',

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
export type ListProblem = TableProblem<ListColumn, ListCode>;
