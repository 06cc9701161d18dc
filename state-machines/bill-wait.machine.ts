import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';
import type { EnquiryFault } from '../domain/codes.ts';
import { type Failure, fail, type Result } from '../domain/result.ts';
import type { FoundAnswer } from '../domain/terminal/ports/queue/enquiry.ts';
import { deadline, inTime } from './deadline.ts';
import type { Outside } from './outside.ts';

export type BillWaitEvent =
  /** Time to ask again. */
  | { readonly type: 'ASK_BILL' }
  /** Nobody is kept waiting for longer. */
  | { readonly type: 'BILL_WAIT_OVER' };

interface BillWaitInput {
  readonly outside: Outside;
  /** What was just left, by its slip; null: no bill is waited for, and the machine ends at once. */
  readonly left: { readonly reference: string; readonly code: string } | null;
}

/** What is known now: a bill, or that there will be none; null: nothing yet, whoever was left with it can ask later. */
export type BillWaitOutput = FoundAnswer | null;

interface BillWaitContext extends BillWaitInput {
  readonly answer: FoundAnswer | null;
}

type Answer = Result<FoundAnswer, Failure<EnquiryFault>>;

/** Asks for the terminal itself, with the slip's code, as the member could at any terminal. */
export const askBill = fromPromise<Answer, BillWaitInput>(({ input: { outside, left } }) =>
  left === null
    ? Promise.resolve(fail('not-found'))
    : outside.ports.queue.enquire({ ...left, by: 'code', forReceipt: true }),
);

/** With its bill, or never to have one. */
function isDecided(answer: Answer): boolean {
  if (!answer.ok) return false;
  const { status, bill } = answer.value;
  return status === 'accepted'
    ? bill !== null && bill !== undefined
    : status !== 'received' && status !== 'kept';
}

const billWaitSetup = setup({
  types: {
    context: {} as BillWaitContext,
    events: {} as BillWaitEvent,
    input: {} as BillWaitInput,
    output: {} as BillWaitOutput,
  },
  actors: { askBill, deadline },
  guards: { wanted: ({ context }) => context.left !== null },
  actions: {
    keep: assign((_, { answer }: { readonly answer: Answer }) => ({
      answer: answer.ok ? answer.value : null,
    })),
  },
});

/**
 * A remittance was left online: its bill's number comes once the platform has looked at the rows (ADR 0024), within a
 * second or two. Asked for a short while, so that it can stand on the payment slip.
 */
export const billWaitMachine = billWaitSetup.createMachine({
  id: 'bill-wait',
  options: { maxIterations: 20 },
  context: ({ input }) => ({ ...input, answer: null }),
  initial: 'opening',
  states: {
    opening: { always: [{ guard: 'wanted', target: 'waiting' }, { target: 'over' }] },
    waiting: {
      initial: 'pausing',
      invoke: {
        id: 'bill-wait-over',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.billWait, { type: 'BILL_WAIT_OVER' }),
      },
      on: { BILL_WAIT_OVER: { target: 'over' } },
      states: {
        pausing: {
          invoke: {
            id: 'bill-ask',
            src: 'deadline',
            input: ({ context: { outside } }) =>
              inTime(outside, outside.delays.billAsk, { type: 'ASK_BILL' }),
          },
          on: { ASK_BILL: { target: 'asking' } },
        },
        asking: {
          invoke: {
            id: 'ask-bill',
            src: 'askBill',
            input: ({ context: { outside, left } }) => ({ outside, left }),
            onDone: [
              {
                guard: ({ event }) => isDecided(event.output),
                target: '#bill-wait.over',
                actions: { type: 'keep', params: ({ event }) => ({ answer: event.output }) },
              },
              { target: 'pausing' },
            ],
            // What did not come this time may come the next.
            onError: { target: 'pausing' },
          },
        },
      },
    },
    over: { type: 'final' },
  },
  output: ({ context }) => context.answer,
});

export type BillWaitSnapshot = SnapshotFrom<typeof billWaitMachine>;
