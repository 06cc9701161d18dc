import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** What follows `npm run gateway --`; `args` without the command's own name. */
export type Command = (args: readonly string[]) => Promise<void>;

/** Faults in plain words, for whoever sits at the gateway's machine. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
  'tls-required':
    'refused: this address can be reached from other machines, and without TLS anybody on the way could read and ' +
    'change what terminals send. Give --tls-certificate and --tls-key, or listen on 127.0.0.1.',
  'sms-simulated':
    'refused: the simulated SMS provider sends nothing to anybody and is for development on this machine only.',
  'tls-unusable': 'the TLS certificate or its key cannot be used.',
  'address-unavailable': 'cannot listen on this address and port.',
  'data-folder': 'the data folder cannot be made or written.',
  'database-newer': 'the database was made by a newer version of the gateway.',
  'database-damaged': 'the database is damaged or not a gateway database; it was left as it is.',
  'database-locked': 'another program holds the database.',
  'database-not-durable': 'the database cannot be set to survive a power cut on this file system.',
  'key-missing': 'a private key is missing in the keys folder.',
  'key-damaged': 'a private key in the keys folder is damaged.',
  'key-document': 'the key document is not signed by the root key in the keys folder.',
  'mode-differs': 'this database is for the other: real things and practice are never in one.',
  busy: 'another program holds the database; nothing was changed.',
  'reference-unknown': 'nothing arrived under this reference.',
  'decided-already': 'the decision on this submission is final; nothing was changed.',
  'attachments-missing': 'not all files of this submission have arrived; it cannot be accepted yet.',
  'policy-malformed': 'the file does not hold a policy; nothing was changed.',
  'too-late': 'this code was answered already, has run out, or is not wanted any more; nothing was changed.',
  'no-signing-key': 'no key to sign with is in force; nothing was changed.',
  'version-not-newer': 'terminals may have a policy of this version or a newer one; take a higher version.',
};

/** What follows a command that takes words and the data folder; ends with its usage where there is more. */
export function readArguments(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string', default: USUAL_DATA } },
    });
  } catch {
    return giveUp(`unknown arguments\n${usage}`);
  }
}

/** The JSON in a file; ends with `otherwise` where there is none. */
export function readJsonFile(path: string, otherwise: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return giveUp(otherwise);
  }
}

/** Ends with one plain line on standard error. */
export function giveUp(line: string): never {
  process.stderr.write(`gateway: ${line}\n`);
  process.exit(1);
}

/** Ends with what a fault means, and where. */
export function giveUpFor(fault: {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}): never {
  const place = fault.params?.['place'];
  const words = PLAIN_WORDS[fault.code] ?? fault.code;
  return giveUp(place === undefined || place === '' ? words : `${words} (${String(place)})`);
}

/** One line of JSON on standard output. */
export function say(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Where a running gateway keeps its data unless told otherwise. */
export const USUAL_DATA = '.run/gateway';
