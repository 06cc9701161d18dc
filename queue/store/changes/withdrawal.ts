import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { Context, Now } from '../context.ts';
import { examineSubmission, insertSubmission, keptBefore } from '../keeping/enqueue.ts';
import { type EnqueueRefusal } from '../keeping/kept.ts';
import type { Keeping } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import type { NewEnvelope } from '../submission.ts';
import type { SubmissionState } from '../submission-states.ts';

/** Nothing is left to withdraw. */
const ENDED: readonly SubmissionState[] = ['rejected', 'superseded', 'cancelled', 'expired'];

type Withdrawn = ReturnType<Keeping['cancelKept']>;

export function withdrawals({ store, now }: Context): Pick<Keeping, 'cancelKept'> {
  return {
    cancelKept(id, cancellation) {
      const examined = examineSubmission(cancellation);
      if (!examined.ok) return examined;
      const envelope = examined.value;
      if (envelope.kind !== 'cancellation') return fail('malformed', { field: 'kind' });
      return store.write((session) => withdraw(session, id, envelope, cancellation.sealed, now()));
    },
  };
}

function withdraw(
  session: Session,
  id: string,
  envelope: NewEnvelope,
  sealed: Uint8Array,
  now: Now,
): Result<Extract<Withdrawn, { ok: true }>['value'], Failure<EnqueueRefusal | 'not-cancellable'>> {
  const before = keptBefore(session, envelope);
  if (!before.ok) return before;
  const target = session.statements.stateOf.get(id);
  if (before.value !== null) {
    const withdrawn = session.statements.cancelledBy.get(id)?.cancelled_by === envelope.id;
    return ok({ ...before.value, withdrawn });
  }
  if (target !== undefined && ENDED.includes(target.state)) return fail('not-cancellable');
  // First in line, then out of it: the withdrawal of a lane goes after what it withdraws.
  const kept = insertSubmission(session, envelope, sealed, now);
  if (!kept.ok) return kept;
  if (target === undefined || !neverLeft(target)) return ok({ ...kept.value, withdrawn: false });
  session.statements.withdraw.run(envelope.id, target.sequence);
  const detail = { id };
  session.audit.append({ event: 'submission.cancelled', actor: 'member', detail }, now.place);
  return ok({ ...kept.value, withdrawn: true });
}

/** The platform cannot have it: every attempt was answered by a refusal, or there was none, and it is on no drive. */
function neverLeft(target: {
  readonly state: SubmissionState;
  readonly unanswered: number;
  readonly exported_at: string | null;
}): boolean {
  const waits = target.state === 'kept' || target.state === 'parked';
  return waits && target.unanswered === 0 && target.exported_at === null;
}
