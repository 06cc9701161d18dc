import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { Outcome } from '../../../domain/wire/contract.ts';
import { isAuditCode } from '../../audit/audit-entry.ts';
import type { Context, Now } from '../context.ts';
import { auditParked, auditReceived } from '../sending/leases.ts';
import type { PendingSubmission, Transfer } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import { oldestPending } from '../reading/status.ts';
import { noteReportsExported } from '../work/work.ts';
import { storedEnvelope } from '../submission.ts';
import { isLegalChange } from '../submission-states.ts';
import { decideReceived } from './outcomes.ts';

/** What goes onto a drive and what comes back on it. Being exported changes no state: it is still sent. */
export function transfer({ store, now }: Context): Omit<Transfer, 'takeImportedAttachment'> {
  return {
    listPending: ({ after = 0, limit }) =>
      store.read((session) => {
        const oldest = oldestPending(session);
        if (oldest === null) return [];
        // Whatever lies before the oldest need not be looked at, however much has been received.
        const from = Math.max(after, oldest.sequence - 1);
        return session.statements.pending.all(from, limit).flatMap(pendingSubmission);
      }),

    markExported: (ids, bundleId, reportsUpTo = 0) =>
      store.write((session) => {
        const { at } = now().place;
        let marked = 0;
        for (const id of ids) marked += session.statements.markExported.run(at, bundleId, id).changes;
        if (reportsUpTo > 0) noteReportsExported(session, reportsUpTo);
        return ok(marked);
      }),

    takeImported: (id, receipt, receivedAt, outcome) =>
      store.write((session) => takeImported(session, { id, receipt, receivedAt, outcome }, now())),

    refuseImported(id, code) {
      if (!isAuditCode(code)) return fail('not-a-code');
      return store.write((session) => {
        if (session.statements.known.get(id) === undefined) return fail('submission-unknown');
        if (session.statements.refuseKept.run(code, id).changes !== 1) return ok('known');
        auditParked(session, id, code, now());
        return ok('parked');
      });
    },
  };
}

function pendingSubmission(row: {
  readonly sequence: number;
  readonly id: string;
  readonly envelope: string;
  readonly sealed: Buffer;
}): PendingSubmission[] {
  const envelope = storedEnvelope(row.envelope);
  return envelope === null ? [] : [{ sequence: row.sequence, id: row.id, envelope, sealed: row.sealed }];
}

interface Imported {
  readonly id: string;
  readonly receipt: string;
  readonly receivedAt: string;
  readonly outcome: Outcome | null;
}

function takeImported(
  session: Session,
  { id, receipt, receivedAt, outcome }: Imported,
  now: Now,
): Result<'taken' | 'known', Failure<'submission-unknown'>> {
  const row = session.statements.stateOf.get(id);
  if (row === undefined) return fail('submission-unknown');
  if (!isLegalChange(row.state, 'received')) {
    if (outcome !== null) decideReceived(session, id, outcome);
    return ok('known');
  }
  if (row.lease_token !== null) session.leases.ended(row.lease_token);
  session.statements.receive.run(receipt, receivedAt, now.budget, row.sequence);
  auditReceived(session, id, outcome, now);
  if (outcome !== null) decideReceived(session, id, outcome);
  // Its outcome may have gone past while it counted as not received here: the pages are read again, which changes
  // nothing else.
  if (row.state === 'parked' || row.state === 'expired') session.statements.setCounter.run(0, 'outcomes');
  return ok('taken');
}
