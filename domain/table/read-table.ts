import { createEncodingFinder, decoderOf } from '../remittance/file/encoding.ts';
import { createLineReader, type Line } from '../remittance/file/lines.ts';
import { splitCells } from '../remittance/file/split-cells.ts';
import type { TableCode } from './codes.ts';
import { letterOf } from './headings.ts';

/** Something wrong with a cell, a row (no column) or the file (no row). Never what stood there. */
export interface TableProblem<Column extends string, Code extends string> {
  /** Line of the file from 1, as a spreadsheet counts. */
  readonly row: number | null;
  readonly column: Column | null;
  /** Spreadsheet letter of the column in this file; null where it has none. */
  readonly letter: string | null;
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A row of a table by its headings, or why it cannot be cut into cells. */
export interface TableRow<Column extends string> {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly fault: TableProblem<Column, TableCode> | null;
}

export interface Table<Column extends string> {
  /** Letter of each column that the file has. */
  readonly letters: ReadonlyMap<Column, string>;
  readonly rows: readonly TableRow<Column>[];
  /** About the file as a whole; a fatal one leaves no rows. */
  readonly problems: readonly TableProblem<Column, TableCode | 'too-many-rows'>[];
}

/** How a kind of table is read. */
export interface TableShape<Column extends string> {
  /** The column that a heading names; null when none is known by it. */
  readonly columnOf: (heading: string) => Column | null;
  readonly needed: readonly Column[];
  readonly mostRows: number;
}

/** What old programs write behind the last row. */
const END_OF_FILE_MARK = '\u001a';
/** More than a full row of a list has; a file without line ends fills no memory. */
const ROW_CHARACTERS = 4000;
const DELIMITERS = { semicolon: ';', tab: '\t', bar: '|' } as const;

/** Cuts the bytes of a table into rows, by the headings of its first line (RFC 4180; UTF-8, UTF-16 or Big5). */
export function readTable<Column extends string>(
  bytes: Uint8Array,
  shape: TableShape<Column>,
): Table<Column> {
  const finder = createEncodingFinder();
  finder.push(bytes);
  const encoding = finder.end();
  if (!encoding.ok) return unreadable(fileProblem(encoding.code));
  const reader = createLineReader(ROW_CHARACTERS);
  const text = decoderOf(encoding.value).decode(bytes);
  const lines = [...reader.push(text), ...reader.end()].filter((line) => !isBlank(line));
  const [first, ...others] = lines;
  if (first === undefined) return unreadable(fileProblem('file-no-rows'));
  const heading = readHeading(first, shape);
  if (!(heading instanceof Map)) return unreadable(heading);
  if (others.length === 0) return unreadable(fileProblem('file-no-rows'));
  if (others.length > shape.mostRows) {
    return unreadable(fileProblem('too-many-rows', { most: shape.mostRows, found: others.length }));
  }
  const width = splitCells(first.text).cells.length;
  const rows = others.map((line) => readRow(line, heading, width));
  const last = others.at(-1);
  // A date or a number that lost its end may still be one: somebody has to look.
  const open = last?.end === '' && rows.at(-1)?.fault === null;
  const { encoding: name } = encoding.value;
  return {
    letters: new Map([...heading].map(([column, place]) => [column, letterOf(place)])),
    rows,
    problems: [
      ...(name === 'utf-8' ? [] : [fileProblem(name === 'big5' ? 'encoding-big5' : 'encoding-utf-16')]),
      ...(open ? [fileProblem('last-row-open', {}, last.number)] : []),
    ],
  };
}

function unreadable<Column extends string>(
  problem: TableProblem<Column, TableCode | 'too-many-rows'>,
): Table<Column> {
  return { letters: new Map(), rows: [], problems: [problem] };
}

function fileProblem<Code extends TableCode | 'too-many-rows'>(
  code: Code,
  params: TableProblem<never, Code>['params'] = {},
  row: number | null = null,
): TableProblem<never, Code> {
  return { row, column: null, letter: null, code, params };
}

function isBlank({ text }: Line): boolean {
  return /^[,\s]*$/.test(text) || text === END_OF_FILE_MARK;
}

/** Where each column stands; or why the first line is no line of headings. */
function readHeading<Column extends string>(
  line: Line,
  { columnOf, needed }: TableShape<Column>,
): Map<Column, number> | TableProblem<Column, TableCode> {
  const row = line.number;
  if (line.text.trimStart().startsWith('<')) return fileProblem('file-markup', {}, row);
  const { cells } = splitCells(line.text);
  const other = otherDelimiter(line.text, columnOf);
  if (other !== null) return fileProblem('file-delimiter', { delimiter: other }, row);
  const known = cells.map(columnOf);
  if (known.every((column) => column === null)) return fileProblem('header-missing', {}, row);
  const places = new Map<Column, number>();
  for (const [place, column] of known.entries()) {
    const letter = letterOf(place);
    if (column === null) {
      if ((cells[place] ?? '').trim() === '') continue;
      return { row, column: null, letter, code: 'heading-unknown', params: { letter } };
    }
    if (places.has(column)) return { row, column, letter, code: 'heading-twice', params: {} };
    places.set(column, place);
  }
  const missing = needed.find((column) => !places.has(column));
  return missing === undefined
    ? places
    : { row, column: missing, letter: null, code: 'column-missing', params: {} };
}

/** The delimiter that cuts a line into more known headings than commas do; null when none does. */
function otherDelimiter(text: string, columnOf: (heading: string) => string | null): string | null {
  const headings = (delimiter: string): number =>
    text.split(delimiter).filter((cell) => columnOf(cell) !== null).length;
  const found = Object.entries(DELIMITERS).find(
    ([, delimiter]) => text.includes(delimiter) && headings(delimiter) > headings(','),
  );
  return found?.[0] ?? null;
}

function readRow<Column extends string>(
  line: Line,
  heading: ReadonlyMap<Column, number>,
  width: number,
): TableRow<Column> {
  const { cells, fault } = splitCells(line.text);
  const wrong = structureFault(line, cells, fault, width);
  return {
    number: line.number,
    // Only the columns that the heading names.
    cells: Object.fromEntries([...heading].map(([column, place]) => [column, cells[place] ?? ''])) as Partial<
      Record<Column, string>
    >,
    fault: wrong === null ? null : { row: line.number, column: null, letter: null, ...wrong },
  };
}

function structureFault(
  line: Line,
  cells: readonly string[],
  fault: 'quote-not-closed' | 'quote-misplaced' | null,
  width: number,
): Pick<TableProblem<never, TableCode>, 'code' | 'params'> | null {
  if (line.tooLong) return { code: 'row-too-long', params: {} };
  const params = { found: cells.length, expected: width };
  // Cut off in the middle: the drive was taken out while it was written.
  const half = line.end === '' && (cells.length < width || fault === 'quote-not-closed');
  if (half || line.text.includes('\ufffd')) return { code: 'row-cut-short', params };
  if (fault !== null) return { code: fault, params: {} };
  const beyond = cells.slice(width).some((cell) => cell.trim() !== '');
  return cells.length < width || beyond ? { code: 'cell-count', params } : null;
}
