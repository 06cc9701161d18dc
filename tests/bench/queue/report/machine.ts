import { readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import Database from 'better-sqlite3';

/** Where a run was made; its ratios carry further than its absolute figures. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly fileSystem: string;
  readonly node: string;
  readonly sqlite: string;
  readonly date: string;
}

export function describeMachine(folder: string): Machine {
  const memory = new Database(':memory:');
  const sqlite = String(memory.prepare('SELECT sqlite_version()').pluck().get());
  memory.close();
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    fileSystem: fileSystemOf(folder),
    node: process.version,
    sqlite,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** Mount with the longest path above the folder; the number of statfs(2) where there is no list. */
function fileSystemOf(folder: string): string {
  try {
    const mounts = readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '));
    const above = mounts.filter(([, place = '?']) =>
      `${folder}/`.startsWith(place === '/' ? place : `${place}/`),
    );
    const [nearest] = above.sort(([, a = ''], [, b = '']) => b.length - a.length);
    if (nearest !== undefined) return `${nearest[2] ?? ''} on ${nearest[0] ?? ''} (${nearest[3] ?? ''})`;
  } catch {
    // No such list on this system.
  }
  return `type 0x${statfsSync(folder).type.toString(16)}`;
}

/** Mean number of runnable processes in the last minute: what else the machine does. */
export function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2));
}
