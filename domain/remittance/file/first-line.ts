import { ACCOUNT_TYPES, COLUMN_COUNT, ID_TYPES, MEMBER_STATUSES, placeOf } from '../columns.ts';

/** Delimiters that spreadsheets of other regions write, by the name that messages use. */
const OTHER_DELIMITERS = { semicolon: ';', tab: '\t', bar: '|' } as const;
export type OtherDelimiter = keyof typeof OTHER_DELIMITERS;

/** The delimiter of a line that is not cut by commas; null when commas do it, or nothing does. */
export function otherDelimiter(line: string): OtherDelimiter | null {
  const commas = line.split(',').length;
  for (const [name, delimiter] of Object.entries(OTHER_DELIMITERS)) {
    const found = line.split(delimiter).length;
    if (found > commas && found > COLUMN_COUNT / 2) return name as OtherDelimiter;
  }
  return null;
}

/**
 * Whether a first line names columns instead of holding a row: words, and nothing of what every row has, its dates,
 * account type, kind of document and status. The file has no header row (facts/domain.md §3a).
 */
export function isHeaderRow(cells: readonly string[]): boolean {
  const at = (key: Parameters<typeof placeOf>[0]) => (cells[placeOf(key)] ?? '').trim();
  const holdsRow =
    includes(ACCOUNT_TYPES, at('accountType')) ||
    includes(ID_TYPES, at('idType')) ||
    includes(MEMBER_STATUSES, at('memberStatus')) ||
    cells.some((cell) => /^\s*\d{8}\s*$|^\s*\d+\.\d\d\s*$/.test(cell));
  if (holdsRow) return false;
  const words = cells.filter((cell) => /\p{L}{2,}/u.test(cell)).length;
  return words >= 5 && words > cells.length / 2;
}

function includes(choices: readonly string[], text: string): boolean {
  return choices.includes(text);
}
