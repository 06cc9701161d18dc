import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../../store/database/sync-folder.ts';

/** Everything that belongs to a database, by what follows its name. */
const PARTS = ['', '-wal', '-shm', '.attachments'] as const;

export function asidePath(database: string, number: number): string {
  return `${database}.damaged-${String(number)}`;
}

export function stagedPath(database: string): string {
  return `${database}.salvaging`;
}

/** The greatest number under which something was set aside; 0: nothing was. */
export function lastAside(database: string): number {
  const folder = dirname(database);
  if (!existsSync(folder)) return 0;
  const prefix = `${basename(database)}.damaged-`;
  const numbers = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number.parseInt(name.slice(prefix.length), 10));
  return Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number)));
}

/**
 * Renames the damaged database with its log and its files; nothing is copied, changed or deleted. May be repeated after
 * a cut: what has been moved stays moved.
 * @throws what the disk throws
 */
export function setAside(database: string, number: number): void {
  const aside = asidePath(database, number);
  for (const part of PARTS) {
    if (existsSync(database + part) && !existsSync(aside + part)) renameSync(database + part, aside + part);
  }
  syncFolder(dirname(database));
}

/** Puts the new database in the place of the old. May be repeated after a cut. @throws what the disk throws */
export function putInPlace(database: string): void {
  const staged = stagedPath(database);
  // The files first: a database that is there must find them.
  for (const part of ['.attachments', '']) {
    if (existsSync(staged + part) && !existsSync(database + part)) renameSync(staged + part, database + part);
  }
  syncFolder(dirname(database));
  removeStaged(database);
}

/** What a salvage that was cut short had begun to build. @throws what the disk throws */
export function removeStaged(database: string): void {
  const folder = dirname(database);
  const prefix = basename(stagedPath(database));
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
