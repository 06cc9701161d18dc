import type { Failure, Result } from '../../domain/result.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Ticket, TicketFault, TicketPort } from '../../domain/terminal/ports/tickets.ts';
import type { BookingProof } from '../../domain/tickets/ticket-code.ts';

type Says<T> = Result<T, Failure<TicketFault>>;

/** What the queue does with the next question. `lost`: it is done, and the answer does not come back. */
type Mood = 'answers' | 'lost' | 'silent' | 'rejects' | (Failure<TicketFault> & { readonly ok: false });

/** A queue of one place in a test's hands: as many tickets as codes, and a counter to call by hand. */
export interface FakeTickets extends TicketPort {
  mood: Mood;
  /** What was asked, in order. */
  readonly asked: (readonly [what: string, about: unknown])[];
  /** By code. */
  readonly tickets: Map<string, Ticket>;
  /** When the appointment is that is given back next; null: it is too late for that. */
  gaveBack: string | null;
  call(number: string, counter: string): void;
}

export function fakeTickets(): FakeTickets {
  const tickets = new Map<string, Ticket>();

  function answer<T>(what: string, about: unknown, does: () => Says<T>): Promise<Says<T>> {
    fake.asked.push([what, about]);
    const { mood } = fake;
    if (mood === 'silent') return new Promise(() => undefined);
    if (mood === 'rejects') return Promise.reject(new Error('the worker is gone'));
    if (mood === 'answers') return Promise.resolve(does());
    if (mood === 'lost') {
      does();
      return Promise.resolve(fail('unavailable'));
    }
    return Promise.resolve(mood);
  }

  function taken(code: string, purpose: Ticket['purpose'], appointmentAt: string | null): Says<Ticket> {
    const before = tickets.get(code);
    if (before !== undefined) return ok(before);
    const waiting = [...tickets.values()].filter(({ state }) => state === 'waiting').length;
    const ticket: Ticket = {
      ticketId: `0190d5a8-0000-7000-8000-${String(tickets.size).padStart(12, '0')}`,
      number: `A${String(tickets.size + 1).padStart(3, '0')}`,
      ...{ purpose, appointmentAt, state: 'waiting', ahead: waiting, counter: null },
      takenAt: '2026-11-23T04:00:00.000Z',
    };
    tickets.set(code, ticket);
    return ok(ticket);
  }

  function changed(code: string, change: (ticket: Ticket) => Ticket): Says<Ticket> {
    const ticket = tickets.get(code);
    if (ticket === undefined) return fail('unknown-ticket');
    const after = change(ticket);
    tickets.set(code, after);
    return ok(after);
  }

  const fake: FakeTickets = {
    mood: 'answers',
    asked: [],
    tickets,
    gaveBack: '2026-11-25T02:30:00.000Z',
    call: (number, counter) => {
      for (const [code, ticket] of [...tickets]) {
        if (ticket.number === number) tickets.set(code, { ...ticket, state: 'called', ahead: 0, counter });
        else if (ticket.state === 'waiting') tickets.set(code, { ...ticket, ahead: ticket.ahead - 1 });
      }
    },
    take: (purpose, code) => answer('take', { purpose, code }, () => taken(code, purpose, null)),
    checkIn: (booking: BookingProof, code) =>
      answer('check-in', { booking, code }, () => taken(code, 'enquiry', '2026-11-23T04:10:00.000Z')),
    look: (code) => answer('look', { code }, () => changed(code, (ticket) => ticket)),
    cancel: (code) =>
      answer('cancel', { code }, () => changed(code, (ticket) => ({ ...ticket, state: 'cancelled' }))),
    cancelBooking: (booking) =>
      answer('cancel-booking', { booking }, () =>
        fake.gaveBack === null
          ? fail('too-late-to-cancel', { until: '2026-11-22T04:10:00.000Z' })
          : ok({ appointmentAt: fake.gaveBack }),
      ),
    waiting: () => answer('waiting', null, () => ok({ count: tickets.size, oldestMinutes: 0 })),
    callNext: () => answer('call-next', null, () => ok(null)),
    end: () => answer('end', null, () => fail('not-waiting')),
  };
  return fake;
}
