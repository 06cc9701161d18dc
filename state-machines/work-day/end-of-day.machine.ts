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
  | { readonly type: 'TO_DRIVE' }
  | PrinterEvent
  | { readonly type: 'PRINT_OVERDUE' }
  | { readonly type: 'WORK_OVERDUE' };

interface EndOfDayInput {
  readonly outside: Outside;
  readonly by: Pick<StaffMember, 'staffId' | 'role'>;
  /** State of each device. */
  readonly devices: Readonly<Record<string, string>>;
  /** What waits can go onto a USB drive from the page of the report. Default: not from there. */
  readonly canCarry?: boolean;
}

/** `drive`: closed, and what waits goes onto a drive now. */
type EndOfDayOutput = { readonly outcome: 'back' | 'closed' | 'drive' };

interface EndOfDayContext extends EndOfDayInput {
  readonly report: DayReport | null;
  readonly digest: string | null;
  readonly fault: WorkDayFault | null;
  readonly printers: Printers;
  readonly printed: 'printed' | PrintFault | null;
  readonly outcome: EndOfDayOutput['outcome'];
  /** The report closed before this day; `not-read` where nobody knows whether there is one, null while it is asked. */
  readonly last: ClosedDay | 'none' | 'not-read' | null;
}

type Closer = DayCloser & { readonly outside: Outside };
type Drafted = Result<DayReport, Failure<WorkDayFault>>;
type Closed = Result<ClosedDay, Failure<WorkDayFault>>;
type Last = Result<ClosedDay | null, Failure<WorkDayFault>>;

const unavailable = { ok: false, code: 'unavailable' } as const;

export const draftDay = fromPromise<Drafted, Closer>(({ input: { outside, ...closer } }) =>
  outside.ports.workDay === undefined
    ? Promise.resolve(fail('unavailable'))
    : outside.ports.workDay.draft(closer),
);
export const closeDay = fromPromise<Closed, Closer & { readonly day: number }>(
  ({ input: { outside, ...closer } }) =>
    outside.ports.workDay === undefined
      ? Promise.resolve(fail('unavailable'))
      : outside.ports.workDay.closeDay(closer),
);
export const lastDay = fromPromise<Last, { readonly outside: Outside }>(
  ({ input: { outside } }) => outside.ports.workDay?.lastClosed() ?? Promise.resolve(fail('unavailable')),
);

export const printers = fromCallback<EndOfDayEvent, { readonly outside: Outside }>(({ input, sendBack }) =>
  input.outside.ports.printer?.subscribe(sendBack),
);

/** The signed report that the page shows or names: of the day just closed, else of the one before. */
export function signedReport({ report, digest, last }: EndOfDayContext): ClosedDay | null {
  if (report !== null && digest !== null) return { report, digest };
  return typeof last === 'string' ? null : last;
}

/** As it is printed now. */
function paperOf(context: EndOfDayContext): Paper {
  const { outside } = context;
  const signed = signedReport(context);
  // Only a page with a report that was signed prints it; the machine cannot say so in its types.
  if (signed === null) throw new Error('no report to print');
  const { defaultLocale, terminalId } = outside.config;
  const made = { locale: defaultLocale, terminalId, at: outside.ports.now() };
  return dayReportPaper(signed.report, signed.digest, made);
}

const outputOf = ({ printers: standing }: EndOfDayContext) => outputFor('day-report', standing);

const endOfDaySetup = setup({
  types: {
    context: {} as EndOfDayContext,
    events: {} as EndOfDayEvent,
    input: {} as EndOfDayInput,
    output: {} as EndOfDayOutput,
  },
  actors: { draftDay, closeDay, lastDay, deadline, printers, sendToPrinter },
  guards: {
    carries: ({ context }) => context.canCarry === true,
    canPrint: ({ context }) =>
      signedReport(context) !== null && context.printers[outputOf(context)] === 'ready',
    lastNotThere: ({ context }) => context.last === null,
  },
  actions: {
    /** Whoever leaves from here on begins the next day with a look at the book. */
    noteMaybeClosed: assign({ outcome: 'closed' }),
    noteDrive: assign({ outcome: 'drive' }),
    keepDraft: assign((_, { result }: { readonly result: Drafted }) =>
      result.ok ? { report: result.value, fault: null, last: null } : { fault: result.code },
    ),
    keepLast: assign((_, { result }: { readonly result: Last }) => ({
      last: result.ok ? (result.value ?? ('none' as const)) : ('not-read' as const),
      printed: null,
    })),
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
            printed: null,
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

/** A page from which a signed report goes to the printer. */
const printing = endOfDaySetup.createStateConfig({
  initial: 'shown',
  states: {
    shown: { on: { DAY_PRINT: { guard: 'canPrint', target: 'printing' } } },
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
});

/**
 * The end of a day, at a van or a station: counted, looked at with its differences, signed, shown. Until it is signed
 * nothing has changed; once it is, the next day has begun.
 */
export const endOfDayMachine = endOfDaySetup.createMachine({
  id: 'end-of-day',
  context: ({ input }) => ({
    ...input,
    ...{
      report: null,
      digest: null,
      fault: null,
      printed: null,
      printers: NO_PRINTERS,
      outcome: 'back',
      last: null,
    },
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
    /** With the report closed before it, so that one the store kept without an answer can still be printed. */
    tally: {
      ...printing,
      invoke: [
        {
          id: 'last-day',
          src: 'lastDay',
          input: ({ context: { outside } }) => ({ outside }),
          onDone: { actions: { type: 'keepLast', params: ({ event }) => ({ result: event.output }) } },
          onError: { actions: { type: 'keepLast', params: { result: unavailable } } },
        },
        overdue,
      ],
      on: {
        DAY_CLOSE: 'closing',
        RETRY: 'counting',
        BACK: 'over',
        WORK_OVERDUE: {
          guard: 'lastNotThere',
          actions: { type: 'keepLast', params: { result: unavailable } },
        },
      },
    },
    closing: {
      invoke: [
        {
          id: 'close-day',
          src: 'closeDay',
          input: (at) => ({ ...closer(at), day: at.context.report?.day ?? 0 }),
          onDone: [
            {
              guard: ({ event }) => !event.output.ok && event.output.code === 'day-over',
              target: 'counting',
              actions: 'noteMaybeClosed',
            },
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
      on: { WORK_OVERDUE: { target: 'counting', actions: 'noteMaybeClosed' } },
    },
    report: {
      ...printing,
      on: {
        DONE: 'over',
        TO_DRIVE: { guard: 'carries', target: 'over', actions: 'noteDrive' },
      },
    },
    over: { type: 'final' },
  },
  output: ({ context }) => ({ outcome: context.outcome }),
});

export type EndOfDaySnapshot = SnapshotFrom<typeof endOfDayMachine>;
