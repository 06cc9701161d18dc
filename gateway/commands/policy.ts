import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setPolicy } from '../policy/policies.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { giveUp, giveUpFor, say, USUAL_DATA } from './command.ts';

const USAGE = `node gateway/main.ts policy <file.json> [--data ${USUAL_DATA}]
`;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string', default: USUAL_DATA } },
    });
  } catch {
    return giveUp(`unknown arguments\n${USAGE}`);
  }
}

function readFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return giveUp('the policy file cannot be read, or is not JSON.');
  }
}

/** Puts a policy in force for all terminals, also while the gateway runs. */
export async function policy(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) giveUp(`arguments\n${USAGE}`);
  const content = readFile(path);

  const opened = openSqliteStore(values.data);
  if (!opened.ok) giveUpFor(opened);
  try {
    const set = await setPolicy(opened.value, content, new Date().toISOString());
    if (!set.ok) giveUpFor(set);
    say({ policy: 'in force', version: set.value });
  } finally {
    opened.value.close();
  }
}
