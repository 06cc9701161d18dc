import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from '../../../scripts/lib/setup/debian.ts';
import type { Shared } from '../runner/fault-case.ts';

const SOURCE = join(import.meta.dirname, 'shim.c');

/** Compiles the recorder (shim.c) into a folder. @returns path of the library */
export async function compileShim(folder: string): Promise<string> {
  if (!existsSync('/usr/bin/cc')) await ensurePackages(['compile']);
  const library = join(folder, 'shim.so');
  const built = spawnSync(
    'cc',
    ['-O2', '-Wall', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl', '-lpthread'],
    { encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`shim.c could not be compiled:\n${built.stderr}`);
  return library;
}

/** The compiled recorder, once a run. */
export const SHIM: Shared<string> = {
  start: async (run) => ({ value: await compileShim(run.folder), stop: () => undefined }),
};
