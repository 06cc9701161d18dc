import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Locale, LOCALES } from '../../domain/locale.ts';
import {
  companyNamed,
  companyNames,
  type EmployerRules,
  readEmployerRules,
} from '../../domain/remittance/employer/employer-rules.ts';
import { ruleFileProblemText } from '../../domain/remittance/problems/describe.ts';
import { Refusal } from './refusal.ts';
import { USAGE } from './usage.ts';

/** What was asked for on the command line, read and checked. */
export interface Asked {
  readonly file: string;
  readonly rules: EmployerRules | null;
  readonly payer: string | null;
  readonly json: boolean;
  readonly out: string | null;
  readonly problems: string | null;
  readonly limit: number;
  readonly locale: Locale;
}

const MOST_LISTED = 20;
const PRINTED = { text: 200, json: 1000 } as const;

/** @returns null when only help was asked for */
export function readArguments(args: readonly string[]): Asked | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal('one-file', {}, () => [USAGE]);
  const rules = values.employer === undefined ? null : readRules(values.employer);
  const json = values.json === true;
  const places = { out: values.out ?? null, problems: values.problems ?? null };
  refuseOverwriting([file, values.employer], [places.out, places.problems]);
  return {
    file,
    rules,
    payer: payerOf(rules, values.payer),
    json,
    ...places,
    limit: values.limit === undefined ? (json ? PRINTED.json : PRINTED.text) : wholeNumber(values.limit),
    locale: localeOf(values.language ?? 'en'),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ employer: text, payer: text, out: text, problems: text, limit: text, language: text },
        ...{ json: flag, help: { ...flag, short: 'h' } },
      },
    });
  } catch (error) {
    throw refusalOf(error, args);
  }
}

/** Names the option: `--employe` between long paths is hard to see. */
function refusalOf(error: unknown, args: readonly string[]): unknown {
  if (!(error instanceof TypeError && 'code' in error)) return error;
  const option = /'(--?[\w-]+)/.exec(error.message)?.[1] ?? args.find((word) => word.startsWith('-')) ?? '';
  const unknown = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
  return unknown
    ? new Refusal('option-unknown', { option }, () => [USAGE])
    : new Refusal(isFlag(option) ? 'option-with-value' : 'option-without-value', { option });
}

function isFlag(option: string): boolean {
  return ['--json', '--help', '-h'].includes(option);
}

/** The language that was asked for, as far as it can be told before the rest is read. */
export function askedLocale(args: readonly string[]): Locale {
  const asked = args.some(
    (word, index) =>
      word === '--language=zh-Hant' || (word === '--language' && args[index + 1] === 'zh-Hant'),
  );
  return asked ? 'zh-Hant' : 'en';
}

function readRules(path: string): EmployerRules {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Refusal('rules-not-readable', { path });
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Refusal('rules-not-json', { path });
  }
  const rules = readEmployerRules(json);
  if (rules.ok) return rules.value;
  const first = rules.problems.slice(0, MOST_LISTED);
  throw new Refusal('rules-do-not-fit', { path }, (locale) =>
    first.map((problem) => `  ${ruleFileProblemText(problem, locale)}`),
  );
}

function payerOf(rules: EmployerRules | null, asked: string | undefined): string | null {
  if (asked === undefined) return null;
  if (rules === null) throw new Refusal('payer-without-rules');
  const company = companyNamed(rules, asked);
  if (company !== null) return company;
  const names = companyNames(rules).slice(0, MOST_LISTED);
  throw new Refusal('payer-not-in-rules', { names: names.join('; ') });
}

function refuseOverwriting(
  inputs: readonly (string | undefined)[],
  outputs: readonly (string | null)[],
): void {
  const places = new Set(inputs.filter((path) => path !== undefined).map(realPlace));
  for (const output of outputs) {
    if (output === null) continue;
    const place = realPlace(output);
    if (places.has(place)) throw new Refusal('overwrite', { path: output });
    places.add(place);
  }
}

function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Refusal('limit');
  return Number(text);
}

function localeOf(text: string): Locale {
  const locale = LOCALES.find((known) => known === text);
  if (locale === undefined) throw new Refusal('language', { choices: LOCALES.join(', ') });
  return locale;
}
