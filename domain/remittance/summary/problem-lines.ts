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
 * @param returned lines of the file that are given back in a file of their own, in its order; null: none is
 */
export function problemTable(
  problems: readonly ShownProblem[],
  leftOut: number,
  locale: Locale,
  returned: readonly number[] | null = null,
): string {
  const places = new Map(returned?.map((row, index) => [row, index + 1]));
  const placeOf = (row: number | null): string => String((row === null ? null : places.get(row)) ?? '');
  const inReturned = (cell: string): readonly string[] => (returned === null ? [] : [cell]);
  const word = (key: 'row' | 'returned-row' | 'column' | 'name' | 'staff' | 'severity' | 'reason' | 'fix') =>
    remittanceText(`remittance.list.${key}`, {}, locale);
  const heading = [
    word('row'),
    ...inReturned(word('returned-row')),
    ...(['column', 'name', 'staff', 'severity', 'reason', 'fix'] as const).map(word),
  ];
  const lines = problems.map((problem) => {
    const { severity, reason, fix } = describeProblem(problem, problem.row, locale);
    const { row, column, staffNo } = problem;
    return [
      row === null ? '' : String(row),
      ...inReturned(placeOf(row)),
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
      : [
          [
            '',
            ...inReturned(''),
            '',
            '',
            '',
            '',
            remittanceText('remittance.list.more', { count: leftOut }, locale),
            '',
          ],
        ];
  return `\ufeff${[heading, ...lines, ...more].map((cells) => `${csvLine(cells)}\r\n`).join('')}`;
}
