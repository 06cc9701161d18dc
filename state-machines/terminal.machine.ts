import {
  assign,
  enqueueActions,
  type ErrorActorEvent,
  fromCallback,
  fromPromise,
  sendTo,
  setup,
  type SnapshotFrom,
} from 'xstate';
import type { ConnectionTrouble, OutOfServiceReason } from '../domain/codes.ts';
import { mayDo } from '../domain/identity/permissions.ts';
import type { StaffMember } from '../domain/identity/staff.ts';
import type { Failure } from '../domain/result.ts';
import type { ServiceStatus } from '../domain/service/status.ts';
import { NO_PRINTERS, type Printers } from '../domain/paper/paper.ts';
import type { DeviceName, DeviceStatus, HardwareEvent } from '../domain/terminal/ports/hardware.ts';
import type { PrinterEvent } from '../domain/terminal/ports/printer.ts';
import type { QueueEvent } from '../domain/terminal/ports/queue/queue.ts';
import type { SelfTestReport } from '../domain/terminal/ports/ports.ts';
import { hongKongDate } from '../domain/time.ts';
import { answeringMachine } from './calls/answering.machine.ts';
import { callingMachine } from './calls/calling.machine.ts';
import { type Wanted, wantedBy, wantsTheSame } from './calls/wanted.ts';
import { deadline, inTime } from './deadline.ts';
import { readerAfter, type ReaderFacts, readerForNextVisit, UNKNOWN_READER } from './reader-facts.ts';
import type { Outside } from './outside.ts';
import { speechMachine } from './speech.machine.ts';
import { sessionMachine, type SessionSnapshot } from './session/session.machine.ts';
import { type ShiftSnapshot, shiftMachine } from './station/shift.machine.ts';
import type { Serving } from './van/context.ts';
import { forgetRoster } from './van/roster.machine.ts';
import { vanStopMachine } from './van/van-stop.machine.ts';

export type TerminalEvent =
  /** `start()` of the terminal was called. */
  | { readonly type: 'BEGIN' }
  /** Main says that the terminal cannot go on, e.g. because the screen keeps failing. */
  | { readonly type: 'OUT_OF_SERVICE'; readonly reason: OutOfServiceReason }
  /** The self-test did not answer. */
  | { readonly type: 'SELF_TEST_OVERDUE' }
  | { readonly type: 'RETEST_DUE' }
  /** Staff begin a visit, in a van or at a counter; from the machine beside the session. */
  | { readonly type: 'SERVE'; readonly serving: Serving | null }
  /** Somebody at another machine said that they come here; from the call of this one. */
  | { readonly type: 'HELPER_GOING' }
  /** Somebody listens to a page that is read aloud; from the voice. */
  | { readonly type: 'LISTENING' }
  | HardwareEvent
  | QueueEvent
  | PrinterEvent;

interface DeviceFacts {
  readonly status: DeviceStatus;
  readonly simulated: boolean;
}

export interface TerminalContext {
  readonly outside: Outside;
  readonly devices: Readonly<Partial<Record<DeviceName, DeviceFacts>>>;
  readonly reader: ReaderFacts;
  readonly online: boolean;
  readonly trouble: ConnectionTrouble | null;
  /** Submissions kept here that the platform has not received. */
  readonly pending: number;
  /** What the queue last said of itself. */
  readonly status: ServiceStatus | null;
  readonly printers: Printers;
  readonly reasons: readonly Failure<OutOfServiceReason>[];
  readonly keptItemsSafe: boolean;
  /** Of the visit under way: what has to be wiped should the session machine itself fail. */
  readonly sessionId: string | null;
  /** Staff had gone away from it, and it is covered until badge and PIN. */
  readonly locked: boolean;
  /** Of a counter: who sits at it in this visit. */
  readonly attendant: string | null;
  /** Whom the visit calls; null: nobody. */
  readonly wanted: Wanted | null;
  /** Of a station: who is signed in, as far as they have a window to look at. */
  readonly seated: StaffMember | null;
  /** Who of those looks at it now, and may go to a member. */
  readonly watcher: StaffMember | null;
}

const NOBODY_CALLED = { wanted: null, seated: null, watcher: null } as const;

interface TerminalInput {
  readonly outside: Outside;
}

const hardware = fromCallback<TerminalEvent, TerminalInput>(({ input, sendBack }) =>
  input.outside.ports.hardware.subscribe(sendBack),
);
const queue = fromCallback<TerminalEvent, TerminalInput>(({ input, sendBack }) =>
  input.outside.ports.queue.subscribe(sendBack),
);
const printer = fromCallback<TerminalEvent, TerminalInput>(({ input, sendBack }) =>
  input.outside.ports.printer?.subscribe(sendBack),
);
const selfTest = fromPromise<SelfTestReport, TerminalInput>(({ input }) => input.outside.ports.runSelfTest());

/** What the terminal runs beside the session; named so that the graph test can silence them. */
export const terminalActors = { hardware, queue, printer, selfTest };

/** For the report of a day: what is there and how it is. */
function deviceStates(devices: TerminalContext['devices']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(devices).map(([name, { status }]) => [name, status]));
}

function isLocked(session: SessionSnapshot): boolean {
  const { staffOut } = session.context.visit;
  return staffOut || session.matches({ open: { presence: { visit: { idle: 'locked' } } } });
}

/** The wipe after a fault goes on to its end even when the fault was behind one of these ports. */
function attempt(outside: Outside, step: () => void): void {
  try {
    step();
  } catch (error) {
    outside.reportFault(error);
  }
}

const terminalSetup = setup({
  types: {
    context: {} as TerminalContext,
    events: {} as TerminalEvent,
    input: {} as TerminalInput,
  },
  actors: {
    ...terminalActors,
    deadline,
    session: sessionMachine,
    speech: speechMachine,
    van: vanStopMachine,
    shift: shiftMachine,
    calling: callingMachine,
    answering: answeringMachine,
  },
  guards: {
    passed: (_, { report }: { readonly report: SelfTestReport }) => report.reasons.length === 0,
  },
  actions: {
    noteHardware: assign(({ context, event }) => {
      const reader = readerAfter(context.reader, event);
      if (event.type === 'DEVICE_STATE') {
        const { device, status, simulated } = event;
        return { reader, devices: { ...context.devices, [device]: { status, simulated } } };
      }
      if (event.type !== 'HARDWARE_DOWN') return { reader };
      // With its process gone no device can be reached, whatever it said last.
      const devices = Object.fromEntries(
        Object.entries(context.devices).map(([name, facts]) => [
          name,
          { ...facts, status: 'faulted' as const },
        ]),
      );
      return { reader, devices };
    }),
    noteQueue: assign(({ event }) => {
      if (event.type === 'CONNECTION') return { online: event.online, trouble: event.trouble };
      if (event.type === 'STATUS') return { status: event.status };
      return event.type === 'COUNTS' ? { pending: event.pending } : {};
    }),
    notePrinter: assign(({ context, event }) =>
      event.type === 'PRINTER' ? { printers: { ...context.printers, [event.output]: event.status } } : {},
    ),
    noteSession: assign((_, { session }: { readonly session: SessionSnapshot }) => {
      const { sessionId, attendant } = session.context.visit;
      return { sessionId, attendant: attendant?.staffId ?? null, locked: isLocked(session) };
    }),
    noteReport: assign((_, { report }: { readonly report: SelfTestReport }) => ({
      reasons: report.reasons,
      keptItemsSafe: report.keptItemsSafe,
    })),
    /** Without an answer nothing may be said about what is kept. */
    noteNoReport: assign({ reasons: [{ code: 'storage-fault' }], keptItemsSafe: false }),
    noteReason: assign(({ context, event }) => {
      if (event.type !== 'OUT_OF_SERVICE') return {};
      const others = context.reasons.filter((known) => known.code !== event.reason);
      return { reasons: [...others, { code: event.reason }] };
    }),
    forgetReasons: assign({ reasons: [] }),
    /** They begin anew with the machines beside the session. */
    forgetCalls: assign(NOBODY_CALLED),
    /** The session machine failed: a bug. What it held is gone with it; the world outside is wiped all the same. */
    wipeAfterFault: ({ context }) => {
      const { outside, sessionId } = context;
      const { ports } = outside;
      attempt(outside, () => ports.hardware.command({ type: 'FORGET' }));
      if (sessionId === null) return;
      attempt(outside, () => ports.wipeSurface(sessionId));
      attempt(outside, () =>
        ports.queue.audit({ event: 'session.wiped', actor: 'system', sessionId, detail: { how: 'fault' } }),
      );
    },
    reportFault: ({ context }, { error }: { readonly error: unknown }) => context.outside.reportFault(error),
    auditStarted: ({ context }) =>
      context.outside.ports.queue.audit({ event: 'terminal.started', actor: 'system' }),
    auditOutOfService: ({ context }) =>
      context.outside.ports.queue.audit({
        event: 'terminal.out-of-service',
        actor: 'system',
        detail: { reasons: context.reasons.map((reason) => reason.code).join('.') },
      }),
    forgetRoster: ({ context: { outside } }) => attempt(outside, () => forgetRoster(outside, null)),
    tellSession: sendTo('session', ({ event }) => event),
    tellVan: sendTo('van', ({ event }) => event),
    tellShift: sendTo('shift', ({ event }) => event),
    serve: enqueueActions(({ event, enqueue }) => {
      if (event.type !== 'SERVE' || event.serving === null) return;
      enqueue.sendTo('session', { type: 'SERVE', serving: event.serving });
    }),
    /** The machine beside the session hears when a visit begins, who sits at it, and how it ended. */
    tellVisit: enqueueActions(({ context, enqueue }, { session }: { readonly session: SessionSnapshot }) => {
      const { visit, endedHow: how } = session.context;
      const { sessionId, attendant } = visit;
      if (context.sessionId !== sessionId) {
        const { locked } = context;
        for (const beside of ['van', 'shift'] as const) {
          if (context.sessionId !== null) enqueue.sendTo(beside, { type: 'VISIT_OVER', how, locked });
          if (sessionId !== null) enqueue.sendTo(beside, { type: 'VISIT_BEGUN' });
        }
      }
      if (attendant !== null && attendant.staffId !== context.attendant) {
        enqueue.sendTo('shift', { type: 'ATTENDED', staff: attendant });
      }
    }),
    /** Somebody is called, or is no more. */
    tellCalling: enqueueActions(
      ({ context, enqueue }, { session }: { readonly session: SessionSnapshot }) => {
        const wanted = wantedBy(session, context.wanted, context.outside.clock.now());
        if (wantsTheSame(wanted, context.wanted)) return;
        enqueue.assign({ wanted });
        enqueue.sendTo('calling', { type: 'WANTED', wanted });
      },
    ),
    noteShift: assign((_, { shift }: { readonly shift: ShiftSnapshot }) => ({
      seated: shift.context.staffScreen ? shift.context.staff : null,
    })),
    /** Who looks at staff's window: nobody while it is locked, or its display is gone. */
    tellAnswering: enqueueActions(({ context, enqueue }) => {
      const { seated, locked, outside } = context;
      const may = seated !== null && mayDo(seated, 'hold-session', hongKongDate(outside.ports.now()));
      const watcher = may && !locked ? seated : null;
      if (watcher?.staffId === context.watcher?.staffId) return;
      enqueue.assign({ watcher });
      enqueue.sendTo('answering', { type: 'WATCHER', staff: watcher });
    }),
    shutSession: sendTo('session', { type: 'SHUT' }),
    touchSession: sendTo('session', { type: 'TOUCHED' }),
  },
});

const noted = { actions: 'noteHardware' } as const;
const passedOn = { actions: ['noteHardware', 'tellSession'] } as const;
const reported = {
  type: 'reportFault',
  params: ({ event }: { readonly event: ErrorActorEvent }) => ({ error: event.error }),
} as const;
/** A machine beside the session failed: nothing of a visit is left, and it begins with the self-test. */
const startedAnew = { target: 'selfTest', actions: ['wipeAfterFault', reported] } as const;

const testing = terminalSetup.createStateConfig({
  invoke: [
    {
      id: 'self-test',
      src: 'selfTest',
      input: ({ context: { outside } }) => ({ outside }),
      onDone: [
        {
          guard: { type: 'passed', params: ({ event }) => ({ report: event.output }) },
          target: '#terminal.inService',
          actions: { type: 'noteReport', params: ({ event }) => ({ report: event.output }) },
        },
        {
          target: '#terminal.outOfService',
          actions: { type: 'noteReport', params: ({ event }) => ({ report: event.output }) },
        },
      ],
      onError: { target: '#terminal.outOfService', actions: 'noteNoReport' },
    },
    {
      id: 'self-test-overdue',
      src: 'deadline',
      input: ({ context: { outside } }) =>
        inTime(outside, outside.delays.selfTestOverdue, { type: 'SELF_TEST_OVERDUE' }),
    },
  ],
  on: { SELF_TEST_OVERDUE: { target: '#terminal.outOfService', actions: 'noteNoReport' } },
});

/**
 * The terminal for its whole life: starting, self-test, in service, out of service with reasons. It listens to the
 * hardware and the queue from the first moment and passes on to the session what concerns it.
 */
export const terminalMachine = terminalSetup.createMachine({
  id: 'terminal',
  options: { maxIterations: 50 },
  context: ({ input }) => ({
    outside: input.outside,
    devices: {},
    reader: UNKNOWN_READER,
    online: false,
    trouble: null,
    pending: 0,
    status: null,
    printers: NO_PRINTERS,
    reasons: [],
    keptItemsSafe: false,
    sessionId: null,
    locked: false,
    attendant: null,
    ...NOBODY_CALLED,
  }),
  invoke: [
    { id: 'hardware', src: 'hardware', input: ({ context: { outside } }) => ({ outside }) },
    { id: 'queue', src: 'queue', input: ({ context: { outside } }) => ({ outside }) },
    { id: 'printer', src: 'printer', input: ({ context: { outside } }) => ({ outside }) },
  ],
  on: {
    DEVICE_STATE: noted,
    HARDWARE_DOWN: noted,
    CARD_PRESENT: noted,
    CARD_REMOVED: noted,
    CONNECTION: { actions: 'noteQueue' },
    COUNTS: { actions: 'noteQueue' },
    STATUS: { actions: 'noteQueue' },
    PRINTER: { actions: 'notePrinter' },
    OUT_OF_SERVICE: { target: '.outOfService', actions: 'noteReason' },
  },
  initial: 'starting',
  states: {
    starting: { on: { BEGIN: 'selfTest' } },
    selfTest: testing,
    inService: {
      entry: ['auditStarted', 'forgetCalls'],
      invoke: [
        {
          id: 'calling',
          src: 'calling',
          input: ({ context: { outside } }) => ({ outside }),
          onError: startedAnew,
        },
        {
          id: 'answering',
          src: 'answering',
          input: ({ context: { outside } }) => ({ outside }),
          onError: startedAnew,
        },
        {
          id: 'speech',
          src: 'speech',
          input: ({ context: { outside } }) => ({ outside }),
          onError: { actions: reported },
        },
        {
          id: 'van',
          src: 'van',
          input: ({ context: { outside, status, devices } }) => ({
            outside,
            status,
            devices: deviceStates(devices),
          }),
          onError: startedAnew,
        },
        {
          id: 'shift',
          src: 'shift',
          input: ({ context: { outside, status, devices } }) => ({
            outside,
            status,
            devices: deviceStates(devices),
          }),
          onSnapshot: {
            actions: [
              { type: 'noteShift', params: ({ event }) => ({ shift: event.snapshot }) },
              'tellAnswering',
            ],
          },
          onError: startedAnew,
        },
        {
          id: 'session',
          src: 'session',
          input: ({ context: { outside, reader, online, status, printers } }) => ({
            outside,
            reader: readerForNextVisit(reader),
            online,
            status,
            printers,
          }),
          onSnapshot: {
            actions: [
              {
                type: 'tellVisit',
                params: ({ event }) => ({ session: event.snapshot }),
              },
              {
                type: 'noteSession',
                params: ({ event }) => ({ session: event.snapshot }),
              },
              {
                type: 'tellCalling',
                params: ({ event }) => ({ session: event.snapshot }),
              },
              'tellAnswering',
            ],
          },
          onDone: 'outOfService',
          onError: startedAnew,
        },
      ],
      on: {
        SERVE: { actions: 'serve' },
        HELPER_GOING: { actions: 'tellSession' },
        LISTENING: { actions: 'touchSession' },
        DEVICE_STATE: { actions: ['noteHardware', 'tellSession', 'tellVan', 'tellShift'] },
        HARDWARE_DOWN: passedOn,
        HARDWARE_UP: passedOn,
        CARD_PRESENT: passedOn,
        CARD_REMOVED: passedOn,
        DOCUMENT_READ: passedOn,
        READ_FAILED: passedOn,
        BADGE_SCANNED: { actions: ['noteHardware', 'tellSession', 'tellVan', 'tellShift'] },
        SLIP_SCANNED: passedOn,
        TICKET_SCANNED: passedOn,
        FORM_SCANNED: { actions: ['noteHardware', 'tellSession', 'tellVan'] },
        CONNECTION: { actions: ['noteQueue', 'tellSession'] },
        STATUS: { actions: ['noteQueue', 'tellSession', 'tellVan', 'tellShift'] },
        PRINTER: { actions: ['notePrinter', 'tellSession'] },
        ITEM: { actions: 'tellSession' },
        // The session wipes first and ends by itself; then the page says that the terminal is out of service.
        OUT_OF_SERVICE: { actions: ['noteReason', 'shutSession'] },
      },
    },
    outOfService: {
      initial: 'waiting',
      entry: ['auditOutOfService', 'forgetRoster'],
      on: { OUT_OF_SERVICE: { actions: 'noteReason' } },
      states: {
        waiting: {
          invoke: {
            id: 'retest',
            src: 'deadline',
            input: ({ context: { outside } }) =>
              inTime(outside, outside.delays.selfTestRetry, { type: 'RETEST_DUE' }),
          },
          on: { RETEST_DUE: 'retesting' },
        },
        /** The page keeps saying why while the test runs. */
        retesting: testing,
      },
    },
  },
});

export type TerminalSnapshot = SnapshotFrom<typeof terminalMachine>;
