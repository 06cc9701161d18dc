import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { checkCompanyList, type CheckedList, inOrder } from '../../domain/company-list/check-list.ts';
import { type ListProblem, listSeverity } from '../../domain/company-list/codes.ts';
import { describeListProblem, listColumnName, listText } from '../../domain/company-list/describe.ts';
import { COMPANY_LIST_LIMITS } from '../../domain/company-list/list.ts';
import { type Locale, LOCALES } from '../../domain/locale.ts';
import { hongKongDate } from '../../domain/time.ts';
import { type ListFileFault, readListFile } from '../lib/list-file.ts';

/** Where words go, and the instant by which documents are judged (ISO). */
interface Io {
  readonly today: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0 every company can go, 1 some stay, 2 not readable or refused. */
export type ExitCode = 0 | 1 | 2;

const USAGE = `npm run check-companies -- FILE [--new] [--json] [--language en|zh-Hant]

Checks a list of companies to be registered (docs/company-list.md), as a terminal does.

  FILE                  the list: CSV with a first row of headings
  --new                 new employers, who have no activation code (otherwise: they have paid contributions before)
  --language en|zh-Hant words of the report (en)
  --json                one JSON document for a program; nothing else is printed

No company and no number is printed. Ends with 0 when every company can go, 1 when some stay, 2 when the file cannot be
read or the command is wrong.
`;

type Refused = 'usage' | ListFileFault;

/** `npm run check-companies -- <args>`. */
export function runCheckCompanies(args: readonly string[], io: Io): ExitCode {
  const asked = readArguments(args);
  if (asked === 'help') {
    io.out(USAGE);
    return 0;
  }
  if (asked === null) return refuse('usage', '', 'en', args.includes('--json'), io);
  const { file, json, locale, standing } = asked;
  const bytes = readListFile(file, COMPANY_LIST_LIMITS.megabytes);
  if (typeof bytes === 'string') return refuse(bytes, file, locale, json, io);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  const checked = checkCompanyList(bytes, digest, { standing, today: hongKongDate(io.today) });
  const code = exitCodeOf(checked);
  if (json) io.out(`${JSON.stringify(jsonOf(checked, code, locale), null, 2)}\n`);
  else io.out(`${lines(checked, code, locale).join('\n')}\n`);
  return code;
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        new: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        language: { type: 'string' },
      },
    });
    if (values.help === true) return 'help';
    const [file, ...more] = positionals;
    const locale = LOCALES.find((known) => known === (values.language ?? 'en'));
    if (file === undefined || more.length > 0 || locale === undefined) return null;
    const standing = values.new === true ? ('new' as const) : ('existing' as const);
    return { file, json: values.json === true, locale, standing };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function refuse(reason: Refused, path: string, locale: Locale, json: boolean, { out, err }: Io): ExitCode {
  const { megabytes } = COMPANY_LIST_LIMITS;
  const words = listText(`company-list.refused.${reason}`, { path, megabytes }, locale);
  if (json) out(`${JSON.stringify({ result: 'refused', refused: reason, reason: words })}\n`);
  err(`check-companies: ${words}\n`);
  return 2;
}

function exitCodeOf({ findings: { groups, held } }: CheckedList): ExitCode {
  if (groups.some(({ severity }) => severity === 'fatal')) return 2;
  return held > 0 ? 1 : 0;
}

const RESULTS = ['all-valid', 'some-stay', 'unreadable'] as const;

function jsonOf({ findings, list }: CheckedList, code: ExitCode, locale: Locale): unknown {
  return {
    result: RESULTS[code],
    companies: findings.rows,
    valid: list?.companies.length ?? 0,
    held: findings.held,
    problems: inOrder(findings).map((problem) => listed(problem, locale)),
  };
}

function listed(problem: ListProblem, locale: Locale) {
  const { row, letter, column, code, params } = problem;
  const columnName = column === null ? null : listColumnName(column, locale);
  const severity = listSeverity(code);
  return {
    ...{ row, column: letter, columnKey: column, columnName, severity, code, params },
    ...describeListProblem(problem, locale),
  };
}

function lines({ findings, list }: CheckedList, code: ExitCode, locale: Locale): readonly string[] {
  const [colon, space] = locale === 'en' ? [': ', ' '] : ['：', ''];
  const problems = inOrder(findings).map((problem) => {
    const { place, reason, fix } = describeListProblem(problem, locale);
    const severity = listText(`company-list.severity.${listSeverity(problem.code)}`, {}, locale);
    return `${place}${colon}${reason}${space}${fix} [${problem.code}, ${severity}]`;
  });
  if (code === 2) return problems;
  const counts = { rows: findings.rows, good: list?.companies.length ?? 0, held: findings.held };
  const clean = problems.length === 0 ? [listText('company-list.report.clean', {}, locale)] : [];
  return [...problems, ...clean, listText('company-list.report.counts', counts, locale)];
}
