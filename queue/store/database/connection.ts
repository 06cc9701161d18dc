import Database from 'better-sqlite3';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';

export type Connection = Database.Database;

/** What a connection must have answered before anything is stored through it. */
interface Requirement {
  readonly pragma: string;
  readonly set: string;
  readonly expected: string | number;
}

const BUSY_TIMEOUT_MS = 5_000;

/**
 * Pages that the log holds before it is written back: 8 MB instead of SQLite's 4. A page that several submissions
 * change is then written back half as often; a log of 16 MB gained nothing more, since it grows for longer
 * (docs/benchmarks.md).
 */
const LOG_PAGES = 2_000;

/**
 * Each is per connection, except the journal mode; so each is set and read back on *every* connection. better-sqlite3
 * is compiled with SQLITE_DEFAULT_WAL_SYNCHRONOUS=1: without the second line a power cut loses hundreds of confirmed
 * rows (facts/queue.md §1.2, §1.5).
 */
export const DURABILITY: readonly Requirement[] = [
  { pragma: 'journal_mode', set: 'WAL', expected: 'wal' },
  { pragma: 'synchronous', set: 'FULL', expected: 2 },
  { pragma: 'foreign_keys', set: 'ON', expected: 1 },
  { pragma: 'secure_delete', set: 'ON', expected: 1 },
  { pragma: 'busy_timeout', set: String(BUSY_TIMEOUT_MS), expected: BUSY_TIMEOUT_MS },
  { pragma: 'trusted_schema', set: 'OFF', expected: 0 },
  { pragma: 'cell_size_check', set: 'ON', expected: 1 },
];

export interface ConnectionOptions {
  /** better-sqlite3's `nativeBinding`: path of an addon compiled for a runtime the packaged one does not fit. */
  readonly nativeBinding?: string | null;
  readonly readonly?: boolean;
  /** Greatest size of the database in pages of 4 KiB; a commit that would need more fails as on a full disk. */
  readonly mostPages?: number | null;
  /** How long to wait for another holder of the file, in milliseconds. */
  readonly timeout?: number;
}

/** better-sqlite3 13 is built for Node-API 10; an older runtime crashes in `new Database()` with nothing to catch. */
const PACKAGED_BINDING_NODE_API = 10;

/** True when the driver can be loaded here at all (facts/toolchain.md, *better-sqlite3*). */
export function driverFits(nativeBinding: string | null | undefined): boolean {
  return (
    typeof nativeBinding === 'string' || Number(process.versions['napi'] ?? 0) >= PACKAGED_BINDING_NODE_API
  );
}

/** Opens a file with the driver and nothing else; only the lock and the read-only examination use it directly. */
export function openRaw(path: string, options: ConnectionOptions): Connection {
  return new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.readonly ?? false,
    timeout: options.timeout ?? BUSY_TIMEOUT_MS,
    ...(typeof options.nativeBinding === 'string' ? { nativeBinding: options.nativeBinding } : {}),
  });
}

/** Names the first requirement that the connection does not meet, or null. */
export function missingDurability(connection: Connection): string | null {
  for (const { pragma, expected } of DURABILITY) {
    if (connection.pragma(pragma, { simple: true }) !== expected) return pragma;
  }
  return null;
}

/**
 * The only way to a connection that writes: sets and verifies every requirement of `DURABILITY`.
 * @returns `database-not-durable` with the pragma's name when one is not in force afterwards
 * @throws SqliteError when the file cannot be opened
 */
export function openConnection(
  path: string,
  options: ConnectionOptions,
): Result<Connection, Failure<'database-not-durable'>> {
  const connection = openRaw(path, options);
  try {
    for (const { pragma, set } of DURABILITY) connection.pragma(`${pragma} = ${set}`);
    connection.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    if (typeof options.mostPages === 'number') connection.pragma(`max_page_count = ${options.mostPages}`);
    const missing = missingDurability(connection);
    if (missing !== null) {
      connection.close();
      return fail('database-not-durable', { pragma: missing });
    }
    return ok(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}
