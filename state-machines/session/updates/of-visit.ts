import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';
import type { SessionEvent } from '../events.ts';

/** What an update is made from. */
export interface At {
  readonly context: SessionContext;
  readonly event: SessionEvent;
}

type Change = (at: At) => Partial<Visit>;

/** A change of the visit, as an assigner of the whole context. */
export function ofVisit(change: Change): (at: At) => Partial<SessionContext> {
  return (at) => ({ visit: { ...at.context.visit, ...change(at) } });
}
