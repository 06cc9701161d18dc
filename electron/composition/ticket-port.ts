import { fail } from '../../domain/result.ts';
import type { TicketPort } from '../../domain/terminal/ports/tickets.ts';

/** The queue of tickets as the machines see it from the first moment: `unavailable` while there is no queue's thread. */
export function lateTickets(tickets: () => TicketPort | null): TicketPort {
  const nowhere = () => Promise.resolve(fail('unavailable'));
  return {
    take: (purpose, code) => tickets()?.take(purpose, code) ?? nowhere(),
    checkIn: (booking, code) => tickets()?.checkIn(booking, code) ?? nowhere(),
    look: (code) => tickets()?.look(code) ?? nowhere(),
    cancel: (code) => tickets()?.cancel(code) ?? nowhere(),
    cancelBooking: (booking) => tickets()?.cancelBooking(booking) ?? nowhere(),
    waiting: () => tickets()?.waiting() ?? nowhere(),
    callNext: (counter) => tickets()?.callNext(counter) ?? nowhere(),
    end: (ticketId, how) => tickets()?.end(ticketId, how) ?? nowhere(),
  };
}
