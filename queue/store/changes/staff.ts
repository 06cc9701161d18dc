import { fail, ok } from '../../../domain/result.ts';
import { isAuditCode } from '../../audit/audit-entry.ts';
import type { Context, Now } from '../context.ts';
import { auditParked } from '../sending/leases.ts';
import { actorOf } from './actor.ts';
import type { ByStaff, StaffSide } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';

/** Setting aside and taking back, by a person or by a platform that was mended. */
export function staffSide({ store, now }: Context): StaffSide {
  return {
    parkKept(id, reason) {
      if (!isAuditCode(reason)) return fail('not-a-code');
      return store.write((session) => {
        if (session.statements.parkKept.run(reason, id).changes !== 1) return fail('not-kept');
        auditParked(session, id, reason, now());
        return ok(null);
      });
    },

    unpark: (id, by) =>
      store.write((session) => (unparkOne(session, id, by, now()) ? ok(null) : fail('not-parked'))),

    unparkAll: (reason, by) =>
      store.write((session) => {
        const parked = session.statements.parkedFor.all(reason);
        const moment = now();
        for (const { id } of parked) unparkOne(session, id, by, moment);
        return ok(parked.length);
      }),

    retryNow: (id) =>
      store.write((session) => {
        const { wakeAll, wakeOne } = session.statements;
        return ok((id === undefined ? wakeAll.run() : wakeOne.run(id)).changes);
      }),
  };
}

function unparkOne(session: Session, id: string, by: ByStaff | undefined, now: Now): boolean {
  const reason = session.statements.parkedReason.get(id)?.parked_reason;
  if (reason === undefined || session.statements.unpark.run(id).changes !== 1) return false;
  const detail = { id, code: reason };
  session.audit.append({ event: 'submission.unparked', ...actorOf(by), detail }, now.place);
  return true;
}
