import { parseArgs } from 'node:util';
import { main, SetupError } from '../lib/paths.ts';
import { describeAudit, readAudit } from './read-audit.ts';

const USAGE = `npm run verify-audit -- <terminal.db> [--checkpoint <number>:<hash>]
Reads only; the terminal may be running. --checkpoint: a number and its hash that the platform acknowledged.`;

function checkpointFrom(text: string | undefined): { number: number; head: string } | undefined {
  if (text === undefined) return undefined;
  const [, number, head] = /^([0-9]{1,15}):([A-Za-z0-9_-]{43})$/.exec(text) ?? [];
  if (number === undefined || head === undefined) throw new SetupError(USAGE);
  return { number: Number(number), head };
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { checkpoint: { type: 'string' } } });
  } catch {
    throw new SetupError(USAGE);
  }
}

await main(() => {
  const { positionals, values } = readArguments();
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new SetupError(USAGE);
  const checkpoint = checkpointFrom(values.checkpoint);
  const { sentence, json, exitCode } = describeAudit(
    readAudit(path, checkpoint === undefined ? {} : { checkpoint }),
  );
  console.log(sentence);
  console.log(JSON.stringify(json));
  return Promise.resolve(exitCode);
});
