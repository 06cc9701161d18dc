import { attachmentStatements } from './attachments/statements.ts';
import { caseStatements } from './cases/statements.ts';
import { changeStatements } from './changes/statements.ts';
import type { Connection } from './database/connection.ts';
import { draftStatements } from './drafts/statements.ts';
import { takenOutStatements } from './changes/taken-out-statements.ts';
import { leaseStatements } from './sending/lease-statements.ts';
import { signInStatements } from './sign-in/statements.ts';
import { usabilityStatements } from './usability/statements.ts';
import { workStatements } from './work/statements.ts';
import type { SubmissionState } from './submission-states.ts';

/** A row as it is listed: everything but the sealed bytes. */
export interface SubmissionRow {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly lane: number;
  readonly priority: number;
  readonly state: SubmissionState;
  readonly kept_at: string;
  readonly kept_budget: number;
  readonly digest: string;
  readonly valid_until: string | null;
  readonly supersedes: string | null;
  readonly attempts: number;
  readonly receipt: string | null;
  readonly received_at: string | null;
  readonly received_budget: number | null;
  readonly outcome: string | null;
  readonly superseded_by: string | null;
  readonly parked_reason: string | null;
  readonly parked_count: number;
  readonly exported_at: string | null;
  readonly export_bundle: string | null;
  readonly cancelled_by: string | null;
  readonly envelope: string;
}

/** What an idempotent call compares and answers. */
interface KnownRow {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  readonly kept_at: string;
  readonly digest: string;
}

export interface NewRow {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly lane: number;
  readonly priority: number;
  readonly kept_at: string;
  readonly kept_budget: number;
  readonly digest: string;
  readonly valid_until: string | null;
  readonly supersedes: string | null;
}

/** As long as a receipt is about to be (domain/wire/contract.ts), and the lease before it. */
const RECEIPT_BYTES = 480;

const LISTED = `sequence, id, reference, kind, lane, priority, state, kept_at, kept_budget, digest, valid_until,
  supersedes, attempts, receipt, received_at, received_budget, outcome, superseded_by, parked_reason, parked_count,
  exported_at, export_bundle, cancelled_by, envelope`;

/** Every statement of the queue, prepared once for one connection. */
export function statements(connection: Connection) {
  return {
    ...leaseStatements(connection),
    ...changeStatements(connection),
    ...attachmentStatements(connection),
    ...signInStatements(connection),
    ...draftStatements(connection),
    ...usabilityStatements(connection),
    ...takenOutStatements(connection),
    ...workStatements(connection),
    ...caseStatements(connection),

    counter: connection.prepare<[string], { value: number }>('SELECT value FROM counters WHERE name = ?'),
    counters: connection.prepare<[], { name: string; value: number }>('SELECT name, value FROM counters'),
    setCounter: connection.prepare<[number, string]>('UPDATE counters SET value = ? WHERE name = ?'),
    nextOf: connection.prepare<[string], { value: number }>(
      'UPDATE counters SET value = value + 1 WHERE name = ? RETURNING value',
    ),
    fact: connection.prepare<[string], { value: string }>('SELECT value FROM facts WHERE name = ?'),
    setFact: connection.prepare<[string, string]>(
      'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ),

    insert: connection.prepare<NewRow>(
      `INSERT INTO submissions (sequence, id, reference, kind, lane, priority, turn, kept_at, kept_budget, digest,
         valid_until, supersedes, room)
       VALUES (@sequence, @id, @reference, @kind, @lane, @priority,
         CASE WHEN EXISTS (
           SELECT 1 FROM submissions WHERE open = 1 AND lane = @lane AND sequence < @sequence
         ) THEN 2 ELSE 0 END,
         @kept_at, @kept_budget, @digest, @valid_until, @supersedes, zeroblob(${RECEIPT_BYTES}))`,
    ),
    insertContent: connection.prepare<[number, string, Buffer, number]>(
      'INSERT INTO contents (sequence, envelope, sealed, envelope_check) VALUES (?, ?, ?, ?)',
    ),
    /** Its number was reserved before one of its lane that was kept first; the other has to wait now. */
    goBefore: connection.prepare<{ lane: number; sequence: number }>(
      `UPDATE submissions SET turn = 2, retry_uptime = NULL
       WHERE open = 1 AND lane = @lane AND sequence > @sequence AND turn IN (0, 1) AND state = 'kept'`,
    ),
    known: connection.prepare<[string], KnownRow>(
      'SELECT sequence, id, reference, kept_at, digest FROM submissions WHERE id = ?',
    ),
    referenceUsed: connection.prepare<[string], { sequence: number }>(
      'SELECT sequence FROM submissions WHERE reference = ?',
    ),
    sequenceUsed: connection.prepare<[number], { sequence: number }>(
      'SELECT sequence FROM submissions WHERE sequence = ?',
    ),

    byId: connection.prepare<[string], SubmissionRow>(
      `SELECT ${LISTED} FROM submissions JOIN contents USING (sequence) WHERE id = ?`,
    ),
    byReference: connection.prepare<[string], SubmissionRow>(
      `SELECT ${LISTED} FROM submissions JOIN contents USING (sequence) WHERE reference = ?`,
    ),
    sealedOf: connection.prepare<[string], { sealed: Buffer }>(
      'SELECT sealed FROM submissions JOIN contents USING (sequence) WHERE id = ?',
    ),
    list: connection.prepare<{ after: number; limit: number; state: string | null }, SubmissionRow>(
      `SELECT ${LISTED} FROM submissions JOIN contents USING (sequence)
       WHERE sequence > @after AND (@state IS NULL OR state = @state) ORDER BY sequence LIMIT @limit`,
    ),
    /** The first of the next priority among those of one turn. */
    firstPending: connection.prepare<
      [number, number],
      { sequence: number; priority: number; kept_budget: number }
    >(
      `SELECT sequence, priority, kept_budget FROM submissions
       WHERE turn IS NOT NULL AND turn = ? AND priority > ? ORDER BY turn, priority, sequence LIMIT 1`,
    ),
  };
}

export type Statements = ReturnType<typeof statements>;
