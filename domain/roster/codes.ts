import { type Severity, TABLE_SEVERITIES } from '../table/codes.ts';
import type { TableProblem } from '../table/read-table.ts';
import type { RosterColumn } from './columns.ts';

/**
 * Everything that can be said about a van's roster. Messages `roster.<code>` (what is wrong) and `roster.<code>.fix` (what to
 * do); those of `TABLE_SEVERITIES` may be the words of the company list (`describe.ts`).
 */
const SEVERITIES = {
  ...TABLE_SEVERITIES,
  'too-many-rows': 'fatal',
  'remarks-not-taken': 'fatal',
  'name-not-read': 'warning',

  'answer-needed': 'error',
  'hkid-incomplete': 'error',
  'hkid-characters': 'error',
  'hkid-check-digit': 'error',
  'mobile-length': 'error',
  'mobile-prefix': 'error',
  choice: 'error',
  'too-long': 'error',
  'employer-name-letters': 'error',
  'employer-br-shape': 'error',
  'person-twice': 'error',
  'row-twice': 'warning',
  'mobile-shared': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type RosterCode = keyof typeof SEVERITIES;

export function rosterSeverity(code: RosterCode): Severity {
  return SEVERITIES[code];
}

export function isRosterCode(code: string): code is RosterCode {
  return code in SEVERITIES;
}

/** Something wrong with a cell, a row (no column) or the file (no row). Never what stood there. */
export type RosterProblem = TableProblem<RosterColumn, RosterCode>;
