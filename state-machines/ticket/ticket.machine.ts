import type { SnapshotFrom } from 'xstate';
import { inTime } from '../deadline.ts';
import { resultOf, ticketContext, ticketSetup } from './setup.ts';

const silence = {
  target: 'trouble',
  actions: ['noteSilence', { type: 'audit', params: { result: 'unavailable' } }],
} as const;

/** A ticket or an appointment before the scanner goes on from wherever one is asked for. */
const scanned = [
  { guard: 'readable', target: 'asking', actions: 'askScanned' },
  { target: 'reference', actions: 'askScanned' },
] as const;

const asking = ticketSetup.createStateConfig({
  always: { guard: 'offline', target: 'trouble', actions: 'noteOffline' },
  invoke: [
    {
      id: 'ask-queue',
      src: 'askQueue',
      input: ({ context }) => context,
      onDone: [
        {
          guard: { type: 'isCancelled', params: ({ event }) => ({ answer: event.output }) },
          target: 'cancelled',
          actions: [
            { type: 'keepTicket', params: ({ event }) => ({ answer: event.output }) },
            { type: 'audit', params: ({ event }) => ({ result: resultOf(event.output) }) },
          ],
        },
        {
          guard: { type: 'isGivenBack', params: ({ event }) => ({ answer: event.output }) },
          target: 'cancelled',
          actions: [
            { type: 'keepGivenBack', params: ({ event }) => ({ answer: event.output }) },
            { type: 'audit', params: ({ event }) => ({ result: resultOf(event.output) }) },
          ],
        },
        {
          guard: { type: 'isTicket', params: ({ event }) => ({ answer: event.output }) },
          target: 'ticket',
          actions: [
            { type: 'keepTicket', params: ({ event }) => ({ answer: event.output }) },
            { type: 'audit', params: ({ event }) => ({ result: resultOf(event.output) }) },
          ],
        },
        {
          target: 'trouble',
          actions: [
            { type: 'noteFault', params: ({ event }) => ({ answer: event.output }) },
            { type: 'audit', params: ({ event }) => ({ result: resultOf(event.output) }) },
          ],
        },
      ],
      onError: silence,
    },
    {
      id: 'ticket-overdue',
      src: 'deadline',
      input: ({ context: { outside } }) =>
        inTime(outside, outside.delays.enquiryOverdue, { type: 'TICKET_OVERDUE' }),
    },
  ],
  on: { TICKET_OVERDUE: silence },
});

/** The ticket, and again and again how it stands. A look that comes to nothing changes nothing but what is said of its age. */
const ticket = ticketSetup.createStateConfig({
  initial: 'shown',
  on: {
    TICKET_CANCEL: { guard: 'waits', target: 'confirm', actions: 'askCancel' },
    DONE: { target: 'finished', actions: 'endFinished' },
  },
  states: {
    shown: {
      invoke: {
        id: 'ticket-look-due',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.ticketLook, { type: 'TICKET_LOOK_DUE' }),
      },
      on: { TICKET_LOOK_DUE: { target: 'looking' } },
    },
    looking: {
      always: { guard: 'offline', target: 'shown', actions: 'noteStale' },
      invoke: [
        {
          id: 'look-at-ticket',
          src: 'askQueue',
          input: ({ context }) => ({ ...context, question: 'look' as const }),
          onDone: [
            {
              guard: { type: 'isTicket', params: ({ event }) => ({ answer: event.output }) },
              target: 'shown',
              actions: { type: 'seeAgain', params: ({ event }) => ({ answer: event.output }) },
            },
            { target: 'shown', actions: 'noteStale' },
          ],
          onError: { target: 'shown', actions: 'noteStale' },
        },
        {
          id: 'ticket-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.enquiryOverdue, { type: 'TICKET_OVERDUE' }),
        },
      ],
      on: { TICKET_OVERDUE: { target: 'shown', actions: 'noteStale' } },
    },
  },
});

/**
 * A place in the queue where this terminal stands: taken, checked in for, looked at, given back. Nobody is identified.
 */
export const ticketMachine = ticketSetup.createMachine({
  id: 'ticket',
  options: { maxIterations: 50 },
  context: ({ input }) => ticketContext(input),
  initial: 'opening',
  on: { CONNECTION: { actions: 'noteConnection' } },
  states: {
    opening: {
      always: [
        { guard: 'wasScanned', target: 'asking', actions: 'openScanned' },
        { guard: 'offline', target: 'trouble', actions: 'noteOffline' },
        { target: 'choice' },
      ],
    },
    choice: {
      on: {
        TICKET_WAY: [{ guard: 'toTake', target: 'purpose' }, { target: 'reference' }],
        TICKET_SCANNED: scanned,
        BACK: { target: 'finished', actions: 'endBack' },
      },
    },
    purpose: {
      on: {
        TICKET_FOR: { target: 'asking', actions: 'choosePurpose' },
        TICKET_SCANNED: scanned,
        BACK: { target: 'choice' },
      },
    },
    reference: {
      on: {
        FIELD_DRAFT: { actions: 'draftReference' },
        ANSWER: [
          { guard: 'referenceIsRight', target: 'asking', actions: 'keepReference' },
          { actions: 'keepReference' },
        ],
        TICKET_SCANNED: scanned,
        BACK: { target: 'choice', actions: 'forgetError' },
      },
    },
    asking,
    ticket,
    /** Giving back is asked for once more: somebody behind moves up, and it cannot be undone. */
    confirm: {
      on: {
        CONTINUE: { target: 'asking' },
        BACK: { target: 'undecided' },
      },
    },
    undecided: { always: [{ guard: 'cancelFailed', target: 'ticket' }, { target: 'trouble' }] },
    cancelled: {
      on: {
        DONE: { target: 'finished', actions: 'endFinished' },
        BACK: { target: 'choice', actions: 'forget' },
      },
    },
    trouble: {
      on: {
        RETRY: [
          { guard: 'mayStartAgain', target: 'choice' },
          { guard: 'mayAskAgain', target: 'asking' },
        ],
        /** Without the appointment: a ticket as anybody else takes one. */
        TICKET_WAY: { guard: 'mayTakeInstead', target: 'purpose', actions: 'forgetError' },
        TICKET_CANCEL: { guard: 'bookingMayGo', target: 'confirm', actions: 'askCancelBooking' },
        TICKET_SCANNED: scanned,
        DONE: { target: 'finished', actions: 'endFinished' },
        BACK: [
          { guard: 'cancelFailed', target: 'ticket' },
          { guard: 'offlineAtOnce', target: 'finished', actions: 'endBack' },
          { guard: 'byReference', target: 'reference' },
          { target: 'choice', actions: 'forget' },
        ],
      },
    },
    finished: { type: 'final' },
  },
  output: ({ context }) => context.output,
});

export type TicketSnapshot = SnapshotFrom<typeof ticketMachine>;
