import { fail } from '../../domain/result.ts';
import type { AuditEntry, QueueEvent, QueuePort } from '../../domain/terminal/ports.ts';

/** Entries written before the store is open; more than this means the store never opens. */
const MAX_WAITING_ENTRIES = 100;

/**
 * The queue as the machines see it from the first moment: before the store is open a submission is refused as
 * unavailable and audit entries wait; once attached everything goes through.
 */
export interface LateQueuePort extends QueuePort {
  attach(port: QueuePort): void;
}

export function createLateQueuePort(): LateQueuePort {
  let attached: QueuePort | null = null;
  let waiting: AuditEntry[] = [];
  const listeners = new Set<(event: QueueEvent) => void>();

  return {
    attach: (port) => {
      attached = port;
      port.subscribe((event) => {
        for (const listener of listeners) listener(event);
      });
      for (const entry of waiting) port.audit(entry);
      waiting = [];
    },
    submit: (request) => attached?.submit(request) ?? Promise.resolve(fail('unavailable')),
    audit: (entry) => {
      if (attached !== null) attached.audit(entry);
      else if (waiting.length < MAX_WAITING_ENTRIES) waiting.push(entry);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
