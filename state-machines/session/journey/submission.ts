import { inTime } from '../../deadline.ts';
import { billWaitedFor } from '../bill.ts';
import { IDS } from '../guards/ids.ts';
import { sessionSetup } from '../setup.ts';

/** The draft is with the queue; then, online, a short wait for the platform's receipt. */
export const submitting = sessionSetup.createStateConfig({
  id: IDS.submitting,
  initial: 'saving',
  on: { ITEM: { guard: 'newsOfOurs', actions: 'noteNews' } },
  states: {
    saving: {
      invoke: [
        {
          id: 'submit',
          src: 'submit',
          input: ({ context: { outside, visit } }) => ({ outside, request: visit.request }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'waiting',
              actions: { type: 'noteSubmitted', params: ({ event }) => ({ result: event.output }) },
            },
            {
              target: `#${IDS.notSaved}`,
              actions: [
                { type: 'noteSubmitted', params: ({ event }) => ({ result: event.output }) },
                'auditNotKept',
              ],
            },
          ],
          onError: { target: `#${IDS.notSaved}`, actions: ['storeSilent', 'auditNotKept'] },
        },
        {
          id: 'submit-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.submitOverdue, { type: 'SUBMIT_OVERDUE' }),
        },
      ],
      on: { SUBMIT_OVERDUE: { target: `#${IDS.notSaved}`, actions: ['storeSilent', 'auditNotKept'] } },
    },
    waiting: {
      always: [
        { guard: 'hasNews', target: `#${IDS.receipt}` },
        { guard: 'offline', target: `#${IDS.receipt}` },
      ],
      invoke: {
        id: 'receipt-wait',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.receiptWait, { type: 'RECEIPT_WAIT_OVER' }),
      },
      on: { RECEIPT_WAIT_OVER: { target: `#${IDS.receipt}` } },
    },
  },
});

/** Nothing is lost: the draft is still here, the same id is tried again. Never a receipt. */
export const notSaved = sessionSetup.createStateConfig({
  id: IDS.notSaved,
  on: {
    RETRY: { guard: 'memberMayRetry', target: 'submitting', actions: 'forgetFault' },
    BACK: [
      { guard: 'instructionToReturnTo', target: 'instructionReview', actions: 'dropRequest' },
      { guard: 'mayReturnToWithdrawal', target: 'withdrawConfirm', actions: 'dropRequest' },
      { guard: 'mayChangeAfterFault', target: 'review', actions: 'dropRequest' },
    ],
    ITEM: { guard: 'newsOfOurs', target: 'receipt', actions: ['noteNews', 'keptAfterAll'] },
  },
});

/** The idle watch closes this page (`idle.ts`); news of the submission is shown while it is open. */
export const receipt = sessionSetup.createStateConfig({
  id: IDS.receipt,
  entry: ['touch', 'awaitBill'],
  invoke: {
    id: 'bill-wait',
    src: 'billWait',
    input: ({ context }) => ({ outside: context.outside, left: billWaitedFor(context) }),
    onDone: { actions: [{ type: 'noteBill', params: ({ event }) => ({ answer: event.output }) }, 'touch'] },
  },
  on: {
    ITEM: { guard: 'newsOfOurs', actions: ['noteNews', 'touch'] },
    DONE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'submitted' } },
    },
    CONTINUE: {
      guard: 'uncovered',
      target: `#${IDS.wiping}`,
      actions: { type: 'endAs', params: { how: 'submitted' } },
    },
  },
});
