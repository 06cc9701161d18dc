import type Database from 'better-sqlite3';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { type AuditChain, auditChain } from '../../audit/audit-chain.ts';
import type { Connection } from '../database/connection.ts';
import { distrustsConnection, type StorageFault, storageFailure } from '../database/storage-faults.ts';
import { createLeaseBook, type LeaseBook } from '../sending/lease-book.ts';
import { type Statements, statements } from '../statements.ts';

/** One connection with everything that was prepared on it. Replaced as a whole when the connection is not trusted. */
export interface Session {
  readonly connection: Connection;
  readonly statements: Statements;
  readonly audit: AuditChain;
  readonly leases: LeaseBook;
  readonly transaction: Readonly<Record<'begin' | 'commit' | 'rollback', Database.Statement<[]>>>;
}

export function startSession(connection: Connection, databaseId: string): Session {
  const prepared = statements(connection);
  return {
    connection,
    statements: prepared,
    audit: auditChain(connection, databaseId),
    leases: createLeaseBook(prepared),
    transaction: {
      begin: connection.prepare('BEGIN IMMEDIATE'),
      commit: connection.prepare('COMMIT'),
      rollback: connection.prepare('ROLLBACK'),
    },
  };
}

/** @throws after rolling back, when the disk failed or there is a bug */
function inTransaction<T, F extends string>(
  session: Session,
  work: (session: Session) => Result<T, Failure<F>>,
): Result<T, Failure<F>> {
  const { begin, commit } = session.transaction;
  begin.run();
  try {
    const answer = work(session);
    if (answer.ok) {
      commit.run();
      session.leases.confirm();
    } else rollBack(session);
    return answer;
  } catch (error) {
    rollBack(session);
    throw error;
  }
}

/** SQLite has rolled back by itself after some faults. */
function rollBack(session: Session): void {
  session.audit.forget();
  session.leases.withdraw();
  if (session.connection.inTransaction) session.transaction.rollback.run();
}

function readBack<T>(session: Session, confirm: (session: Session) => T | null): T | null {
  try {
    return confirm(session);
  } catch (error) {
    storageFailure(error);
    return null;
  }
}

export interface Store {
  /**
   * One transaction, durable when this returns ok. A failure answered by `work` leaves the store as it was.
   * @param confirm after a fault that made the connection untrustworthy and was followed by a good reopening: what
   * `work` meant to write, if it is there after all, or null
   */
  write<T, F extends string>(
    work: (session: Session) => Result<T, Failure<F>>,
    confirm?: (session: Session) => T | null,
  ): Result<T, Failure<F | StorageFault>>;
  read<T>(work: (session: Session) => T): Result<T, Failure<StorageFault>>;
  close(): void;
}

/**
 * @param reopen a session on a new, verified connection to the same file; called after an I/O fault, and again at the next use while
 * it fails
 */
export function createStore(first: Session, reopen: () => Result<Session, Failure<string>>): Store {
  let session: Session | null = first;
  let closed = false;

  function trusted(): Session | null {
    if (session !== null || closed) return session;
    const opened = reopen();
    if (opened.ok) session = opened.value;
    return session;
  }

  function distrust(): void {
    try {
      session?.connection.close();
    } catch {
      // Closing writes, too, and the disk has just failed; what is not on the disk was not confirmed.
    }
    session = null;
  }

  return {
    write<T, F extends string>(
      work: (session: Session) => Result<T, Failure<F>>,
      confirm?: (session: Session) => T | null,
    ): Result<T, Failure<F | StorageFault>> {
      const current = trusted();
      if (current === null) return fail('storage-fault');
      try {
        return inTransaction(current, work);
      } catch (error) {
        const failure = storageFailure(error);
        if (!distrustsConnection(error)) return failure;
        distrust();
        const again = trusted();
        const there = again === null || confirm === undefined ? null : readBack(again, confirm);
        return there === null ? failure : ok(there);
      }
    },

    read(work) {
      const current = trusted();
      if (current === null) return fail('storage-fault');
      try {
        return ok(work(current));
      } catch (error) {
        const failure = storageFailure(error);
        if (distrustsConnection(error)) distrust();
        return failure;
      }
    },

    close() {
      closed = true;
      session?.connection.close();
      session = null;
    },
  };
}
