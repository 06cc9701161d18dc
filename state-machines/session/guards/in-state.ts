import { and, not, or, stateIn } from 'xstate';
import type { SessionContext } from '../context/context.ts';
import type { SessionEvent } from '../events.ts';
import type { IDS } from './ids.ts';

/** A guard of the session, as `and`, `or` and `not` of XState take it. */
export type Guard = ReturnType<typeof stateIn<SessionContext, SessionEvent, unknown>>;

/** True while the state of this id is active, in whatever region. */
export const inState = (id: (typeof IDS)[keyof typeof IDS]): Guard => stateIn(`#${id}`);
/** True when every one of them is. */
export const all = (...guards: readonly Guard[]): Guard =>
  and<SessionContext, SessionEvent, Guard[]>([...guards]);
/** True when not one of them is. */
export const none = (...guards: readonly Guard[]): Guard =>
  not<SessionContext, SessionEvent, Guard>(either(...guards));
/** True when at least one of them is. */
export const either = (...guards: readonly Guard[]): Guard =>
  or<SessionContext, SessionEvent, Guard[]>([...guards]);
