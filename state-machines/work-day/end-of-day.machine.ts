import { assign, fromPromise, setup, type SnapshotFrom } from 'xstate';
import type { StaffMember } from '../../domain/identity/staff.ts';
import { fail, type Failure, type Result } from '../../domain/result.ts';
import type { ClosedDay, DayCloser, WorkDayFault } from '../../domain/terminal/work-day.ts';
import type { DayReport } from '../../domain/wire/day-report.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';

/** Events: staff's intents, and the wait for the store. */
export type EndOfDayEvent =
  | { readonly type: 'DAY_CLOSE' }
  | { readonly type: 'RETRY' }
  | { readonly type: 'BACK' }
  | { readonly type: 'DONE' }
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

const endOfDaySetup = setup({
  types: {
    context: {} as EndOfDayContext,
    events: {} as EndOfDayEvent,
    input: {} as EndOfDayInput,
    output: {} as EndOfDayOutput,
  },
  actors: { draftDay, closeDay, deadline },
  actions: {
    keepDraft: assign((_, { result }: { readonly result: Drafted }) =>
      result.ok ? { report: result.value, fault: null } : { fault: result.code },
    ),
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

/**
 * The end of a day, at a van or a station: counted, looked at with its differences, signed, shown. Until it is signed
 * nothing has changed; once it is, the next day has begun.
 */
export const endOfDayMachine = endOfDaySetup.createMachine({
  id: 'end-of-day',
  context: ({ input }) => ({ ...input, report: null, digest: null, fault: null, outcome: 'back' }),
  initial: 'counting',
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
    report: { on: { DONE: 'over' } },
    over: { type: 'final' },
  },
  output: ({ context }) => ({ outcome: context.outcome }),
});

export type EndOfDaySnapshot = SnapshotFrom<typeof endOfDayMachine>;
