import { checkShape } from '../catalogue/check-shape.ts';
import { businessRegistration, companyName } from '../catalogue/kinds/employer-registration/rules.ts';
import { canonicalHkid, parseHkid } from '../identity/document/hkid.ts';
import { mobile as mobileRule } from '../registration/fields.ts';
import type { Failure, Result } from '../result.ts';
import type { TableRow } from '../table/read-table.ts';
import { CHOICES, type RosterColumn } from './columns.ts';
import { isRosterCode, type RosterProblem } from './codes.ts';
import type { Brought, Employment } from './prefill.ts';

/** A worker of the list. */
export interface RosterPerson extends Brought {
  /** As payloads carry it (`canonicalHkid`). */
  readonly hkid: string;
}

export interface CheckedRosterRow {
  readonly row: number;
  readonly problems: readonly RosterProblem[];
  /** Null when something in the row is wrong. */
  readonly person: RosterPerson | null;
}

/** One row, cell by cell, by the rules that the pages have for what is typed. Every cell but the number may be empty. */
export function checkRosterRow(
  row: TableRow<RosterColumn>,
  letters: ReadonlyMap<RosterColumn, string>,
): CheckedRosterRow {
  if (row.fault !== null) return { row: row.number, problems: [row.fault], person: null };
  const problems: RosterProblem[] = [];
  const textOf = (column: RosterColumn): string => (row.cells[column] ?? '').trim();

  function checked(column: RosterColumn, rule: (text: string) => Result<string, Failure<string>>) {
    const text = textOf(column);
    if (text === '') return null;
    const outcome = rule(text);
    if (outcome.ok) return outcome.value;
    const code = outcome.code === 'figures-only' ? 'employer-br-shape' : outcome.code;
    if (!isRosterCode(code)) throw new RangeError(`no words for ${code}`);
    report(column, code, outcome.params);
    return null;
  }

  function report(column: RosterColumn, code: RosterProblem['code'], params: RosterProblem['params'] = {}) {
    problems.push({ row: row.number, column, letter: letters.get(column) ?? null, code, params });
  }

  function chosen<Column extends keyof typeof CHOICES>(column: Column): ReturnType<(typeof CHOICES)[Column]> {
    const text = textOf(column);
    const found = text === '' ? null : CHOICES[column](text);
    if (text !== '' && found === null) report(column, 'choice');
    return found as ReturnType<(typeof CHOICES)[Column]>;
  }

  function typed(
    keyboard: 'latin' | 'digits',
    rule: (text: string) => Result<string, Failure<string>>,
  ): (text: string) => Result<string, Failure<string>> {
    return (text) => {
      const shaped = checkShape({ type: 'text', keyboard, lines: 1, optional: false }, text);
      return shaped.ok ? rule(shaped.value) : shaped;
    };
  }

  if (textOf('hkid') === '') report('hkid', 'answer-needed');
  const hkid = checked('hkid', (text) => {
    const parsed = parseHkid(text);
    // Where the wrong character stands is as good as the character to nobody but its owner.
    return parsed.ok ? { ok: true, value: canonicalHkid(parsed.value) } : { ok: false, code: parsed.code };
  });
  const mobile = checked('mobile', mobileRule);
  const language = chosen('language');
  const employer = checked('employer', typed('latin', companyName));
  const number = checked(
    'br-number',
    typed('digits', (text) => businessRegistration(text, { answers: {} }, 1)),
  );
  const casual = chosen('casual');
  const industryScheme = chosen('industry-scheme');
  if (problems.length > 0 || hkid === null) return { row: row.number, problems, person: null };
  const employment: Employment = {
    ...(employer === null ? {} : { employer }),
    ...(number === null ? {} : { businessRegistration: number }),
    ...(casual === null ? {} : { casual: casual === 'yes' }),
    ...(industryScheme === null ? {} : { industryScheme }),
  };
  const nothing = Object.keys(employment).length === 0;
  return {
    row: row.number,
    problems,
    person: { hkid, mobile, language, employment: nothing ? null : employment },
  };
}
