import type { Locale } from '../locale.ts';
import { companyList as english } from '../messages/en/company-list.ts';
import { companyList as traditionalChinese } from '../messages/zh-Hant/company-list.ts';
import { csvLine, harmless } from '../remittance/row/write-row.ts';
import { type ListProblem, listSeverity } from './codes.ts';
import type { ListColumn } from './columns.ts';

const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: english,
  'zh-Hant': traditionalChinese,
};

/** A message of the list's catalogue; no plural or choice is used in those said here. */
export function listText(key: string, params: ListProblem['params'], locale: Locale): string {
  const message = MESSAGES[locale][key] ?? key;
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function listColumnName(column: ListColumn, locale: Locale): string {
  return listText(`company-list.column.${column}`, {}, locale);
}

/** Where a problem is, what is wrong and what to do; never what stood in the cell. */
export function describeListProblem(
  { row, column, letter, code, params }: ListProblem,
  locale: Locale,
): { readonly place: string; readonly reason: string; readonly fix: string } {
  const name = column === null ? '' : listColumnName(column, locale);
  const { delimiter } = params;
  const said = {
    ...params,
    name,
    ...(typeof delimiter === 'string'
      ? { delimiter: listText(`company-list.delimiter.${delimiter}`, {}, locale) }
      : {}),
  };
  const where =
    row === null ? 'file' : column === null ? 'row' : letter === null ? 'cell-without-letter' : 'cell';
  return {
    place: listText(`company-list.place.${where}`, { row: row ?? 0, letter: letter ?? '', name }, locale),
    reason: listText(`company-list.${code}`, said, locale),
    fix: listText(`company-list.${code}.fix`, said, locale),
  };
}

/**
 * The problems as a table that a spreadsheet opens by itself: UTF-8 with its mark, CRLF, one problem a line. Rows and cells
 * only: no company and no number.
 */
export function listProblemTable(problems: readonly ListProblem[], locale: Locale): string {
  const heading = (['row', 'column', 'name', 'severity', 'reason', 'fix'] as const).map((key) =>
    listText(`company-list.table.${key}`, {}, locale),
  );
  const lines = problems.map((problem) => {
    const { reason, fix } = describeListProblem(problem, locale);
    const { row, column, letter, code } = problem;
    return [
      row === null ? '' : String(row),
      letter ?? '',
      column === null ? '' : listColumnName(column, locale),
      listText(`company-list.severity.${listSeverity(code)}`, {}, locale),
      reason,
      fix,
    ].map(harmless);
  });
  return `\ufeff${[heading, ...lines].map((cells) => `${csvLine(cells)}\r\n`).join('')}`;
}
