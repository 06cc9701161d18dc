import type { FieldErrorCode } from '../../codes.ts';
import type { WhereNext } from '../../reference-data/look-up/where-next.ts';
import type { LocalText } from '../../reference-data/schema/common.ts';
import type { Ticket, TicketFault } from '../ports/tickets.ts';

/** The pages of the queue: nobody is identified on any of them. */
export type TicketScreen =
  /** A ticket, or an appointment; a ticket that somebody has already goes before the scanner. */
  | { readonly id: 'ticket-choice' }
  | { readonly id: 'ticket-purpose' }
  /** The reference of an appointment is typed; a scanner takes its QR code meanwhile. */
  | { readonly id: 'ticket-reference'; readonly value: string; readonly error: FieldErrorCode | null }
  | { readonly id: 'ticket-asking' }
  | ({
      readonly id: 'ticket';
      /** Text of the QR code that shows it again at any terminal of the place. */
      readonly qr: string;
      /** ISO instant at which it stood so. */
      readonly asOf: string;
      /** It could not be looked at since. */
      readonly stale: boolean;
      readonly canCancel: boolean;
    } & Omit<Ticket, 'ticketId'>)
  /** Asked once more before it is given back: the ticket of this number, or the appointment. */
  | { readonly id: 'ticket-confirm'; readonly number: string | null }
  /** `appointmentAt`: ISO instant of the appointment that was given back; null: it was a ticket. */
  | { readonly id: 'ticket-cancelled'; readonly number: string | null; readonly appointmentAt: string | null }
  | {
      readonly id: 'ticket-trouble';
      readonly fault: TicketFault;
      /** ISO instants: from when on, or up to when, where that is the trouble. */
      readonly from: string | null;
      readonly until: string | null;
      /** The ticket that the appointment has already. */
      readonly number: string | null;
      /** The place of the appointment, where it is another. */
      readonly place: LocalText | null;
      readonly canRetry: boolean;
      /** A ticket without the appointment is the way on. */
      readonly canTake: boolean;
      /** The appointment may still be given back; `too-early` says so, and otherwise that it is too late for that. */
      readonly canCancel: boolean;
      readonly where?: readonly WhereNext[];
    };
