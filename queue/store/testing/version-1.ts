import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { auditChain } from '../../audit/audit-chain.ts';
import { canonicalJson } from '../../audit/canonical-json.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { openConnection } from '../database/connection.ts';
import { checksum } from '../database/migrate.ts';
import { submissions } from '../migrations/0001-submissions.ts';

/** A row as the first version stored it. */
export interface RowOfVersion1 {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly lane: number;
  readonly priority: number;
  readonly state: string;
  readonly kept_at: string;
  readonly digest: string;
  readonly attempts: number;
  readonly retry_opening: number;
  readonly retry_uptime: number;
  readonly lease_token: number | null;
  readonly lease_owner: string | null;
  readonly lease_opening: number | null;
  readonly lease_uptime: number | null;
  readonly receipt: string | null;
  readonly received_at: string | null;
  readonly outcome: string | null;
  readonly parked_reason: string | null;
  readonly envelope: string;
  readonly sealed: Buffer;
}

const RECEIVED = { receipt: 'a.receipt.jws', received_at: '2026-03-02T04:10:00.000Z' };
const LEASED = { lease_token: 7, lease_owner: 'agent', lease_opening: 3, lease_uptime: 12 };

/** Every state of the first version, each with what a row in it can hold; lane 1 holds several. */
const ROWS: readonly Partial<RowOfVersion1>[] = [
  { lane: 1, state: 'received', ...RECEIVED, attempts: 1 },
  { lane: 1, state: 'kept', attempts: 4, retry_opening: 3, retry_uptime: 60_000 },
  { lane: 1, state: 'kept' },
  { lane: 2, state: 'parked', parked_reason: 'payload-invalid', attempts: 2 },
  { lane: 2, state: 'kept' },
  { lane: 3, state: 'sending', ...LEASED, attempts: 5 },
  { lane: 3, state: 'kept' },
  { lane: 4, state: 'accepted', ...RECEIVED, attempts: 1 },
  { lane: 5, state: 'rejected', ...RECEIVED, outcome: 'already-registered', attempts: 3 },
  { lane: 6, state: 'kept' },
];

function row(sequence: number, given: Partial<RowOfVersion1>): RowOfVersion1 {
  const { envelope, sealed } = newSubmission({ lane: given.lane ?? 1 });
  const reference = `K0127-A${String(sequence).padStart(4, '0')}-X`;
  return {
    sequence,
    id: envelope.id,
    reference,
    kind: 'member-registration',
    lane: envelope.lane,
    priority: 10,
    state: 'kept',
    kept_at: '2026-03-02T04:05:06.789Z',
    digest: envelope.digest,
    attempts: 0,
    retry_opening: 0,
    retry_uptime: 0,
    lease_token: null,
    lease_owner: null,
    lease_opening: null,
    lease_uptime: null,
    receipt: null,
    received_at: null,
    outcome: null,
    parked_reason: null,
    envelope: canonicalJson({ ...envelope, reference, sequence }),
    sealed: Buffer.from(sealed),
    ...given,
  };
}

/** One of the triggers of that version: a migration has to get past them. */
const GUARD = `CREATE TRIGGER submissions_kept_until_received BEFORE DELETE ON submissions
WHEN OLD.receipt IS NULL
BEGIN SELECT RAISE(ABORT, 'no-receipt'); END`;

/** Writes a database as the first version left it behind, and gives its rows. */
export function writeVersion1(path: string): readonly RowOfVersion1[] {
  const connection = good(openConnection(path, {}));
  connection.exec(
    'CREATE TABLE schema_steps (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT',
  );
  connection.exec(submissions.sql);
  connection
    .prepare('INSERT INTO schema_steps (version, name, checksum) VALUES (?, ?, ?)')
    .run(submissions.version, submissions.name, checksum(submissions));
  connection.exec(GUARD);
  connection.pragma('user_version = 1');

  const rows = ROWS.map((given, index) => row(index + 1, given));
  const columns = Object.keys(rows[0] ?? {});
  const insert = connection.prepare(
    `INSERT INTO submissions (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  const setCounter = connection.prepare('UPDATE counters SET value = value + ? WHERE name = ?');
  const databaseId = v7();
  connection.prepare(`INSERT INTO facts (name, value) VALUES ('database-id', ?)`).run(databaseId);
  const chain = auditChain(connection, databaseId);
  for (const { id, reference, state, sealed, ...others } of rows) {
    insert.run({ id, reference, state, sealed, ...others });
    setCounter.run(1, `state:${state}`);
    const detail = { id, reference, kind: others.kind, bytes: sealed.byteLength };
    chain.append(
      { event: 'submission.kept', actor: 'member', detail },
      { at: others.kept_at, opening: 1, uptime: 9 },
    );
  }
  for (const [name, value] of Object.entries({ reference: 10, sequence: 10, fence: 7, opening: 3 }))
    setCounter.run(value, name);
  connection.close();
  return rows;
}

/** The digest is that of the bytes; a fixture whose rows were damaged would prove nothing. */
export function isSound({ sealed, digest }: Pick<RowOfVersion1, 'sealed' | 'digest'>): boolean {
  return createHash('sha256').update(sealed).digest('base64url') === digest;
}
