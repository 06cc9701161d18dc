import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { NewSubmission } from '../../../../queue/index.ts';
import type { Implementation, OpenImplementation } from './implementation.ts';
import { envelopeText, inChunks, RECEIPT, RECEIVED_AT, submissions } from './submissions.ts';

/** The least that an outbox needs: a unique key against doubles and a partial index to the ready ones. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS outbox (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state INTEGER NOT NULL DEFAULT 0,
  lease INTEGER,
  envelope TEXT NOT NULL,
  sealed BLOB NOT NULL,
  receipt TEXT,
  received_at TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS outbox_ready ON outbox (sequence) WHERE state = 0;
CREATE TABLE IF NOT EXISTS audit (number INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT;
`;

interface ClaimedRow {
  readonly id: string;
  readonly envelope: string;
  readonly sealed: Buffer;
}

/** Whether a row is added to `audit` for every submission added or acknowledged, in the same commit. */
type Audited = boolean;

/** As long as an entry of the queue's own chain, without its hashes. */
const PADDING = { opening: 1, uptime: 1_000_000, hash: 'h'.repeat(43), previous: 'p'.repeat(43) };

function auditor(connection: Database.Database): (id: string) => void {
  const insert = connection.prepare<[string]>('INSERT INTO audit (entry) VALUES (?)');
  return (id) => {
    insert.run(JSON.stringify({ id, event: 'submission', actor: 'system', at: RECEIVED_AT, ...PADDING }));
  };
}

function openOutbox(folder: string, synchronous: 'FULL' | 'OFF'): Database.Database {
  const connection = new Database(join(folder, 'outbox.db'));
  connection.pragma('journal_mode = WAL');
  connection.pragma(`synchronous = ${synchronous}`);
  connection.exec(SCHEMA);
  return connection;
}

function adder(connection: Database.Database, audited: Audited): (submission: NewSubmission) => void {
  const insert = connection.prepare<[string, string, Uint8Array]>(
    'INSERT INTO outbox (id, envelope, sealed) VALUES (?, ?, ?)',
  );
  const note = auditor(connection);
  let sequence = 0;
  function add(submission: NewSubmission): void {
    sequence += 1;
    const { id } = submission.envelope;
    insert.run(id, envelopeText(submission, sequence), submission.sealed);
    if (audited) note(id);
  }
  // One statement commits by itself.
  return audited ? connection.transaction(add) : add;
}

type Claim = Database.Statement<[number], ClaimedRow>;

function opened(folder: string, audited: Audited): OpenImplementation {
  const connection = openOutbox(folder, 'FULL');
  // A number, not a parameter: SQLite prepares a statement anew at every execution whose LIMIT is a parameter.
  const claimOf = (limit: number): Claim =>
    connection.prepare(
      `UPDATE outbox SET state = 1, lease = ? WHERE sequence IN
         (SELECT sequence FROM outbox WHERE state = 0 ORDER BY sequence LIMIT ${limit})
       RETURNING id, envelope, sealed`,
    );
  const claims = new Map<number, Claim>();
  const receive = connection.prepare<[string, string, string, number]>(
    'UPDATE outbox SET state = 2, receipt = ?, received_at = ? WHERE id = ? AND state = 1 AND lease = ?',
  );
  const note = auditor(connection);
  let lease = 0;
  function acknowledge(rows: readonly ClaimedRow[]): void {
    for (const { id } of rows) {
      receive.run(RECEIPT, RECEIVED_AT, id, lease);
      if (audited) note(id);
    }
  }
  const inTransaction = connection.transaction(acknowledge);
  return {
    add: adder(connection, audited),
    claim(limit) {
      lease += 1;
      const claim = claims.get(limit) ?? claimOf(limit);
      claims.set(limit, claim);
      const rows = claim.all(lease);
      for (const { envelope } of rows) JSON.parse(envelope);
      const one = rows.length === 1 && !audited;
      return { count: rows.length, acknowledge: () => (one ? acknowledge(rows) : inTransaction(rows)) };
    },
    claimsMany: true,
    close: () => connection.close(),
  };
}

function fill(folder: string, rows: number): void {
  const connection = openOutbox(folder, 'OFF');
  const add = adder(connection, false);
  inChunks(rows, (count) => {
    connection.transaction(() => {
      for (const submission of submissions(count)) add(submission);
    })();
  });
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

function settle(folder: string): void {
  const connection = openOutbox(folder, 'OFF');
  connection
    .prepare<[string, string]>('UPDATE outbox SET state = 2, receipt = ?, received_at = ? WHERE state = 0')
    .run(RECEIPT, RECEIVED_AT);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}

export const raw: Implementation = {
  name: 'raw',
  mostRows: Infinity,
  fill,
  settle,
  open: (folder) => opened(folder, false),
};

/** The same with a plain audit row in the commits that the queue audits: what of the distance is the audit's. */
export const rawAudited: Implementation = {
  name: 'raw-audited',
  mostRows: 0,
  fill: null,
  settle: null,
  open: (folder) => opened(folder, true),
};
