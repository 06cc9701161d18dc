import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  TICKET_FAULTS,
  TICKET_PURPOSES,
  type TicketFault,
  type TicketPort,
} from '../../domain/terminal/ports/tickets.ts';
import { ticketSchema, waitingAnswerSchema } from '../../domain/wire/tickets.ts';

/** What main asks of the queue of tickets, parsed at both ends. Codes are in memory only. */
const code = z.string().min(1).max(64);
const booking = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code }),
  z.strictObject({ by: z.literal('reference'), reference: z.string().max(64) }),
]);
export const ticketCallSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('take'), purpose: z.enum(TICKET_PURPOSES), code }),
  z.strictObject({ do: z.literal('checkIn'), booking, code }),
  z.strictObject({ do: z.literal('look'), code }),
  z.strictObject({ do: z.literal('cancel'), code }),
  z.strictObject({ do: z.literal('cancelBooking'), booking }),
  z.strictObject({ do: z.literal('waiting') }),
  z.strictObject({ do: z.literal('callNext'), counter: z.string().max(16) }),
  z.strictObject({ do: z.literal('end'), ticketId: z.string().max(64), how: z.enum(['served', 'missed']) }),
]);
export type TicketCall = z.infer<typeof ticketCallSchema>;

export const ticketCallAnswerSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(TICKET_FAULTS),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);
export type TicketCallAnswer = z.infer<typeof ticketCallAnswerSchema>;

const cancelledSchema = z.strictObject({ appointmentAt: z.string() });

/** In the thread. */
export function askTickets(
  tickets: TicketPort,
  call: TicketCall,
): Promise<Result<unknown, Failure<TicketFault>>> {
  switch (call.do) {
    case 'take':
      return tickets.take(call.purpose, call.code);
    case 'checkIn':
      return tickets.checkIn(call.booking, call.code);
    case 'look':
      return tickets.look(call.code);
    case 'cancel':
      return tickets.cancel(call.code);
    case 'cancelBooking':
      return tickets.cancelBooking(call.booking);
    case 'waiting':
      return tickets.waiting();
    case 'callNext':
      return tickets.callNext(call.counter);
    case 'end':
      return tickets.end(call.ticketId, call.how);
  }
}

/** In main. While the thread is gone there is no queue. */
export function ticketsOver(ask: (call: TicketCall) => Promise<TicketCallAnswer | null>): TicketPort {
  async function answerTo<T>(
    call: TicketCall,
    value: z.ZodType<T>,
  ): Promise<Result<T, Failure<TicketFault>>> {
    const answer = await ask(call);
    if (answer === null) return fail('unavailable');
    return answer.ok ? ok(value.parse(answer.value)) : fail(answer.code, answer.params);
  }
  return {
    take: (purpose, code) => answerTo({ do: 'take', purpose, code }, ticketSchema),
    checkIn: (proof, code) => answerTo({ do: 'checkIn', booking: { ...proof }, code }, ticketSchema),
    look: (code) => answerTo({ do: 'look', code }, ticketSchema),
    cancel: (code) => answerTo({ do: 'cancel', code }, ticketSchema),
    cancelBooking: (proof) => answerTo({ do: 'cancelBooking', booking: { ...proof } }, cancelledSchema),
    waiting: () => answerTo({ do: 'waiting' }, waitingAnswerSchema),
    callNext: (counter) => answerTo({ do: 'callNext', counter }, ticketSchema.nullable()),
    end: (ticketId, how) => answerTo({ do: 'end', ticketId, how }, ticketSchema),
  };
}
