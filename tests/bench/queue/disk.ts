import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot, SetupError } from '../../../scripts/lib/paths.ts';

/** File systems that live in memory (statfs(2)): a sync costs nothing there, and proves nothing. */
const IN_MEMORY: ReadonlySet<number> = new Set([0x01021994, 0x858458f6]);
/** Place of "flush requests completed" after the device's name (Documentation/admin-guide/iostats.rst). */
const FLUSHES = 15;

/** A new folder on a real disk: the system's temporary folder, or else the project's own `.run`. */
export function folderOnDisk(): string {
  for (const parent of [tmpdir(), join(projectRoot, '.run')]) {
    mkdirSync(parent, { recursive: true });
    if (!IN_MEMORY.has(statfsSync(parent).type)) return mkdtempSync(join(parent, 'empf-bench-queue-'));
  }
  throw new SetupError(
    'Neither the temporary folder nor .run is on a disk, so that no sync can be measured. Set TMPDIR to a folder on one.',
  );
}

/** Syncs a folder and its files: dirty pages of a load would stall the first commits (facts/queue.md §1.4). */
export function syncFolder(folder: string): void {
  for (const name of readdirSync(folder)) sync(join(folder, name));
  sync(folder);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Bytes of all files in a folder. */
export function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/**
 * Flush requests that the disk under a path has completed since the machine started, whoever asked for them; null
 * where the system does not tell.
 */
export function flushesSoFar(path: string): number | null {
  const { dev } = statSync(path);
  const major = (dev >> 8) & 0xfff;
  const minor = (dev & 0xff) | ((dev >> 12) & 0xfff00);
  let lines: string[];
  try {
    lines = readFileSync('/proc/diskstats', 'utf8').split('\n');
  } catch {
    return null;
  }
  for (const line of lines) {
    const [ofMajor, ofMinor, , ...counters] = line.trim().split(/\s+/);
    if (Number(ofMajor) !== major || Number(ofMinor) !== minor) continue;
    const count = counters[FLUSHES];
    return count === undefined ? null : Number(count);
  }
  return null;
}
