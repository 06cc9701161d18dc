import type { Connection } from '../database/connection.ts';
import type { AttachmentState } from './attachment-states.ts';

export interface AttachmentRow {
  readonly id: string;
  /** Id of the submission. */
  readonly submission_id: string;
  readonly manifest: string;
  readonly bytes: number;
  readonly digest: string;
  readonly state: AttachmentState;
  readonly kept_at: string;
  readonly attempts: number;
  readonly parked_reason: string | null;
  readonly receipt: string | null;
  readonly received_at: string | null;
}

const LISTED = `attachments.id AS id, submissions.id AS submission_id, manifest, bytes, attachments.digest AS digest,
  attachments.state AS state, attachments.kept_at AS kept_at, attachments.attempts AS attempts,
  attachments.parked_reason AS parked_reason, attachments.receipt AS receipt, attachments.received_at AS received_at`;
const JOINED = 'attachments JOIN submissions ON submissions.sequence = attachments.submission';
const NO_LEASE = 'lease_token = NULL, lease_owner = NULL, lease_uptime = NULL';
const HELD = `id = @id AND state = 'sending' AND lease_token = @token`;

export function attachmentStatements(connection: Connection) {
  return {
    insertAttachment: connection.prepare<{
      id: string;
      submission: number;
      manifest: string;
      bytes: number;
      digest: string;
      kept_at: string;
    }>(
      `INSERT INTO attachments (id, submission, manifest, bytes, digest, kept_at)
       VALUES (@id, @submission, @manifest, @bytes, @digest, @kept_at)`,
    ),
    attachment: connection.prepare<[string], AttachmentRow>(
      `SELECT ${LISTED} FROM ${JOINED} WHERE attachments.id = ?`,
    ),
    attachmentsOf: connection.prepare<[string], AttachmentRow>(
      `SELECT ${LISTED} FROM ${JOINED} WHERE submissions.id = ? ORDER BY attachments.id`,
    ),
    /** In the order of their submissions, going on after the one named. */
    pendingAttachments: connection.prepare<{ after: string; limit: number }, AttachmentRow>(
      `SELECT ${LISTED} FROM ${JOINED}
       WHERE attachments.receipt IS NULL AND attachments.state <> 'parked' AND submissions.cancelled_by IS NULL
         AND (attachments.submission, attachments.id) > (
           coalesce((SELECT submission FROM attachments WHERE id = @after), 0), @after)
       ORDER BY attachments.submission, attachments.id LIMIT @limit`,
    ),
    everyAttachment: connection.prepare<
      [],
      { readonly id: string; readonly bytes: number; readonly state: AttachmentState }
    >('SELECT id, bytes, state FROM attachments'),
    readyAttachment: connection.prepare<[number], AttachmentRow>(
      `SELECT ${LISTED} FROM ${JOINED}
       WHERE attachments.state = 'kept' AND (attachments.retry_uptime IS NULL OR attachments.retry_uptime <= ?)
         AND submissions.receipt IS NOT NULL
       ORDER BY attachments.last_token, attachments.submission, attachments.id LIMIT 1`,
    ),
    leaseAttachment: connection.prepare<{ id: string; token: number; owner: string; uptime: number }>(
      `UPDATE attachments SET state = 'sending', attempts = attempts + 1, retry_uptime = NULL,
         last_token = @token, lease_token = @token, lease_owner = @owner, lease_uptime = @uptime
       WHERE id = @id`,
    ),
    takeBackExpiredAttachments: connection.prepare<[number]>(
      `UPDATE attachments SET state = 'kept', ${NO_LEASE} WHERE lease_uptime IS NOT NULL AND lease_uptime <= ?`,
    ),
    /** Those that wait have no lease; their waits end, too. */
    takeBackAllAttachments: connection.prepare<[]>(
      `UPDATE attachments SET state = 'kept', retry_uptime = NULL, ${NO_LEASE}
       WHERE lease_uptime IS NOT NULL OR retry_uptime IS NOT NULL`,
    ),
    releaseAttachment: connection.prepare<{
      id: string;
      token: number;
      untried: number;
      retry: number | null;
    }>(
      `UPDATE attachments SET state = 'kept', attempts = max(0, attempts - @untried), retry_uptime = @retry, ${NO_LEASE}
       WHERE ${HELD}`,
    ),
    parkAttachment: connection.prepare<{ id: string; token: number; reason: string }>(
      `UPDATE attachments SET state = 'parked', parked_reason = @reason, ${NO_LEASE} WHERE ${HELD}`,
    ),
    parkKeptAttachment: connection.prepare<[string, string]>(
      `UPDATE attachments SET state = 'parked', parked_reason = ?, retry_uptime = NULL WHERE id = ? AND state = 'kept'`,
    ),
    unparkAttachment: connection.prepare<[string]>(
      `UPDATE attachments SET state = 'kept', parked_reason = NULL, attempts = 0 WHERE id = ? AND state = 'parked'`,
    ),
    acknowledgeAttachment: connection.prepare<{
      id: string;
      token: number;
      receipt: string;
      receivedAt: string;
    }>(
      `UPDATE attachments SET state = 'received', receipt = @receipt, received_at = @receivedAt, ${NO_LEASE}
       WHERE ${HELD}`,
    ),
    receiveAttachment: connection.prepare<[string, string, string]>(
      `UPDATE attachments SET state = 'received', receipt = ?, received_at = ?, parked_reason = NULL,
         retry_uptime = NULL, ${NO_LEASE}
       WHERE id = ?`,
    ),
    deleteAttachments: connection.prepare<[number], { readonly id: string }>(
      'DELETE FROM attachments WHERE submission = ? RETURNING id',
    ),
  };
}
