import type { Label } from '../../domain/catalogue/ask.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Failure } from '../../domain/result.ts';
import { isRealIsoDate } from '../../domain/time.ts';
import { wholeDay } from './dates.ts';
import { isMessageKey, messageKey, type Text, type TextParameters } from './text.ts';

/** The language, and its words. */
export interface Reader {
  readonly view: { readonly locale: Locale };
  readonly text: Text;
}

/** Dates travel as `2026-11-23`, alone or as parameters of a message; people read them written out. */
function written(locale: Locale, value: string): string;
function written(locale: Locale, value: string | number): string | number;
function written(locale: Locale, value: string | number): string | number {
  return typeof value === 'string' && isRealIsoDate(value) ? wholeDay(locale, value) : value;
}

function parametersIn(locale: Locale, params: Failure<string>['params']): TextParameters {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, written(locale, value)]),
  );
}

/** The words of a label: a message, or words that came with the data. */
export function labelText({ view, text }: Reader, label: Label): string {
  const { locale } = view;
  return 'message' in label
    ? text(messageKey(label.message), parametersIn(locale, label.params))
    : written(locale, label.words[locale]);
}

/** What is wrong with an answer and what to do: the rule of an instruction, or that of an ordinary field. */
export function ruleText({ view, text }: Reader, { code, params }: Failure<string>): string {
  const rule = `rule.${code}`;
  return text(isMessageKey(rule) ? rule : messageKey(`error.${code}`), parametersIn(view.locale, params));
}

/** Why an instruction is not taken, and the next step. */
export function refusalText(
  { view, text }: Reader,
  { code, params }: Failure<string>,
): { readonly heading: string; readonly help: string } {
  const given = parametersIn(view.locale, params);
  return {
    heading: text(messageKey(`refusal.${code}`), given),
    help: text(messageKey(`refusal.${code}.help`), given),
  };
}
