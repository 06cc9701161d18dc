import { type EventObject, fromCallback } from 'xstate';
import type { Outside, TerminalClock } from './outside.ts';

export interface DeadlineInput {
  readonly clock: TerminalClock;
  /** On the machine's clock, milliseconds. */
  readonly at: number;
  /** Sent to the machine when the time has come. */
  readonly due: EventObject;
}

/**
 * A wait until an absolute time. An actor and not `after`: XState's own timers do not survive a restore, and a privacy
 * deadline must count the time off (facts/xstate.md §2).
 */
export const deadline = fromCallback<EventObject, DeadlineInput>(({ input, sendBack }) => {
  const { clock, at, due } = input;
  let timer: unknown;
  const check = (): void => {
    const left = at - clock.now();
    // Timers of the operating system may fire a millisecond early.
    if (left > 0) timer = clock.setTimeout(check, left);
    else sendBack(due);
  };
  check();
  return () => clock.clearTimeout(timer);
});

/** The input of a deadline `milliseconds` from now. */
export function inTime(outside: Outside, milliseconds: number, due: EventObject): DeadlineInput {
  return { clock: outside.clock, at: outside.clock.now() + milliseconds, due };
}
