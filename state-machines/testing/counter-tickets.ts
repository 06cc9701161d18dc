import { fail, ok } from '../../domain/result.ts';
import type { Ticket, TicketFault, TicketPort } from '../../domain/terminal/ports/tickets.ts';

/** The queue of a place in memory. */
export interface FakeTickets extends TicketPort {
  /** Who waits, in the order in which they are called. */
  line: Ticket[];
  /** What every call answers; `silent`: nothing ever comes. */
  mood: 'answers' | TicketFault | 'silent' | 'rejects';
  readonly ended: { readonly ticketId: string; readonly how: 'served' | 'missed' }[];
  readonly counters: string[];
}

export function ticket(number: string, purpose: Ticket['purpose'] = 'registration'): Ticket {
  return {
    ...{ ticketId: `ticket-${number}`, number, purpose, state: 'waiting', ahead: 0 },
    ...{ takenAt: '2026-11-23T03:40:00.000Z', appointmentAt: null },
  };
}

export function fakeTickets(...line: readonly Ticket[]): FakeTickets {
  const fake: FakeTickets = {
    line: [...line],
    mood: 'answers',
    ended: [],
    counters: [],
    take: () => Promise.resolve(fail('unavailable')),
    checkIn: () => Promise.resolve(fail('unavailable')),
    look: () => Promise.resolve(fail('unavailable')),
    cancel: () => Promise.resolve(fail('unavailable')),
    cancelBooking: () => Promise.resolve(fail('unavailable')),
    waiting: () =>
      answer(() => ({ count: fake.line.length, oldestMinutes: fake.line.length > 0 ? 20 : null })),
    callNext: (counter) =>
      answer(() => {
        fake.counters.push(counter);
        return fake.line.shift() ?? null;
      }),
    end: (ticketId, how) =>
      answer(() => {
        fake.ended.push({ ticketId, how });
        return { ...ticket(ticketId.slice(-4)), state: how };
      }),
  };

  function answer<T>(work: () => T) {
    if (fake.mood === 'silent') return new Promise<never>(() => undefined);
    if (fake.mood === 'rejects') return Promise.reject(new Error('gone'));
    return Promise.resolve(fake.mood === 'answers' ? ok(work()) : fail(fake.mood));
  }
  return fake;
}
