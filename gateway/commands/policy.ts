import { setPolicy } from '../policy/policies.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { giveUp, giveUpFor, readArguments, readJsonFile, say, USUAL_DATA } from './command.ts';

const USAGE = `node gateway/main.ts policy <file.json> [--data ${USUAL_DATA}]
`;

/** Puts a policy in force for all terminals, also while the gateway runs. */
export async function policy(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) giveUp(`arguments\n${USAGE}`);
  const content = readJsonFile(path, 'the policy file cannot be read, or is not JSON.');

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
