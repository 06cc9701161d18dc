import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';

/** The project's folder. */
export const projectRoot = resolve(import.meta.dirname, '..', '..');

/** Everything set-up makes lives here, outside node_modules, so that `npm ci` does not throw it away. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  const base = env['XDG_CACHE_HOME'];
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'empf-terminal');
}

/** Where test results, screenshots and measurements go; never committed. */
export const artifactsDir = join(projectRoot, 'artifacts');

/** Path of a command-line tool that the project installed. */
export function toolPath(name: string): string {
  return join(projectRoot, 'node_modules', '.bin', name);
}

/** Version of an installed package, read from the package itself and not from a range. */
export function installedVersion(name: string): string {
  const file = join(projectRoot, 'node_modules', name, 'package.json');
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) {
    if (typeof parsed.version === 'string') return parsed.version;
  }
  throw new SetupError(`${file} names no version. Run: npm ci`);
}

/** A failure that a person can act on: its message is shown as it is, without a stack. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** Runs a script's main function; plain errors are shown plainly, anything else with its stack. */
export async function main(run: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
