import { and, assign, not, sendParent, sendTo, setup, type SnapshotFrom } from 'xstate';
import { mayDo, type StaffAction } from '../../domain/identity/permissions.ts';
import type { InterpretedLanguage } from '../../domain/identity/interpretation.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import { textsToPut } from '../../domain/notices/offers.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { WorkDay, WorkDayFault } from '../../domain/terminal/ports/work-day.ts';
import { hongKongDate } from '../../domain/time.ts';
import { roundedPosition } from '../../domain/work-day/position.ts';
import { plannedStops, stopLocationSchema } from '../../domain/work-day/stops.ts';
import { answersKeptBy } from '../answers.ts';
import { deadline, inTime } from '../deadline.ts';
import { PASSED_TO_UPKEEP, upkeepMachine } from '../operations/upkeep.machine.ts';
import { frozenBy } from '../session/context/context.ts';
import { signInMachine } from '../sign-in/sign-in.machine.ts';
import { endOfDayMachine } from '../work-day/end-of-day.machine.ts';
import { lookAtDay } from '../work-day/look-at-day.ts';
import { battery, closeStop, openStop } from './actors.ts';
import { rosterPages, takesRosters } from './roster.ts';
import { forgetRoster, rosterMachine } from './roster.machine.ts';
import { NO_SHIFT, type Serving, type VanContext, type VanEvent, type VanInput } from './context.ts';

type Looked = Result<WorkDay, Failure<WorkDayFault>>;
type At = { readonly context: VanContext };

function may({ context: { operator, outside } }: At, action: StaffAction): boolean {
  return operator !== null && mayDo(operator, action, hongKongDate(outside.ports.now()));
}

/** Where the van stands, as it would be opened now. */
function locationOf({ outside, site }: VanContext) {
  const position = outside.ports.van?.position?.() ?? null;
  return stopLocationSchema.safeParse({
    site,
    position: position === null ? null : roundedPosition(position),
  });
}

function offers({ outside }: VanContext, language: InterpretedLanguage): boolean {
  const { notices = [] } = outside.ports.referenceData();
  return textsToPut(notices, language, ['notice']) !== null;
}

function serving({ context, event }: At & { readonly event: VanEvent }): Serving | null {
  const { operator } = context;
  if (operator === null) return null;
  switch (event.type) {
    case 'START':
      return event.locale === null
        ? null
        : { locale: event.locale, operator, language: null, callBack: false };
    case 'VAN_INTERPRETED':
      return { locale: event.locale, operator, language: event.language, callBack: false };
    case 'VAN_OWN_LANGUAGE':
      if (!offers(context, event.language)) return null;
      return { locale: event.locale, operator, language: null, callBack: false, own: event.language };
    case 'VAN_CALL_BACK':
      return { locale: event.locale, operator, language: null, callBack: true };
    default:
      return null;
  }
}

const vanSetup = setup({
  types: { context: {} as VanContext, events: {} as VanEvent, input: {} as VanInput },
  actors: {
    deadline,
    lookAtDay,
    openStop,
    closeStop,
    battery,
    endOfDay: endOfDayMachine,
    signIn: signInMachine,
    upkeep: upkeepMachine,
    roster: rosterMachine,
  },
  guards: {
    takesRosters,
    isVan: ({ context }) => context.outside.config.profile === 'van',
    stopOpen: ({ context }) => (context.day?.stop ?? null) !== null,
    runsStops: (at) => may(at, 'run-stop'),
    closesDays: (at) => may(at, 'close-day'),
    seesMachine: (at) => at.context.status !== null && may(at, 'see-status'),
    shiftOver: ({ context }) => context.outside.clock.now() >= context.shiftEnds,
    frozen: ({ context }) => frozenBy(context.status) !== null,
    siteIsThere: ({ context, event }) =>
      event.type === 'ANSWER' && locationOf({ ...context, site: event.value }).success,
    planned: ({ context, event }) =>
      event.type === 'VAN_CHOOSE_STOP' &&
      (event.placeId === null ||
        plannedStops(context.outside.ports.referenceData(), context.outside.ports.now()).some(
          ({ placeId }) => placeId === event.placeId,
        )),
    walkedAway: ({ event }) => event.type === 'VISIT_OVER' && (event.how === 'idle' || event.locked),
    named: (at) => serving(at) !== null,
  },
  actions: {
    noteStatus: assign(({ event }) => (event.type === 'STATUS' ? { status: event.status } : {})),
    noteDevice: assign(({ context, event }) =>
      event.type === 'DEVICE_STATE' ? { devices: { ...context.devices, [event.device]: event.status } } : {},
    ),
    noteBattery: assign(({ event }) => (event.type === 'BATTERY' ? { battery: event.battery } : {})),
    noteDay: assign((_, { result }: { readonly result: Looked }) =>
      result.ok ? { day: result.value, fault: null } : { fault: result.code },
    ),
    beginShift: assign(({ context: { outside } }, { staff }: { readonly staff: StaffMember | null }) => ({
      operator: staff,
      shiftEnds: outside.clock.now() + outside.delays.shiftLongest,
    })),
    endShift: assign(NO_SHIFT),
    chooseStop: assign(({ context: { outside }, event }) => {
      if (event.type !== 'VAN_CHOOSE_STOP') return {};
      const { ports, config } = outside;
      const plan = plannedStops(ports.referenceData(), ports.now());
      const stop = plan.find(({ placeId }) => placeId === event.placeId);
      const site = stop?.venue[config.defaultLocale] ?? '';
      return { chosen: event.placeId, site, siteError: false, fault: null };
    }),
    chooseLane: assign(({ event }) => (event.type === 'VAN_LANE' ? { lane: event.lane } : {})),
    keepSite: assign(({ event }) =>
      event.type === 'FIELD_DRAFT' || event.type === 'ANSWER' ? { site: event.value, siteError: false } : {},
    ),
    refuseSite: assign(({ event }) =>
      event.type === 'ANSWER' ? { site: event.value, siteError: true } : {},
    ),
    countPerson: assign(({ context: { day } }) =>
      day === null || day.stop === null
        ? {}
        : {
            day: {
              ...day,
              sessions: day.sessions + 1,
              cut: null,
              stop: { ...day.stop, lastNumber: day.stop.lastNumber + 1 },
            },
          },
    ),
    toSignIn: sendTo('sign-in', ({ event }) => event),
    toRoster: sendTo('roster', ({ event }) => event),
    forgetRoster: ({ context: { outside, operator } }) => forgetRoster(outside, operator),
    noteEarlyCode: assign(({ event }) => ({ earlyCode: event.type === 'FORM_SCANNED' })),
    toEndOfDay: sendTo('end-of-day', ({ event }) => event),
    toUpkeep: sendTo('upkeep', ({ event }) => event),
    serve: sendParent((at: At & { readonly event: VanEvent }) => ({ type: 'SERVE', serving: serving(at) })),
  },
});

const overdue = {
  id: 'work-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.workDayOverdue, { type: 'WORK_OVERDUE' }),
} as const;

const dayAnswer = answersKeptBy<Looked>()('noteDay');

/** Nobody touched it for a while: the shift is locked. Every touch begins the wait anew. */
const lock = {
  id: 'shift-lock',
  src: 'deadline',
  input: ({ context: { outside } }: At) => inTime(outside, outside.delays.shiftLock, { type: 'SHIFT_DUE' }),
} as const;
const locked = { target: '#signed-out', actions: 'endShift' } as const;

/** What every page has on which a shift is signed in. */
function onShift(name: string) {
  return {
    invoke: lock,
    touched: { target: name, reenter: true },
    ends: { VAN_SIGN_OUT: { ...locked, actions: ['forgetRoster', 'endShift'] }, SHIFT_DUE: locked },
  } as const;
}
const plan = onShift('plan');
const stop = onShift('stop');
const ready = onShift('ready');
const language = onShift('language');
const close = onShift('closeAsked');
const roster = onShift('watched');

/** One person begins; the session says so, or does not and the page comes back. */
const toServe = [
  { guard: 'shiftOver', ...locked },
  { guard: and([not('frozen'), 'named']), target: 'handing', actions: 'serve' },
] as const;

const signedOut = vanSetup.createStateConfig({
  id: 'signed-out',
  initial: 'resting',
  on: { BADGE_SCANNED: { target: '.signingIn', reenter: true } },
  states: {
    resting: { entry: 'endShift' },
    signingIn: {
      invoke: {
        id: 'sign-in',
        src: 'signIn',
        input: ({ context: { outside }, event }) => ({
          outside,
          badge: event.type === 'BADGE_SCANNED' ? event.text : '',
        }),
        onDone: [
          {
            guard: ({ event }) => event.output.staff !== null,
            target: '#arrived',
            actions: { type: 'beginShift', params: ({ event }) => ({ staff: event.output.staff }) },
          },
          { target: 'resting' },
        ],
        onError: 'resting',
      },
      on: {
        STAFF_PIN: { actions: 'toSignIn' },
        STAFF_CANCEL: { actions: 'toSignIn' },
        NEW_PIN: { actions: 'toSignIn' },
      },
    },
  },
});

/**
 * Shift and stop of a van. Whoever holds it is signed in with badge and PIN; where the van stands is on the disk, so
 * that a power cut loses neither a stop nor a number.
 */
export const vanStopMachine = vanSetup.createMachine({
  id: 'van',
  options: { maxIterations: 50 },
  context: ({ input }) => ({ ...input, ...NO_SHIFT, battery: null, day: null, fault: null }),
  initial: 'deciding',
  invoke: { id: 'battery', src: 'battery', input: ({ context: { outside } }) => ({ outside }) },
  on: {
    STATUS: { actions: 'noteStatus' },
    BATTERY: { actions: 'noteBattery' },
    DEVICE_STATE: { actions: 'noteDevice' },
  },
  states: {
    deciding: { always: [{ guard: 'isVan', target: 'looking' }, { target: 'off' }] },
    /** A kiosk: there is no shift, and the session is on top. */
    off: {},
    looking: {
      entry: 'forgetRoster',
      invoke: [
        {
          id: 'look-at-day',
          src: 'lookAtDay',
          input: ({ context: { outside } }) => ({ outside }),
          ...dayAnswer.to('signedOut', 'trouble'),
        },
        overdue,
      ],
      on: { WORK_OVERDUE: dayAnswer.none('trouble') },
    },
    trouble: { on: { RETRY: 'looking' } },
    signedOut,
    arrived: {
      id: 'arrived',
      always: [
        { guard: not('runsStops'), target: 'notPermitted' },
        { guard: 'stopOpen', target: 'ready' },
        { target: 'plan' },
      ],
    },
    /** Who may not run a stop may still close the day, or look after the machine; nothing else is theirs here. */
    notPermitted: {
      always: [
        { guard: 'closesDays', target: 'endOfDay' },
        { guard: 'seesMachine', target: 'upkeep' },
        { target: 'signedOut', actions: 'endShift' },
      ],
    },
    /** The machine's own pages (../operations/). */
    upkeep: {
      id: 'upkeep',
      invoke: {
        id: 'upkeep',
        src: 'upkeep',
        input: ({ context: { outside, operator } }) => ({ outside, staff: operator }),
        onDone: [{ guard: 'runsStops', target: 'arrived' }, locked],
        onError: locked,
      },
      on: PASSED_TO_UPKEEP,
    },
    plan: {
      entry: 'forgetRoster',
      invoke: plan.invoke,
      on: {
        ...plan.ends,
        TOUCHED: plan.touched,
        VAN_CHOOSE_STOP: { guard: and(['runsStops', 'planned']), target: 'stop', actions: 'chooseStop' },
        VAN_END_DAY: { guard: 'closesDays', target: 'endOfDay' },
        STAFF_STATUS: { guard: 'seesMachine', target: 'upkeep' },
      },
    },
    /** Where exactly, and which lane is this machine's. */
    stop: {
      invoke: stop.invoke,
      on: {
        ...stop.ends,
        TOUCHED: stop.touched,
        VAN_LANE: { actions: 'chooseLane' },
        FIELD_DRAFT: { actions: 'keepSite' },
        ANSWER: [{ guard: 'siteIsThere', target: 'opening', actions: 'keepSite' }, { actions: 'refuseSite' }],
        BACK: 'plan',
      },
    },
    opening: {
      invoke: [
        {
          id: 'open-stop',
          src: 'openStop',
          input: ({ context }) => {
            const location = locationOf(context);
            // The site was checked on the way here; the machine cannot say so in its types.
            if (!location.success) throw new Error('a stop without a site');
            const { outside, chosen, lane, operator } = context;
            return {
              outside,
              stop: { placeId: chosen, location: location.data, lane, staffId: operator?.staffId ?? '' },
            };
          },
          ...dayAnswer.to('ready', 'stop'),
        },
        overdue,
      ],
      on: { WORK_OVERDUE: dayAnswer.none('stop') },
    },
    /** The next person may come. */
    ready: {
      invoke: ready.invoke,
      on: {
        ...ready.ends,
        TOUCHED: ready.touched,
        FORM_SCANNED: { actions: 'noteEarlyCode' },
        VAN_ROSTER: { guard: and(['runsStops', 'takesRosters']), target: 'roster' },
        START: [...toServe],
        VAN_OTHER_LANGUAGE: { guard: not('frozen'), target: 'language' },
        VAN_CLOSE_STOP: { guard: 'runsStops', target: 'closeAsked' },
        STAFF_STATUS: { guard: 'seesMachine', target: 'upkeep' },
      },
    },
    /** The partner's list of workers. */
    roster: {
      ...rosterPages,
      initial: 'watched',
      states: { watched: { invoke: roster.invoke, on: { ...roster.ends, TOUCHED: roster.touched } } },
    },
    /** A signed-off text in the person's language, else an interpreter who is recorded, or a call-back. */
    language: {
      invoke: language.invoke,
      on: {
        ...language.ends,
        TOUCHED: language.touched,
        VAN_INTERPRETED: [...toServe],
        VAN_OWN_LANGUAGE: [...toServe],
        VAN_CALL_BACK: [...toServe],
        BACK: 'ready',
      },
    },
    handing: {
      entry: 'noteEarlyCode',
      invoke: {
        id: 'serve-overdue',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.serveOverdue, { type: 'SERVE_OVERDUE' }),
      },
      on: {
        VISIT_BEGUN: { target: 'serving', actions: 'countPerson' },
        SERVE_OVERDUE: 'ready',
      },
    },
    /** The session's pages are on top. */
    serving: {
      on: {
        VISIT_OVER: [
          // Nobody was there any more, or the operator's own lock was on: leaving is no way round a PIN.
          { guard: 'walkedAway', target: 'signedOut', actions: 'endShift' },
          { target: 'ready' },
        ],
      },
    },
    closeAsked: {
      invoke: close.invoke,
      on: { ...close.ends, TOUCHED: close.touched, CONTINUE: 'closing', BACK: 'ready' },
    },
    closing: {
      invoke: [
        {
          id: 'close-stop',
          src: 'closeStop',
          input: ({ context: { outside, operator } }) => ({ outside, staffId: operator?.staffId ?? '' }),
          ...dayAnswer.to('plan', 'trouble'),
        },
        overdue,
      ],
      on: { WORK_OVERDUE: dayAnswer.none('trouble') },
    },
    endOfDay: {
      invoke: {
        id: 'end-of-day',
        src: 'endOfDay',
        input: ({ context: { outside, operator, devices } }) => ({
          outside,
          by: { staffId: operator?.staffId ?? '', role: operator?.role ?? 'van-operator' },
          devices,
        }),
        onDone: [
          {
            guard: ({ context, event }) =>
              event.output.outcome === 'back' && context.operator !== null && may({ context }, 'run-stop'),
            target: 'plan',
          },
          // The next day begins clean, with a sign-in of its own.
          { target: 'looking', actions: 'endShift' },
        ],
        onError: { target: 'looking', actions: 'endShift' },
      },
      on: {
        DAY_CLOSE: { actions: 'toEndOfDay' },
        RETRY: { actions: 'toEndOfDay' },
        BACK: { actions: 'toEndOfDay' },
        DONE: { actions: 'toEndOfDay' },
        DAY_PRINT: { actions: 'toEndOfDay' },
      },
    },
  },
});

export type VanSnapshot = SnapshotFrom<typeof vanStopMachine>;
