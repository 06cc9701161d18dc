import type { Connection } from '../database/connection.ts';
import { TURN } from '../sending/lease-statements.ts';
import type { SubmissionState } from '../submission-states.ts';

/** What changes a submission without its lease: staff, time, a drive, and what the platform decided. */
export function changeStatements(connection: Connection) {
  return {
    stateOf: connection.prepare<
      [string],
      {
        readonly sequence: number;
        readonly reference: string;
        readonly kind: string;
        readonly state: SubmissionState;
        readonly unanswered: number;
        readonly lease_token: number | null;
        readonly exported_at: string | null;
        readonly received_at: string | null;
        readonly outcome: string | null;
      }
    >(
      `SELECT sequence, reference, kind, state, unanswered, lease_token, exported_at, received_at, outcome
       FROM submissions WHERE id = ?`,
    ),
    decide: connection.prepare<[SubmissionState, string | null, string | null, number]>(
      'UPDATE submissions SET state = ?, outcome = ?, superseded_by = ? WHERE sequence = ?',
    ),
    receive: connection.prepare<[string, string, number, number]>(
      `UPDATE submissions SET state = 'received', open = 0, turn = NULL, retry_uptime = NULL, parked_reason = NULL,
         lease_token = NULL, lease_owner = NULL, lease_uptime = NULL,
         receipt = ?, received_at = ?, received_budget = ?, room = NULL
       WHERE sequence = ?`,
    ),
    refuseKept: connection.prepare<[string, string]>(
      `UPDATE submissions SET state = 'parked', turn = NULL, retry_uptime = NULL, unanswered = 0,
         parked_reason = ?, parked_count = parked_count + 1
       WHERE id = ? AND state = 'kept'`,
    ),
    parkKept: connection.prepare<[string, string]>(
      `UPDATE submissions SET state = 'parked', turn = NULL, retry_uptime = NULL,
         parked_reason = ?, parked_count = parked_count + 1
       WHERE id = ? AND state = 'kept'`,
    ),
    parkedFor: connection.prepare<[string], { readonly id: string }>(
      'SELECT id FROM submissions WHERE parked_reason IS NOT NULL AND parked_reason = ? ORDER BY sequence',
    ),
    parkedReason: connection.prepare<[string], { readonly parked_reason: string }>(
      'SELECT parked_reason FROM submissions WHERE id = ? AND parked_reason IS NOT NULL',
    ),
    cancelledBy: connection.prepare<[string], { readonly cancelled_by: string | null }>(
      'SELECT cancelled_by FROM submissions WHERE id = ?',
    ),
    unpark: connection.prepare<[string]>(
      `UPDATE submissions SET state = 'kept', turn = ${TURN}, parked_reason = NULL, attempts = 0
       WHERE id = ? AND state = 'parked'`,
    ),
    withdraw: connection.prepare<[string, number]>(
      `UPDATE submissions SET state = 'cancelled', open = 0, turn = NULL, retry_uptime = NULL, parked_reason = NULL,
         cancelled_by = ?
       WHERE sequence = ?`,
    ),
    lapsed: connection.prepare<
      [string],
      { readonly sequence: number; readonly id: string; readonly reference: string; readonly kind: string }
    >(
      `SELECT sequence, id, reference, kind FROM submissions
       WHERE turn IS NOT NULL AND valid_until IS NOT NULL AND valid_until < ? AND state = 'kept' ORDER BY sequence`,
    ),
    expire: connection.prepare<[number]>(
      `UPDATE submissions SET state = 'expired', open = 0, turn = NULL, retry_uptime = NULL WHERE sequence = ?`,
    ),
    pending: connection.prepare<
      [number, number],
      { readonly sequence: number; readonly id: string; readonly envelope: string; readonly sealed: Buffer }
    >(
      `SELECT sequence, id, envelope, sealed FROM submissions JOIN contents USING (sequence)
       WHERE sequence > ? AND state IN ('kept', 'sending') ORDER BY sequence LIMIT ?`,
    ),
    markExported: connection.prepare<[string, string, string]>(
      'UPDATE submissions SET exported_at = ?, export_bundle = ? WHERE id = ? AND open = 1',
    ),
    auditSince: connection.prepare<
      [number, number],
      { readonly number: number; readonly entry: string; readonly previous: string; readonly hash: string }
    >('SELECT number, entry, previous, hash FROM audit WHERE number > ? ORDER BY number LIMIT ?'),
    purgeable: connection.prepare<
      { after: number; before: number; limit: number },
      { readonly sequence: number; readonly id: string }
    >(
      `SELECT sequence, id FROM submissions AS item
       WHERE sequence > @after AND (
         received_budget <= @before AND NOT EXISTS (
           SELECT 1 FROM attachments WHERE submission = item.sequence AND receipt IS NULL
         ) OR cancelled_by IS NOT NULL AND EXISTS (
           SELECT 1 FROM submissions AS withdrawal
           WHERE withdrawal.id = item.cancelled_by AND withdrawal.received_budget <= @before
         ))
       ORDER BY sequence LIMIT @limit`,
    ),
    isProof: connection.prepare<[string], { readonly sequence: number }>(
      'SELECT sequence FROM submissions WHERE cancelled_by = ? LIMIT 1',
    ),
    purge: connection.prepare<[number]>('DELETE FROM submissions WHERE sequence = ?'),
  };
}
