import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { formatReference } from '../../../domain/reference.ts';
import { auditChain } from '../../../queue/audit/audit-chain.ts';
import { canonicalJson } from '../../../queue/audit/canonical-json.ts';
import { checksum } from '../../../queue/store/database/migrate.ts';
import { MIGRATIONS } from '../../../queue/store/migrations/index.ts';
import type { NewSubmission } from '../../../queue/index.ts';

/** A submission as the first program kept it. */
export interface OldSubmission {
  readonly id: string;
  readonly reference: string;
  readonly digest: string;
  readonly lane: number;
  readonly sequence: number;
}

/**
 * A database as version 0.1.0 left it (schema 1), with submissions that wait or that it was just sending, and their
 * audit entries. Written by hand: that program's statements are gone, its schema is not.
 */
export function writeOldDatabase(
  path: string,
  submissions: readonly (NewSubmission & { readonly sending: boolean })[],
): OldSubmission[] {
  const [first] = MIGRATIONS;
  if (first === undefined) throw new Error('no migrations');
  mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const kept: OldSubmission[] = [];
  connection.transaction(() => {
    connection.exec(
      'CREATE TABLE schema_steps (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT',
    );
    connection.exec(first.sql);
    connection
      .prepare('INSERT INTO schema_steps VALUES (?, ?, ?)')
      .run(first.version, first.name, checksum(first));
    connection.pragma('user_version = 1');
    const databaseId = randomUUID();
    connection.prepare(`INSERT INTO facts VALUES ('database-id', ?)`).run(databaseId);
    const chain = auditChain(connection, databaseId);
    const insert = connection.prepare(
      `INSERT INTO submissions (sequence, id, reference, kind, lane, priority, state, kept_at, digest, envelope, sealed,
         attempts, lease_token, lease_owner, lease_opening, lease_uptime)
       VALUES (@sequence, @id, @reference, @kind, @lane, 10, @state, @keptAt, @digest, @envelope, @sealed,
         @attempts, @token, @owner, @token, @token)`,
    );
    const keptAt = '2026-03-02T04:05:06.789Z';
    for (const [index, { envelope, sealed, sending }] of submissions.entries()) {
      const sequence = index + 1;
      const { id, terminalId, kind, lane, digest } = envelope;
      const reference = formatReference({ terminalId, epoch: 1, counter: sequence });
      insert.run({
        ...{ sequence, id, reference, kind, lane, keptAt, digest },
        state: sending ? 'sending' : 'kept',
        envelope: canonicalJson({ ...envelope, reference, sequence }),
        sealed: Buffer.from(sealed),
        attempts: sending ? 1 : 0,
        token: sending ? sequence : null,
        owner: sending ? 'old-agent' : null,
      });
      const detail = { id, reference, kind, bytes: sealed.byteLength };
      chain.append(
        { event: 'submission.kept', actor: 'member', detail },
        { at: keptAt, opening: 1, uptime: index },
      );
      kept.push({ id, reference, digest, lane, sequence });
    }
    const count = connection.prepare('UPDATE counters SET value = ? WHERE name = ?');
    const sending = submissions.filter((submission) => submission.sending).length;
    for (const [name, value] of Object.entries({
      reference: submissions.length,
      sequence: submissions.length,
      fence: submissions.length,
      opening: 1,
      'state:kept': submissions.length - sending,
      'state:sending': sending,
    })) {
      count.run(value, name);
    }
  })();
  connection.close();
  return kept;
}
