import { readCell } from '../cells/read-cell.ts';
import { COLUMN_COUNT, COLUMNS } from '../columns.ts';
import { type CellProblem, isHeld, type Report, reportInto } from '../problems/problem.ts';
import { checkAmounts } from './amount-rules.ts';
import { checkDates } from './date-rules.ts';
import type { RowDraft } from './draft.ts';
import { checkIdentity, checkNewMember, checkTermination } from './person-rules.ts';
import { checkSections } from './section-rules.ts';

/** One row read by itself: what it says and what is wrong with it. */
export interface RowReading {
  /** Null when the row does not have 47 cells: then no cell can be told from its neighbour. */
  readonly draft: RowDraft | null;
  readonly problems: readonly CellProblem[];
}

/**
 * Judges one row by itself (facts/domain.md §3a). What needs other rows, limits or the employer's rules comes after, in
 * `checker.ts`.
 *
 * @param cells the row's cells without their quotes
 */
export function readRow(cells: readonly string[]): RowReading {
  const problems: CellProblem[] = [];
  const report = reportInto(problems);
  if (!hasAllColumns(cells, report)) return { draft: null, problems };

  const trimmed = cells.slice(0, COLUMN_COUNT).map((cell) => cell.trim());
  const draft: RowDraft = { cells: trimmed, dates: {}, amounts: {} };
  for (const column of COLUMNS) {
    const text = trimmed[column.number - 1] ?? '';
    const fault = text === '' ? null : readCell(column, text, draft);
    if (fault !== null) report(column.key, fault.code, fault.params);
  }
  checkIdentity(draft, report);
  checkSections(draft, report);
  checkDates(draft, report);
  checkNewMember(draft, report);
  checkTermination(draft, report);
  checkAmounts(draft, report);
  for (const { key, number } of COLUMNS) {
    const text = trimmed[number - 1] ?? '';
    if (text !== '' && text.length !== cells[number - 1]?.length) report(key, 'spaces-around');
  }
  // A comma inside an amount moves all cells after it: what they say of each other would only mislead.
  if (cells.length !== COLUMN_COUNT && isHeld(problems)) {
    const params = { found: cells.length, expected: COLUMN_COUNT };
    return { draft: null, problems: [{ column: null, code: 'column-count', params }] };
  }
  return { draft, problems };
}

function hasAllColumns(cells: readonly string[], report: Report): boolean {
  if (cells.length === COLUMN_COUNT) return true;
  const beyond = cells.slice(COLUMN_COUNT);
  if (cells.length > COLUMN_COUNT && beyond.every((cell) => cell.trim() === '')) {
    report(null, 'columns-beyond', { found: cells.length, expected: COLUMN_COUNT });
    return true;
  }
  report(null, 'column-count', { found: cells.length, expected: COLUMN_COUNT });
  return false;
}
