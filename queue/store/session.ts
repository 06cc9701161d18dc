import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { type AuditChain, auditChain } from '../audit/audit-chain.ts';
import type { Connection } from './database/connection.ts';
import { distrustsConnection, type StorageFault, storageFailure } from './database/storage-faults.ts';
import { type Statements, statements } from './statements.ts';

/** One connection with everything that was prepared on it. Replaced as a whole when the connection is not trusted. */
export interface Session {
  readonly connection: Connection;
  readonly statements: Statements;
  readonly audit: AuditChain;
}

export function startSession(connection: Connection, databaseId: string): Session {
  return { connection, statements: statements(connection), audit: auditChain(connection, databaseId) };
}

/** @throws after rolling back, when the work answered with a failure (left in `refused`) or the disk did */
function inTransaction<T, F extends string>(
  session: Session,
  work: (session: Session) => Result<T, Failure<F>>,
  refused: { answer: Result<never, Failure<F>> | null },
): T {
  return session.connection
    .transaction(() => {
      const answer = work(session);
      if (answer.ok) return answer.value;
      refused.answer = answer;
      throw new Error('rolled back');
    })
    .immediate();
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
 * @param reopen a new, verified connection to the same file; called after an I/O fault, and again at the next use while
 * it fails
 */
export function createStore(
  connection: Connection,
  databaseId: string,
  reopen: () => Result<Connection, Failure<string>>,
): Store {
  let session: Session | null = startSession(connection, databaseId);
  let closed = false;

  function trusted(): Session | null {
    if (session !== null || closed) return session;
    const opened = reopen();
    if (opened.ok) session = startSession(opened.value, databaseId);
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
      const refused: { answer: Result<never, Failure<F>> | null } = { answer: null };
      try {
        return ok(inTransaction(current, work, refused));
      } catch (error) {
        if (refused.answer !== null) return refused.answer;
        const failure = storageFailure(error);
        if (!distrustsConnection(error)) return failure;
        distrust();
        const again = trusted();
        const there = again === null || confirm === undefined ? null : confirm(again);
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
