import Database from 'better-sqlite3';
import { type Failure, fail } from '../../../domain/result.ts';

/** What the disk can do to us. Both are also reasons to be out of service and reasons why something was not kept. */
export type StorageFault = 'disk-full' | 'storage-fault';

/** The SQLite result code, or null when the error is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}

/**
 * True when the connection that threw must not be used again. After a failed write or sync the kernel may have marked
 * the pages clean although they never reached the disk, so that a retry on the same handle "succeeds" on nothing
 * (facts/queue.md §2.5 case 5).
 */
export function distrustsConnection(error: unknown): boolean {
  const code = sqliteCode(error);
  return (
    code !== null &&
    (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
  );
}

/**
 * Turns what SQLite threw into a value. The error's own text is dropped: it may quote a value or a path.
 * @throws the error itself when it is not a storage fault, since that is a bug of ours
 */
export function storageFailure(error: unknown): { readonly ok: false } & Failure<StorageFault> {
  const code = sqliteCode(error);
  if (code === null) throw error;
  // A short write reports SQLITE_FULL, but a full disk met while the shared-memory file grows is an I/O error.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return fail('disk-full');
  if (
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_CORRUPT') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_BUSY') ||
    code.startsWith('SQLITE_PERM') ||
    code === 'SQLITE_NOTADB' ||
    code === 'SQLITE_NOMEM'
  ) {
    return fail('storage-fault', { sqlite: code });
  }
  throw error;
}

/**
 * Turns what the file system threw into a value.
 * @throws the error itself when it is not the file system's
 */
export function fileFailure(error: unknown): { readonly ok: false } & Failure<StorageFault> {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return fail(error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'disk-full' : 'storage-fault');
}
