import Database from 'better-sqlite3';
import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import type { DurableDatabase } from '../store/database.ts';

/** Which chain: a terminal has one for each database it ever had. */
export interface ChainName {
  readonly terminalId: string;
  readonly databaseId: string;
}

/** How far a chain is held. */
export interface HeldChain {
  readonly number: number;
  readonly head: string;
}

/** What did not fit, and at which number. */
export interface AuditBreak {
  readonly number: number;
  readonly what: 'changed' | 'unlinked' | 'hash' | 'number' | 'checkpoint';
}

/** For the admin page. */
interface AuditOverview {
  readonly chains: number;
  readonly entries: number;
  readonly breaks: number;
}

/**
 * The audit chains as the gateway holds them. Asynchronous like `Store`, for another database later; the SQLite form
 * does no `await` inside a transaction. A thrown error is a storage fault: nothing of the call was committed.
 */
export interface AuditStore {
  /**
   * Pins the first device key that is introduced under a credential, whoever asks first.
   * @returns the key that is pinned, which may be another
   */
  pinDeviceKey(terminalId: string, credentialDigest: Uint8Array, x: string, at: string): Promise<string>;
  heldChain(name: ChainName): Promise<HeldChain | null>;
  /** Entry and hash of a row that is held. */
  heldRow(name: ChainName, number: number): Promise<Pick<AuditRow, 'entry' | 'hash'> | null>;
  /**
   * Adds rows to the end of a chain, in one commit.
   * @param after how far the caller knows the chain; `moved` when it is not that any more
   * @returns `busy` when another process held the write lock for too long
   */
  append(
    name: ChainName,
    after: number,
    rows: readonly AuditRow[],
    checkpoint: string,
    at: string,
  ): Promise<Result<HeldChain, Failure<'moved' | 'busy'>>>;
  /** Once for each number and kind, however often it is sent. */
  noteBreak(name: ChainName, broken: AuditBreak, at: string): Promise<void>;
  overview(): Promise<AuditOverview>;
}

const chainRow = z.object({ number: z.number(), head: z.string() });
const heldRowSchema = z.object({ entry: z.string(), hash: z.string() });
const pinRow = z.object({ x: z.string() });
const overviewRow = z.object({ chains: z.number(), entries: z.number(), breaks: z.number() });

export function createAuditStore(database: DurableDatabase): AuditStore {
  const selectChain = database.prepare(
    'SELECT number, head FROM audit_chains WHERE terminal_id = ? AND database_id = ?',
  );
  const selectRow = database.prepare(
    'SELECT entry, hash FROM audit_entries WHERE terminal_id = ? AND database_id = ? AND number = ?',
  );
  const insertRow = database.prepare(
    'INSERT INTO audit_entries (terminal_id, database_id, number, entry, hash) VALUES (?, ?, ?, ?, ?)',
  );
  const upsertChain = database.prepare(`
    INSERT INTO audit_chains (terminal_id, database_id, number, head, checkpoint, received_at)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET number = excluded.number, head = excluded.head, checkpoint = excluded.checkpoint,
      received_at = excluded.received_at`);
  const insertPin = database.prepare(
    'INSERT INTO device_keys (credential_digest, terminal_id, x, first_seen_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const selectPin = database.prepare('SELECT x FROM device_keys WHERE credential_digest = ?');
  const insertBreak = database.prepare(
    'INSERT INTO audit_breaks (terminal_id, database_id, number, what, noted_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  // Chains are few and carry their length; entries are never counted.
  const selectOverview = database.prepare(`
    SELECT (SELECT count(*) FROM audit_chains) AS chains, (SELECT coalesce(sum(number), 0) FROM audit_chains) AS entries,
           (SELECT count(*) FROM audit_breaks) AS breaks`);

  function held({ terminalId, databaseId }: ChainName): HeldChain | null {
    const row = selectChain.get(terminalId, databaseId);
    return row === undefined ? null : chainRow.parse(row);
  }

  const add = database.transaction(
    (
      name: ChainName,
      after: number,
      rows: readonly AuditRow[],
      checkpoint: string,
      at: string,
    ): HeldChain | null => {
      const before = held(name);
      if ((before?.number ?? 0) !== after) return null;
      const { terminalId, databaseId } = name;
      for (const { number, entry, hash } of rows) insertRow.run(terminalId, databaseId, number, entry, hash);
      const last = rows.at(-1);
      if (last === undefined) return before;
      upsertChain.run(terminalId, databaseId, last.number, last.hash, checkpoint, at);
      return { number: last.number, head: last.hash };
    },
  );

  return {
    pinDeviceKey: (terminalId, credentialDigest, x, at) =>
      promised(() => {
        insertPin.run(credentialDigest, terminalId, x, at);
        return pinRow.parse(selectPin.get(credentialDigest)).x;
      }),
    heldChain: (name) => promised(() => held(name)),
    heldRow: ({ terminalId, databaseId }, number) =>
      promised(() => {
        const row = selectRow.get(terminalId, databaseId, number);
        return row === undefined ? null : heldRowSchema.parse(row);
      }),
    append: (name, after, rows, checkpoint, at) =>
      promised(() => {
        try {
          const chain = add.immediate(name, after, rows, checkpoint, at);
          return chain === null ? fail('moved') : ok(chain);
        } catch (error) {
          if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
            return fail('busy');
          throw error;
        }
      }),
    noteBreak: ({ terminalId, databaseId }, { number, what }, at) =>
      promised(() => {
        insertBreak.run(terminalId, databaseId, number, what, at);
      }),
    overview: () => promised(() => overviewRow.parse(selectOverview.get())),
  };
}

/** Does the work at once; what it throws becomes a rejection, as with a store that really waits. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
