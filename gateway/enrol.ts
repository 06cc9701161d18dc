import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { staffListSchema, type StaffList } from '../domain/wire/staff-list.ts';
import { demoStaff } from './demo-staff.ts';
import { enrolTerminal } from './enrolment.ts';

const USAGE =
  'node gateway/enrol.ts --data <folder> --terminal K0127 --url <gateway url> --out <enrolment.json> [--staff <file>]\n';

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  'terminal-id': 'a terminal id is one capital letter and four digits, such as K0127.',
  'gateway-url': 'the gateway url must be https, or http on loopback.',
  staff: 'the staff file does not hold a list of staff records.',
};

/** Ends with one plain line on standard error. */
function giveUp(line: string): never {
  process.stderr.write(`enrol: ${line}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        terminal: { type: 'string' },
        url: { type: 'string' },
        out: { type: 'string' },
        staff: { type: 'string' },
      },
    }).values;
  } catch {
    return giveUp(`unknown arguments\n${USAGE}`);
  }
}

/** Without a file: the demo's staff, for development. */
async function readStaff(path: string | undefined): Promise<StaffList['staff']> {
  if (path === undefined) return demoStaff();
  try {
    return staffListSchema.shape.staff.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return giveUp(PLAIN_WORDS['staff'] ?? 'staff');
  }
}

const { data, terminal, url, out, staff } = readArguments();
if (data === undefined || terminal === undefined || url === undefined || out === undefined)
  giveUp(`arguments\n${USAGE}`);
const enrolled = await enrolTerminal({
  dataDir: data,
  terminalId: terminal,
  gatewayUrl: url,
  staff: await readStaff(staff),
});
if (!enrolled.ok) giveUp(PLAIN_WORDS[enrolled.code] ?? enrolled.code);
const unfinished = `${out}.unfinished`;
writeFileSync(unfinished, `${JSON.stringify(enrolled.value, null, 2)}\n`, { mode: 0o600 });
// An earlier file of that name may have had a wider mode, which writing keeps.
chmodSync(unfinished, 0o600);
renameSync(unfinished, out);
process.stdout.write(`${JSON.stringify({ enrolled: terminal, out })}\n`);
