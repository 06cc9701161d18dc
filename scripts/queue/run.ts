import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { accept, backup, purge } from './commands/care.ts';
import { exportToDrive, importFromDrive } from './commands/drive.ts';
import { list, show, status } from './commands/reading.ts';
import { park, retry, retryAll, unpark } from './commands/staff.ts';
import { usability } from './commands/usability.ts';
import { verify } from './commands/verify.ts';
import { wipe } from './commands/wipe.ts';
import { type Report, textOf } from './print.ts';
import { Refusal } from './refusal.ts';
import { placesOf, type TerminalPlaces } from './terminal.ts';
import { USAGE } from './usage.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ data: text, configuration: text, state: text, limit: text, after: text },
        ...{ reason: text, staff: text, proof: text },
        ...{
          json: flag,
          all: flag,
          supervisors: flag,
          csv: flag,
          practice: flag,
          help: { ...flag, short: 'h' },
        },
      },
    });
  } catch {
    throw new Refusal('arguments', `unknown arguments\n${USAGE}`);
  }
}

type Values = ReturnType<typeof readArguments>['values'];

/** Where words go and where answers come from. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly input: Readable;
}

interface Call {
  readonly io: Io;
  readonly places: TerminalPlaces;
  readonly values: Values;
  /** What follows the command; refuses when it is missing. */
  readonly subject: (what: string) => string;
}

/** One line a command; what it is about comes next, the options are the values. */
const COMMANDS: Readonly<Record<string, (call: Call) => Promise<Report> | Report>> = {
  status: ({ places }) => status(places),
  list: ({ places, values }) =>
    list(places, {
      state: values.state,
      limit: wholeNumber('limit', values.limit ?? '50'),
      after: wholeNumber('after', values.after ?? '0'),
    }),
  show: ({ places, subject }) => show(places, subject('reference')),
  verify: ({ places }) => verify(places),
  usability: ({ places, values }) =>
    usability(places, { csv: values.csv === true, mode: values.practice === true ? 'practice' : 'live' }),
  retry: ({ places, values, subject }) =>
    values.all === true
      ? retryAll(places, values.reason, by(values))
      : retry(places, subject('reference, or --all'), by(values)),
  park: ({ places, values, subject }) => {
    const name = subject('reference');
    if (values.reason === undefined) throw new Refusal('arguments', 'Why? --reason wrong-form');
    return park(places, name, values.reason);
  },
  unpark: ({ places, values, subject }) => unpark(places, subject('reference'), by(values)),
  export: ({ places, values, subject, io }) =>
    exportToDrive(places, subject('drive'), values.staff, (line) => {
      if (values.json !== true) io.err(`${line}\n`);
    }),
  import: ({ places, values, subject }) => importFromDrive(places, subject('drive'), values.staff),
  backup: ({ places }) => backup(places),
  purge: ({ places }) => purge(places),
  'accept-salvage': ({ places, values }) => accept(places, values.staff),
  wipe: ({ places, values, io }) =>
    wipe(places, {
      proof: values.proof,
      supervisors: values.supervisors === true,
      input: io.input,
      ask: io.err,
    }),
};

function by(values: Values): { staffId: string } | undefined {
  return values.staff === undefined ? undefined : { staffId: values.staff };
}

function wholeNumber(name: string, value: string): number {
  if (!/^[0-9]{1,9}$/.test(value)) throw new Refusal('arguments', `--${name} is a whole number.`);
  return Number(value);
}

async function runCommand(args: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const { values, positionals } = readArguments(args);
  const [name = '', subject, ...more] = positionals;
  if (values.help === true || name === '') {
    io.out(USAGE);
    return name === '' && values.help !== true ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || more.length > 0) throw new Refusal('arguments', `unknown command\n${USAGE}`);
  const report = await command({
    places: placesOf({ data: values.data, configuration: values.configuration }),
    values,
    io,
    subject: (what) => {
      if (subject === undefined) throw new Refusal('arguments', `Which ${what}? npm run queue -- --help`);
      return subject;
    },
  });
  io.out(textOf(report, values.json === true));
  return report.exitCode;
}

/**
 * `npm run queue -- <args>`.
 * @returns what the program ends with: 0 all is well, 1 something needs a person, 2 refused
 */
export async function runQueueCommand(args: readonly string[], io: Io): Promise<0 | 1 | 2> {
  try {
    return await runCommand(args, io);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (args.includes('--json')) io.out(`${JSON.stringify({ refused: error.code })}\n`);
    io.err(`queue: ${error.message}\n`);
    return 2;
  }
}
