import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeQR } from 'qr';
import { type Locale, LOCALES } from '../../domain/locale.ts';
import {
  type CheckedRoster,
  checkRoster,
  ROSTER_LIMITS,
  rosterInOrder,
} from '../../domain/roster/check-roster.ts';
import { type RosterProblem, rosterSeverity } from '../../domain/roster/codes.ts';
import { describeRosterProblem, rosterColumnName, rosterText } from '../../domain/roster/describe.ts';
import { formQrText } from '../../domain/roster/form-code.ts';
import { type ListFileFault, readListFile } from '../lib/list-file.ts';

/** Where words go. */
interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** 0 every row can be used, 1 some stay out, 2 not readable or refused. */
export type ExitCode = 0 | 1 | 2;

const USAGE = `npm run check-roster -- FILE [--json] [--language en|zh-Hant] [--forms FOLDER]

Checks a list of the workers of a site (docs/van-roster.md), as a van's terminal does.

  FILE                  the list: CSV with a first row of headings
  --language en|zh-Hant words of the report (en)
  --json                one JSON document for a program; nothing else is printed
  --forms FOLDER        writes the QR code of each right row's registration form there, as form-<place>.svg by the place
                        of the worker among the right rows; nobody's name or number is in a file's name

Nobody's name, number or telephone is printed. Ends with 0 when every row can be used, 1 when some stay out, 2 when the file
cannot be read or the command is wrong.
`;

type Refused = 'usage' | ListFileFault;

/** `npm run check-roster -- <args>`. */
export function runCheckRoster(args: readonly string[], io: Io): ExitCode {
  const asked = readArguments(args);
  if (asked === 'help') {
    io.out(USAGE);
    return 0;
  }
  if (asked === null) return refuse('usage', '', 'en', args.includes('--json'), io);
  const { file, json, locale, forms } = asked;
  const bytes = readListFile(file, ROSTER_LIMITS.megabytes);
  if (typeof bytes === 'string') return refuse(bytes, file, locale, json, io);
  const checked = checkRoster(bytes);
  const code = exitCodeOf(checked);
  if (forms !== null) writeForms(forms, checked);
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
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        language: { type: 'string' },
        forms: { type: 'string' },
      },
    });
    if (values.help === true) return 'help';
    const [file, ...more] = positionals;
    const locale = LOCALES.find((known) => known === (values.language ?? 'en'));
    if (file === undefined || more.length > 0 || locale === undefined) return null;
    return { file, json: values.json === true, locale, forms: values.forms ?? null };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What a worker carries on paper or on a phone; only its owner's card makes it count. */
function writeForms(folder: string, { people }: CheckedRoster): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [index, person] of people.entries()) {
    const drawn = encodeQR(formQrText(person.hkid, person), 'svg', { ecc: 'medium' });
    const name = `form-${String(index + 1).padStart(5, '0')}.svg`;
    writeFileSync(join(folder, name), drawn, { mode: 0o600, flag: 'wx' });
  }
}

function refuse(reason: Refused, path: string, locale: Locale, json: boolean, { out, err }: Io): ExitCode {
  const { megabytes } = ROSTER_LIMITS;
  const words = rosterText(`refused.${reason}`, { path, megabytes }, locale);
  if (json) out(`${JSON.stringify({ result: 'refused', refused: reason, reason: words })}\n`);
  err(`check-roster: ${words}\n`);
  return 2;
}

function exitCodeOf({ findings: { groups, held } }: CheckedRoster): ExitCode {
  if (groups.some(({ severity }) => severity === 'fatal')) return 2;
  return held > 0 ? 1 : 0;
}

const RESULTS = ['all-valid', 'some-stay', 'unreadable'] as const;

function jsonOf({ findings }: CheckedRoster, code: ExitCode, locale: Locale): unknown {
  return {
    result: RESULTS[code],
    rows: findings.rows,
    people: findings.people,
    held: findings.held,
    counts: Object.fromEntries(findings.groups.map((group) => [group.code, group.count])),
    problems: rosterInOrder(findings).map((problem) => listed(problem, locale)),
  };
}

function listed(problem: RosterProblem, locale: Locale) {
  const { row, letter, column, code, params } = problem;
  const columnName = column === null ? null : rosterColumnName(column, locale);
  return {
    ...{ row, column: letter, columnKey: column, columnName, severity: rosterSeverity(code), code, params },
    ...describeRosterProblem(problem, locale),
  };
}

function lines({ findings }: CheckedRoster, code: ExitCode, locale: Locale): readonly string[] {
  const [colon, space] = locale === 'en' ? [': ', ' '] : ['：', ''];
  const problems = rosterInOrder(findings).map((problem) => {
    const { place, reason, fix } = describeRosterProblem(problem, locale);
    const severity = rosterText(`severity.${rosterSeverity(problem.code)}`, {}, locale);
    return `${place}${colon}${reason}${space}${fix} [${problem.code}, ${severity}]`;
  });
  const more = findings.groups
    .filter(({ count, problems: named }) => count > named.length)
    .map((group) =>
      rosterText('report.more', { count: group.count - group.problems.length, code: group.code }, locale),
    );
  if (code === 2) return problems;
  const { rows, people, held } = findings;
  const clean = problems.length === 0 ? [rosterText('report.clean', {}, locale)] : [];
  return [...problems, ...more, ...clean, rosterText('report.counts', { rows, people, held }, locale)];
}
