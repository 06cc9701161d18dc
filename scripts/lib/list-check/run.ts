import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { type Locale, LOCALES } from '../../../domain/locale.ts';
import type { TableProblem } from '../../../domain/table/read-table.ts';
import type { Io } from '../shell.ts';
import { type ListFileFault, readListFile } from './list-file.ts';

/** 0 every row can be used, 1 some stay out, 2 not readable or refused. */
export type ListExitCode = 0 | 1 | 2;

/** The values of a command's own options, by name; undefined where one was not given. */
type OwnValues = Readonly<Record<string, unknown>>;

interface Found {
  readonly groups: readonly { readonly severity: string }[];
  /** Rows that stay out. */
  readonly held: number;
}

/** What is one list's own: its options, its rules and its words. */
export interface ListCommand<
  Checked extends { readonly findings: Found },
  Column extends string,
  Code extends string,
> {
  /** As in `npm run <name>`. */
  readonly name: string;
  readonly usage: string;
  readonly megabytes: number;
  /** Beside `--json`, `--language` and `--help`. */
  readonly options: ParseArgsOptionsConfig;
  readonly text: (key: string, params: Readonly<Record<string, string | number>>, locale: Locale) => string;
  readonly check: (bytes: Uint8Array, own: OwnValues) => Checked;
  /** From the first row to the last. */
  readonly problems: (checked: Checked) => readonly TableProblem<Column, Code>[];
  readonly describe: (
    problem: TableProblem<Column, Code>,
    locale: Locale,
  ) => { readonly place: string; readonly reason: string; readonly fix: string };
  readonly columnName: (column: Column, locale: Locale) => string;
  readonly severity: (code: Code) => string;
  /** The counts of the JSON document, by name. */
  readonly counts: (checked: Checked) => Readonly<Record<string, unknown>>;
  /** The counts of the last line, as its words name them. */
  readonly totals: (checked: Checked) => Readonly<Record<string, number>>;
  /** What is said after the problems that are named, of those that are not. */
  readonly more?: (checked: Checked, locale: Locale) => readonly string[];
}

/** Runs `npm run <name> -- <args>`. */
export function runListCheck<
  Checked extends { readonly findings: Found },
  Column extends string,
  Code extends string,
>(command: ListCommand<Checked, Column, Code>, args: readonly string[], { out, err }: Io): ListExitCode {
  const refuse = (why: 'usage' | ListFileFault, path: string, locale: Locale, json: boolean): 2 => {
    const reason = command.text(`refused.${why}`, { path, megabytes: command.megabytes }, locale);
    if (json) out(`${JSON.stringify({ result: 'refused', refused: why, reason })}\n`);
    err(`${command.name}: ${reason}\n`);
    return 2;
  };

  const asked = readArguments(args, command.options);
  if (asked === 'help') {
    out(command.usage);
    return 0;
  }
  if (asked === null) return refuse('usage', '', 'en', args.includes('--json'));
  const { file, json, locale, own } = asked;
  const bytes = readListFile(file, command.megabytes);
  if (typeof bytes === 'string') return refuse(bytes, file, locale, json);
  const checked = command.check(bytes, own);
  const code = exitCodeOf(checked.findings);
  if (json) out(`${JSON.stringify(jsonOf(command, checked, code, locale), null, 2)}\n`);
  else out(`${linesOf(command, checked, code, locale).join('\n')}\n`);
  return code;
}

function readArguments(args: readonly string[], own: ParseArgsOptionsConfig) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...own,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        language: { type: 'string' },
      },
    });
    if (values.help === true) return 'help';
    const [file, ...more] = positionals;
    const locale = LOCALES.find((known) => known === (values.language ?? 'en'));
    if (file === undefined || more.length > 0 || locale === undefined) return null;
    return { file, json: values.json === true, locale, own: values as OwnValues };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function exitCodeOf({ groups, held }: Found): ListExitCode {
  if (groups.some(({ severity }) => severity === 'fatal')) return 2;
  return held > 0 ? 1 : 0;
}

const RESULTS = ['all-valid', 'some-stay', 'unreadable'] as const;

function jsonOf<Checked extends { readonly findings: Found }, Column extends string, Code extends string>(
  { problems, counts, columnName, severity, describe }: ListCommand<Checked, Column, Code>,
  checked: Checked,
  exitCode: ListExitCode,
  locale: Locale,
): unknown {
  const listed = problems(checked).map((problem) => {
    const { row, letter, column, code, params } = problem;
    const name = column === null ? null : columnName(column, locale);
    return {
      ...{ row, column: letter, columnKey: column, columnName: name, severity: severity(code), code, params },
      ...describe(problem, locale),
    };
  });
  return { result: RESULTS[exitCode], ...counts(checked), problems: listed };
}

function linesOf<Checked extends { readonly findings: Found }, Column extends string, Code extends string>(
  { problems, describe, severity, text, more, totals }: ListCommand<Checked, Column, Code>,
  checked: Checked,
  exitCode: ListExitCode,
  locale: Locale,
): readonly string[] {
  const [colon, space] = locale === 'en' ? [': ', ' '] : ['：', ''];
  const lines = problems(checked).map((problem) => {
    const { place, reason, fix } = describe(problem, locale);
    const grave = text(`severity.${severity(problem.code)}`, {}, locale);
    return `${place}${colon}${reason}${space}${fix} [${problem.code}, ${grave}]`;
  });
  if (exitCode === 2) return lines;
  const clean = lines.length === 0 ? [text('report.clean', {}, locale)] : [];
  const unnamed = more?.(checked, locale) ?? [];
  return [...lines, ...unnamed, ...clean, text('report.counts', totals(checked), locale)];
}
