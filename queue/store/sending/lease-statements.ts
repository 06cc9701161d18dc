import type { Connection } from '../database/connection.ts';
import type { SubmissionState } from '../submission-states.ts';

export interface ReadyRow {
  readonly sequence: number;
  readonly id: string;
  readonly envelope: string;
  readonly envelope_check: number | null;
  readonly sealed: Buffer;
  readonly attempts: number;
}

export interface LeasedRow {
  readonly sequence: number;
  readonly lease_token: number;
  readonly lease_uptime: number;
}

/** What goes back to `kept` is behind whatever of its lane came before it and is still open. */
export const TURN = `CASE WHEN EXISTS (
         SELECT 1 FROM submissions AS earlier
         WHERE earlier.open = 1 AND earlier.lane = submissions.lane AND earlier.sequence < submissions.sequence
       ) THEN 2 ELSE 0 END`;
const NO_LEASE = 'lease_token = NULL, lease_owner = NULL, lease_uptime = NULL';

export function leaseStatements(connection: Connection) {
  return {
    /** Asked before `wake`: a change opens every index of the table, even when there is nothing to change. */
    waitIsOver: connection.prepare<[number], { readonly sequence: number }>(
      'SELECT sequence FROM submissions WHERE retry_uptime IS NOT NULL AND retry_uptime <= ? LIMIT 1',
    ),
    wake: connection.prepare<[number]>(
      'UPDATE submissions SET turn = 0, retry_uptime = NULL WHERE retry_uptime IS NOT NULL AND retry_uptime <= ?',
    ),
    wakeAll: connection.prepare<[]>(
      'UPDATE submissions SET turn = 0, retry_uptime = NULL WHERE retry_uptime IS NOT NULL',
    ),
    wakeOne: connection.prepare<[string]>(
      'UPDATE submissions SET turn = 0, retry_uptime = NULL WHERE id = ? AND retry_uptime IS NOT NULL',
    ),
    /** Leases of an opening that was cut; a walk through what may go, done when nothing is known of them. */
    leased: connection.prepare<[], LeasedRow>(
      `SELECT sequence, lease_token, lease_uptime FROM submissions
       WHERE turn = 0 AND state = 'sending' ORDER BY lease_token`,
    ),
    takeBack: connection.prepare<[number]>(
      `UPDATE submissions SET state = 'kept', turn = ${TURN}, ${NO_LEASE} WHERE sequence = ? AND state = 'sending'`,
    ),
    ready: connection.prepare<[now: string, limit: number], ReadyRow>(
      `SELECT sequence, id, envelope, envelope_check, sealed, attempts FROM submissions JOIN contents USING (sequence)
       WHERE turn = 0 AND state = 'kept' AND (valid_until IS NULL OR valid_until >= ?)
       ORDER BY turn, priority, sequence LIMIT ? + 0`,
    ),
    lease: connection.prepare<[number, string, number, number]>(
      `UPDATE submissions SET state = 'sending', attempts = attempts + 1, unanswered = unanswered + 1,
         lease_token = ?, lease_owner = ?, lease_uptime = ?
       WHERE sequence = ?`,
    ),
    release: connection.prepare<{ id: string; token: number; untried: number; retry: number | null }>(
      `UPDATE submissions SET state = 'kept', attempts = max(0, attempts - @untried),
         unanswered = max(0, unanswered - @untried),
         turn = max(${TURN}, @retry IS NOT NULL), retry_uptime = CASE WHEN ${TURN} = 0 THEN @retry END, ${NO_LEASE}
       WHERE id = @id AND state = 'sending' AND lease_token = @token`,
    ),
    refuse: connection.prepare<[string, string, number]>(
      `UPDATE submissions SET state = 'parked', turn = NULL, unanswered = 0, parked_reason = ?, parked_count = parked_count + 1, ${NO_LEASE}
       WHERE id = ? AND state = 'sending' AND lease_token = ?`,
    ),
    parkUntried: connection.prepare<[string, string, number]>(
      `UPDATE submissions SET state = 'parked', turn = NULL, unanswered = max(0, unanswered - 1), parked_reason = ?,
         parked_count = parked_count + 1, ${NO_LEASE}
       WHERE id = ? AND state = 'sending' AND lease_token = ?`,
    ),
    acknowledge: connection.prepare<
      [
        state: SubmissionState,
        receipt: string,
        receivedAt: string,
        budget: number,
        outcome: string | null,
        by: string | null,
        sequence: number | null,
        id: string,
        token: number,
      ]
    >(
      `UPDATE submissions SET state = ?, open = 0, turn = NULL, receipt = ?, received_at = ?,
         received_budget = ?, outcome = ?, superseded_by = ?, room = NULL, ${NO_LEASE}
       WHERE sequence = ? AND id = ? AND state = 'sending' AND lease_token = ?`,
    ),
  };
}
