/** The cells of a line; with a fault when its quotes do not fit, and then what could be made of it. */
export interface SplitLine {
  readonly cells: readonly string[];
  readonly fault: 'quote-not-closed' | 'quote-misplaced' | null;
}

/** `="00123"`, which is told as what it is, at its cell. */
const SPREADSHEET_TEXT = /^="[^"]*"$/;

/**
 * Cuts a line at its commas, with cells in double quotes and doubled quotes inside them (RFC 4180). A quote that is not
 * closed ends with its line: no cell of this file holds a line break, and one stray quote must not swallow every row
 * after it.
 */
export function splitCells(line: string): SplitLine {
  if (!line.includes('"')) return { cells: line.split(','), fault: null };
  const cells: string[] = [];
  let fault: SplitLine['fault'] = null;
  let from = 0;
  for (;;) {
    if (line.charAt(from) !== '"') {
      const comma = line.indexOf(',', from);
      const cell = comma < 0 ? line.slice(from) : line.slice(from, comma);
      if (cell.includes('"') && !SPREADSHEET_TEXT.test(cell)) fault = 'quote-misplaced';
      cells.push(cell);
      if (comma < 0) return { cells, fault };
      from = comma + 1;
      continue;
    }
    const close = closingQuote(line, from + 1);
    cells.push(line.slice(from + 1, close).replaceAll('""', '"'));
    if (close >= line.length) return { cells, fault: 'quote-not-closed' };
    if (close === line.length - 1) return { cells, fault };
    from = close + 2;
    if (line.charAt(close + 1) !== ',') {
      fault = 'quote-misplaced';
      const comma = line.indexOf(',', close);
      if (comma < 0) return { cells, fault };
      from = comma + 1;
    }
  }
}

/** Where the cell ends; the line's length when it does not. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line.charAt(at + 1) !== '"') return at;
  }
  return line.length;
}
