import type { Failure, Result } from '../../result.ts';
import type { BookingProof } from '../../tickets/ticket-code.ts';

/** What somebody waits for, as the counters are divided; message `ticket-purpose.<purpose>`. */
export const TICKET_PURPOSES = [
  'registration',
  'instruction',
  'contribution',
  'enquiry',
  'employer',
] as const;
export type TicketPurpose = (typeof TICKET_PURPOSES)[number];

/**
 * `missed`: called and not there; called again from the counter or taken anew. A ticket is never deleted while its
 * day lasts.
 */
export const TICKET_STATES = ['waiting', 'called', 'served', 'missed', 'cancelled'] as const;
type TicketState = (typeof TICKET_STATES)[number];

/**
 * A place in the queue of one station or centre (facts/domain.md §2.4, *Booking / queue*). It says nothing of a
 * person: the number is never derived from one.
 */
export interface Ticket {
  /** UUIDv7. */
  readonly ticketId: string;
  /** Letter of the purpose and a number of the day, `A012`. */
  readonly number: string;
  readonly purpose: TicketPurpose;
  readonly state: TicketState;
  /** How many are called before this one. */
  readonly ahead: number;
  /** ISO instant. */
  readonly takenAt: string;
  /** ISO instant of a booking; null: walked in. */
  readonly appointmentAt: string | null;
  /** Which counter called it; null or absent before that. */
  readonly counter?: string | null;
}

/** A ticket's number as it is printed, from how somebody types it (`a 12`, `A012`); null: it is none. */
export function asTicketNumber(text: string): string | null {
  const [, letter, figures] = /^([A-Za-z])(\d{1,3})$/.exec(text.replace(/[\s-]/g, '')) ?? [];
  if (letter === undefined || figures === undefined) return null;
  return `${letter.toUpperCase()}${figures.padStart(3, '0')}`;
}

/**
 * Why nothing came of it; message `ticket-trouble.<code>` and `.help`. Parameters: `too-early` has `from` (ISO instant),
 * `until` (up to when it may be cancelled) and `cancel` (1: still now); `too-late` has `until`; `used` has `number` while
 * its day lasts; `other-place` has `place`.
 */
export const TICKET_FAULTS = [
  'offline',
  'closed',
  'unknown-booking',
  'unknown-ticket',
  'too-early',
  'too-late',
  'used',
  'other-place',
  'too-late-to-cancel',
  'not-waiting',
  'too-many-tries',
  'unavailable',
] as const;
export type TicketFault = (typeof TICKET_FAULTS)[number];

/** What may be asked of the queue by who stands at a terminal. */
export const TICKET_QUESTIONS = ['take', 'check-in', 'look', 'cancel', 'cancel-booking'] as const;
export type TicketQuestion = (typeof TICKET_QUESTIONS)[number];

type Answer<T> = Promise<Result<T, Failure<TicketFault>>>;

/** The queue of the place where this terminal stands; kept by the gateway, so that every counter calls from one list. */
export interface TicketPort {
  /**
   * A walk-in ticket. `code` is what its slip's QR carries: who holds it may look and cancel, and nothing else. It is
   * made by who asks (`TerminalPorts.newTicketCode`) and is the key of idempotency: the same code twice is one ticket.
   */
  take(purpose: TicketPurpose, code: string): Answer<Ticket>;
  /** A ticket for a booking, at the time of it; idempotent by `code` as `take`. */
  checkIn(booking: BookingProof, code: string): Answer<Ticket>;
  look(code: string): Answer<Ticket>;
  cancel(code: string): Answer<Ticket>;
  /** Gives an appointment back, as long as that may be done. @returns when it was */
  cancelBooking(booking: BookingProof): Answer<{ readonly appointmentAt: string }>;
  /** How many wait here now. */
  waiting(): Answer<{ readonly count: number; readonly oldestMinutes: number | null }>;
  /**
   * Calls the next to a counter; null: nobody waits. Two counters never call the same one. A counter that has not ended
   * the one it called gets that one again: an answer that was lost on the way loses nobody.
   */
  callNext(counter: string): Answer<Ticket | null>;
  /** Ends what was called: served, or called and not there. */
  end(ticketId: string, how: 'served' | 'missed'): Answer<Ticket>;
}
