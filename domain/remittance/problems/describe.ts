import type { Locale } from '../../locale.ts';
import { remittance as english } from '../../messages/en/remittance.ts';
import { contributions as englishContributions } from '../../messages/en/contributions.ts';
import { contributions as traditionalChineseContributions } from '../../messages/zh-Hant/contributions.ts';
import { remittance as traditionalChinese } from '../../messages/zh-Hant/remittance.ts';
import { centsOf, hongKongDollars } from '../../money/money.ts';
import { type RemittanceCode, type Severity, severityOf } from './codes.ts';
import { type ColumnKey, columnOf, isColumnKey } from '../columns.ts';
import type { RuleFileProblem } from '../employer/employer-rules.ts';
import { BLANK, type ProblemParameters } from './problem.ts';

export type RemittanceMessageKey = keyof typeof english;

const MESSAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { ...englishContributions, ...english },
  'zh-Hant': { ...traditionalChineseContributions, ...traditionalChinese },
};

/** Parameters that are amounts, as `plainMoney` writes them, or `BLANK`. */
const AMOUNTS: ReadonlySet<string> = new Set(['entered', 'computed']);

/** A problem in words. */
export interface Described {
  readonly severity: Severity;
  /** `row 12, column V (ERMC)`, `row 12` or `file`. */
  readonly place: string;
  readonly reason: string;
  readonly fix: string;
}

/** Says where a problem is, what is wrong and what to do; never what stood in the cell. */
export function describeProblem(
  problem: {
    readonly column?: ColumnKey | null;
    readonly code: RemittanceCode;
    readonly params: ProblemParameters;
  },
  row: number | null,
  locale: Locale,
): Described {
  const params = Object.fromEntries(
    Object.entries(problem.params).map(([name, value]) => [
      name,
      parameterText(name, value, problem.params, locale),
    ]),
  );
  return {
    severity: severityOf(problem.code),
    place: placeText(row, problem.column ?? null, locale),
    reason: remittanceText(`remittance.${problem.code}`, params, locale).trim(),
    fix: remittanceText(`remittance.${problem.code}.fix`, params, locale),
  };
}

/** A place in the rule file and what is wrong there: `companies[0].name: This part is missing.` */
export function ruleFileProblemText({ path, code, choices }: RuleFileProblem, locale: Locale): string {
  const messages = MESSAGES[locale];
  const said = messages[`remittance.rules.${code}`] ?? messages[`voluntary.${code}`] ?? `[${code}]`;
  const text =
    choices === undefined
      ? said
      : `${said}${locale === 'en' ? ' ' : ''}${remittanceText('remittance.rules.choices', { choices: choices.join(', ') }, locale)}`;
  if (path === '') return text;
  return `${path}${locale === 'en' ? ': ' : '：'}${text}`;
}

/** A message of the remittance catalogue with its parameters filled in; no plural or choice is used in it. */
export function remittanceText(key: RemittanceMessageKey, params: ProblemParameters, locale: Locale): string {
  return filled(MESSAGES[locale][key] ?? key, params);
}

function filled(message: string, params: ProblemParameters): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Name of a column in words. */
export function columnName(key: ColumnKey, locale: Locale): string {
  return remittanceText(`remittance.column.${key}`, {}, locale);
}

function placeText(row: number | null, column: ColumnKey | null, locale: Locale): string {
  if (row === null) return remittanceText('remittance.place.file', {}, locale);
  if (column === null) return remittanceText('remittance.place.row', { row }, locale);
  const { letter } = columnOf(column);
  return remittanceText('remittance.place.cell', { row, letter, name: columnName(column, locale) }, locale);
}

function parameterText(
  name: string,
  value: string | number,
  params: ProblemParameters,
  locale: Locale,
): string | number {
  if (typeof value === 'number') return value;
  if (value === BLANK) return remittanceText('remittance.blank', {}, locale);
  if (name === 'other' && isColumnKey(value)) {
    return `${columnOf(value).letter} (${columnName(value, locale)})`;
  }
  if (name === 'delimiter') return MESSAGES[locale][`remittance.delimiter.${value}`] ?? value;
  if (AMOUNTS.has(name)) return hongKongDollars(centsOf(value));
  if (name !== 'because') return value;
  const sentences = value.split(' ').map((code) => filled(becauseText(code, locale), params));
  return [...new Set(sentences)].join(locale === 'en' ? ' ' : '');
}

/** Explanations are ours or those of the contribution rules; a code without words is better than none. */
function becauseText(code: string, locale: Locale): string {
  const keys = [`remittance.because.${code}`, `contributions.${code}`, `voluntary.${code}`];
  const text = keys.map((key) => MESSAGES[locale][key]).find((found) => found !== undefined);
  return text ?? (code === '' ? '' : `[${code}]`);
}
