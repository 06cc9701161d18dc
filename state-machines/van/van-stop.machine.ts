import { and, assign, not, sendParent, sendTo, setup, type SnapshotFrom } from 'xstate';
import type { PinRefusal, StaffRefusal } from '../../domain/codes.ts';
import { mayDo, type StaffAction } from '../../domain/identity/permissions.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { WorkDay, WorkDayFault } from '../../domain/terminal/work-day.ts';
import { hongKongDate } from '../../domain/time.ts';
import { roundedPosition } from '../../domain/work-day/position.ts';
import { plannedStops, stopLocationSchema } from '../../domain/work-day/stops.ts';
import { deadline, inTime } from '../deadline.ts';
import { changePin, verify } from '../session/actors.ts';
import { frozenBy } from '../session/context.ts';
import { endOfDayMachine } from '../work-day/end-of-day.machine.ts';
import { lookAtDay } from '../work-day/look-at-day.ts';
import { battery, closeStop, openStop } from './actors.ts';
import { rosterPages, takesRosters } from './roster.ts';
import { forgetRoster, rosterMachine } from './roster.machine.ts';
import { NO_SHIFT, type Serving, type VanContext, type VanEvent, type VanInput } from './context.ts';

type Looked = Result<WorkDay, Failure<WorkDayFault>>;
type At = { readonly context: VanContext };

const UNAVAILABLE = { ok: false, code: 'unavailable' } as const;

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
    verify,
    changePin,
    lookAtDay,
    openStop,
    closeStop,
    battery,
    endOfDay: endOfDayMachine,
    roster: rosterMachine,
  },
  guards: {
    takesRosters,
    isVan: ({ context }) => context.outside.config.profile === 'van',
    stopOpen: ({ context }) => (context.day?.stop ?? null) !== null,
    runsStops: (at) => may(at, 'run-stop'),
    closesDays: (at) => may(at, 'close-day'),
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
    pinsDiffer: ({ event }) => event.type === 'NEW_PIN' && event.pin !== event.again,
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
    keepBadge: assign(({ event }) =>
      event.type === 'BADGE_SCANNED' ? { badge: event.text, refusal: null } : {},
    ),
    forgetBadge: assign({ badge: null, refusal: null }),
    noteVerified: assign(
      (
        { context: { outside } },
        { result }: { readonly result: Result<StaffMember, Failure<StaffRefusal>> },
      ) =>
        result.ok
          ? {
              ...{ operator: result.value, badge: null, refusal: null },
              shiftEnds: outside.clock.now() + outside.delays.shiftLongest,
            }
          : { refusal: { code: result.code, params: result.params ?? {} } },
    ),
    refusePin: assign((_, { code }: { readonly code: PinRefusal }) => ({ pinRefusal: code })),
    pinChanged: assign(({ context: { operator } }) => {
      if (operator === null) return {};
      const { staffId, role, identityTrainedOn } = operator;
      return { operator: { staffId, role, identityTrainedOn }, pinRefusal: null };
    }),
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
    toRoster: sendTo('roster', ({ event }) => event),
    forgetRoster: ({ context: { outside, operator } }) => forgetRoster(outside, operator),
    noteEarlyCode: assign(({ event }) => ({ earlyCode: event.type === 'FORM_SCANNED' })),
    toEndOfDay: sendTo('end-of-day', ({ event }) => event),
    serve: sendParent((at: At & { readonly event: VanEvent }) => ({ type: 'SERVE', serving: serving(at) })),
    /** Anybody's words in an audit entry would be too many: who, and nothing else. */
    auditSignedIn: ({ context: { outside, operator } }) => {
      if (operator === null) return;
      const { staffId, role } = operator;
      outside.ports.queue.audit({ event: 'staff.signed-in', actor: 'staff', staffId, detail: { role } });
    },
    auditRefusal: ({ context: { outside, refusal } }) => {
      const code = refusal?.code ?? 'list-not-available';
      outside.ports.queue.audit({ event: 'staff.sign-in-refused', actor: 'system', detail: { code } });
    },
    listSilent: assign({ refusal: { code: 'list-not-available' } }),
  },
});

const overdue = {
  id: 'work-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: At) =>
    inTime(outside, outside.delays.workDayOverdue, { type: 'WORK_OVERDUE' }),
} as const;

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
  on: { BADGE_SCANNED: { target: '.asking', reenter: true, actions: 'keepBadge' } },
  states: {
    resting: { entry: ['endShift', 'forgetBadge'] },
    asking: {
      invoke: {
        id: 'pin-deadline',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.staffPinWait, { type: 'PIN_DUE' }),
      },
      on: { STAFF_PIN: 'checking', STAFF_CANCEL: 'resting', PIN_DUE: 'resting' },
    },
    checking: {
      invoke: [
        {
          id: 'verify',
          src: 'verify',
          input: ({ context: { outside, badge }, event }) => ({
            outside,
            badge: badge ?? '',
            pin: event.type === 'STAFF_PIN' ? event.pin : '',
          }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok && event.output.value.mustChangePin === true,
              target: 'newPin',
              actions: { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
            },
            {
              guard: ({ event }) => event.output.ok,
              target: '#arrived',
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                'auditSignedIn',
              ],
            },
            {
              target: 'asking',
              actions: [
                { type: 'noteVerified', params: ({ event }) => ({ result: event.output }) },
                'auditRefusal',
              ],
            },
          ],
          onError: { target: 'asking', actions: ['listSilent', 'auditRefusal'] },
        },
        {
          id: 'verify-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.staffVerifyOverdue, { type: 'VERIFY_OVERDUE' }),
        },
      ],
      // One badge at a time: the answer on its way is to the one before.
      on: {
        BADGE_SCANNED: {},
        VERIFY_OVERDUE: { target: 'asking', actions: ['listSilent', 'auditRefusal'] },
      },
    },
    /** A start PIN opens nothing but this. */
    newPin: {
      invoke: {
        id: 'pin-deadline',
        src: 'deadline',
        input: ({ context: { outside } }) =>
          inTime(outside, outside.delays.staffPinWait, { type: 'PIN_DUE' }),
      },
      on: {
        NEW_PIN: [
          { guard: 'pinsDiffer', actions: { type: 'refusePin', params: { code: 'pin-differs' } } },
          { target: 'saving' },
        ],
        STAFF_CANCEL: 'resting',
        PIN_DUE: 'resting',
      },
    },
    saving: {
      invoke: [
        {
          id: 'change-pin',
          src: 'changePin',
          input: ({ context: { outside, operator }, event }) => ({
            outside,
            staffId: operator?.staffId ?? '',
            newPin: event.type === 'NEW_PIN' ? event.pin : '',
          }),
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: '#arrived',
              actions: ['pinChanged', 'auditSignedIn'],
            },
            {
              target: 'newPin',
              actions: {
                type: 'refusePin',
                params: ({ event }) => ({ code: event.output.ok ? 'pin-not-saved' : event.output.code }),
              },
            },
          ],
          onError: { target: 'newPin', actions: { type: 'refusePin', params: { code: 'pin-not-saved' } } },
        },
        {
          id: 'verify-overdue',
          src: 'deadline',
          input: ({ context: { outside } }) =>
            inTime(outside, outside.delays.staffVerifyOverdue, { type: 'VERIFY_OVERDUE' }),
        },
      ],
      on: {
        BADGE_SCANNED: {},
        VERIFY_OVERDUE: {
          target: 'newPin',
          actions: { type: 'refusePin', params: { code: 'pin-not-saved' } },
        },
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
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'signedOut',
              actions: { type: 'noteDay', params: ({ event }) => ({ result: event.output }) },
            },
            {
              target: 'trouble',
              actions: { type: 'noteDay', params: ({ event }) => ({ result: event.output }) },
            },
          ],
          onError: { target: 'trouble', actions: { type: 'noteDay', params: { result: UNAVAILABLE } } },
        },
        overdue,
      ],
      on: {
        WORK_OVERDUE: {
          target: 'trouble',
          actions: { type: 'noteDay', params: { result: UNAVAILABLE } },
        },
      },
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
    /** Who may not run a stop may still close the day; nothing else is theirs here. */
    notPermitted: {
      always: [
        { guard: 'closesDays', target: 'endOfDay' },
        { target: 'signedOut', actions: 'endShift' },
      ],
    },
    plan: {
      entry: 'forgetRoster',
      invoke: plan.invoke,
      on: {
        ...plan.ends,
        TOUCHED: plan.touched,
        VAN_CHOOSE_STOP: { guard: and(['runsStops', 'planned']), target: 'stop', actions: 'chooseStop' },
        VAN_END_DAY: { guard: 'closesDays', target: 'endOfDay' },
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
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'ready',
              actions: { type: 'noteDay', params: ({ event }) => ({ result: event.output }) },
            },
            {
              target: 'stop',
              actions: { type: 'noteDay', params: ({ event }) => ({ result: event.output }) },
            },
          ],
          onError: { target: 'stop', actions: { type: 'noteDay', params: { result: UNAVAILABLE } } },
        },
        overdue,
      ],
      on: {
        WORK_OVERDUE: {
          target: 'stop',
          actions: { type: 'noteDay', params: { result: UNAVAILABLE } },
        },
      },
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
      },
    },
    /** The partner's list of workers. */
    roster: {
      ...rosterPages,
      initial: 'watched',
      states: { watched: { invoke: roster.invoke, on: { ...roster.ends, TOUCHED: roster.touched } } },
    },
    /** No signed-off text in the person's language: an interpreter who is recorded, or a call-back. */
    language: {
      invoke: language.invoke,
      on: {
        ...language.ends,
        TOUCHED: language.touched,
        VAN_INTERPRETED: [...toServe],
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
          onDone: [
            {
              guard: ({ event }) => event.output.ok,
              target: 'plan',
              actions: { type: 'noteDay', params: ({ event }) => ({ result: event.output }) },
            },
            {
              target: 'trouble',
              actions: { type: 'noteDay', params: ({ event }) => ({ result: event.output }) },
            },
          ],
          onError: { target: 'trouble', actions: { type: 'noteDay', params: { result: UNAVAILABLE } } },
        },
        overdue,
      ],
      on: {
        WORK_OVERDUE: {
          target: 'trouble',
          actions: { type: 'noteDay', params: { result: UNAVAILABLE } },
        },
      },
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
