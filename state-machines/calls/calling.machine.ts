import { assign, sendParent, setup, type SnapshotFrom } from 'xstate';
import type { CallStanding } from '../../domain/terminal/ports/staff-calls.ts';
import { deadline, inTime } from '../deadline.ts';
import type { Outside } from '../outside.ts';
import { endCall, type Outer, type OwnCall, tellCall, type Told } from './actors.ts';
import type { Wanted } from './wanted.ts';

export type CallingEvent =
  /** Somebody is wanted here, or is no more; by the terminal, from the session. */
  | { readonly type: 'WANTED'; readonly wanted: Wanted | null }
  /** Waits of `delays.ts`. */
  | { readonly type: 'BEAT_DUE' }
  | { readonly type: 'CALL_OVERDUE' };

interface CallingContext {
  readonly outside: Outside;
  readonly wanted: Wanted | null;
  /** What the platform was told of last, or is told of now; null: nothing. */
  readonly call: OwnCall | null;
  /** How far the call has come, as the platform said; null: it never answered. */
  readonly standing: CallStanding | null;
  /** Somebody was on the way, and nobody came. */
  readonly givenUp: boolean;
}

const callingSetup = setup({
  types: { context: {} as CallingContext, events: {} as CallingEvent, input: {} as Outer },
  actors: { deadline, endCall, tellCall },
  guards: {
    isSomewhere: ({ context }) => context.outside.ports.staffCalls !== undefined,
    wanted: ({ context }) => context.wanted !== null,
    /** The call that the platform knows is over, or nobody came of those who said that they would: another begins. */
    overHere: ({ context: { wanted, call, givenUp } }) => givenUp || wanted?.since !== call?.beganAt,
    goesNow: ({ context }, { told }: { readonly told: Told }) =>
      told.ok && told.value === 'going' && context.standing !== 'going',
  },
  actions: {
    noteWanted: assign(({ context, event }) => {
      if (event.type !== 'WANTED') return {};
      const { wanted } = event;
      const askedAgain = wanted?.unanswered === true && context.wanted?.unanswered === false;
      return { wanted, givenUp: context.givenUp || (askedAgain && context.standing === 'going') };
    }),
    beginCall: assign(({ context: { outside, wanted } }) =>
      wanted === null
        ? {}
        : {
            call: {
              callId: outside.ports.newId(),
              beganAt: wanted.since,
              ...{ locale: wanted.locale, step: wanted.step },
            },
            standing: null,
            givenUp: false,
          },
    ),
    renewWords: assign(({ context: { call, wanted } }) =>
      call === null || wanted === null ? {} : { call: { ...call, locale: wanted.locale, step: wanted.step } },
    ),
    // What was said of it stays true: who was told was told, whatever the network does now.
    noteTold: assign((_, { told }: { readonly told: Told }) => (told.ok ? { standing: told.value } : {})),
    forgetCall: assign({ call: null, standing: null }),
    tellGoing: sendParent({ type: 'HELPER_GOING' }),
  },
});

const overdue = {
  id: 'call-overdue',
  src: 'deadline',
  input: ({ context: { outside } }: { readonly context: CallingContext }) =>
    inTime(outside, outside.delays.callOverdue, { type: 'CALL_OVERDUE' }),
} as const;

/**
 * The call of this terminal among the others of its place (ADR 0045), beside the session: told at once, repeated while it
 * stands, ended. Best effort: what is not answered is not repeated but by the next beat, and the lamp burns all the same.
 */
export const callingMachine = callingSetup.createMachine({
  id: 'calling',
  options: { maxIterations: 20 },
  context: ({ input: { outside } }) => ({
    outside,
    wanted: null,
    call: null,
    standing: null,
    givenUp: false,
  }),
  initial: 'deciding',
  on: { WANTED: { actions: 'noteWanted' } },
  states: {
    deciding: { always: [{ guard: 'isSomewhere', target: 'quiet' }, { target: 'off' }] },
    /** Nowhere, or in practice: there is nobody to tell. */
    off: {},
    quiet: { always: { guard: 'wanted', target: 'telling', actions: 'beginCall' } },
    telling: {
      invoke: [
        {
          id: 'tell',
          src: 'tellCall',
          input: ({ context: { outside, call } }) => ({ outside, call }),
          onDone: [
            {
              guard: { type: 'goesNow', params: ({ event }) => ({ told: event.output }) },
              target: 'standing',
              actions: [{ type: 'noteTold', params: ({ event }) => ({ told: event.output }) }, 'tellGoing'],
            },
            {
              target: 'standing',
              actions: { type: 'noteTold', params: ({ event }) => ({ told: event.output }) },
            },
          ],
          onError: 'standing',
        },
        overdue,
      ],
      // Never told and ended at the same time: the later of the two could be the first to arrive.
      on: { CALL_OVERDUE: 'standing' },
    },
    standing: {
      always: { guard: 'overHere', target: 'ending' },
      invoke: {
        id: 'beat',
        src: 'deadline',
        input: ({ context: { outside } }) => inTime(outside, outside.delays.callBeat, { type: 'BEAT_DUE' }),
      },
      on: { BEAT_DUE: { target: 'telling', actions: 'renewWords' } },
    },
    ending: {
      invoke: [
        {
          id: 'end',
          src: 'endCall',
          input: ({ context: { outside, call } }) => ({ outside, callId: call?.callId ?? '' }),
          onDone: 'quiet',
          // The platform forgets it by itself.
          onError: 'quiet',
        },
        overdue,
      ],
      exit: 'forgetCall',
      on: { CALL_OVERDUE: 'quiet' },
    },
  },
});

export type CallingSnapshot = SnapshotFrom<typeof callingMachine>;
