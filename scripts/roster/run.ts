import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeQR } from 'qr';
import type { Locale } from '../../domain/locale.ts';
import {
  type CheckedRoster,
  checkRoster,
  ROSTER_LIMITS,
  rosterInOrder,
} from '../../domain/roster/check-roster.ts';
import { type RosterCode, rosterSeverity } from '../../domain/roster/codes.ts';
import type { RosterColumn } from '../../domain/roster/columns.ts';
import { describeRosterProblem, rosterColumnName, rosterText } from '../../domain/roster/describe.ts';
import { formQrText } from '../../domain/roster/form-code.ts';
import { type ListCommand, type ListExitCode, runListCheck } from '../lib/list-check/run.ts';
import type { Io } from '../lib/shell.ts';

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

const CHECK_ROSTER: ListCommand<CheckedRoster, RosterColumn, RosterCode> = {
  name: 'check-roster',
  usage: USAGE,
  megabytes: ROSTER_LIMITS.megabytes,
  options: { forms: { type: 'string' } },
  text: rosterText,
  check: (bytes, { forms }) => {
    const checked = checkRoster(bytes);
    if (typeof forms === 'string') writeForms(forms, checked);
    return checked;
  },
  problems: ({ findings }) => rosterInOrder(findings),
  describe: describeRosterProblem,
  columnName: rosterColumnName,
  severity: rosterSeverity,
  counts: ({ findings: { rows, people, held, groups } }) => ({
    ...{ rows, people, held },
    counts: Object.fromEntries(groups.map((group) => [group.code, group.count])),
  }),
  totals: ({ findings: { rows, people, held } }) => ({ rows, people, held }),
  more: unnamed,
};

/** `npm run check-roster -- <args>`. */
export function runCheckRoster(args: readonly string[], io: Io): ListExitCode {
  return runListCheck(CHECK_ROSTER, args, io);
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

function unnamed({ findings }: CheckedRoster, locale: Locale): readonly string[] {
  return findings.groups
    .filter(({ count, problems }) => count > problems.length)
    .map(({ count, problems, code }) =>
      rosterText('report.more', { count: count - problems.length, code }, locale),
    );
}
