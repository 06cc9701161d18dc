import { type RemittanceCode, type Severity, severityOf } from './codes.ts';
import type { ColumnKey } from '../columns.ts';

/**
 * Numbers and codes for a message, never what stood in a cell: that may be a name or an identity number. A parameter
 * that names another column is its key; whoever shows it writes its letter and name.
 */
export type ProblemParameters = Readonly<Record<string, string | number>>;

/** Something wrong with one cell, or with a row as a whole when there is no column. */
export interface CellProblem {
  readonly column: ColumnKey | null;
  readonly code: RemittanceCode;
  readonly params: ProblemParameters;
}

/** Something wrong with the file as a whole; `row` where one line shows it. */
export interface FileProblem {
  readonly row: number | null;
  readonly code: RemittanceCode;
  readonly params: ProblemParameters;
}

/** Takes a problem of the row being read. */
export type Report = (column: ColumnKey | null, code: RemittanceCode, params?: ProblemParameters) => void;

/** Parameter of an amount whose cell is, or should be, blank. */
export const BLANK = '–';

export const NO_PARAMETERS: ProblemParameters = {};

/**
 * Takes problems into a list. One cell, one problem: what follows from a cell that cannot be read helps nobody. Only what
 * holds a row back is added to a warning, for a warning must never let a row go.
 */
export function reportInto(problems: CellProblem[]): Report {
  return (column, code, params = NO_PARAMETERS) => {
    const before = problems.find((problem) => column !== null && problem.column === column);
    if (before !== undefined && (isHeld([before]) || !isHeld([{ code }]))) return;
    problems.push({ column, code, params });
  };
}

/** Whether a row or file with these problems stays. */
export function isHeld(problems: readonly { readonly code: RemittanceCode }[]): boolean {
  return problems.some(({ code }) => isSevere(severityOf(code)));
}

function isSevere(severity: Severity): boolean {
  return severity !== 'warning';
}
