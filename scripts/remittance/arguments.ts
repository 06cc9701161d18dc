import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Locale, LOCALES } from '../../domain/locale.ts';
import {
  companyNamed,
  type EmployerRules,
  readEmployerRules,
} from '../../domain/remittance/employer/employer-rules.ts';
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

const PRINTED = { text: 200, json: 1000 } as const;

/** @returns null when only help was asked for */
export function readArguments(args: readonly string[]): Asked | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal('arguments', `Name one file.\n${USAGE}`);
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
  } catch {
    throw new Refusal('arguments', `Unknown arguments.\n${USAGE}`);
  }
}

function readRules(path: string): EmployerRules {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Refusal('rules', `Cannot read the rule file ${path}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Refusal('rules', `The rule file ${path} is not JSON.`);
  }
  const rules = readEmployerRules(json);
  if (rules.ok) return rules.value;
  const list = rules.problems.map(({ path: place, reason }) => `  ${place}: ${reason}`).slice(0, 20);
  throw new Refusal('rules', `The rule file ${path} does not fit:\n${list.join('\n')}`);
}

function payerOf(rules: EmployerRules | null, asked: string | undefined): string | null {
  if (asked === undefined) return null;
  if (rules === null) throw new Refusal('payer', '--payer needs --employer RULES.json.');
  const company = companyNamed(rules, asked);
  if (company !== null) return company;
  const names = [...new Set(rules.companies.map(({ name }) => name))].slice(0, 20);
  throw new Refusal('payer', `The rule file has no such company. It has: ${names.join('; ')}`);
}

function refuseOverwriting(
  inputs: readonly (string | undefined)[],
  outputs: readonly (string | null)[],
): void {
  const places = new Set(inputs.filter((path) => path !== undefined).map(realPlace));
  for (const output of outputs) {
    if (output === null) continue;
    const place = realPlace(output);
    if (places.has(place))
      throw new Refusal('arguments', `${output} is named twice and would be overwritten.`);
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
  if (!/^\d{1,7}$/.test(text)) throw new Refusal('arguments', '--limit is a whole number.');
  return Number(text);
}

function localeOf(text: string): Locale {
  const locale = LOCALES.find((known) => known === text);
  if (locale === undefined) throw new Refusal('arguments', `--language is one of ${LOCALES.join(', ')}.`);
  return locale;
}
