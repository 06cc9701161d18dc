import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';
import type { Paper, PaperOutput, PrintFault } from '../domain/paper/paper.ts';
import { type Failure, fail, type Result } from '../domain/result.ts';
import type { ScreenIntent } from '../domain/terminal/intent/intent.ts';
import { deadline, inTime } from './deadline.ts';
import type { Outside } from './outside.ts';

export type PrintingEvent =
  | Extract<ScreenIntent, { type: 'PRINT_AGAIN' | 'PRINT_CLOSE' }>
  /** The printer did not answer. */
  | { readonly type: 'PRINT_OVERDUE' };

interface PrintingInput {
  readonly outside: Outside;
  readonly sessionId: string | null;
  /** Gone with this machine: nothing of a paper outlives its page. */
  readonly paper: Paper;
  readonly output: PaperOutput;
}

interface PrintingContext extends PrintingInput {
  readonly fault: PrintFault | null;
}

/** Gives the paper to its printer; whoever leaves the page takes it back as far as it has not been given. */
export const sendToPrinter = fromPromise<Result<null, Failure<PrintFault>>, PrintingInput>(
  ({ input: { outside, paper, output }, signal }) =>
    outside.ports.printer?.print(paper, output, signal) ?? Promise.resolve(fail('not-found')),
);

const printingSetup = setup({
  types: {
    context: {} as PrintingContext,
    events: {} as PrintingEvent,
    input: {} as PrintingInput,
  },
  actors: { deadline, sendToPrinter },
  actions: {
    noteFault: assign((_, { fault }: { readonly fault: PrintFault }) => ({ fault })),
    auditPrinted: ({ context }) => write(context, 'paper.printed', { paper: context.paper.kind }),
    auditNotPrinted: ({ context }) =>
      write(context, 'paper.not-printed', {
        paper: context.paper.kind,
        code: context.fault ?? 'no-answer',
      }),
  },
});

function write(
  { outside, sessionId }: PrintingContext,
  event: 'paper.printed' | 'paper.not-printed',
  detail: Readonly<Record<string, string>>,
): void {
  outside.ports.queue.audit({
    event,
    actor: 'member',
    detail,
    ...(sessionId === null ? {} : { sessionId }),
  });
}

const silent = {
  target: 'failed',
  actions: [{ type: 'noteFault', params: { fault: 'no-answer' } }, 'auditNotPrinted'],
} as const;

const ways = { PRINT_AGAIN: { target: 'sending' }, PRINT_CLOSE: { target: 'closed' } } as const;

/**
 * One paper on its way to the printer. Taken by the printer is not yet on paper, so the page that says so offers to print
 * again; nothing is printed a second time by itself (facts/hardware.md §2.7).
 */
export const printingMachine = printingSetup.createMachine({
  id: 'printing',
  options: { maxIterations: 20 },
  context: ({ input }) => ({ ...input, fault: null }),
  initial: 'sending',
  states: {
    sending: {
      invoke: [
        {
          id: 'send-to-printer',
          src: 'sendToPrinter',
          input: ({ context }) => context,
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'printed',
              actions: 'auditPrinted',
            },
            {
              target: 'failed',
              actions: [
                {
                  type: 'noteFault',
                  params: ({ event }) => ({ fault: event.output.ok ? 'no-answer' : event.output.code }),
                },
                'auditNotPrinted',
              ],
            },
          ],
          onError: silent,
        },
        {
          id: 'print-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.printOverdue, { type: 'PRINT_OVERDUE' }),
        },
      ],
      on: { PRINT_OVERDUE: silent, PRINT_CLOSE: ways.PRINT_CLOSE },
    },
    printed: { on: ways },
    failed: { on: ways },
    closed: { type: 'final' },
  },
});

export type PrintingSnapshot = SnapshotFrom<typeof printingMachine>;
