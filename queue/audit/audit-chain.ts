import { hash } from 'node:crypto';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { AuditRow } from '../../domain/wire/audit-upload.ts';
import type { Connection } from '../store/database/connection.ts';
import { canonicalJson } from './canonical-json.ts';

/** Where and when an entry was made. The wall clock is a hint; order is `number`, duration is `uptime`. */
export interface AuditPlace {
  /** ISO instant of the trusted clock. */
  readonly at: string;
  /** How often this database had been opened. */
  readonly opening: number;
  /** Whole milliseconds since that opening. */
  readonly uptime: number;
}

/**
 * An append-only log in which every row carries the hash of the one before: SHA-256 over the previous hash and the
 * canonical JSON of the row. The chain begins with a hash of the database's own random id, so that rows of another
 * terminal do not fit. `audit-verify.ts` reads it back.
 */
export interface AuditChain {
  /** Inside the caller's transaction. The entry has been parsed (`audit-entry.ts`). */
  append(entry: AuditEntry, place: AuditPlace): void;
  /** The caller's transaction was rolled back: what was appended in it is not there. */
  forget(): void;
}

/** What the first row's `previous` is (domain/wire/audit-upload.ts). */
export function chainStart(databaseId: string): string {
  return hash('sha256', `empf-terminal/audit/v1\n${databaseId}`, 'base64url');
}

export function chainLink(previous: string, entry: string): string {
  return hash('sha256', `${previous}\n${entry}`, 'base64url');
}

export function auditChain(connection: Connection, databaseId: string): AuditChain {
  const last = connection.prepare<[], Pick<AuditRow, 'number' | 'hash'>>(
    'SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1',
  );
  const insert = connection.prepare<[number, string, string, string]>(
    'INSERT INTO audit (number, entry, previous, hash) VALUES (?, ?, ?, ?)',
  );
  const count = connection.prepare<[number]>(`UPDATE counters SET value = ? WHERE name = 'audit'`);
  // This connection is the only one that writes (database-lock.ts), so the end of the chain needs reading only once.
  let head: { readonly number: number; readonly hash: string } | null = null;

  return {
    append(entry, place) {
      head ??= last.get() ?? { number: 0, hash: chainStart(databaseId) };
      const number = head.number + 1;
      const text = canonicalJson({ number, ...place, ...entry });
      const linked = chainLink(head.hash, text);
      insert.run(number, text, head.hash, linked);
      count.run(number);
      head = { number, hash: linked };
    },
    forget() {
      head = null;
    },
  };
}
