import { z } from 'zod';
import { idSchema } from '../reference-data/schema/common.ts';
import { enquiryCodeSchema } from '../service/enquiry-code.ts';
import { TICKET_PURPOSES, TICKET_STATES } from '../terminal/ports/tickets.ts';
import { isoInstantSchema } from './contract.ts';
import { counterSchema } from './counter.ts';

/**
 * Queue tickets and bookings of a place (facts/domain.md §2.4; ADR 0032). Nobody is named, and the code of a slip never
 * goes over the wire, only its hash:
 *
 *   POST /v1/tickets                takeTicketSchema       -> 200 ticketAnswerSchema
 *   POST /v1/tickets/check-in       checkInSchema          -> 200 ticketAnswerSchema
 *   POST /v1/tickets/look           heldTicketSchema       -> 200 ticketAnswerSchema
 *   POST /v1/tickets/cancel         heldTicketSchema       -> 200 ticketAnswerSchema
 *   POST /v1/tickets/cancel-booking cancelBookingSchema    -> 200 bookingAnswerSchema
 *   POST /v1/tickets/waiting        ticketPlaceSchema      -> 200 waitingAnswerSchema
 *   POST /v1/tickets/call-next      callNextSchema         -> 200 calledAnswerSchema
 *   POST /v1/tickets/end            endTicketSchema        -> 200 ticketAnswerSchema
 *
 * What somebody is told (too early, used, …) is an answer, `refused`; only who may not ask at all gets a problem.
 * Unknown and wrong look alike.
 */
const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const ticketPlaceSchema = z.strictObject({ place: idSchema });
export const takeTicketSchema = ticketPlaceSchema.extend({
  purpose: z.enum(TICKET_PURPOSES),
  /** SHA-256 of the code on the slip, base64url; the key of idempotency. */
  key,
});
const bookingProofSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('key'), key }),
  z.strictObject({ by: z.literal('reference'), reference: enquiryCodeSchema }),
]);
export const checkInSchema = ticketPlaceSchema.extend({ booking: bookingProofSchema, key });
export const heldTicketSchema = z.strictObject({ key });
export const cancelBookingSchema = z.strictObject({ booking: bookingProofSchema });
export const callNextSchema = ticketPlaceSchema.extend({ counter: counterSchema });
export const endTicketSchema = ticketPlaceSchema.extend({
  ticketId: z.uuid(),
  how: z.enum(['served', 'missed']),
});

export const ticketSchema = z.object({
  ticketId: z.uuid(),
  number: z.string().regex(/^[A-Z]\d{3,5}$/),
  purpose: z.enum(TICKET_PURPOSES),
  state: z.enum(TICKET_STATES),
  ahead: z.number().int().min(0),
  takenAt: isoInstantSchema,
  appointmentAt: isoInstantSchema.nullable(),
  counter: counterSchema.nullable(),
});

/** Why the platform says no; a part of the terminal's faults. */
const TICKET_REFUSALS = [
  'closed',
  'unknown-booking',
  'unknown-ticket',
  'too-early',
  'too-late',
  'used',
  'other-place',
  'too-late-to-cancel',
  'not-waiting',
] as const;
export type TicketRefusal = (typeof TICKET_REFUSALS)[number];

const refusedSchema = z.object({
  result: z.literal('refused'),
  why: z.enum(TICKET_REFUSALS),
  /** Instants, a number, a place; nothing of anybody. */
  params: z.record(z.string().max(16), z.union([z.string().max(64), z.number()])),
});

export const ticketAnswerSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ticket'), ticket: ticketSchema }),
  refusedSchema,
]);
export const calledAnswerSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ticket'), ticket: ticketSchema.nullable() }),
  refusedSchema,
]);
export const bookingAnswerSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('cancelled'), appointmentAt: isoInstantSchema }),
  refusedSchema,
]);
export const waitingAnswerSchema = z.object({
  count: z.number().int().min(0),
  oldestMinutes: z.number().int().min(0).nullable(),
});
