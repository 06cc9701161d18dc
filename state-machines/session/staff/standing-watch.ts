import { fromCallback } from 'xstate';
import type { Outside } from '../../outside.ts';
import type { SessionEvent } from '../events.ts';

/**
 * Asks the staff list, at once and then again and again, whether whoever holds the session is still let in. Somebody who
 * was taken off the list, whose badge was blocked or whose lease has ended holds nothing from then on. A list that does
 * not answer says nothing: it is asked again.
 */
export const standingWatch = fromCallback<
  SessionEvent,
  { readonly outside: Outside; readonly staffId: string }
>(({ input: { outside, staffId }, sendBack }) => {
  const { ports, clock, delays } = outside;
  let over = false;
  let timer: unknown;
  const ask = (): void => {
    timer = clock.setTimeout(ask, delays.staffStanding);
    ports.staff.people().then(
      (people) => {
        const found = people.find((one) => one.staffId === staffId);
        // Wrong PINs that somebody types with the badge meanwhile send nobody away who is there already.
        const stands = found?.standing === 'active' || found?.standing === 'locked';
        if (!over && !stands) sendBack({ type: 'STAFF_OUT' });
      },
      () => undefined,
    );
  };
  ask();
  return () => {
    over = true;
    clock.clearTimeout(timer);
  };
});
