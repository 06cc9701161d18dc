import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { syncFolder } from '../store/database/sync-folder.ts';
import { openRaw } from '../store/database/connection.ts';
import { openFailure } from '../store/database/open-database.ts';
import type { StorageFault } from '../store/database/storage-faults.ts';
import type { Queue } from '../store/queue-interface.ts';

/** The backups of a database, the newer first. */
export function backupPaths(database: string): readonly [string, string] {
  return [`${database}.backup`, `${database}.backup.1`];
}

export interface BackupOptions {
  readonly nativeBinding?: string | null;
}

export type BackupFault = 'database-damaged' | StorageFault;

/** Pages copied at a time; between two turns the queue does its work. */
const PAGES_AT_ONCE = 512;
const MOST_BEGINNINGS = 4;

/**
 * Copies the database while it is in use into `<database>.backup`, as one file without a log. Checked before it takes
 * the place of the last one, which stays as `.backup.1`. The sealed files are not copied: they never change, and a
 * salvage finds them where they are.
 *
 * @returns the size of the copy in bytes; `database-damaged` when the copy does not pass its check: then the database
 * itself is damaged, and the last good backup stays
 */
export async function backUp(
  database: string,
  queue: Pick<Queue, 'audit'>,
  options: BackupOptions = {},
): Promise<Result<{ readonly bytes: number }, Failure<BackupFault>>> {
  const [newest, before] = backupPaths(database);
  const unfinished = `${newest}.unfinished`;
  const nativeBinding = options.nativeBinding ?? null;
  try {
    removeDatabase(unfinished);
    const source = openRaw(database, { nativeBinding, readonly: true });
    try {
      let turns = 0;
      await source.backup(unfinished, {
        progress({ totalPages }) {
          turns += 1;
          // Whatever is written meanwhile makes the copy begin anew; after a few times it is made in one go.
          return turns * PAGES_AT_ONCE > totalPages * MOST_BEGINNINGS ? totalPages : PAGES_AT_ONCE;
        },
      });
    } finally {
      source.close();
    }
    if (!isSound(unfinished, nativeBinding)) {
      removeDatabase(unfinished);
      return fail('database-damaged');
    }
    syncFile(unfinished);
    if (existsSync(newest)) renameSync(newest, before);
    renameSync(unfinished, newest);
    syncFolder(dirname(newest));
    const { size } = statSync(newest);
    queue.audit.append({ event: 'database.backed-up', actor: 'system', detail: { bytes: size } });
    return ok({ bytes: size });
  } catch (error) {
    const failure = openFailure(error);
    const { code } = failure;
    return code === 'disk-full' || code === 'database-damaged' ? fail(code) : fail('storage-fault');
  }
}

/** Takes the log mode out of the copy (a backup is one file) and reads all of it. */
function isSound(copy: string, nativeBinding: string | null): boolean {
  const connection = openRaw(copy, { nativeBinding });
  try {
    connection.pragma('journal_mode = DELETE');
    return connection.pragma('quick_check(1)', { simple: true }) === 'ok';
  } finally {
    connection.close();
  }
}

function removeDatabase(path: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(path + part, { force: true });
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
