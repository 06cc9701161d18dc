import { fail } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { QueueEvent, QueuePort } from '../../domain/terminal/ports/queue/queue.ts';

/** Entries written before the store is open; more than this means the store never opens. */
const MAX_WAITING_ENTRIES = 100;

/**
 * The queue as the machines see it from the first moment: before the store is open a submission, an enquiry, a
 * correction and a sign-in are refused as unavailable and audit entries wait; once attached everything goes through, and who listened
 * before hears what who subscribes hears. It may be detached and attached again.
 */
export interface LateQueuePort extends QueuePort {
  attach(port: QueuePort): void;
  /** The store cannot be used any more: as before it was open. */
  detach(): void;
}

export function createLateQueuePort(): LateQueuePort {
  let attached: QueuePort | null = null;
  let waiting: AuditEntry[] = [];
  /** What ends each subscription at the port; null while there is none to end. */
  const listeners = new Map<(event: QueueEvent) => void, (() => void) | null>();

  return {
    attach: (port) => {
      attached = port;
      for (const listener of [...listeners.keys()]) listeners.set(listener, port.subscribe(listener));
      for (const entry of waiting) port.audit(entry);
      waiting = [];
    },
    detach: () => {
      attached = null;
      for (const [listener, leave] of [...listeners]) {
        leave?.();
        listeners.set(listener, null);
      }
    },
    submit: (request, files) => attached?.submit(request, files) ?? Promise.resolve(fail('unavailable')),
    enquire: (request) => attached?.enquire(request) ?? Promise.resolve(fail('unavailable')),
    listLeft: (claim) => attached?.listLeft(claim) ?? Promise.resolve(fail('unavailable')),
    employerRules: (question) => attached?.employerRules(question) ?? Promise.resolve(fail('unavailable')),
    openCorrection: (request) => attached?.openCorrection(request) ?? Promise.resolve(fail('unavailable')),
    lookUp: (request) => attached?.lookUp(request) ?? Promise.resolve(fail('unavailable')),
    beginSignIn: (request) => attached?.beginSignIn(request) ?? Promise.resolve(fail('unavailable')),
    signInState: (signIn) => attached?.signInState(signIn) ?? Promise.resolve(fail('unavailable')),
    endSignIn: (signIn) => attached?.endSignIn(signIn),
    sendMobileCode: (request) => attached?.sendMobileCode?.(request) ?? Promise.resolve(fail('unavailable')),
    tryMobileCode: (typed) => attached?.tryMobileCode?.(typed) ?? Promise.resolve(fail('unavailable')),
    park: (request) => attached?.park(request) ?? Promise.resolve(fail('unavailable')),
    takeUp: (request) => attached?.takeUp(request) ?? Promise.resolve(fail('unavailable')),
    audit: (entry) => {
      if (attached !== null) attached.audit(entry);
      else if (waiting.length < MAX_WAITING_ENTRIES) waiting.push(entry);
    },
    subscribe: (listener) => {
      listeners.set(listener, null);
      if (attached !== null) listeners.set(listener, attached.subscribe(listener));
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
  };
}
