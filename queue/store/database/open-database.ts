import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { OutOfServiceReason } from '../../../domain/codes.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { MIGRATIONS, type Migration } from '../migrations/index.ts';
import { type Connection, driverFits, openConnection, openRaw } from './connection.ts';
import { type DatabaseLock, takeDatabaseLock } from './database-lock.ts';
import { examineSchema, migrate, stepsUpTo } from './migrate.ts';
import { schemaDamage } from './expected-schema.ts';
import { sqliteCode, storageFailure } from './storage-faults.ts';
import { syncFolder } from './sync-folder.ts';

export type OpenFault = Extract<
  OutOfServiceReason,
  | 'database-newer'
  | 'database-damaged'
  | 'database-locked'
  | 'database-not-durable'
  | 'disk-full'
  | 'storage-fault'
>;

export interface OpenOptions {
  readonly nativeBinding?: string | null;
  /** Greatest size of the database in pages of 4 KiB; default none but the disk's. */
  readonly mostPages?: number | null;
  /** For tests of migrations only. */
  readonly migrations?: readonly Migration[];
  /** How long to wait for another process that holds the database, in milliseconds. */
  readonly lockWait?: number;
}

export interface OpenDatabase {
  readonly connection: Connection;
  readonly lock: DatabaseLock;
  /** True when there was no database here before. */
  readonly fresh: boolean;
}

/**
 * Opens the terminal's database: alone (lock), examined read-only first (so that a damaged or a newer file is left
 * exactly as it was found), durable (`DURABILITY`), and brought to the newest schema.
 */
export function openDatabase(
  path: string,
  options: OpenOptions = {},
): Result<OpenDatabase, Failure<OpenFault>> {
  if (!driverFits(options.nativeBinding))
    return fail('storage-fault', { what: 'sqlite-driver-needs-node-api-10' });
  let lock: DatabaseLock | null = null;
  try {
    makeFolder(dirname(resolve(path)));
    const locked = takeDatabaseLock(path, {
      nativeBinding: options.nativeBinding ?? null,
      ...(options.lockWait === undefined ? {} : { wait: options.lockWait }),
    });
    if (!locked.ok) return locked;
    lock = locked.value;
    const opened = openLocked(path, options, lock);
    if (!opened.ok) lock.release();
    return opened;
  } catch (error) {
    lock?.release();
    return openFailure(error);
  }
}

/** A connection after an I/O fault: the schema is known, the lock is held, nothing of the old handle is trusted. */
export function reopenConnection(path: string, options: OpenOptions): Result<Connection, Failure<OpenFault>> {
  try {
    const opened = openConnection(path, options);
    if (!opened.ok) return opened;
    // Frames that a failed sync left in the log may be readable without being on the disk. Writing them into the
    // database file and syncing that makes them durable by new writes, or fails and says so.
    opened.value.pragma('wal_checkpoint(TRUNCATE)');
    return opened;
  } catch (error) {
    return openFailure(error);
  }
}

/** SQLite's file layer takes a file of a single byte for an empty one, and would begin a new database in it. */
const EMPTY_TO_SQLITE = 1;

function openLocked(
  path: string,
  options: OpenOptions,
  lock: DatabaseLock,
): Result<OpenDatabase, Failure<OpenFault>> {
  const migrations = options.migrations ?? MIGRATIONS;
  if (sizeOf(path) > EMPTY_TO_SQLITE) {
    const examined = examine(path, options.nativeBinding ?? null, migrations);
    if (!examined.ok) return examined;
  } else if (sizeOf(`${path}-wal`) > 0) {
    // SQLite throws a log away whose database file is empty; there were submissions in it.
    return fail('database-damaged', { what: 'log-without-database' });
  } else if (lock.databaseWasCreated && existsSync(path)) {
    return fail('database-damaged', { what: 'empty' });
  }
  const opened = openConnection(path, options);
  if (!opened.ok) return opened;
  const connection = opened.value;
  try {
    const migrated = migrate(connection, migrations);
    if (!migrated.ok) {
      connection.close();
      return migrated;
    }
    if (!lock.databaseWasCreated) {
      syncFolder(dirname(resolve(path)));
      lock.markCreated();
    }
    return ok({ connection, lock, fresh: migrated.value.from === 0 });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Looks without being able to change anything: a writing connection would check-point its log into the file on close. */
function examine(
  path: string,
  nativeBinding: string | null,
  migrations: readonly Migration[],
): Result<null, Failure<OpenFault>> {
  const connection = openRaw(path, { nativeBinding, readonly: true });
  try {
    const schema = examineSchema(connection, migrations);
    if (!schema.ok) return schema;
    const damage = schemaDamage(connection, stepsUpTo(migrations, schema.value.version), nativeBinding);
    if (damage !== null) return fail('database-damaged', { what: damage });
    const answer = connection.pragma('quick_check(1)', { simple: true });
    return answer === 'ok' ? ok(null) : fail('database-damaged', { what: 'quick-check' });
  } catch (error) {
    // The power failed while the file was being made into a WAL database. Only a writing connection can roll that
    // back, and there is nothing in it yet.
    if (sqliteCode(error) === 'SQLITE_READONLY_ROLLBACK') return ok(null);
    throw error;
  } finally {
    connection.close();
  }
}

/** Turns what an opening threw into a reason to be out of service. @throws what is not the disk's doing */
export function openFailure(error: unknown): { readonly ok: false } & Failure<OpenFault> {
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT') === true)
    return fail('database-damaged', { what: 'unreadable' });
  if (code === 'SQLITE_BUSY') return fail('database-locked');
  // A schema that lost a table or a column reads as an ordinary SQL error.
  if (code === 'SQLITE_ERROR') return fail('database-damaged', { what: 'schema' });
  if (code !== null) return storageFailure(error);
  if (error instanceof Error && 'syscall' in error && 'code' in error)
    return fail(error.code === 'ENOSPC' ? 'disk-full' : 'storage-fault');
  throw error;
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/** A new file is there after a power cut only when its folder's entry is synced as well. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncFolder(dirname(folder));
}
