import { draftExpiry } from '../../domain/parking/draft.ts';
import type { Overlay } from '../../domain/terminal/view/overlay.ts';
import type { SessionParts } from '../children.ts';
import type { PrintingSnapshot } from '../printing.machine.ts';
import { operationsOverlay, type OperationsWorld } from '../operations/operations-overlay.ts';
import { stakeOf } from '../session/context/ending.ts';
import type { Visit } from '../session/context/visit.ts';
import { staffWork } from './staff-work.ts';

/**
 * What covers the page, if anything. The order is that of the guards (`session/guards/on-top.ts`): the warning, then
 * "leave?", then the PIN, then the staff lock, then the call for help (paper over it when
 * nobody came), then "finish later", then paper, then what staff filled in,
 * then staff's own pages.
 *
 * @param staffTold staff at another machine saw that somebody calls here
 */
export function overlayOf(
  { session, operations, printing }: Pick<SessionParts, 'session' | 'operations' | 'printing'>,
  world: OperationsWorld,
  staffTold = false,
): Overlay | null {
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
      checking: inVisit({ staff: { pin: 'checking' } }) || inVisit({ staff: { pin: 'snoozing' } }),
      canSnooze: session.can({ type: 'STAFF_SNOOZE' }),
    };
  }
  if (inVisit({ idle: 'locked' })) return { id: 'staff-locked' };
  // The slip for whom nobody came lies over the page that says so, and over nothing else of the call.
  if (inVisit({ help: { calling: 'nobodyCame' } }) && inVisit({ print: 'open' })) {
    return printOverlay(printing);
  }
  if (inVisit({ help: { calling: 'nobodyCame' } })) return { id: 'help-nobody-came' };
  if (inVisit({ help: 'calling' })) {
    const snoozed = inVisit({ help: { calling: 'snoozed' } });
    const going = inVisit({ help: { calling: 'going' } });
    return {
      ...{ id: 'help-called', since: visit.helpSince ?? '', snoozed },
      ...(going ? { told: 'going' } : staffTold ? { told: 'seen' } : {}),
    };
  }
  if (inVisit({ park: 'asking' })) {
    const until = draftExpiry(session.context.outside.ports.now());
    return { id: 'park-asking', until, online: session.context.online };
  }
  if (inVisit({ park: 'saving' })) return { id: 'park-saving' };
  if (inVisit({ park: 'failed' }))
    return { id: 'park-failed', fault: visit.later.parkFault ?? 'unavailable' };
  if (inVisit({ print: 'open' })) return printOverlay(printing);
  if (inVisit({ staff: 'confirming' })) return staffWork(session);
  if (inVisit({ staff: 'newPin' })) {
    return {
      id: 'staff-new-pin',
      start: visit.assist?.mustChangePin === true,
      refusal: visit.pinRefusal,
      saving: inVisit({ staff: { newPin: 'saving' } }),
    };
  }
  if (inVisit({ staff: { holding: 'more' } })) {
    return {
      id: 'staff-more',
      reading: session.context.ruleLocales[visit.assist?.staffId ?? ''] ?? null,
      interpreter: visit.interpreter,
      moreTime: visit.slow,
      canSeeStatus: session.can({ type: 'STAFF_STATUS' }),
      canSeePeople: session.can({ type: 'STAFF_PEOPLE' }),
    };
  }
  if (inVisit({ staff: { holding: 'people' } })) {
    return {
      id: 'staff-people',
      people: visit.people,
      self: visit.assist?.staffId ?? '',
      change: visit.staffChange,
    };
  }
  if (inVisit({ staff: { holding: 'status' } }) && status !== null) {
    return {
      id: 'staff-status',
      status,
      canOperate: session.can({ type: 'OPERATIONS' }),
      canChangePin: session.can({ type: 'CHANGE_PIN' }),
      canCarry: false,
    };
  }
  if (operations !== null && inVisit({ staff: { holding: 'operations' } })) {
    return operationsOverlay(operations, world);
  }
  return null;
}

function printOverlay(printing: PrintingSnapshot | null): Overlay {
  const paper = printing?.context.paper.kind ?? 'receipt';
  if (printing?.matches('printed') === true) return { id: 'print-done', paper };
  if (printing?.matches('failed') === true) {
    return { id: 'print-failed', paper, fault: printing.context.fault ?? 'no-answer' };
  }
  return { id: 'print-sending', paper };
}

function waitOf(refusal: Visit['staffRefusal']): number | null {
  const seconds = refusal?.params?.['seconds'];
  return typeof seconds === 'number' ? seconds : null;
}

type VisitValue =
  | { readonly idle: 'warning' | 'locked' }
  | { readonly leave: 'asking' }
  | { readonly park: 'asking' | 'saving' | 'failed' }
  | { readonly print: 'open' }
  | {
      readonly staff:
        | 'pin'
        | 'newPin'
        | 'confirming'
        | { readonly pin: 'checking' | 'snoozing' }
        | { readonly newPin: 'saving' }
        | { readonly holding: 'status' | 'more' | 'people' | 'operations' };
    }
  | { readonly help: 'calling' | { readonly calling: 'nobodyCame' | 'snoozed' | 'going' } };
