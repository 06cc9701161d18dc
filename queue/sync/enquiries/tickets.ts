import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { EnquiryFault } from '../../../domain/codes.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { TicketFault, TicketPort } from '../../../domain/terminal/ports/tickets.ts';
import { type BookingProof, parseBookingReference } from '../../../domain/tickets/ticket-code.ts';
import {
  bookingAnswerSchema,
  calledAnswerSchema,
  ticketAnswerSchema,
  type TicketRefusal,
  waitingAnswerSchema,
} from '../../../domain/wire/tickets.ts';
import type { Ask } from './ask.ts';

type Shown =
  { readonly by: 'key'; readonly key: string } | { readonly by: 'reference'; readonly reference: string };
type Told<Value> =
  Value | { readonly result: 'refused'; readonly why: TicketRefusal; readonly params: Params };
type Params = Readonly<Record<string, string | number>>;

const PATH = '/v1/tickets';

/** The code itself never leaves the terminal. */
const keyOf = (code: string): string => createHash('sha256').update(code).digest('base64url');

function shownOf(proof: BookingProof): Shown | null {
  if (proof.by === 'code') return { by: 'key', key: keyOf(proof.code) };
  const reference = parseBookingReference(proof.reference);
  return reference === null ? null : { by: 'reference', reference };
}

/** What no ticket can be taken or called with is, to who stands here, a platform that does not answer. */
function faultOf(code: EnquiryFault): TicketFault {
  return code === 'offline' || code === 'too-many-tries' ? code : 'unavailable';
}

/**
 * The queue of the place where this terminal stands, asked of the platform; nothing of it is kept here.
 * @param place its id in the reference data; null: there are no counters, and everything is `closed`
 */
export function createTickets({
  ask,
  place,
}: {
  readonly ask: Ask;
  readonly place: string | null;
}): TicketPort {
  async function post<Answer, Value>(
    path: string,
    body: object,
    schema: z.ZodType<Told<Answer>>,
    valueOf: (answer: Exclude<Told<Answer>, { readonly result: 'refused' }>) => Value,
  ): Promise<Result<Value, Failure<TicketFault>>> {
    const answer = await ask({ method: 'POST', path: `${PATH}${path}`, body: JSON.stringify(body), schema });
    if (!answer.ok) return fail(faultOf(answer.code));
    const told: unknown = answer.value;
    if (isRefused(told)) return fail(told.why, told.params);
    return ok(valueOf(answer.value as Exclude<Told<Answer>, { readonly result: 'refused' }>));
  }
  const unknown = () => Promise.resolve(fail('unknown-booking'));
  const closed = () => Promise.resolve(fail('closed'));

  return {
    take: (purpose, code) =>
      place === null
        ? closed()
        : post('', { place, purpose, key: keyOf(code) }, ticketAnswerSchema, ({ ticket }) => ticket),
    checkIn: (proof, code) => {
      const booking = shownOf(proof);
      if (place === null) return closed();
      if (booking === null) return unknown();
      return post(
        '/check-in',
        { place, booking, key: keyOf(code) },
        ticketAnswerSchema,
        ({ ticket }) => ticket,
      );
    },
    look: (code) => post('/look', { key: keyOf(code) }, ticketAnswerSchema, ({ ticket }) => ticket),
    cancel: (code) => post('/cancel', { key: keyOf(code) }, ticketAnswerSchema, ({ ticket }) => ticket),
    cancelBooking: (proof) => {
      const booking = shownOf(proof);
      if (booking === null) return unknown();
      return post('/cancel-booking', { booking }, bookingAnswerSchema, ({ appointmentAt }) => ({
        appointmentAt,
      }));
    },
    waiting: () =>
      place === null ? closed() : post('/waiting', { place }, waitingAnswerSchema, (waiting) => waiting),
    callNext: (counter) =>
      place === null
        ? closed()
        : post('/call-next', { place, counter }, calledAnswerSchema, ({ ticket }) => ticket),
    end: (ticketId, how) =>
      place === null
        ? closed()
        : post('/end', { place, ticketId, how }, ticketAnswerSchema, ({ ticket }) => ticket),
  };
}

function isRefused(
  told: unknown,
): told is { readonly result: 'refused'; readonly why: TicketRefusal; readonly params: Params } {
  return typeof told === 'object' && told !== null && 'result' in told && told.result === 'refused';
}
