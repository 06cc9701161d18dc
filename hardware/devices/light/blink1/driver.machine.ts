import { assign, enqueueActions, fromCallback, sendTo, setup } from 'xstate';
import type { LightPattern } from '../../../../domain/terminal/ports/light.ts';
import type { DeviceStatus } from '../../../../domain/terminal/ports/hardware.ts';
import type { Presence, TransportFault } from '../../../transport/transport.ts';
import type { LinkCommand, LinkEvent } from './link.ts';

/** What the terminal wants shown, what the connection reports, and what is plugged in. */
export type LampEvent =
  | { readonly type: 'SHOW'; readonly pattern: LightPattern }
  | { readonly type: 'LEAVE' }
  | { readonly type: 'PRESENCE'; readonly presence: Presence }
  | { readonly type: 'PRESENCE_FAILED'; readonly fault: TransportFault }
  | LinkEvent;

/** Every wait of the driver, in milliseconds, and what it is for. */
export interface LampDelays {
  /** From open to the last line of the table; the lamps answer within milliseconds. */
  readonly greetDeadline: number;
  /** Two of these may be missed before the lamp's watchdog (link.ts) thinks that nobody is there. */
  readonly tickleEvery: number;
  /** Before the first, second, … new attempt; the last one repeats. */
  readonly backOff: readonly number[];
}

export const LAMP_DELAYS: LampDelays = {
  greetDeadline: 5_000,
  tickleEvery: 2_500,
  backOff: [500, 1_000, 2_000, 5_000, 10_000, 30_000],
};

export type LampFault = TransportFault | 'protocol' | 'stuck';

interface LampInput {
  readonly delays: LampDelays;
}

export interface LampContext extends LampInput {
  readonly pattern: LightPattern;
  /** Failed connections in a row. */
  readonly attempts: number;
  readonly fault: LampFault | null;
  readonly lamps: number;
  readonly firmware: string | null;
  readonly connections: number;
  /** Lamps that went away while another one stayed. */
  readonly lost: number;
}

/**
 * The driver of a blink(1), or of several that all show the same. `absent`: none is plugged in. `linked`: handles are
 * held, and inside it `connecting` (version asked, table written) and `ready` (told again and again that somebody is
 * there). `faulted`: waiting to try again. What is wanted is kept in every state and shown as soon as a lamp is there.
 */
export const lampMachine = setup({
  types: { context: {} as LampContext, events: {} as LampEvent, input: {} as LampInput },
  actors: {
    link: fromCallback<LinkCommand>(() => undefined),
    presence: fromCallback<{ readonly type: 'RESCAN' }>(() => undefined),
  },
  delays: {
    greetDeadline: ({ context }) => context.delays.greetDeadline,
    tickleEvery: ({ context }) => context.delays.tickleEvery,
    backOff: ({ context }) => {
      const { backOff } = context.delays;
      return backOff[Math.min(context.attempts, backOff.length) - 1] ?? 0;
    },
  },
  actions: {
    rescan: sendTo('presence', { type: 'RESCAN' }),
    keep: assign(({ context, event }) => ({
      pattern: event.type === 'SHOW' ? event.pattern : context.pattern,
    })),
    show: enqueueActions(({ context, enqueue }) =>
      enqueue.sendTo('link', { type: 'SHOW', pattern: context.pattern } satisfies LinkCommand),
    ),
    tickle: sendTo('link', { type: 'TICKLE' } satisfies LinkCommand),
    leave: sendTo('link', { type: 'LEAVE' } satisfies LinkCommand),
    fault: assign((_, { fault }: { readonly fault: LampFault }) => ({ fault, lamps: 0 })),
    greet: assign(({ context, event }) =>
      event.type === 'LINK_UP'
        ? {
            ...{ lamps: event.lamps, firmware: event.firmware, attempts: 0, fault: null },
            connections: context.connections + 1,
          }
        : {},
    ),
    oneLess: assign(({ context, event }) =>
      event.type === 'LAMP_LOST' ? { lamps: event.lamps, lost: context.lost + 1 } : {},
    ),
  },
}).createMachine({
  id: 'lamp',
  context: ({ input }) => ({
    ...input,
    pattern: 'off',
    attempts: 0,
    fault: null,
    lamps: 0,
    firmware: null,
    connections: 0,
    lost: 0,
  }),
  invoke: { id: 'presence', src: 'presence' },
  on: { SHOW: { actions: 'keep' } },
  initial: 'absent',
  states: {
    absent: {
      entry: [assign({ attempts: 0, fault: null, lamps: 0 }), 'rescan'],
      on: {
        PRESENCE: { guard: ({ event }) => event.presence !== 'none', target: 'linked' },
        PRESENCE_FAILED: { target: 'faulted', actions: { type: 'fault', params: ({ event }) => event } },
      },
    },
    faulted: {
      entry: assign({ attempts: ({ context }) => context.attempts + 1 }),
      after: { backOff: 'linked' },
      on: { PRESENCE: { guard: ({ event }) => event.presence === 'none', target: 'absent' } },
    },
    linked: {
      invoke: { id: 'link', src: 'link' },
      on: {
        SHOW: { actions: 'keep' },
        LEAVE: { actions: 'leave' },
        LINK_FAILED: [
          { guard: ({ event }) => event.fault === 'absent', target: 'absent' },
          { target: 'faulted', actions: { type: 'fault', params: ({ event }) => event } },
        ],
        LINK_LOST: [
          { guard: ({ event }) => event.why === 'unplugged', target: 'absent' },
          {
            target: 'faulted',
            actions: {
              type: 'fault',
              params: ({ event }) => ({ fault: event.why === 'stuck' ? 'stuck' : 'io' }),
            },
          },
        ],
        PRESENCE: { guard: ({ event }) => event.presence === 'none', target: 'absent' },
      },
      initial: 'connecting',
      states: {
        connecting: {
          after: {
            greetDeadline: {
              target: '#lamp.faulted',
              actions: { type: 'fault', params: { fault: 'timed-out' } },
            },
          },
          on: { LINK_UP: { target: 'ready', actions: ['greet', 'show'] } },
        },
        ready: {
          on: {
            SHOW: { actions: ['keep', 'show'] },
            LAMP_LOST: { actions: 'oneLess' },
            // Another one was plugged in, or the one that was lost is back.
            PRESENCE: [
              { guard: ({ event }) => event.presence === 'none', target: '#lamp.absent' },
              {
                guard: ({ context, event }) => event.presence === 'several' && context.lamps < 2,
                target: '#lamp.linked',
                reenter: true,
              },
            ],
          },
          initial: 'telling',
          states: {
            telling: { after: { tickleEvery: { target: 'telling', reenter: true, actions: 'tickle' } } },
          },
        },
      },
    },
  },
});

interface Matching {
  matches(state: 'absent' | 'faulted' | { linked: 'ready' }): boolean;
}

/** The one word the terminal sees of all these states. */
export function lampStatus(snapshot: Matching): DeviceStatus {
  if (snapshot.matches('absent')) return 'absent';
  if (snapshot.matches('faulted')) return 'faulted';
  return snapshot.matches({ linked: 'ready' }) ? 'ready' : 'connecting';
}
