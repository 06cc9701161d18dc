import { checkShape } from '../catalogue/check-shape.ts';
import {
  activationCode,
  authorised,
  businessRegistration,
  companyName,
  incorporationNumber,
  trusteeDocumentDate,
} from '../catalogue/kinds/employer-registration/rules.ts';
import type { Failure, Result } from '../result.ts';
import type { TableRow } from '../table/read-table.ts';
import { isRealIsoDate } from '../time.ts';
import { choiceIn, type ChoiceColumn } from './choices.ts';
import { isListCode, type ListCode, type ListProblem } from './codes.ts';
import type { ListColumn } from './columns.ts';
import type { ListedCompany, Standing } from './list.ts';

/** What a list is held against. */
export interface ListRules {
  readonly standing: Standing;
  /** Hong Kong date. */
  readonly today: string;
}

export interface CheckedRow {
  readonly number: number;
  readonly problems: readonly ListProblem[];
  /** Null when the company stays. */
  readonly company: ListedCompany | null;
}

/**
 * One row, cell by cell, by the rules that the pages have for a company that is typed (facts/domain.md §2.3). An empty
 * cell of role, papers or date is no fault: what all companies share is asked once.
 */
export function checkRow(
  row: TableRow<ListColumn>,
  letters: ReadonlyMap<ListColumn, string>,
  { standing, today }: ListRules,
): CheckedRow {
  if (row.fault !== null) return { number: row.number, problems: [row.fault], company: null };
  const problems: ListProblem[] = [];
  const report = (column: ListColumn, code: ListCode, params: ListProblem['params'] = {}): null => {
    problems.push({ row: row.number, column, letter: letters.get(column) ?? null, code, params });
    return null;
  };
  const textOf = (column: ListColumn): string => (row.cells[column] ?? '').trim();

  function typed(
    column: ListColumn,
    keyboard: 'latin' | 'digits',
    rule: (value: string) => Result<string, Failure<string>>,
  ): string | null {
    const shaped = checkShape({ type: 'text', keyboard, lines: 1, optional: false }, textOf(column));
    const checked = shaped.ok ? rule(shaped.value) : shaped;
    if (checked.ok) return checked.value;
    const code = checked.code === 'figures-only' ? 'employer-br-shape' : checked.code;
    if (!isListCode(code)) throw new RangeError(`no words for ${code}`);
    return report(column, code, checked.params ?? {});
  }

  function chosen<Column extends ChoiceColumn>(column: Column): ReturnType<typeof choiceIn<Column>> {
    return textOf(column) === '' ? null : (choiceIn(column, textOf(column)) ?? report(column, 'choice'));
  }

  function incorporation(form: ListedCompany['form'] | null): string | null {
    if (form === 'unincorporated')
      return textOf('ci-number') === '' ? null : report('ci-number', 'ci-not-used');
    return form === null ? null : typed('ci-number', 'latin', incorporationNumber);
  }

  function code(): string | null {
    if (standing === 'existing') return typed('activation-code', 'latin', activationCode);
    return textOf('activation-code') === '' ? null : report('activation-code', 'code-not-used');
  }

  function role(): ListedCompany['role'] {
    const said = chosen('role');
    if (said === null) return null;
    return authorised(said).ok ? 'company-authorised' : report('role', 'employer-not-authorised');
  }

  function route(): ListedCompany['route'] {
    const said = chosen('route');
    return said === 'trustee-document' && standing === 'new' ? report('route', 'route-not-new') : said;
  }

  function documentDate(): string | null {
    const text = textOf('document-date');
    if (text === '') return null;
    const date = isoDateIn(text);
    if (date === null) return report('document-date', 'date-format');
    const checked = trusteeDocumentDate(date, { today });
    if (checked.ok) return checked.value;
    return isListCode(checked.code) ? report('document-date', checked.code, checked.params ?? {}) : null;
  }

  const name = typed('company-name', 'latin', companyName);
  const number = typed('br-number', 'digits', (value) => businessRegistration(value, { answers: {} }, 1));
  const form = textOf('form') === '' ? report('form', 'answer-needed') : chosen('form');
  const rest = {
    incorporation: incorporation(form),
    activationCode: code(),
    role: role(),
    route: route(),
    documentDate: documentDate(),
  };
  const company =
    problems.length > 0 || name === null || number === null || form === null
      ? null
      : { name, businessRegistration: number, form, ...rest };
  return { number: row.number, problems, company };
}

/**
 * Year first only: clients' files were once held up for a wrong date on a document (facts/domain.md §6), and 3/4/2026 is
 * two days.
 */
function isoDateIn(text: string): string | null {
  const parts = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text.normalize('NFKC'));
  if (parts === null) return null;
  const [, year = '', mark = '', month = '', day = ''] = parts;
  if (mark === '' && (month.length !== 2 || day.length !== 2)) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealIsoDate(date) ? date : null;
}
