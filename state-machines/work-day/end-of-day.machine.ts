import { assign, fromCallback, fromPromise, setup, type SnapshotFrom } from 'xstate';
import type { StaffMember } from '../../domain/identity/staff.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { ClosedDay, DayCloser, WorkDayFault } from '../../domain/terminal/ports/work-day.ts';
import type { DayReport } from '../../domain/wire/day-report.ts';
import { dayReportPaper } from '../../domain/paper/day-report.ts';
import {
  NO_PRINTERS,
  outputFor,
  type Paper,
  type Printers,
  type PrintFault,
} from '../../domain/paper/paper.ts';
import type { PrinterEvent } from '../../domain/terminal/ports/printer.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';
import { sendToPrinter } from '../printing.machine.ts';

/** Events: staff's intents, and the wait for the store. */
export type EndOfDayEvent =
  | { readonly type: 'DAY_CLOSE' }
  | { readonly type: 'RETRY' }
  | { readonly type: 'BACK' }
  | { readonly type: 'DONE' }
  | { readonly type: 'DAY_PRINT' }
  | PrinterEvent
  | { readonly type: 'PRINT_OVERDUE' }
  | { readonly type: 'WORK_OVERDUE' };

interface EndOfDayInput {
  readonly outside: Outside;
  readonly by: Pick<StaffMember, 'staffId' | 'role'>;
  /** State of each device. */
  readonly devices: Readonly<Record<string, string>>;
}

type EndOfDayOutput = { readonly outcome: 'back' | 'closed' };

interface EndOfDayContext extends EndOfDayInput {
  readonly report: DayReport | null;
  readonly digest: string | null;
  readonly fault: WorkDayFault | null;
  readonly printers: Printers;
  readonly printed: 'printed' | PrintFault | null;
  readonly outcome: EndOfDayOutput['outcome'];
}

type Closer = DayCloser & { readonly outside: Outside };
type Drafted = Result<DayReport, Failure<WorkDayFault>>;
type Closed = Result<ClosedDay, Failure<WorkDayFault>>;

const unavailable = { ok: false, code: 'unavailable' } as const;

export const draftDay = fromPromise<Drafted, Closer>(({ input: { outside, ...closer } }) =>
  outside.ports.workDay === undefined
    ? Promise.resolve(fail('unavailable'))
    : outside.ports.workDay.draft(closer),
);
export const closeDay = fromPromise<Closed, Closer>(({ input: { outside, ...closer } }) =>
  outside.ports.workDay === undefined
    ? Promise.resolve(fail('unavailable'))
    : outside.ports.workDay.closeDay(closer),
);

export const printers = fromCallback<EndOfDayEvent, { readonly outside: Outside }>(({ input, sendBack }) =>
  input.outside.ports.printer?.subscribe(sendBack),
);

/** The report that was signed, as it is printed now. */
function paperOf({ outside, report, digest }: EndOfDayContext): Paper {
  // Only the page of a report that was signed prints it; the machine cannot say so in its types.
  if (report === null || digest === null) throw new Error('no report to print');
  const { defaultLocale, terminalId } = outside.config;
  return dayReportPaper(report, digest, { locale: defaultLocale, terminalId, at: outside.ports.now() });
}

const outputOf = ({ printers: standing }: EndOfDayContext) => outputFor('day-report', standing);

const endOfDaySetup = setup({
  types: {
    context: {} as EndOfDayContext,
    events: {} as EndOfDayEvent,
    input: {} as EndOfDayInput,
    output: {} as EndOfDayOutput,
  },
  actors: { draftDay, closeDay, deadline, printers, sendToPrinter },
  guards: {
    printerThere: ({ context }) => context.printers[outputOf(context)] === 'ready',
  },
  actions: {
    keepDraft: assign((_, { result }: { readonly result: Drafted }) =>
      result.ok ? { report: result.value, fault: null } : { fault: result.code },
    ),
    notePrinter: assign(({ context, event }) =>
      event.type === 'PRINTER' ? { printers: { ...context.printers, [event.output]: event.status } } : {},
    ),
    notePrinted: assign((_, { how }: { readonly how: 'printed' | PrintFault }) => ({ printed: how })),
    auditPrint: ({ context: { outside, by, printed } }) =>
      outside.ports.queue.audit({
        event: printed === 'printed' ? 'paper.printed' : 'paper.not-printed',
        actor: 'staff',
        staffId: by.staffId,
        detail: {
          paper: 'day-report',
          ...(printed === 'printed' || printed === null ? {} : { code: printed }),
        },
      }),
    keepClosed: assign((_, { result }: { readonly result: Closed }) =>
      result.ok
        ? {
            report: result.value.report,
            digest: result.value.digest,
            fault: null,
            outcome: 'closed' as const,
          }
        : { fault: result.code },
    ),
  },
});

const overdue = {
  id: 'work-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: { readonly context: EndOfDayContext }) =>
    inTime(outside, outside.delays.workDayOverdue, { type: 'WORK_OVERDUE' }),
} as const;

const closer = ({ context: { outside, by, devices } }: { readonly context: EndOfDayContext }) => ({
  ...{ outside, by, devices },
});

const noAnswer = {
  target: 'shown',
  actions: [{ type: 'notePrinted', params: { how: 'no-answer' } }, 'auditPrint'],
} as const;

/**
 * The end of a day, at a van or a station: counted, looked at with its differences, signed, shown. Until it is signed
 * nothing has changed; once it is, the next day has begun.
 */
export const endOfDayMachine = endOfDaySetup.createMachine({
  id: 'end-of-day',
  context: ({ input }) => ({
    ...input,
    ...{ report: null, digest: null, fault: null, printed: null, printers: NO_PRINTERS, outcome: 'back' },
  }),
  initial: 'counting',
  invoke: { id: 'printers', src: 'printers', input: ({ context: { outside } }) => ({ outside }) },
  on: { PRINTER: { actions: 'notePrinter' } },
  states: {
    counting: {
      invoke: [
        {
          id: 'draft-day',
          src: 'draftDay',
          input: closer,
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'tally',
              actions: { type: 'keepDraft', params: ({ event }) => ({ result: event.output }) },
            },
            {
              target: 'trouble',
              actions: { type: 'keepDraft', params: ({ event }) => ({ result: event.output }) },
            },
          ],
          onError: { target: 'trouble', actions: { type: 'keepDraft', params: { result: unavailable } } },
        },
        overdue,
      ],
      on: {
        WORK_OVERDUE: {
          target: 'trouble',
          actions: { type: 'keepDraft', params: { result: unavailable } },
        },
      },
    },
    /** The day could not be counted. */
    trouble: { on: { RETRY: 'counting', BACK: 'over' } },
    tally: { on: { DAY_CLOSE: 'closing', RETRY: 'counting', BACK: 'over' } },
    closing: {
      invoke: [
        {
          id: 'close-day',
          src: 'closeDay',
          input: closer,
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'report',
              actions: { type: 'keepClosed', params: ({ event }) => ({ result: event.output }) },
            },
            {
              target: 'tally',
              actions: { type: 'keepClosed', params: ({ event }) => ({ result: event.output }) },
            },
          ],
          onError: { target: 'tally', actions: { type: 'keepClosed', params: { result: unavailable } } },
        },
        overdue,
      ],
      // It may have been closed all the same: counted anew, the next day then shows itself.
      on: { WORK_OVERDUE: { target: 'counting' } },
    },
    report: {
      initial: 'shown',
      on: { DONE: 'over' },
      states: {
        shown: { on: { DAY_PRINT: { guard: 'printerThere', target: 'printing' } } },
        printing: {
          invoke: [
            {
              id: 'send-to-printer',
              src: 'sendToPrinter',
              input: ({ context }) => ({
                outside: context.outside,
                sessionId: null,
                paper: paperOf(context),
                output: outputOf(context),
              }),
              onDone: {
                target: 'shown',
                actions: [
                  {
                    type: 'notePrinted',
                    params: ({ event }) => ({ how: event.output.ok ? 'printed' : event.output.code }),
                  },
                  'auditPrint',
                ],
              },
              onError: noAnswer,
            },
            {
              id: 'print-overdue',
              src: 'deadline',
              input: ({ context: { outside } }) =>
                inTime(outside, outside.delays.printOverdue, { type: 'PRINT_OVERDUE' }),
            },
          ],
          on: { PRINT_OVERDUE: noAnswer },
        },
      },
    },
    over: { type: 'final' },
  },
  output: ({ context }) => ({ outcome: context.outcome }),
});

export type EndOfDaySnapshot = SnapshotFrom<typeof endOfDayMachine>;
