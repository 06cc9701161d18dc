import type { FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Failure, Result } from '../../domain/result.ts';
import {
  bookingAnswerSchema,
  calledAnswerSchema,
  callNextSchema,
  cancelBookingSchema,
  checkInSchema,
  endTicketSchema,
  heldTicketSchema,
  takeTicketSchema,
  ticketAnswerSchema,
  ticketPlaceSchema,
  type TicketRefusal,
  waitingAnswerSchema,
} from '../../domain/wire/tickets.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { problemResponses } from '../http/openapi.ts';
import { sendFailure } from '../http/problems.ts';
import { forTerminals, type TerminalGuard } from '../http/terminal-guard.ts';
import type { Tickets } from './tickets.ts';

type Code = TicketRefusal | 'too-many-tries' | 'busy';

/** The queue of the place where a terminal stands (domain/wire/tickets.ts). */
export function addTicketRoutes(
  app: GatewayApp,
  { tickets }: { readonly tickets: Tickets },
  { requireTerminal, terminalOf }: TerminalGuard,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const problems = problemResponses([400, 401, 413, 415, 429, 500, 503]);
  const common = { onRequest: requireTerminal };

  routes.post(
    '/v1/tickets',
    {
      ...common,
      schema: {
        ...forTerminals(
          'takeTicket',
          'Take a number without an appointment',
          'Idempotent by the hash of the code on the slip. Numbers begin anew on each Hong Kong day, with a letter for ' +
            'the purpose. Nobody is named. Limited for each terminal.',
        ),
        body: takeTicketSchema,
        response: { 200: ticketAnswerSchema, ...problems },
      },
    },
    async (request, reply) => told(reply, await tickets.take(terminalOf(request), request.body), ofTicket),
  );

  routes.post(
    '/v1/tickets/check-in',
    {
      ...common,
      schema: {
        ...forTerminals(
          'checkInBooking',
          'A number for an appointment, at the time of it',
          'By the hash of the code of its QR, or its reference. Unknown, wrong and cancelled look alike, and tries that ' +
            'find nothing are limited.',
        ),
        body: checkInSchema,
        response: { 200: ticketAnswerSchema, ...problems },
      },
    },
    async (request, reply) => told(reply, await tickets.checkIn(terminalOf(request), request.body), ofTicket),
  );

  routes.post(
    '/v1/tickets/look',
    {
      ...common,
      schema: {
        ...forTerminals(
          'lookAtTicket',
          'How a ticket stands',
          'How many come before it, or which counter called it.',
        ),
        body: heldTicketSchema,
        response: { 200: ticketAnswerSchema, ...problems },
      },
    },
    async (request, reply) =>
      told(reply, await tickets.look(terminalOf(request), request.body.key), ofTicket),
  );

  routes.post(
    '/v1/tickets/cancel',
    {
      ...common,
      schema: {
        ...forTerminals('cancelTicket', 'Give a ticket back', 'As long as it waits. May be repeated.'),
        body: heldTicketSchema,
        response: { 200: ticketAnswerSchema, ...problems },
      },
    },
    async (request, reply) =>
      told(reply, await tickets.cancel(terminalOf(request), request.body.key), ofTicket),
  );

  routes.post(
    '/v1/tickets/cancel-booking',
    {
      ...common,
      schema: {
        ...forTerminals(
          'cancelBooking',
          'Give an appointment back',
          'Up to so many hours before as the reference data say.',
        ),
        body: cancelBookingSchema,
        response: { 200: bookingAnswerSchema, ...problems },
      },
    },
    async (request, reply) =>
      told(reply, await tickets.cancelBooking(terminalOf(request), request.body.booking), (value) => ({
        ...{ result: 'cancelled' as const },
        ...value,
      })),
  );

  routes.post(
    '/v1/tickets/waiting',
    {
      ...common,
      schema: {
        ...forTerminals(
          'ticketsWaiting',
          'How many wait at a place',
          'And for how long the first of them has.',
        ),
        body: ticketPlaceSchema,
        response: { 200: waitingAnswerSchema, ...problems },
      },
    },
    async (request) => tickets.waiting(request.body.place),
  );

  routes.post(
    '/v1/tickets/call-next',
    {
      ...common,
      schema: {
        ...forTerminals(
          'callNextTicket',
          'The next to a counter',
          'Two counters never get the same one. A counter that has not ended the one it called gets that one again.',
        ),
        body: callNextSchema,
        response: { 200: calledAnswerSchema, ...problems },
      },
    },
    async (request, reply) =>
      told(reply, await tickets.callNext(request.body.place, request.body.counter), ofTicket),
  );

  routes.post(
    '/v1/tickets/end',
    {
      ...common,
      schema: {
        ...forTerminals('endTicket', 'What was called is served, or nobody came', 'May be repeated.'),
        body: endTicketSchema,
        response: { 200: ticketAnswerSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { place, ticketId, how } = request.body;
      return told(reply, await tickets.end(place, ticketId, how), ofTicket);
    },
  );
}

const ofTicket = <T>(ticket: T) => ({ result: 'ticket' as const, ticket });

/** What somebody is told is an answer; who asks too often, or of a gateway that is busy, is refused. */
function told<T, Body>(
  reply: FastifyReply,
  answer: Result<T, Failure<Code>>,
  bodyOf: (value: T) => Body,
): Body | Refused | FastifyReply {
  if (answer.ok) return bodyOf(answer.value);
  const { code, params = {} } = answer;
  if (code === 'too-many-tries' || code === 'busy') return sendFailure(reply, { code, params });
  return { result: 'refused', why: code, params };
}

interface Refused {
  readonly result: 'refused';
  readonly why: TicketRefusal;
  readonly params: Readonly<Record<string, string | number>>;
}
