import { type EventObject, fromCallback } from 'xstate';
import type { Presence, Selector, Transport, TransportFault } from './transport.ts';

type PresenceEvent =
  | { readonly type: 'PRESENCE'; readonly presence: Presence }
  | { readonly type: 'PRESENCE_FAILED'; readonly fault: TransportFault };

/** For a driver's machine: tells it how many devices of the selector are there, and looks anew when it is sent anything. */
export function presenceActor<Heard extends EventObject = { readonly type: 'RESCAN' }>(
  transport: Transport,
  selector: Selector,
) {
  return fromCallback<Heard>(({ sendBack, receive }) => {
    const watch = transport.watch(selector, (found) => {
      const told: PresenceEvent = found.ok
        ? { type: 'PRESENCE', presence: found.value }
        : { type: 'PRESENCE_FAILED', fault: found.code };
      sendBack(told);
    });
    receive(() => watch.rescan());
    return () => watch.stop();
  });
}
