import { fail, type Failure, type Result } from '../../domain/result.ts';
import { CASE_FAULTS, type CaseFault, type CasesPort } from '../../domain/terminal/ports/cases.ts';
import type { AuditEntry, AuditEventId } from '../../domain/terminal/audit/entry.ts';
import type { Queue } from '../store/queue.ts';

/** A station's cases: what the store knows, and the ticket that was called last. */
export interface CaseDesk extends CasesPort {
  /** An entry that the terminal writes anyway. */
  saw(entry: Pick<AuditEntry, 'event' | 'sessionId' | 'detail' | 'actor' | 'staffId'>): void;
}

const EVENTS: ReadonlySet<AuditEventId> = new Set([
  'session.started',
  'session.ended',
  'draft.parked',
  'draft.taken-up',
]);

export function createCaseDesk({ cases }: Pick<Queue, 'cases'>): CaseDesk {
  let called: string | null = null;
  return {
    list: () => answered(cases.list()),
    take: (id, way, by) => answered(cases.take(id, way, by)),
    note: (id, action, by) => answered(cases.note(id, action, by)),
    calling(ticket) {
      called = ticket;
    },
    saw(entry) {
      // The others would be commits of nothing.
      if (!EVENTS.has(entry.event) && entry.actor !== 'staff') return;
      cases.saw(entry, called);
      // A ticket is one person's: the next session is not theirs any more.
      if (entry.event === 'session.started') called = null;
    },
  };
}

function answered<T>(result: Result<T, Failure<string>>): Promise<Result<T, Failure<CaseFault>>> {
  if (result.ok) return Promise.resolve(result);
  return Promise.resolve(fail(CASE_FAULTS.find((one) => one === result.code) ?? 'storage-fault'));
}
