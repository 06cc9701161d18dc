import type { SubmissionKind } from '../../../domain/kinds/kinds.ts';
import { parseResumeCode } from '../../../domain/parking/resume-code.ts';
import type { AuditEntry } from '../../../domain/terminal/audit/entry.ts';
import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';

/** What was begun: only instructions and registrations are put aside. */
function kindOf({ instruction }: Visit): SubmissionKind {
  return instruction?.kind ?? 'member-registration';
}

type Entry = Pick<AuditEntry, 'event' | 'actor' | 'detail'>;

/** What names a draft in the log: the id on its slip, which opens nothing. */
function draftName(code: string | null): string {
  const parsed = code === null ? null : parseResumeCode(code);
  return parsed === null ? '' : `draft-${parsed.draftId.toLowerCase()}`;
}

function actorOf({ visit }: SessionContext): 'member' | 'staff' {
  return visit.assist === null ? 'member' : 'staff';
}

/** Whether the slip was made. Written while the visit is still whole, since its kind is said. */
export function parkingEntry(context: SessionContext): Entry {
  const { slip, parkFault } = context.visit.later;
  const actor = actorOf(context);
  if (slip === null)
    return { event: 'draft.not-parked', actor, detail: { code: parkFault ?? 'unavailable' } };
  const detail = { draft: draftName(slip.code), kind: kindOf(context.visit), elsewhere: slip.elsewhere };
  return { event: 'draft.parked', actor, detail };
}

export function takingUpEntry(context: SessionContext): Entry {
  const { takenUp, takeUpFault, again } = context.visit.later;
  const actor = actorOf(context);
  if (takenUp === null) {
    return { event: 'draft.not-taken-up', actor, detail: { code: takeUpFault ?? 'unavailable' } };
  }
  const detail = { draft: draftName(takenUp.code), kind: kindOf(context.visit), count: again };
  return { event: 'draft.taken-up', actor, detail };
}
