import type { Locale } from '../../locale.ts';
import { columnOf } from '../columns.ts';
import { columnName, describeProblem, remittanceText } from '../problems/describe.ts';
import { csvLine, harmless } from '../row/write-row.ts';
import type { ShownProblem } from './summarise.ts';

/**
 * The list of problems as a table that a spreadsheet opens by itself: UTF-8 with its mark, CRLF, one problem a line.
 * Staff number, row and cell only: no identity number and no name is known here (facts/domain.md §7).
 *
 * @param leftOut problems that were found and are not among these
 */
export function problemTable(problems: readonly ShownProblem[], leftOut: number, locale: Locale): string {
  const heading = (['row', 'column', 'name', 'staff', 'severity', 'reason', 'fix'] as const).map((key) =>
    remittanceText(`remittance.list.${key}`, {}, locale),
  );
  const lines = problems.map((problem) => {
    const { severity, reason, fix } = describeProblem(problem, problem.row, locale);
    const { row, column, staffNo } = problem;
    return [
      row === null ? '' : String(row),
      column === null ? '' : columnOf(column).letter,
      column === null ? '' : columnName(column, locale),
      staffNo ?? '',
      remittanceText(`remittance.severity.${severity}`, {}, locale),
      reason,
      fix,
    ].map(harmless);
  });
  const more =
    leftOut === 0
      ? []
      : [['', '', '', '', '', remittanceText('remittance.list.more', { count: leftOut }, locale), '']];
  return `\ufeff${[heading, ...lines, ...more].map((cells) => `${csvLine(cells)}\r\n`).join('')}`;
}
