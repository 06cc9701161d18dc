import { rmSync } from 'node:fs';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { type Connection, openRaw } from './connection.ts';
import { sqliteCode } from './storage-faults.ts';

/**
 * A lock that only one process can hold and that the kernel drops when the process dies, however it dies. Node has no
 * flock, so it is an exclusively locked, otherwise empty SQLite file beside the database; the database itself stays
 * readable for a technician's tools while the terminal runs.
 *
 * The file also remembers, as its `user_version`, that the database was once created: a database that has shrunk to
 * nothing since is damaged, not new.
 */
export interface DatabaseLock {
  readonly databaseWasCreated: boolean;
  markCreated(): void;
  release(): void;
}

/** A terminal restarted by its supervisor waits this long for the old process to be gone, in milliseconds. */
const WAIT_FOR_PREDECESSOR_MS = 1_500;

export interface LockOptions {
  readonly nativeBinding?: string | null;
  readonly wait?: number;
}

/** @throws SqliteError when the folder cannot be written */
export function takeDatabaseLock(
  databasePath: string,
  options: LockOptions,
): Result<DatabaseLock, Failure<'database-locked'>> {
  const path = `${databasePath}.lock`;
  try {
    return hold(path, options);
  } catch (error) {
    const code = sqliteCode(error);
    if (code === 'SQLITE_BUSY') return fail('database-locked');
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error;
    // Nobody holds a damaged lock file (the holder's lock is met before its content is), and it keeps nothing of worth.
    rmSync(path);
    return hold(path, options);
  }
}

function hold(path: string, options: LockOptions): Result<DatabaseLock, Failure<'database-locked'>> {
  const connection = openRaw(path, {
    nativeBinding: options.nativeBinding ?? null,
    timeout: options.wait ?? WAIT_FOR_PREDECESSOR_MS,
  });
  try {
    // Exclusive locking mode keeps the lock between transactions, too.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    const databaseWasCreated = connection.pragma('user_version', { simple: true }) === 1;
    return ok({
      databaseWasCreated,
      markCreated: () => mark(connection),
      release: () => connection.close(),
    });
  } catch (error) {
    connection.close();
    throw error;
  }
}

function mark(connection: Connection): void {
  connection.pragma('user_version = 1');
}
