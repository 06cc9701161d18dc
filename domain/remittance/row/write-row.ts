import { COLUMNS, type ColumnKey } from '../columns.ts';

/** A row's cells in the file's order; what is not named stays blank. */
export function cellsOf(values: Readonly<Partial<Record<ColumnKey, string>>>): string[] {
  return COLUMNS.map(({ key }) => values[key] ?? '');
}

/** A line of the file without its end; quotes only where a cell needs them (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** A spreadsheet must not take a cell for a formula. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
