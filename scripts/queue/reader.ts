import { existsSync } from 'node:fs';
import { ok } from '../../domain/result.ts';
import type { UsabilityCell } from '../../domain/usability/cell.ts';
import { openRaw } from '../../queue/store/database/connection.ts';
import { sqliteCode } from '../../queue/store/database/storage-faults.ts';
import { takeDatabaseLock } from '../../queue/store/database/database-lock.ts';
import { MIGRATIONS } from '../../queue/store/migrations/index.ts';
import type { Reading } from '../../queue/store/queue-interface.ts';
import { type Session, startSession } from '../../queue/store/session/session.ts';
import { reading } from '../../queue/store/reading/status.ts';
import { usabilityCells } from '../../queue/store/usability/usability.ts';
import { orRefuse, Refusal } from './refusal.ts';

/** The queue, read without changing it; the terminal may be running. */
export interface QueueReader extends Reading {
  readonly usability: () => readonly UsabilityCell[];
  readonly databaseId: string;
  readonly counter: (name: string) => number;
  /** What the audit log says about one submission or file, in its order. */
  readonly auditOf: (id: string) => readonly { readonly event: string; readonly at: string }[];
  readonly filesOf: (
    submission: number,
  ) => readonly { readonly id: string; readonly bytes: number; readonly state: string }[];
}

/** Opens read-only, works, closes. What the disk has damaged is said plainly. */
export function readingQueue<T>(path: string, work: (queue: QueueReader) => T): T {
  if (!existsSync(path)) throw new Refusal('database-missing');
  const connection = openRaw(path, { readonly: true });
  try {
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version > MIGRATIONS.length) throw new Refusal('database-newer');
    if (version < MIGRATIONS.length) throw new Refusal('database-older');
    const databaseId = connection
      .prepare<[], { value: string }>(`SELECT value FROM facts WHERE name = 'database-id'`)
      .get()?.value;
    const session = startSession(connection, databaseId ?? '');
    // Reading needs a store that reads and nothing else of what the queue's parts share.
    const context = { store: { read: (work: (at: Session) => unknown) => ok(work(session)) } };
    const contact = connection.prepare<[], { value: string }>(
      `SELECT value FROM facts WHERE name = 'last-contact'`,
    );
    const counter = connection.prepare<[string], { value: number }>(
      'SELECT value FROM counters WHERE name = ?',
    );
    const audit = connection.prepare<[string], { event: string; at: string }>(
      `SELECT entry ->> '$.event' AS event, entry ->> '$.at' AS at FROM audit
       WHERE entry ->> '$.detail.id' = ? ORDER BY number`,
    );
    const files = connection.prepare<[number], { id: string; bytes: number; state: string }>(
      'SELECT id, bytes, state FROM attachments WHERE submission = ? ORDER BY id',
    );
    const read = reading(context as Parameters<typeof reading>[0], () => contact.get()?.value ?? null);
    return work({
      ...read,
      databaseId: databaseId ?? '',
      counter: (name) => counter.get(name)?.value ?? 0,
      usability: () => usabilityCells(session.statements.usabilityBetween.all('', '9999-12-31')),
      auditOf: (id) => audit.all(id),
      filesOf: (submission) => files.all(submission),
    });
  } catch (error) {
    const code = sqliteCode(error);
    if (code === null) throw error;
    throw new Refusal(
      code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' ? 'database-damaged' : 'storage-fault',
    );
  } finally {
    connection.close();
  }
}

/** A submission by its reference, as spoken, or its id. */
export function findSubmission(queue: Pick<Reading, 'get' | 'byReference'>, name: string) {
  const found = orRefuse(
    /^[0-9a-f-]{36}$/i.test(name) ? queue.get(name.toLowerCase()) : queue.byReference(name.toUpperCase()),
  );
  if (found === null) throw new Refusal('not-found');
  return found;
}

/** Whether the terminal program has the queue at this moment. */
export function isTerminalRunning(path: string): boolean {
  if (!existsSync(`${path}.lock`)) return false;
  const lock = takeDatabaseLock(path, { wait: 0 });
  if (!lock.ok) return true;
  lock.value.release();
  return false;
}
