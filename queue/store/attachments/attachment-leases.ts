import { fail, ok } from '../../../domain/result.ts';
import { isAuditCode } from '../../audit/audit-entry.ts';
import type { Context, Now } from '../context.ts';
import { actorOf } from '../changes/actor.ts';
import type { AttachmentSide, Transfer } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import { held } from '../sending/held.ts';
import type { AttachmentLease } from './attachment-lease.ts';
import { storedManifest } from './attachment.ts';

const DAMAGED = 'damaged-on-disk';

type Leasing = Pick<
  AttachmentSide,
  'claimAttachment' | 'releaseAttachment' | 'acknowledgeAttachment' | 'parkAttachment' | 'unparkAttachment'
>;

/** Sending files: one lease at a time and each, whose turn goes round. */
export function attachmentLeasing(context: Context): Leasing & Pick<Transfer, 'takeImportedAttachment'> {
  const { store, now } = context;
  return {
    claimAttachment: ({ owner }) => store.write((session) => ok(claim(context, session, owner, now()))),

    releaseAttachment: ({ id, token }, { retryAfter, untried }) =>
      store.write((session) => {
        const retry = retryAfter > 0 ? now().uptime + Math.ceil(retryAfter) : null;
        const release = { id, token, retry, untried: untried === true ? 1 : 0 };
        return held(session.statements.releaseAttachment.run(release).changes);
      }),

    acknowledgeAttachment: ({ id, token }, receipt, receivedAt) =>
      store.write((session) => {
        const change = { id, token, receipt, receivedAt };
        const received = held(session.statements.acknowledgeAttachment.run(change).changes);
        if (received.ok) auditReceived(session, id, now());
        return received;
      }),

    parkAttachment({ id, token }, reason) {
      if (!isAuditCode(reason)) return fail('not-a-code');
      return store.write((session) => {
        const parked = held(session.statements.parkAttachment.run({ id, token, reason }).changes);
        if (parked.ok) auditParked(session, id, reason, now());
        return parked;
      });
    },

    unparkAttachment: (id, by) =>
      store.write((session) => {
        const row = session.statements.attachment.get(id);
        if (row?.state !== 'parked') return fail('not-parked');
        session.statements.unparkAttachment.run(id);
        const detail = { id, ...(row.parked_reason === null ? {} : { code: row.parked_reason }) };
        session.audit.append({ event: 'submission.unparked', ...actorOf(by), detail }, now().place);
        return ok(null);
      }),

    takeImportedAttachment: (id, receipt, receivedAt) =>
      store.write((session) => {
        const row = session.statements.attachment.get(id);
        if (row === undefined) return fail('attachment-unknown');
        if (row.receipt !== null) return ok('known');
        session.statements.receiveAttachment.run(receipt, receivedAt, id);
        auditReceived(session, id, now());
        return ok('taken');
      }),
  };
}

function claim(context: Context, session: Session, owner: string, now: Now): AttachmentLease | null {
  const { statements } = session;
  statements.takeBackExpiredAttachments.run(now.uptime - context.leaseFor);
  for (;;) {
    const row = statements.readyAttachment.get(now.uptime);
    if (row === undefined) return null;
    const manifest = storedManifest(row.manifest);
    if (manifest === null) {
      parkKept(session, row.id, DAMAGED, now);
      continue;
    }
    const token = context.nextToken();
    statements.leaseAttachment.run({ id: row.id, token, owner, uptime: now.uptime });
    const { id, submission_id: submissionId, attempts } = row;
    const path = context.files.pathOf(id);
    return { id, token, owner, submissionId, manifest, path, attempts: attempts + 1 };
  }
}

/** Sets aside a file that nobody is sending; gives whether it did. */
export function parkKept(session: Session, id: string, reason: string, now: Now): boolean {
  if (session.statements.parkKeptAttachment.run(reason, id).changes !== 1) return false;
  auditParked(session, id, reason, now);
  return true;
}

function auditParked(session: Session, id: string, code: string, now: Now): void {
  session.audit.append({ event: 'submission.parked', actor: 'system', detail: { id, code } }, now.place);
}

function auditReceived(session: Session, id: string, now: Now): void {
  session.audit.append({ event: 'attachment.received', actor: 'system', detail: { id } }, now.place);
}
