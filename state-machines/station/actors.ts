import { fromCallback, fromPromise } from 'xstate';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { Ticket, TicketFault } from '../../domain/terminal/ports/tickets.ts';
import type { Outside } from '../outside.ts';
import type { ShiftEvent } from './context.ts';

interface Outer {
  readonly outside: Outside;
}

type Answer<T> = Result<T, Failure<TicketFault>>;

/** How many wait, asked at once and then again and again for as long as somebody sits at the counter. */
export const queueWatch = fromCallback<ShiftEvent, Outer>(({ input: { outside }, sendBack }) => {
  const { ports, clock, delays } = outside;
  const { tickets } = ports;
  if (tickets === undefined) return undefined;
  let over = false;
  let timer: unknown;
  const tell = (answer: Extract<ShiftEvent, { type: 'WAITING' }>['answer']): void => {
    if (!over) sendBack({ type: 'WAITING', answer });
  };
  const ask = (): void => {
    tickets.waiting().then(tell, () => {
      tell(fail('unavailable'));
    });
    timer = clock.setTimeout(ask, delays.ticketsAsk);
  };
  ask();
  return () => {
    over = true;
    clock.clearTimeout(timer);
  };
});

export const memberScreen = fromCallback<ShiftEvent, Outer>(({ input: { outside }, sendBack }) =>
  outside.ports.memberScreen?.subscribe((there, staffs = true) => {
    sendBack({ type: 'MEMBER_SCREEN', there, staffs });
  }),
);

/** Calls the next one; null: nobody waits. */
export const callNext = fromPromise<Answer<Ticket | null>, Outer & { readonly counter: string }>(
  ({ input: { outside, counter } }) =>
    outside.ports.tickets?.callNext(counter) ?? Promise.resolve(fail('unavailable')),
);

/** Tells the queue what became of who was called; without a number of the queue there is nothing to tell. */
export const endTicket = fromPromise<
  Answer<null>,
  Outer & { readonly ticketId: string | null; readonly how: 'served' | 'missed' }
>(async ({ input: { outside, ticketId, how } }) => {
  const { tickets } = outside.ports;
  if (ticketId === null || tickets === undefined) return { ok: true, value: null };
  const ended = await tickets.end(ticketId, how);
  return ended.ok ? { ok: true, value: null } : ended;
});

/**
 * Whether whoever is signed in is still let in by the staff list: asked before every visit, so that somebody who was
 * taken off the list, or whose lease has ended, serves nobody more.
 */
export const standing = fromPromise<boolean, Outer & { readonly staffId: string }>(
  async ({ input: { outside, staffId } }) =>
    (await outside.ports.staff.people()).some((one) => one.staffId === staffId && one.standing === 'active'),
);
