import Database from 'better-sqlite3';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';

/** @returns `busy` when another process held the write lock for too long; nothing was written then */
export function unlessBusy<T>(write: () => T): Result<T, Failure<'busy'>> {
  try {
    return ok(write());
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return fail('busy');
    throw error;
  }
}

/** Does the work at once; what it throws becomes a rejection, as with a store that really waits. */
export function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
