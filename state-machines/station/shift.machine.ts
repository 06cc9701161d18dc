import { and, assign, not, sendParent, sendTo, setup, type SnapshotFrom } from 'xstate';
import { mayDo, roleMay, type StaffAction } from '../../domain/identity/permissions.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Failure, Result } from '../../domain/result.ts';
import { asTicketNumber, type Ticket, type TicketFault } from '../../domain/terminal/ports/tickets.ts';
import type { WorkDay, WorkDayFault } from '../../domain/terminal/ports/work-day.ts';
import { hongKongDate } from '../../domain/time.ts';
import { answersKeptBy } from '../answers.ts';
import { deadline, inTime } from '../deadline.ts';
import { idleLock } from '../idle-lock.ts';
import { PASSED_TO_UPKEEP, upkeepMachine } from '../operations/upkeep.machine.ts';
import { frozenBy } from '../session/context/context.ts';
import { signInMachine } from '../sign-in/sign-in.machine.ts';
import type { CounterPurpose, Serving } from '../van/context.ts';
import { endOfDayMachine } from '../work-day/end-of-day.machine.ts';
import { lookAtDay } from '../work-day/look-at-day.ts';
import { callNext, endTicket, memberScreen, queueWatch, standing } from './actors.ts';
import { casesMachine, type CasesOutput } from './cases.machine.ts';
import {
  counterOf,
  NO_SHIFT,
  type ShiftContext,
  type ShiftEvent,
  type ShiftInput,
  WALKED_UP,
} from './context.ts';

type At = { readonly context: ShiftContext };
type Looked = Result<WorkDay, Failure<WorkDayFault>>;
type CalledOne = Result<Ticket | null, Failure<TicketFault>>;

const UNAVAILABLE = { ok: false, code: 'unavailable' } as const;

const PURPOSES: Readonly<Partial<Record<ShiftEvent['type'], CounterPurpose>>> = {
  START: 'register',
  MENU: 'instruct',
  ENQUIRE: 'enquire',
  RESUME: 'resume',
};

/** The visit as staff begin it; null where nobody is signed in, or no language was chosen. */
function servingOf({ context: { staff }, event }: At & { readonly event: ShiftEvent }): Serving | null {
  const counter = PURPOSES[event.type];
  if (counter === undefined || staff === null || !('locale' in event) || event.locale === null) return null;
  return { locale: event.locale, operator: staff, language: null, callBack: false, counter };
}

function may({ context: { staff, outside } }: At, action: StaffAction): boolean {
  return staff !== null && mayDo(staff, action, hongKongDate(outside.ports.now()));
}

const shiftSetup = setup({
  types: { context: {} as ShiftContext, events: {} as ShiftEvent, input: {} as ShiftInput },
  actors: {
    callNext,
    cases: casesMachine,
    deadline,
    endOfDay: endOfDayMachine,
    endTicket,
    idleLock,
    lookAtDay,
    memberScreen,
    queueWatch,
    signIn: signInMachine,
    standing,
    upkeep: upkeepMachine,
  },
  guards: {
    isStation: ({ context }) => context.outside.config.profile === 'station',
    serves: (at) => may(at, 'hold-session'),
    closesDays: (at) => may(at, 'close-day'),
    seesMachine: (at) => at.context.status !== null && may(at, 'see-status'),
    shiftOver: ({ context }) => context.outside.clock.now() >= context.shiftEnds,
    frozen: ({ context }) => frozenBy(context.status) !== null,
    queueIsThere: ({ context }) => context.outside.ports.tickets !== undefined,
    memberSees: ({ context }) => context.memberScreen,
    numberIsOne: ({ event }) => event.type === 'ANSWER' && asTicketNumber(event.value) !== null,
    fromQueue: ({ context }) => (context.called?.ticketId ?? null) !== null,
    walkedAway: ({ event }) => event.type === 'VISIT_OVER' && (event.how === 'idle' || event.locked),
    named: (at) => servingOf(at) !== null,
  },
  actions: {
    noteStatus: assign(({ event }) => (event.type === 'STATUS' ? { status: event.status } : {})),
    noteDevice: assign(({ context, event }) =>
      event.type === 'DEVICE_STATE' ? { devices: { ...context.devices, [event.device]: event.status } } : {},
    ),
    noteScreen: assign(({ event }) =>
      event.type === 'MEMBER_SCREEN' ? { memberScreen: event.there, staffScreen: event.staffs ?? true } : {},
    ),
    noteWaiting: assign(({ event }) => {
      if (event.type !== 'WAITING') return {};
      const { answer } = event;
      return answer.ok
        ? { waiting: answer.value, queueFault: null }
        : { waiting: null, queueFault: answer.code };
    }),
    noteDay: assign((_, { result }: { readonly result: Looked }) =>
      result.ok ? { day: result.value, fault: null } : { fault: result.code },
    ),
    setForStaff: assign(({ event }) => {
      switch (event.type) {
        case 'SET_LOCALE':
          return { locale: event.locale };
        case 'SET_TEXT_SIZE':
          return { textSize: event.textSize };
        case 'SET_CONTRAST':
          return { contrast: event.contrast };
        default:
          return {};
      }
    }),
    beginShift: assign(({ context: { outside } }, { staff }: { readonly staff: StaffMember | null }) => ({
      staff,
      shiftEnds: outside.clock.now() + outside.delays.shiftLongest,
    })),
    /** Their own shift began when they signed in to the visit. */
    takeOver: assign(({ context: { outside }, event }) =>
      event.type === 'ATTENDED'
        ? { staff: event.staff, shiftEnds: outside.clock.now() + outside.delays.shiftLongest }
        : {},
    ),
    endShift: assign(NO_SHIFT),
    noteCalled: assign((_, { result }: { readonly result: CalledOne }) => {
      if (!result.ok) return { queueFault: result.code, nobody: false };
      if (result.value === null) return { nobody: true, queueFault: null };
      const { ticketId, number, purpose, appointmentAt } = result.value;
      return { called: { ticketId, number, purpose, appointmentAt }, nobody: false, queueFault: null };
    }),
    noteEnded: assign((_, { fault }: { readonly fault: TicketFault | null }) =>
      fault === null ? { called: null } : { called: null, queueFault: fault },
    ),
    keepTyped: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' || event.type === 'ANSWER'
        ? { typed: event.value, typedWrong: false }
        : {},
    ),
    refuseTyped: assign(({ event }) =>
      event.type === 'ANSWER' ? { typed: event.value, typedWrong: true } : {},
    ),
    callTyped: assign(({ event }) => ({
      called: { ...WALKED_UP, number: event.type === 'ANSWER' ? asTicketNumber(event.value) : null },
      typed: '',
      typedWrong: false,
    })),
    forgetTyped: assign({ typed: '', typedWrong: false, nobody: false }),
    walkUp: assign({ called: WALKED_UP, nobody: false }),
    callNobody: assign({ called: null }),
    keepServing: assign(({ context, event }) => ({ serving: servingOf({ context, event }) })),
    /** The member whose case it is stands at the counter: with their slip, or with their document. */
    serveCase: assign(({ context: { staff } }, { outcome, locale }: CasesOutput) => {
      if (staff === null || outcome === 'back') return {};
      const counter = outcome === 'take-up' ? 'resume' : 'enquire';
      return { serving: { locale, operator: staff, language: null, callBack: false, counter } as const };
    }),
    /** The list of cases knows the session by the number that was called. */
    tellTicket: ({ context: { outside, called } }) => {
      outside.ports.cases?.calling(called?.number ?? null);
    },
    forgetServing: assign({ serving: null }),
    countVisit: assign(({ context: { day } }) =>
      day === null ? {} : { day: { ...day, sessions: day.sessions + 1, cut: null } },
    ),
    serve: sendParent(({ context }: At) => ({ type: 'SERVE', serving: context.serving })),
    touchLock: sendTo('idle-lock', { type: 'TOUCHED' }),
    toSignIn: sendTo('sign-in', ({ event }) => event),
    toUpkeep: sendTo('upkeep', ({ event }) => event),
    toCases: sendTo('cases', ({ event }) => event),
    toEndOfDay: sendTo('end-of-day', ({ event }) => event),
    auditTurnedOut: ({ context: { outside } }) =>
      outside.ports.queue.audit({
        event: 'staff.sign-in-refused',
        actor: 'system',
        detail: { code: 'inactive' },
      }),
  },
});

const workOverdue = {
  id: 'work-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.workDayOverdue, { type: 'WORK_OVERDUE' }),
} as const;
const ticketOverdue = {
  id: 'ticket-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.ticketOverdue, { type: 'TICKET_OVERDUE' }),
} as const;
const locked = { target: '#signed-out', actions: 'endShift' } as const;
const turnedOut = { target: '#signed-out', actions: ['endShift', 'auditTurnedOut'] } as const;
const dayAnswer = answersKeptBy<Looked>()('noteDay');
const noQueue = {
  target: 'ready',
  actions: { type: 'noteCalled', params: { result: UNAVAILABLE } },
} as const;

/** Somebody begins, with the language they read. */
const begin = [
  { guard: 'shiftOver', ...locked },
  { guard: and([not('frozen'), 'memberSees', 'named']), target: 'standing', actions: 'keepServing' },
] as const;

/** A person is at the counter, or called to it. */
const called = shiftSetup.createStateConfig({
  on: {
    START: [...begin],
    MENU: [...begin],
    ENQUIRE: [...begin],
    RESUME: [...begin],
    STATION_MISSED: { guard: 'fromQueue', target: 'missing' },
    BACK: { guard: not('fromQueue'), target: 'ready', actions: 'callNobody' },
  },
});

/** Somebody sits at the counter and nobody's visit is under way. */
const onShift = shiftSetup.createStateConfig({
  id: 'on-shift',
  initial: 'arriving',
  invoke: [
    { id: 'idle-lock', src: 'idleLock', input: ({ context: { outside } }) => ({ outside }) },
    { id: 'queue-watch', src: 'queueWatch', input: ({ context: { outside } }) => ({ outside }) },
  ],
  on: {
    TOUCHED: { actions: 'touchLock' },
    WAITING: { actions: 'noteWaiting' },
    // Whoever lays their badge signs in; who sat here before is signed out by it.
    BADGE_SCANNED: { target: '#signing-in', actions: 'endShift' },
    STATION_SIGN_OUT: locked,
    SHIFT_DUE: locked,
    // The member began something from their own window.
    VISIT_BEGUN: { target: '#serving', actions: 'countVisit' },
  },
  states: {
    /** Who was called before the last sign-in is still called. */
    arriving: {
      always: [{ guard: ({ context }) => context.called !== null, target: 'called' }, { target: 'ready' }],
    },
    ready: {
      on: {
        STATION_CALL_NEXT: { guard: and(['queueIsThere', not('frozen'), 'memberSees']), target: 'calling' },
        STATION_TYPE_TICKET: { target: 'typing', actions: 'forgetTyped' },
        STATION_WITHOUT_TICKET: { target: 'called', actions: 'walkUp' },
        STATION_CASES: 'cases',
        STAFF_STATUS: { guard: 'seesMachine', target: '#upkeep' },
        STATION_END_DAY: { guard: 'closesDays', target: '#closing-day' },
      },
    },
    typing: {
      on: {
        FIELD_DRAFT: { actions: 'keepTyped' },
        ANSWER: [
          { guard: 'numberIsOne', target: 'called', actions: 'callTyped' },
          { actions: 'refuseTyped' },
        ],
        BACK: { target: 'ready', actions: 'forgetTyped' },
      },
    },
    calling: {
      invoke: [
        {
          id: 'call-next',
          src: 'callNext',
          input: ({ context: { outside } }) => ({ outside, counter: counterOf(outside) }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok && event.output.value !== null,
              target: 'called',
              actions: { type: 'noteCalled', params: ({ event }) => ({ result: event.output }) },
            },
            {
              target: 'ready',
              actions: { type: 'noteCalled', params: ({ event }) => ({ result: event.output }) },
            },
          ],
          onError: noQueue,
        },
        ticketOverdue,
      ],
      on: { TICKET_OVERDUE: noQueue },
    },
    called,
    missing: {
      invoke: [
        {
          id: 'end-missed',
          src: 'endTicket',
          input: ({ context: { outside, called: one } }) => ({
            ...{ outside, ticketId: one?.ticketId ?? null, how: 'missed' },
          }),
          onDone: {
            target: 'ready',
            actions: {
              type: 'noteEnded',
              params: ({ event }) => ({ fault: event.output.ok ? null : event.output.code }),
            },
          },
          onError: { target: 'ready', actions: { type: 'noteEnded', params: { fault: 'unavailable' } } },
        },
        ticketOverdue,
      ],
      on: {
        TICKET_OVERDUE: {
          target: 'ready',
          actions: { type: 'noteEnded', params: { fault: 'unavailable' } },
        },
      },
    },
    /** Whether they are still let in is asked before every visit. */
    standing: {
      invoke: [
        {
          id: 'standing',
          src: 'standing',
          input: ({ context: { outside, staff } }) => ({ outside, staffId: staff?.staffId ?? '' }),
          onDone: [
            { guard: ({ event }) => event.output, target: 'handing', actions: ['tellTicket', 'serve'] },
            turnedOut,
          ],
          onError: turnedOut,
        },
        {
          id: 'serve-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.serveOverdue, { type: 'SERVE_OVERDUE' }),
        },
      ],
      on: { SERVE_OVERDUE: turnedOut },
    },
    handing: {
      invoke: {
        id: 'serve-overdue',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.serveOverdue, { type: 'SERVE_OVERDUE' }),
      },
      exit: 'forgetServing',
      on: { SERVE_OVERDUE: 'called' },
    },
    /** The counter's own cases: a child has the pages. */
    cases: {
      invoke: {
        id: 'cases',
        src: 'cases',
        input: ({ context: { outside, staff } }) => ({ outside, staff }),
        onDone: [
          { guard: ({ event }) => event.output.outcome === 'back', target: 'ready' },
          {
            guard: and([not('frozen'), 'memberSees', not('shiftOver')]),
            target: 'standing',
            actions: ['walkUp', { type: 'serveCase', params: ({ event }) => event.output }],
          },
          // Nobody can begin now: the page of who is at the counter says why.
          { target: 'called', actions: 'walkUp' },
        ],
        onError: 'ready',
      },
      on: {
        CASE_OPEN: { actions: 'toCases' },
        CASE_NOTE: { actions: 'toCases' },
        CASE_GO_ON: { actions: 'toCases' },
        BACK: { actions: 'toCases' },
        RETRY: { actions: 'toCases' },
      },
    },
  },
});

const afterVisit = {
  id: 'end-served',
  src: 'endTicket',
  input: ({ context: { outside, called: one } }: At) => ({
    ...{ outside, ticketId: one?.ticketId ?? null, how: 'served' as const },
  }),
  onDone: {
    target: 'next',
    actions: {
      type: 'noteEnded',
      params: ({ event }: { event: { output: Result<null, Failure<TicketFault>> } }) => ({
        fault: event.output.ok ? null : event.output.code,
      }),
    },
  },
  onError: { target: 'next', actions: { type: 'noteEnded', params: { fault: 'unavailable' } } },
} as const;

/**
 * The shift at a counter, beside the session: whoever sits there signs in with badge and PIN, calls one number after
 * the other, and closes the day. While a visit is under way the session's pages are on top in both windows.
 */
export const shiftMachine = shiftSetup.createMachine({
  id: 'shift',
  options: { maxIterations: 50 },
  context: ({ input }) => ({
    ...input,
    ...NO_SHIFT,
    locale: input.outside.config.defaultLocale,
    textSize: 'normal',
    contrast: input.outside.config.defaultContrast ?? 'paper',
    memberScreen: true,
    staffScreen: true,
    day: null,
    fault: null,
    called: null,
  }),
  initial: 'deciding',
  on: {
    STATUS: { actions: 'noteStatus' },
    DEVICE_STATE: { actions: 'noteDevice' },
    MEMBER_SCREEN: { actions: 'noteScreen' },
    SET_LOCALE: { actions: 'setForStaff' },
    SET_TEXT_SIZE: { actions: 'setForStaff' },
    SET_CONTRAST: { actions: 'setForStaff' },
  },
  states: {
    deciding: { always: [{ guard: 'isStation', target: 'on' }, { target: 'off' }] },
    /** A kiosk or a van. */
    off: {},
    on: {
      initial: 'looking',
      invoke: {
        id: 'member-screen',
        src: 'memberScreen',
        input: ({ context: { outside } }) => ({ outside }),
      },
      states: {
        looking: {
          id: 'looking',
          invoke: [
            {
              id: 'look-at-day',
              src: 'lookAtDay',
              input: ({ context: { outside } }) => ({ outside }),
              ...dayAnswer.to('signedOut', 'trouble'),
            },
            workOverdue,
          ],
          on: { WORK_OVERDUE: dayAnswer.none('trouble') },
        },
        trouble: { on: { RETRY: 'looking' } },
        signedOut: {
          id: 'signed-out',
          on: {
            BADGE_SCANNED: 'signingIn',
            VISIT_BEGUN: { target: 'serving', actions: 'countVisit' },
          },
        },
        signingIn: {
          id: 'signing-in',
          invoke: {
            id: 'sign-in',
            src: 'signIn',
            input: ({ context: { outside }, event }) => ({
              outside,
              badge: event.type === 'BADGE_SCANNED' ? event.text : '',
            }),
            onDone: [
              {
                guard: ({ event }) =>
                  event.output.staff !== null && roleMay(event.output.staff.role, 'hold-session'),
                target: 'onShift',
                actions: {
                  type: 'beginShift',
                  params: ({ event }) => ({ staff: event.output.staff }),
                },
              },
              {
                guard: ({ context, event }) => event.output.staff !== null && context.status !== null,
                target: 'upkeep',
                actions: { type: 'beginShift', params: ({ event }) => ({ staff: event.output.staff }) },
              },
              { target: 'signedOut', actions: 'endShift' },
            ],
            onError: locked,
          },
          on: {
            BADGE_SCANNED: { target: 'signingIn', reenter: true },
            STAFF_PIN: { actions: 'toSignIn' },
            STAFF_CANCEL: { actions: 'toSignIn' },
            NEW_PIN: { actions: 'toSignIn' },
            VISIT_BEGUN: { target: 'serving', actions: 'countVisit' },
          },
        },
        onShift,
        /** The machine's own pages (../operations/), for whoever serves nobody as well. */
        upkeep: {
          id: 'upkeep',
          invoke: {
            id: 'upkeep',
            src: 'upkeep',
            input: ({ context: { outside, staff } }) => ({ outside, staff }),
            onDone: [{ guard: 'serves', target: 'onShift' }, locked],
            onError: locked,
          },
          on: {
            ...PASSED_TO_UPKEEP,
            BADGE_SCANNED: { target: 'signingIn', actions: 'endShift' },
            // A member's visit is nobody's shift of those who only look after the machine.
            VISIT_BEGUN: [
              { guard: 'serves', target: 'serving', actions: 'countVisit' },
              { target: 'serving', actions: ['endShift', 'countVisit'] },
            ],
          },
        },
        /** The session's pages are on top in both windows. */
        serving: {
          id: 'serving',
          on: {
            ATTENDED: { actions: 'takeOver' },
            VISIT_OVER: [
              // Nobody was there any more, or staff's lock was on: leaving is no way round a PIN.
              { guard: 'walkedAway', target: 'ending', actions: 'endShift' },
              { target: 'ending' },
            ],
          },
        },
        /** The queue is told that this one was served; the counter does not wait for it longer than it has to. */
        ending: {
          invoke: [afterVisit, ticketOverdue],
          on: {
            TICKET_OVERDUE: {
              target: 'next',
              actions: { type: 'noteEnded', params: { fault: 'unavailable' } },
            },
          },
        },
        next: {
          always: [
            { guard: 'serves', target: 'onShift' },
            { target: 'signedOut', actions: 'endShift' },
          ],
        },
        endOfDay: {
          id: 'closing-day',
          invoke: {
            id: 'end-of-day',
            src: 'endOfDay',
            input: ({ context: { outside, staff, devices } }) => ({
              outside,
              by: { staffId: staff?.staffId ?? '', role: staff?.role ?? 'officer' },
              devices,
            }),
            onDone: [
              { guard: ({ event }) => event.output.outcome === 'back', target: 'onShift' },
              // The next day begins clean, with a sign-in of its own.
              { target: 'looking', actions: 'endShift' },
            ],
            onError: { target: 'looking', actions: 'endShift' },
          },
          on: {
            DAY_CLOSE: { actions: 'toEndOfDay' },
            DAY_PRINT: { actions: 'toEndOfDay' },
            RETRY: { actions: 'toEndOfDay' },
            BACK: { actions: 'toEndOfDay' },
            DONE: { actions: 'toEndOfDay' },
          },
        },
      },
    },
  },
});

export type ShiftSnapshot = SnapshotFrom<typeof shiftMachine>;
