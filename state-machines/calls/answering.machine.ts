import { assign, setup, type SnapshotFrom } from 'xstate';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { CallSeen } from '../../domain/terminal/ports/staff-calls.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';
import { callWatch, type CallsEvent, goToCall, type Outer, type Taken } from './actors.ts';

export type AnsweringEvent =
  /** Who looks at staff's window now; null: nobody who could go. By the terminal. */
  | { readonly type: 'WATCHER'; readonly staff: StaffMember | null }
  /** "I am going." */
  | { readonly type: 'CALL_GOING'; readonly callId: string }
  | CallsEvent
  /** Wait of `delays.ts`. */
  | { readonly type: 'CALL_OVERDUE' };

interface AnsweringContext {
  readonly outside: Outside;
  readonly staff: StaffMember | null;
  readonly calls: readonly CallSeen[];
  /** On the machines' clock: when the platform last said what stands. */
  readonly heardAt: number;
  /** Which call somebody says now that they go to. */
  readonly going: string | null;
  /** Which one the platform could not be told of. */
  readonly untold: string | null;
}

const NOBODY = { staff: null, calls: [], going: null, untold: null } as const;
const UNTOLD: Taken = { ok: false, code: 'unavailable' };

const answeringSetup = setup({
  types: { context: {} as AnsweringContext, events: {} as AnsweringEvent, input: {} as Outer },
  actors: { callWatch, deadline, goToCall },
  guards: {
    hasStaffWindow: ({ context: { outside } }) =>
      outside.config.profile === 'station' && outside.ports.staffCalls !== undefined,
    somebodyLooks: ({ event }) => event.type === 'WATCHER' && event.staff !== null,
    /** Shown, and nobody is on the way yet. */
    isToBeTaken: ({ context, event }) =>
      event.type === 'CALL_GOING' &&
      context.calls.some(({ callId, going }) => callId === event.callId && going === null),
  },
  actions: {
    noteWatcher: assign(({ event }) => (event.type === 'WATCHER' ? { staff: event.staff } : {})),
    forget: assign(NOBODY),
    noteCalls: assign(({ context: { outside, heardAt, calls, untold }, event }) => {
      if (event.type !== 'CALLS') return {};
      const now = outside.clock.now();
      if (!event.answer.ok)
        return now - heardAt < outside.delays.callsStand ? {} : { calls: [], untold: null };
      const stillThere = event.answer.value.some(({ callId }) => callId === untold);
      // The same list is the same picture.
      const same = JSON.stringify(event.answer.value) === JSON.stringify(calls);
      return {
        heardAt: now,
        ...(same ? {} : { calls: event.answer.value }),
        ...(stillThere ? {} : { untold: null }),
      };
    }),
    noteGoing: assign(({ event }) =>
      event.type === 'CALL_GOING' ? { going: event.callId, untold: null } : {},
    ),
    noteTaken: assign(({ context: { calls, going } }, { taken }: { readonly taken: Taken }) => {
      if (taken.ok) {
        const told = calls.map((call) => (call.callId === going ? { ...call, going: taken.value } : call));
        return { calls: told, going: null };
      }
      if (taken.code !== 'over') return { going: null, untold: going };
      return { calls: calls.filter(({ callId }) => callId !== going), going: null };
    }),
    /** Who, and to which terminal; whether they were the first. */
    auditTaken: ({ context: { outside, staff, calls, going } }, { taken }: { readonly taken: Taken }) => {
      const call = calls.find(({ callId }) => callId === going);
      if (staff === null || call === undefined) return;
      const result = taken.ok ? (taken.value.here ? 'first' : 'other-first') : taken.code;
      outside.ports.queue.audit({
        event: 'call.answered',
        actor: 'staff',
        staffId: staff.staffId,
        detail: { terminal: call.terminalId, result },
      });
    },
  },
});

const kept = ({ event }: { readonly event: { readonly output: Taken } }) => ({ taken: event.output });
const untold = {
  target: 'looking',
  actions: [
    { type: 'auditTaken', params: { taken: UNTOLD } },
    { type: 'noteTaken', params: { taken: UNTOLD } },
  ],
} as const;

/**
 * The calls of the other terminals of this place, for staff at a station's window (ADR 0045), beside the session and the
 * shift: shown for as long as somebody looks, whatever else they do, and told back when they go.
 */
export const answeringMachine = answeringSetup.createMachine({
  id: 'answering',
  options: { maxIterations: 20 },
  context: ({ input: { outside } }) => ({ outside, ...NOBODY, heardAt: outside.clock.now() }),
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'hasStaffWindow', target: 'nobody' }, { target: 'off' }] },
    /** Not a station, or nowhere. */
    off: {},
    nobody: {
      on: { WATCHER: { guard: 'somebodyLooks', target: 'watched', actions: 'noteWatcher' } },
    },
    watched: {
      initial: 'looking',
      invoke: { id: 'call-watch', src: 'callWatch', input: ({ context: { outside } }) => ({ outside }) },
      exit: 'forget',
      on: {
        CALLS: { actions: 'noteCalls' },
        // Somebody else sits there now: what is shown stays, and whoever goes is somebody else.
        WATCHER: [{ guard: 'somebodyLooks', actions: 'noteWatcher' }, { target: 'nobody' }],
      },
      states: {
        looking: { on: { CALL_GOING: { guard: 'isToBeTaken', target: 'telling', actions: 'noteGoing' } } },
        telling: {
          invoke: [
            {
              id: 'go',
              src: 'goToCall',
              input: ({ context: { outside, going } }) => ({ outside, callId: going ?? '' }),
              onDone: {
                target: 'looking',
                actions: [
                  { type: 'auditTaken', params: kept },
                  { type: 'noteTaken', params: kept },
                ],
              },
              onError: untold,
            },
            {
              id: 'call-overdue',
              src: 'deadline',
              input: ({ context: { outside } }) =>
                inTime(outside, outside.delays.callOverdue, { type: 'CALL_OVERDUE' }),
            },
          ],
          on: { CALL_OVERDUE: untold },
        },
      },
    },
  },
});

export type AnsweringSnapshot = SnapshotFrom<typeof answeringMachine>;
