import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheRoot, projectRoot, SetupError } from '../../../scripts/lib/paths.ts';
import { run, tail } from '../../../scripts/lib/run.ts';

const FILES = [
  join(import.meta.dirname, 'peers', 'package.json'),
  join(import.meta.dirname, 'peers', 'package-lock.json'),
  // No scripts are run, and no registry is written into the lock file.
  join(projectRoot, '.npmrc'),
];

/** Where the peers are, outside the project, so that no tool takes their files for ours; another one for other pins. */
export function peersFolder(): string {
  const hash = createHash('sha256');
  for (const file of FILES) hash.update(readFileSync(file));
  return join(cacheRoot(), `bench-peers-${hash.digest('hex').slice(0, 12)}`);
}

/** Installs the peers from their own lock file when they are not there yet. @throws SetupError without a registry */
export async function ensurePeers(): Promise<void> {
  const folder = peersFolder();
  if (existsSync(folder)) return;
  console.log('Installing the queues to compare with (tests/bench/queue/peers/package.json) …');
  const unfinished = join(cacheRoot(), `tmp-bench-peers-${String(process.pid)}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const file of FILES) copyFileSync(file, join(unfinished, basename(file)));
  const installed = await run('npm', ['ci'], { cwd: unfinished });
  if (installed.code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new SetupError(
      `The peers could not be installed; "--without peers" measures the rest.\n${tail(installed.output)}`,
    );
  }
  renameSync(unfinished, folder);
}
