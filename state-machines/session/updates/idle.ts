import { instantAfter } from '../../outside.ts';
import { idleLimit } from '../context/idle-limit.ts';
import type { SessionContext } from '../context/context.ts';
import type { Visit } from '../context/visit.ts';
import { ofVisit, type At } from './of-visit.ts';

/** When the idle watch strikes next. */
export const idleUpdates = {
  watchIdle: ofVisit(({ context }) => deadlineIn(context, idleLimit(context))),
  watchWarning: ofVisit(({ context }) => deadlineIn(context, context.outside.delays.idleWarning)),
  watchSlip: ofVisit(({ context }) => deadlineIn(context, context.outside.delays.staffLockedSlip)),
  watchLock: ofVisit(({ context }) => deadlineIn(context, context.outside.delays.staffLockedParks)),
} as const satisfies Record<string, (at: At) => Partial<SessionContext>>;

function deadlineIn({ outside }: SessionContext, milliseconds: number): Partial<Visit> {
  return { idleAt: outside.clock.now() + milliseconds, idleInstant: instantAfter(outside, milliseconds) };
}
