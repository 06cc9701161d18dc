import { draftExpiry } from '../../domain/parking/draft.ts';
import type { Overlay } from '../../domain/terminal/view.ts';
import { stakeOf, type Visit } from '../session/context.ts';
import type { SessionSnapshot } from '../session/session.machine.ts';

/**
 * What covers the page, if anything. The order is that of the guards (`session/guards.ts`): the warning, then
 * "leave?", then the PIN, then the staff lock, then the call for help, then
 * "finish later", then how the machine stands.
 */
export function overlayOf(session: SessionSnapshot): Overlay | null {
  const { visit, status } = session.context;
  const inVisit = (value: VisitValue): boolean => session.matches({ open: { presence: { visit: value } } });
  if (inVisit({ idle: 'warning' })) {
    return { id: 'idle-warning', wipesAt: visit.idleInstant, stake: stakeOf(visit) };
  }
  if (inVisit({ leave: 'asking' })) return { id: 'leave-confirm', stake: stakeOf(visit) };
  if (inVisit({ staff: 'pin' })) {
    return {
      id: 'staff-pin',
      refusal: visit.staffRefusal?.code ?? null,
      waitSeconds: waitOf(visit.staffRefusal),
      checking: inVisit({ staff: { pin: 'checking' } }),
    };
  }
  if (inVisit({ idle: 'locked' })) return { id: 'staff-locked' };
  if (inVisit({ help: { calling: 'nobodyCame' } })) return { id: 'help-nobody-came' };
  if (inVisit({ help: 'calling' })) return { id: 'help-called', since: visit.helpSince ?? '' };
  if (inVisit({ park: 'asking' })) {
    const until = draftExpiry(session.context.outside.ports.now());
    return { id: 'park-asking', until, online: session.context.online };
  }
  if (inVisit({ park: 'saving' })) return { id: 'park-saving' };
  if (inVisit({ park: 'failed' }))
    return { id: 'park-failed', fault: visit.later.parkFault ?? 'unavailable' };
  if (inVisit({ staff: { holding: 'status' } }) && status !== null) return { id: 'staff-status', status };
  return null;
}

function waitOf(refusal: Visit['staffRefusal']): number | null {
  const seconds = refusal?.params?.['seconds'];
  return typeof seconds === 'number' ? seconds : null;
}

type VisitValue =
  | { readonly idle: 'warning' | 'locked' }
  | { readonly leave: 'asking' }
  | { readonly park: 'asking' | 'saving' | 'failed' }
  | { readonly staff: 'pin' | { readonly pin: 'checking' } | { readonly holding: 'status' } }
  | { readonly help: 'calling' | { readonly calling: 'nobodyCame' } };
