import type { Locale } from '../../domain/locale.ts';
import type { RowOutcome } from '../../domain/remittance/checker.ts';
import { columnOf } from '../../domain/remittance/columns.ts';
import { columnName, describeProblem } from '../../domain/remittance/problems/describe.ts';
import type { CellProblem, FileProblem } from '../../domain/remittance/problems/problem.ts';

/** One problem as `--json` and `--problems` write it. */
export interface ListedProblem {
  readonly row: number | null;
  /** Spreadsheet letter; null for a row or the file as a whole. */
  readonly column: string | null;
  readonly columnKey: string | null;
  readonly columnName: string | null;
  readonly severity: 'fatal' | 'error' | 'warning';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly place: string;
  readonly reason: string;
  readonly fix: string;
  /** Masked. */
  readonly employee: RowOutcome['employee'];
}

export function listedRowProblem(outcome: RowOutcome, problem: CellProblem, locale: Locale): ListedProblem {
  const { column } = problem;
  return {
    row: outcome.row,
    column: column === null ? null : columnOf(column).letter,
    columnKey: column,
    columnName: column === null ? null : columnName(column, locale),
    code: problem.code,
    params: problem.params,
    ...describeProblem(problem, outcome.row, locale),
    employee: outcome.employee,
  };
}

export function listedFileProblem(problem: FileProblem, locale: Locale): ListedProblem {
  return {
    row: problem.row,
    column: null,
    columnKey: null,
    columnName: null,
    code: problem.code,
    params: problem.params,
    ...describeProblem(problem, problem.row, locale),
    employee: null,
  };
}
