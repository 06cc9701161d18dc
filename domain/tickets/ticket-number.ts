import { TICKET_PURPOSES, type TicketPurpose } from '../terminal/ports/tickets.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = 3;

/** The number of a ticket, as it is called out: a letter for the purpose, and the how manieth of its day. */
export function ticketNumber(purpose: TicketPurpose, serial: number): string {
  return `${LETTERS.charAt(TICKET_PURPOSES.indexOf(purpose))}${String(serial).padStart(DIGITS, '0')}`;
}
