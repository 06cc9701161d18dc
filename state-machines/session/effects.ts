import type { EventObject } from 'xstate';
import type { AuditEntry, AuditEventId } from '../../domain/terminal/audit/entry.ts';
import type { HardwareCommand } from '../../domain/terminal/ports/hardware.ts';
import { numberOf } from './context/number-of.ts';
import type { SessionContext } from './context/context.ts';
import { parkingEntry, takingUpEntry } from './parking/audit.ts';

/** An entry by the member or the system that needs no more than its name; staff's entries carry who and how. */
interface Audited {
  readonly entry: AuditEventId;
  readonly actor: AuditEntry['actor'];
}

type Effect = { readonly context: SessionContext; readonly event: EventObject };

/** Writes an entry of this visit. Codes and counts only: nothing of a person has a place in it (domain/terminal/audit/catalogue.ts). */
function write(
  { outside, visit }: SessionContext,
  entry: Pick<AuditEntry, 'event' | 'actor' | 'detail'>,
): void {
  const { sessionId, assist } = visit;
  outside.ports.queue.audit({
    ...entry,
    ...(sessionId === null ? {} : { sessionId }),
    ...(entry.actor === 'staff' && assist !== null ? { staffId: assist.staffId } : {}),
  });
}

function writeHandedBack(context: SessionContext): void {
  const how = context.visit.numberRefused ? 'number-refused' : 'by-staff';
  write(context, { event: 'staff.handed-back', actor: 'staff', detail: { how } });
}

/** What acts on the world. None of it may throw: a throwing action ends the machine (facts/xstate.md §3). */
export const sessionEffects = {
  command: ({ context }: Effect, command: HardwareCommand) => context.outside.ports.hardware.command(command),
  audit: ({ context }: Effect, { entry, actor }: Audited) => write(context, { event: entry, actor }),
  auditSignedIn: ({ context }: Effect) =>
    write(context, {
      event: 'staff.signed-in',
      actor: 'staff',
      detail: { role: context.visit.assist?.role ?? '' },
    }),
  /** Nobody has signed in, so nobody holds the session; whose badge it was is said all the same. */
  auditSnoozed: ({ context: { outside, visit } }: Effect, { staffId }: { readonly staffId: string }) =>
    outside.ports.queue.audit({
      event: 'help.snoozed',
      actor: 'staff',
      staffId,
      ...(visit.sessionId === null ? {} : { sessionId: visit.sessionId }),
    }),
  /** In a van and at a counter staff begin the visit, and hold it. */
  auditBegun: ({ context }: Effect) =>
    write(context, {
      event: 'session.started',
      actor: context.visit.assist === null ? 'member' : 'staff',
      detail: {},
    }),
  /** A list or a form filled in what nobody typed; what it was is not said. */
  auditPrefilled: ({ context }: Effect, { by }: { readonly by: 'card' | 'form' }) => {
    const { assist, prefilled } = context.visit;
    const filled = prefilled.note?.code === 'qr-used' || (by === 'card' && prefilled.list === 'listed');
    if (assist === null || !filled) return;
    write(context, { event: 'staff.acted', actor: 'staff', detail: { act: 'prefilled' } });
  },
  auditHandedOver: ({ context }: Effect) =>
    write(context, {
      event: 'staff.handed-over',
      actor: 'staff',
      detail: { role: context.visit.assist?.role ?? '' },
    }),
  auditTookBack: ({ context }: Effect) =>
    write(context, {
      event: 'staff.took-back',
      actor: 'staff',
      detail: { role: context.visit.assist?.role ?? '' },
    }),
  auditOwnLanguage: ({ context }: Effect) => {
    const { own } = context.visit;
    if (own === null) return;
    write(context, { event: 'notice.own-language', actor: 'staff', detail: { language: own.language } });
  },
  auditInterpreter: ({ context }: Effect) =>
    write(context, { event: 'staff.interpreter-present', actor: 'staff', detail: {} }),
  auditMoreTime: ({ context }: Effect) =>
    write(context, { event: 'staff.more-time', actor: 'staff', detail: {} }),
  auditRefusal: ({ context }: Effect) =>
    write(context, {
      event: 'staff.sign-in-refused',
      actor: 'system',
      detail: { code: context.visit.staffRefusal?.code ?? 'list-not-available' },
    }),
  auditAttested: ({ context }: Effect) =>
    write(context, {
      event: 'staff.attested',
      actor: 'staff',
      detail: {
        means: context.visit.identified?.means ?? '',
        features: context.visit.ticked.length,
        role: context.visit.assist?.role ?? '',
      },
    }),
  auditHandedBack: ({ context }: Effect) => {
    // Whoever was turned out handed nothing back.
    if (context.visit.assist !== null) writeHandedBack(context);
  },
  /** Theirs is not the act, and who it was is said all the same. */
  auditTurnedOut: ({ context: { outside, visit } }: Effect) =>
    outside.ports.queue.audit({
      event: 'staff.handed-back',
      actor: 'system',
      detail: { how: 'not-on-list' },
      ...(visit.sessionId === null ? {} : { sessionId: visit.sessionId }),
      ...(visit.assist === null ? {} : { staffId: visit.assist.staffId }),
    }),
  auditCorrection: ({ context }: Effect) => {
    const { found, correctionFault } = context.visit;
    write(context, {
      event: 'correction.opened',
      actor: 'member',
      detail: { id: found?.id ?? '', result: correctionFault ?? 'opened' },
    });
  },
  auditParking: ({ context }: Effect) => write(context, parkingEntry(context)),
  auditTakingUp: ({ context }: Effect) => write(context, takingUpEntry(context)),
  auditNotKept: ({ context }: Effect) =>
    write(context, {
      event: 'submission.not-kept',
      actor: 'system',
      detail: { code: context.visit.fault?.code ?? 'unavailable' },
    }),
  /** The end of a visit for everything outside the machine: the page's document, the devices. */
  wipeOutside: ({ context }: Effect) => {
    const { outside, visit, shutting, endedHow } = context;
    if (visit.sessionId === null) return;
    const how = shutting ? 'out-of-service' : endedHow;
    const unsubmitted = visit.identified !== null && visit.kept === null && visit.purpose !== 'enquire';
    outside.ports.hardware.command({ type: 'FORGET' });
    outside.ports.files?.forget();
    if (visit.inVan && visit.kept !== null && visit.identified !== null) {
      outside.ports.roster?.noteRegistered(numberOf(visit.identified));
    }
    outside.ports.wipeSurface(visit.sessionId);
    write(context, { event: 'session.ended', actor: 'system', detail: { how } });
    write(context, { event: 'session.wiped', actor: 'system', detail: { how, unsubmitted } });
  },
} as const;
