import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../domain/terminal/ports.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Connection } from '../store/database/connection.ts';
import { canonicalJson } from './canonical-json.ts';

/** Where and when an entry was made. The wall clock is a hint; order is `number`, duration is `uptime`. */
export interface AuditPlace {
  /** ISO instant of the wall clock. */
  readonly at: string;
  /** How often this database had been opened. */
  readonly opening: number;
  /** Whole milliseconds since that opening. */
  readonly uptime: number;
}

interface AuditRow {
  readonly number: number;
  readonly entry: string;
  readonly previous: string;
  readonly hash: string;
}

type AuditBreak = 'changed' | 'unlinked' | 'missing' | 'last-missing';

/**
 * An append-only log in which every row carries the hash of the one before: SHA-256 over the previous hash and the
 * canonical JSON of the row. The chain begins with a hash of the database's own random id, so that rows of another
 * terminal do not fit.
 */
export interface AuditChain {
  /** Inside the caller's transaction. The entry has been parsed (`audit-entry.ts`). */
  append(entry: AuditEntry, place: AuditPlace): void;
  /** Reads every row. Names the first that does not fit. */
  verify(): Result<{ readonly entries: number; readonly head: string }, Failure<'audit-broken'>>;
}

function first(databaseId: string): string {
  return createHash('sha256').update(`empf-terminal/audit/v1\n${databaseId}`).digest('base64url');
}

function link(previous: string, entry: string): string {
  return createHash('sha256').update(`${previous}\n${entry}`).digest('base64url');
}

export function auditChain(connection: Connection, databaseId: string): AuditChain {
  const start = first(databaseId);
  const last = connection.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY number DESC LIMIT 1');
  const insert = connection.prepare<AuditRow>(
    'INSERT INTO audit (number, entry, previous, hash) VALUES (@number, @entry, @previous, @hash)',
  );
  const count = connection.prepare<[number]>(`UPDATE counters SET value = ? WHERE name = 'audit'`);
  const counted = connection.prepare<[], { value: number }>(
    `SELECT value FROM counters WHERE name = 'audit'`,
  );
  const all = connection.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY number');

  return {
    append(entry, place) {
      const before = last.get();
      const number = (before?.number ?? 0) + 1;
      const previous = before?.hash ?? start;
      const text = canonicalJson({ number, ...place, ...entry });
      insert.run({ number, entry: text, previous, hash: link(previous, text) });
      count.run(number);
    },

    verify() {
      let number = 0;
      let previous = start;
      for (const row of all.iterate()) {
        number += 1;
        const broken = breakOf(row, number, previous);
        if (broken !== null) return fail('audit-broken', { number, what: broken });
        previous = row.hash;
      }
      if (counted.get()?.value !== number)
        return fail('audit-broken', { number: number + 1, what: 'last-missing' });
      return ok({ entries: number, head: previous });
    },
  };
}

function breakOf(row: AuditRow, number: number, previous: string): AuditBreak | null {
  if (row.number !== number) return 'missing';
  if (row.previous !== previous) return 'unlinked';
  return row.hash === link(previous, row.entry) && numberInside(row.entry) === number ? null : 'changed';
}

function numberInside(entry: string): unknown {
  const parsed: unknown = JSON.parse(entry);
  return typeof parsed === 'object' && parsed !== null && 'number' in parsed ? parsed.number : null;
}
