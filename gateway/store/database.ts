import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { MIGRATIONS } from './migrations/index.ts';

export type DatabaseFault =
  'data-folder' | 'database-newer' | 'database-damaged' | 'database-locked' | 'database-not-durable';

/** A connection that was checked to be durable and to have the current schema. */
export type DurableDatabase = Database.Database & { readonly __durable: never };

/** `EMPG`, so that another program's SQLite file is not taken for ours. */
const APPLICATION_ID = 0x454d5047;
const BUSY_TIMEOUT_MS = 5000;
const FULL = 2;

export function databasePath(dataDir: string): string {
  return join(dataDir, 'gateway.sqlite');
}

/**
 * Opens or creates the gateway's database: WAL with synchronous=FULL, set on this connection and read back, because
 * better-sqlite3 silently runs WAL at NORMAL, which loses confirmed rows in a power cut (facts/queue.md §1.2, §1.5).
 * @param options.nativeBinding path of another build of better-sqlite3's binary (Electron 33, facts/toolchain.md)
 * @returns `database-newer` for a schema of a later version, `database-damaged` for a file that is not ours or not
 *   readable, `database-not-durable` when WAL or FULL could not be had, `data-folder` when the folder cannot be used
 */
export function openDatabase(
  dataDir: string,
  options: { readonly nativeBinding?: string } = {},
): Result<DurableDatabase, Failure<DatabaseFault>> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // SQLite gives the mode of the database file to the journal files beside it.
    closeSync(openSync(databasePath(dataDir), 'a', 0o600));
  } catch {
    return fail('data-folder');
  }
  let database: Database.Database;
  try {
    database = new Database(databasePath(dataDir), {
      timeout: BUSY_TIMEOUT_MS,
      ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
    });
  } catch (error) {
    return fail(error instanceof Database.SqliteError ? faultOf(error) : 'data-folder');
  }
  try {
    const refused = prepare(database);
    if (refused !== null) {
      database.close();
      return fail(refused);
    }
    return ok(database as DurableDatabase);
  } catch (error) {
    database.close();
    if (!(error instanceof Database.SqliteError)) throw error;
    return fail(faultOf(error));
  }
}

/** Opens the database for reading only; null when there is none yet. */
export function openForReading(
  dataDir: string,
  options: { readonly nativeBinding?: string } = {},
): Database.Database | null {
  if (!existsSync(databasePath(dataDir))) return null;
  return new Database(databasePath(dataDir), {
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MS,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
}

function prepare(database: Database.Database): DatabaseFault | null {
  const latest = MIGRATIONS.at(-1)?.version ?? 0;
  if (numberPragma(database, 'user_version') > latest) return 'database-newer';
  const owner = numberPragma(database, 'application_id');
  if (owner !== 0 && owner !== APPLICATION_ID) return 'database-damaged';

  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma('trusted_schema = OFF');
  const mode: unknown = database.pragma('journal_mode', { simple: true });
  if (mode !== 'wal' || numberPragma(database, 'synchronous') !== FULL) return 'database-not-durable';

  // The version is read again inside: enrolment and the server may both meet a new file at the same moment.
  const migrate = database.transaction((): DatabaseFault | null => {
    const version = numberPragma(database, 'user_version');
    if (version > latest) return 'database-newer';
    if (version === 0 && database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() !== 0) {
      return 'database-damaged';
    }
    for (const step of MIGRATIONS.filter((one) => one.version > version)) {
      database.exec(step.sql);
      database.pragma(`user_version = ${String(step.version)}`);
    }
    database.pragma(`application_id = ${String(APPLICATION_ID)}`);
    return null;
  });
  const refused = migrate.immediate();
  if (refused !== null) return refused;
  return database.pragma('quick_check(1)', { simple: true }) === 'ok' ? null : 'database-damaged';
}

function numberPragma(database: Database.Database, name: string): number {
  return Number(database.pragma(name, { simple: true }));
}

function faultOf(error: InstanceType<typeof Database.SqliteError>): DatabaseFault {
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
    return 'database-locked';
  if (error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_READONLY'))
    return 'data-folder';
  return 'database-damaged';
}
