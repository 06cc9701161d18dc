import type { Connection } from './database/connection.ts';
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
  readonly digest: string;
  readonly attempts: number;
  readonly receipt: string | null;
  readonly received_at: string | null;
  readonly outcome: string | null;
  readonly parked_reason: string | null;
  readonly envelope: string;
}

export interface NewRow {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly lane: number;
  readonly priority: number;
  readonly kept_at: string;
  readonly digest: string;
  readonly envelope: string;
  readonly sealed: Buffer;
}

export interface ReadyRow {
  readonly sequence: number;
  readonly id: string;
  readonly envelope: string;
  readonly sealed: Buffer;
  readonly attempts: number;
}

const LISTED =
  'sequence, id, reference, kind, lane, priority, state, kept_at, digest, attempts, receipt, received_at, outcome, parked_reason, envelope';

/** Word for word the condition of the partial indexes; SQLite uses them only for a query that repeats it. */
const OPEN = `state IN ('kept', 'sending', 'parked')`;

/** Every statement of the queue, prepared once for one connection. */
export function statements(connection: Connection) {
  return {
    counter: connection.prepare<[string], { value: number }>('SELECT value FROM counters WHERE name = ?'),
    setCounter: connection.prepare<[number, string]>('UPDATE counters SET value = ? WHERE name = ?'),
    nextOf: connection.prepare<[string], { value: number }>(
      'UPDATE counters SET value = value + 1 WHERE name = ? RETURNING value',
    ),
    stateCounts: connection.prepare<[], { name: string; value: number }>(
      `SELECT name, value FROM counters WHERE name LIKE 'state:%'`,
    ),
    insert: connection.prepare<NewRow>(
      `INSERT INTO submissions (sequence, id, reference, kind, lane, priority, kept_at, digest, envelope, sealed)
       VALUES (@sequence, @id, @reference, @kind, @lane, @priority, @kept_at, @digest, @envelope, @sealed)`,
    ),
    byId: connection.prepare<[string], SubmissionRow>(`SELECT ${LISTED} FROM submissions WHERE id = ?`),
    sealedOf: connection.prepare<[string], { sealed: Buffer }>('SELECT sealed FROM submissions WHERE id = ?'),
    referenceUsed: connection.prepare<[string], { sequence: number }>(
      'SELECT sequence FROM submissions WHERE reference = ?',
    ),
    sequenceUsed: connection.prepare<[number], { sequence: number }>(
      'SELECT sequence FROM submissions WHERE sequence = ?',
    ),
    list: connection.prepare<[number, number], SubmissionRow>(
      `SELECT ${LISTED} FROM submissions WHERE sequence > ? ORDER BY sequence LIMIT ?`,
    ),
    // The head of every lane only: whatever waits, is being sent or is parked holds what came after it in its lane.
    ready: connection.prepare<{ opening: number; uptime: number; limit: number }, ReadyRow>(
      `SELECT sequence, id, envelope, sealed, attempts FROM submissions AS item
       WHERE ${OPEN} AND state = 'kept' AND (retry_opening <> @opening OR retry_uptime <= @uptime)
         AND NOT EXISTS (
           SELECT 1 FROM submissions AS earlier
           WHERE earlier.${OPEN} AND earlier.lane = item.lane AND earlier.sequence < item.sequence
         )
       ORDER BY priority, sequence LIMIT @limit`,
    ),
    lease: connection.prepare<{
      sequence: number;
      token: number;
      owner: string;
      opening: number;
      uptime: number;
    }>(
      `UPDATE submissions SET state = 'sending', attempts = attempts + 1, lease_token = @token, lease_owner = @owner,
         lease_opening = @opening, lease_uptime = @uptime
       WHERE sequence = @sequence`,
    ),
    takeBackExpired: connection.prepare<{ opening: number; before: number }>(
      `UPDATE submissions SET state = 'kept', lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL
       WHERE ${OPEN} AND state = 'sending' AND (lease_opening <> @opening OR lease_uptime <= @before)`,
    ),
    takeBackAll: connection.prepare<[]>(
      `UPDATE submissions SET state = 'kept', lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL
       WHERE ${OPEN} AND state = 'sending'`,
    ),
    release: connection.prepare<{
      id: string;
      token: number;
      opening: number;
      uptime: number;
      untried: number;
    }>(
      `UPDATE submissions SET state = 'kept', attempts = max(0, attempts - @untried), retry_opening = @opening, retry_uptime = @uptime,
         lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL
       WHERE id = @id AND state = 'sending' AND lease_token = @token`,
    ),
    park: connection.prepare<{ id: string; token: number; reason: string }>(
      `UPDATE submissions SET state = 'parked', parked_reason = @reason,
         lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL
       WHERE id = @id AND state = 'sending' AND lease_token = @token`,
    ),
    unpark: connection.prepare<[string]>(
      `UPDATE submissions SET state = 'kept', parked_reason = NULL, attempts = 0, retry_opening = 0, retry_uptime = 0
       WHERE id = ? AND state = 'parked'`,
    ),
    acknowledge: connection.prepare<{ id: string; token: number; receipt: string; receivedAt: string }>(
      `UPDATE submissions SET state = 'received', receipt = @receipt, received_at = @receivedAt,
         lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL
       WHERE id = @id AND state = 'sending' AND lease_token = @token`,
    ),
    settle: connection.prepare<{ id: string; state: SubmissionState; outcome: string | null }>(
      `UPDATE submissions SET state = @state, outcome = @outcome WHERE id = @id AND state = 'received'`,
    ),
  };
}

export type Statements = ReturnType<typeof statements>;
