import { assign, fromPromise, setup } from 'xstate';
import type { FieldErrorCode } from '../../domain/codes.ts';
import { type Failure, fail, type Result } from '../../domain/result.ts';
import { formatEnquiryCode } from '../../domain/service/enquiry-code.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { HardwareEvent } from '../../domain/terminal/ports/hardware.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type {
  Ticket,
  TicketFault,
  TicketPurpose,
  TicketQuestion,
} from '../../domain/terminal/ports/tickets.ts';
import {
  type BookingProof,
  parseBookingReference,
  type ScannedTicket,
} from '../../domain/tickets/ticket-code.ts';
import { deadline } from '../deadline.ts';
import type { Outside } from '../outside.ts';

export type TicketEvent =
  | Extract<
      ScreenIntent,
      {
        type:
          | 'ANSWER'
          | 'BACK'
          | 'CONTINUE'
          | 'DONE'
          | 'FIELD_DRAFT'
          | 'RETRY'
          | 'TICKET_WAY'
          | 'TICKET_FOR'
          | 'TICKET_CANCEL';
      }
    >
  | Extract<HardwareEvent, { type: 'TICKET_SCANNED' }>
  | Extract<QueueEvent, { type: 'CONNECTION' }>
  /** The platform did not answer. */
  | { readonly type: 'TICKET_OVERDUE' }
  /** Time to see how it stands now. */
  | { readonly type: 'TICKET_LOOK_DUE' };

interface TicketInput {
  readonly outside: Outside;
  readonly sessionId: string;
  readonly online: boolean;
  /** What was held before the scanner to begin with. */
  readonly scanned: ScannedTicket | null;
}

/** `back`: nothing was done; `ticketed`: somebody waits with a ticket now; `finished`: without one. */
interface TicketOutput {
  readonly outcome: 'back' | 'finished' | 'ticketed';
}

export interface TicketContext extends TicketInput {
  readonly question: TicketQuestion;
  readonly purpose: TicketPurpose | null;
  readonly booking: BookingProof | null;
  readonly typed: string;
  readonly error: FieldErrorCode | null;
  /** The code of the ticket that this visit takes: one for all its tries. */
  readonly own: string | null;
  /** The code of the ticket that is shown or asked about. */
  readonly code: string | null;
  readonly ticket: Ticket | null;
  /** ISO instant at which the platform said how it stands; the last look found it so no longer where `stale`. */
  readonly asOf: string;
  readonly stale: boolean;
  /** When the appointment was that was given back. */
  readonly gaveBack: string | null;
  readonly fault: Failure<TicketFault>;
  readonly output: TicketOutput;
}

type TicketAnswer = Result<Ticket | { readonly appointmentAt: string }, Failure<TicketFault>>;

type Asking = Pick<TicketContext, 'outside' | 'question' | 'purpose' | 'booking' | 'own' | 'code'>;

/** Asks the queue of this place one thing. Safe to ask again with the same code. */
export const askQueue = fromPromise<TicketAnswer, Asking>(({ input }) => {
  const { question, purpose, booking, own, code, outside } = input;
  const port = outside.ports.tickets;
  const nothing = (fault: TicketFault): Promise<TicketAnswer> => Promise.resolve(fail(fault));
  if (port === undefined) return nothing('closed');
  switch (question) {
    case 'take':
      return purpose === null || own === null ? nothing('unavailable') : port.take(purpose, own);
    case 'check-in':
      return booking === null || own === null ? nothing('unknown-booking') : port.checkIn(booking, own);
    case 'look':
      return code === null ? nothing('unknown-ticket') : port.look(code);
    case 'cancel':
      return code === null ? nothing('unknown-ticket') : port.cancel(code);
    case 'cancel-booking':
      return booking === null ? nothing('unknown-booking') : port.cancelBooking(booking);
  }
});

export function ticketContext(input: TicketInput): TicketContext {
  return {
    ...input,
    question: 'take',
    purpose: null,
    booking: null,
    typed: '',
    error: null,
    own: null,
    code: null,
    ticket: null,
    asOf: '',
    stale: false,
    gaveBack: null,
    fault: { code: 'offline' },
    output: { outcome: 'back' },
  };
}

function ticketIn(answer: TicketAnswer): Ticket | null {
  return answer.ok && 'ticketId' in answer.value ? answer.value : null;
}

/** Nothing that was asked before is wrong with it: it may be asked again as it is. */
const AGAIN: readonly TicketFault[] = ['unavailable', 'closed'];

/** With these an appointment gives no ticket now, and a ticket of one's own is the way on. */
const INSTEAD: readonly TicketFault[] = [
  'unknown-booking',
  'unknown-ticket',
  'too-early',
  'too-late',
  'used',
  'not-waiting',
];

function isUnasked({ question, purpose }: TicketContext): boolean {
  return question === 'take' && purpose === null;
}

interface WithAnswer {
  readonly answer: TicketAnswer;
}

/** What a scanned code asks: a ticket to be looked at, an appointment to be checked in. */
function asks(context: TicketContext, scanned: ScannedTicket | null): Partial<TicketContext> {
  if (scanned === null) return { error: 'ticket-unreadable' };
  if (scanned.of === 'ticket') return { question: 'look', code: scanned.code, error: null };
  return {
    ...{ question: 'check-in', booking: { by: 'code', code: scanned.code }, error: null },
    own: context.own ?? context.outside.ports.newTicketCode(),
  };
}

/** The vocabulary of the queue's pages; its states are in `ticket.machine.ts`. */
export const ticketSetup = setup({
  types: {
    context: {} as TicketContext,
    events: {} as TicketEvent,
    input: {} as TicketInput,
    output: {} as TicketOutput,
  },
  actors: { askQueue, deadline },
  guards: {
    offline: ({ context }) => !context.online,
    wasScanned: ({ context }) => context.scanned !== null,
    readable: ({ event }) => event.type === 'TICKET_SCANNED' && event.scanned !== null,
    toTake: ({ event }) => event.type === 'TICKET_WAY' && event.way === 'take',
    referenceIsRight: ({ event }) => event.type === 'ANSWER' && parseBookingReference(event.value) !== null,
    isTicket: (_, { answer }: WithAnswer) => ticketIn(answer) !== null,
    isCancelled: ({ context }, { answer }: WithAnswer) => answer.ok && context.question === 'cancel',
    isGivenBack: ({ context }, { answer }: WithAnswer) => answer.ok && context.question === 'cancel-booking',
    waits: ({ context }) => context.ticket?.state === 'waiting',
    cancelFailed: ({ context }) => context.question === 'cancel' && context.ticket !== null,
    byReference: ({ context }) => context.booking?.by === 'reference',
    bookingMayGo: ({ context: { fault } }) => fault.code === 'too-early' && fault.params?.['cancel'] === 1,
    mayAskAgain: ({ context: { fault, online } }) =>
      AGAIN.includes(fault.code) || (fault.code === 'offline' && online),
    /** Nothing was asked yet: it went wrong before anything was chosen. */
    mayStartAgain: ({ context }) => context.fault.code === 'offline' && context.online && isUnasked(context),
    offlineAtOnce: ({ context }) => context.fault.code === 'offline' && isUnasked(context),
    /** Whoever may still give the appointment back comes another day. */
    mayTakeInstead: ({ context: { fault, online } }) =>
      online && INSTEAD.includes(fault.code) && fault.params?.['cancel'] !== 1,
  },
  actions: {
    noteConnection: assign(({ event }) => (event.type === 'CONNECTION' ? { online: event.online } : {})),
    noteOffline: assign({ fault: { code: 'offline' } as const }),
    noteSilence: assign({ fault: { code: 'unavailable' } as const }),
    noteFault: assign((_, { answer }: WithAnswer) => {
      if (answer.ok) return {};
      const { code, params } = answer;
      return { fault: params === undefined ? { code } : { code, params } };
    }),
    openScanned: assign(({ context }) => asks(context, context.scanned)),
    askScanned: assign(({ context, event }) =>
      event.type === 'TICKET_SCANNED' ? asks(context, event.scanned) : {},
    ),
    choosePurpose: assign(({ context, event }) =>
      event.type === 'TICKET_FOR'
        ? {
            ...{ question: 'take' as const, purpose: event.purpose },
            own: context.own ?? context.outside.ports.newTicketCode(),
          }
        : {},
    ),
    draftReference: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' ? { typed: event.value, error: null } : {},
    ),
    keepReference: assign(({ context, event }) => {
      if (event.type !== 'ANSWER') return {};
      const reference = parseBookingReference(event.value);
      if (reference === null) {
        const error: FieldErrorCode = event.value.trim() === '' ? 'required' : 'booking-reference';
        return { typed: event.value, error };
      }
      return {
        ...{ question: 'check-in' as const, booking: { by: 'reference' as const, reference } },
        ...{ typed: formatEnquiryCode(reference), error: null },
        own: context.own ?? context.outside.ports.newTicketCode(),
      };
    }),
    /** A ticket that was taken has its code; the next one, should there be one, gets another. */
    keepTicket: assign(({ context }, { answer }: WithAnswer) => {
      const ticket = ticketIn(answer);
      if (ticket === null) return {};
      const { question, own, code, outside } = context;
      const isOwn = question === 'take' || question === 'check-in';
      return {
        ...{ ticket, stale: false, asOf: outside.ports.now() },
        code: isOwn ? own : code,
        own: isOwn ? null : own,
      };
    }),
    /** The same ticket as it stands now. */
    seeAgain: assign(({ context: { outside } }, { answer }: WithAnswer) => {
      const ticket = ticketIn(answer);
      return ticket === null ? {} : { ticket, stale: false, asOf: outside.ports.now() };
    }),
    noteStale: assign({ stale: true }),
    askCancel: assign({ question: 'cancel' as const }),
    askCancelBooking: assign({ question: 'cancel-booking' as const }),
    keepGivenBack: assign((_, { answer }: WithAnswer) =>
      answer.ok && 'appointmentAt' in answer.value ? { gaveBack: answer.value.appointmentAt } : {},
    ),
    forget: assign({ error: null, ticket: null, code: null, booking: null, typed: '' }),
    forgetError: assign({ error: null }),
    audit: ({ context: { outside, sessionId, question } }, { result }: { readonly result: string }) => {
      outside.ports.queue.audit({
        event: 'ticket.asked',
        actor: 'member',
        sessionId,
        detail: { asked: question, result },
      });
    },
    endBack: assign({ output: { outcome: 'back' } as const }),
    endFinished: assign(({ context: { ticket } }) => ({
      output: {
        outcome:
          ticket?.state === 'waiting' || ticket?.state === 'called'
            ? ('ticketed' as const)
            : ('finished' as const),
      },
    })),
  },
});

/** What the audit entry says of an answer, in codes. */
export const resultOf = (answer: TicketAnswer): string => (answer.ok ? 'done' : answer.code);
