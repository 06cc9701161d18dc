import type { Locale } from '../locale.ts';
import { companyList as tableEn } from '../messages/en/company-list.ts';
import { roster as english } from '../messages/en/roster.ts';
import { companyList as tableZh } from '../messages/zh-Hant/company-list.ts';
import { roster as traditionalChinese } from '../messages/zh-Hant/roster.ts';
import { csvLine, harmless } from '../remittance/row/write-row.ts';
import { type RosterProblem, rosterSeverity } from './codes.ts';
import type { RosterColumn } from './columns.ts';

type Words = Readonly<Record<string, string>>;
const OWN: Readonly<Record<Locale, Words>> = { en: english, 'zh-Hant': traditionalChinese };
const OF_TABLES: Readonly<Record<Locale, Words>> = { en: tableEn, 'zh-Hant': tableZh };

/** Words about a roster; what is said of every table alike is said in the words of the company list. */
export function rosterText(key: string, params: RosterProblem['params'], locale: Locale): string {
  const message = OWN[locale][`roster.${key}`] ?? OF_TABLES[locale][`company-list.${key}`] ?? key;
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function rosterColumnName(column: RosterColumn, locale: Locale): string {
  return rosterText(`column.${column}`, {}, locale);
}

/** Where a problem is, what is wrong and what to do; never what stood in the cell. */
export function describeRosterProblem(
  { row, column, letter, code, params }: RosterProblem,
  locale: Locale,
): { readonly place: string; readonly reason: string; readonly fix: string } {
  const name = column === null ? '' : rosterColumnName(column, locale);
  const { delimiter } = params;
  const cut = typeof delimiter === 'string' ? rosterText(`delimiter.${delimiter}`, {}, locale) : '';
  const said = { ...params, name, ...(cut === '' ? {} : { delimiter: cut }) };
  const where =
    row === null ? 'file' : column === null ? 'row' : letter === null ? 'cell-without-letter' : 'cell';
  return {
    place: rosterText(`place.${where}`, { row: row ?? 0, letter: letter ?? '', name }, locale),
    reason: rosterText(code, said, locale),
    fix: rosterText(`${code}.fix`, said, locale),
  };
}

/** The problems as a table that a spreadsheet opens by itself. Rows and cells only: nobody's name, number or telephone. */
export function rosterProblemTable(problems: readonly RosterProblem[], locale: Locale): string {
  const heading = (['row', 'column', 'name', 'severity', 'reason', 'fix'] as const).map((key) =>
    rosterText(`table.${key}`, {}, locale),
  );
  const lines = problems.map((problem) => {
    const { reason, fix } = describeRosterProblem(problem, locale);
    const { row, column, letter, code } = problem;
    return [
      row === null ? '' : String(row),
      letter ?? '',
      column === null ? '' : rosterColumnName(column, locale),
      rosterText(`severity.${rosterSeverity(code)}`, {}, locale),
      reason,
      fix,
    ].map(harmless);
  });
  return `\ufeff${[heading, ...lines].map((cells) => `${csvLine(cells)}\r\n`).join('')}`;
}
