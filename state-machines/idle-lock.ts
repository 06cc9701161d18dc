import { type EventObject, fromCallback } from 'xstate';
import type { Outside } from './outside.ts';

/** Nobody touched the counter, or the machine's own pages, for a while. Any event begins the wait anew. */
export const idleLock = fromCallback<EventObject, { readonly outside: Outside }>(
  ({ input: { outside }, sendBack, receive }) => {
    const { clock, delays } = outside;
    let at = 0;
    let timer: unknown;
    const check = (): void => {
      const left = at - clock.now();
      if (left > 0) timer = clock.setTimeout(check, left);
      else sendBack({ type: 'SHIFT_DUE' });
    };
    const begin = (): void => {
      clock.clearTimeout(timer);
      at = clock.now() + delays.shiftLock;
      check();
    };
    begin();
    receive(begin);
    return () => clock.clearTimeout(timer);
  },
);
