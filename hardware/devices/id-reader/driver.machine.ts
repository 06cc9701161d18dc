import { assign, enqueueActions, fromCallback, sendTo, setup } from 'xstate';
import type { ReaderTrouble } from '../../../domain/codes.ts';
import type { DeviceStatus, HardwareEvent } from '../../../domain/terminal/ports/hardware.ts';
import type { Presence, TransportFault } from '../../transport/transport.ts';
import type { AuthenticityPolicy } from './adapter.ts';
import { toIdentityDocument } from './document.ts';
import type { LinkCommand, LinkEvent } from './link.ts';
import type { HostMessage, ReportedDocument } from './wire/protocol.ts';

/** What the terminal asks, what the connection to the reader reports, and what is plugged in. */
export type ReaderEvent =
  | { readonly type: 'ARM'; readonly readId: string }
  | { readonly type: 'DISARM' }
  | { readonly type: 'FORGET' }
  | { readonly type: 'PRESENCE'; readonly presence: Presence }
  | { readonly type: 'PRESENCE_FAILED'; readonly fault: TransportFault }
  | LinkEvent;

/** Every wait of the driver, in milliseconds, and what it is for. */
export interface ReaderDelays {
  /** A reader answers hello at once; one that has not by then speaks another protocol or hangs. */
  readonly helloDeadline: number;
  /** From card seen to document, all second attempts included; the member stands there and watches. */
  readonly readDeadline: number;
  /** After a damaged message: lets the rest of it pass before the document is asked for again. */
  readonly settle: number;
  /** Before the first, second, … new attempt to connect; the last one repeats. Jitter of ±20 % is added. */
  readonly backOff: readonly number[];
}

export const READER_DELAYS: ReaderDelays = {
  helloDeadline: 1_000,
  readDeadline: 8_000,
  settle: 250,
  backOff: [500, 1_000, 2_000, 5_000, 10_000, 30_000],
};

/** Damage on the way is repaired by asking again; a document that stays damaged after this counts as unreadable. */
const MAX_REREADS = 2;

export type ReaderFault = TransportFault | 'stuck' | 'protocol';

interface ReaderInput {
  readonly policy: AuthenticityPolicy;
  readonly delays: ReaderDelays;
  /** Eight random bytes as hexadecimal. */
  readonly newNonce: () => string;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
}

export interface ReaderContext extends ReaderInput {
  readonly readId: string | null;
  /** Of the latest arming; an answer with another one belongs to an earlier read. */
  readonly nonce: string | null;
  readonly rereads: number;
  readonly cardPresent: boolean;
  /** Failed connections in a row. */
  readonly attempts: number;
  readonly fault: ReaderFault | null;
  readonly serial: string | null;
  readonly firmware: string | null;
  readonly connections: number;
  readonly dropped: number;
  readonly problems: Readonly<Record<string, number>>;
}

const NOTHING_ARMED = { readId: null, nonce: null, rereads: 0 } as const;

/**
 * The driver of the reference ID reader. `absent`: not plugged in. `linked`: a handle is held, and inside it
 * `connecting` (hello sent), `ready` (armed or not) and `busy` (a document is being read, under a deadline).
 * `faulted`: waiting to try again. Each armed read ends in exactly one result unless it is disarmed; a result that
 * nobody waits for is dropped and counted. Its effects are the actors `presence` and `link`; its results are emitted.
 */
export const readerMachine = setup({
  types: {
    context: {} as ReaderContext,
    events: {} as ReaderEvent,
    emitted: {} as HardwareEvent,
    input: {} as ReaderInput,
  },
  actors: {
    link: fromCallback<LinkCommand>(() => undefined),
    presence: fromCallback<{ readonly type: 'RESCAN' }>(() => undefined),
  },
  delays: {
    helloDeadline: ({ context }) => context.delays.helloDeadline,
    readDeadline: ({ context }) => context.delays.readDeadline,
    settle: ({ context }) => context.delays.settle,
    backOff: ({ context }) => {
      const { backOff } = context.delays;
      const wait = backOff[Math.min(context.attempts, backOff.length) - 1] ?? 0;
      return Math.round(wait * (0.8 + 0.4 * context.random()));
    },
  },
  actions: {
    rescan: sendTo('presence', { type: 'RESCAN' }),
    tell: sendTo('link', (_, message: HostMessage): LinkCommand => ({ type: 'SEND', message })),
    wipeLink: sendTo('link', { type: 'WIPE' } satisfies LinkCommand),
    tellArm: enqueueActions(({ context, enqueue }) => {
      if (context.nonce !== null) {
        enqueue.sendTo('link', { type: 'SEND', message: { type: 'arm', nonce: context.nonce } });
      }
    }),
    remember: assign(({ context }, { readId }: { readonly readId: string }) => ({
      readId,
      nonce: context.newNonce(),
      rereads: 0,
    })),
    forgetRead: assign(NOTHING_ARMED),
    anotherAttempt: assign(({ context }) => ({ nonce: context.newNonce(), rereads: context.rereads + 1 })),
    cardCame: enqueueActions(({ context, enqueue }) => {
      if (context.cardPresent) return;
      enqueue.assign({ cardPresent: true });
      enqueue.emit({ type: 'CARD_PRESENT', device: 'id-reader' });
    }),
    cardWent: enqueueActions(({ context, enqueue }) => {
      if (!context.cardPresent) return;
      enqueue.assign({ cardPresent: false });
      enqueue.emit({ type: 'CARD_REMOVED', device: 'id-reader' });
    }),
    fail: enqueueActions(({ context, enqueue }, { trouble }: { readonly trouble: ReaderTrouble }) => {
      if (context.readId === null) return;
      enqueue.emit({ type: 'READ_FAILED', readId: context.readId, trouble });
      enqueue.assign(NOTHING_ARMED);
    }),
    deliver: enqueueActions(({ context, enqueue }, reported: ReportedDocument) => {
      if (context.readId === null) return;
      const document = toIdentityDocument(reported, context.policy);
      enqueue.emit(
        document.ok
          ? { type: 'DOCUMENT_READ', readId: context.readId, document: document.value }
          : { type: 'READ_FAILED', readId: context.readId, trouble: document.code },
      );
      enqueue.assign(NOTHING_ARMED);
    }),
    drop: assign({ dropped: ({ context }) => context.dropped + 1 }),
    countProblem: assign(({ context }, { problem }: { readonly problem: string }) => ({
      problems: { ...context.problems, [problem]: (context.problems[problem] ?? 0) + 1 },
    })),
    fault: assign((_, { fault }: { readonly fault: ReaderFault }) => ({ fault })),
    greet: assign(
      ({ context }, { serial, firmware }: { readonly serial: string; readonly firmware: string }) => ({
        serial,
        firmware,
        attempts: 0,
        connections: context.connections + 1,
      }),
    ),
  },
  guards: {
    armed: ({ context }) => context.readId !== null,
    cardPresent: ({ context }) => context.cardPresent,
    canReread: ({ context }) => context.rereads < MAX_REREADS,
    isOurs: ({ context }, { nonce }: { readonly nonce: string }) => context.nonce === nonce,
  },
}).createMachine({
  id: 'idReader',
  context: ({ input }) => ({
    ...input,
    ...NOTHING_ARMED,
    cardPresent: false,
    attempts: 0,
    fault: null,
    serial: null,
    firmware: null,
    connections: 0,
    dropped: 0,
    problems: {},
  }),
  invoke: { id: 'presence', src: 'presence' },
  on: {
    ARM: { actions: { type: 'remember', params: ({ event }) => event } },
    DISARM: { actions: 'forgetRead' },
    FORGET: { actions: 'forgetRead' },
  },
  initial: 'absent',
  states: {
    absent: {
      entry: [assign({ attempts: 0, fault: null }), 'rescan'],
      on: {
        PRESENCE: [
          { guard: ({ event }) => event.presence === 'one', target: 'linked' },
          {
            guard: ({ event }) => event.presence === 'several',
            target: 'faulted',
            actions: { type: 'fault', params: { fault: 'ambiguous' } },
          },
        ],
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
      entry: assign({ fault: null }),
      exit: 'cardWent',
      on: {
        LINK_FAILED: { target: 'faulted', actions: { type: 'fault', params: ({ event }) => event } },
        LINK_LOST: [
          { guard: ({ event }) => event.why === 'unplugged', target: 'absent' },
          { target: 'faulted', actions: { type: 'fault', params: ({ event }) => faultOf(event.why) } },
        ],
        PRESENCE: { guard: ({ event }) => event.presence === 'none', target: 'absent' },
        PROBLEM: { actions: { type: 'countProblem', params: ({ event }) => event } },
        DISARM: { actions: ['forgetRead', { type: 'tell', params: { type: 'disarm' } }] },
        FORGET: { actions: ['forgetRead', 'wipeLink', { type: 'tell', params: { type: 'forget' } }] },
        'reader.document': { actions: 'drop' },
        'reader.read-error': { actions: 'drop' },
      },
      initial: 'connecting',
      states: {
        connecting: {
          after: {
            helloDeadline: {
              target: '#idReader.faulted',
              actions: { type: 'fault', params: { fault: 'protocol' } },
            },
          },
          on: {
            'reader.hello': {
              target: 'ready',
              actions: [
                { type: 'greet', params: ({ event }) => event.message },
                // Whatever the reader holds for an earlier host is not ours to take.
                { type: 'tell', params: { type: 'forget' } },
                'tellArm',
              ],
            },
          },
        },

        ready: {
          on: {
            ARM: [
              {
                guard: 'cardPresent',
                target: 'busy',
                actions: [{ type: 'remember', params: ({ event }) => event }, 'tellArm'],
              },
              { actions: [{ type: 'remember', params: ({ event }) => event }, 'tellArm'] },
            ],
            // A reader that was reset says hello again and knows nothing of the arming.
            'reader.hello': { actions: 'tellArm' },
            'reader.card-present': [
              { guard: 'armed', target: 'busy', actions: 'cardCame' },
              { actions: 'cardCame' },
            ],
            'reader.card-removed': { actions: 'cardWent' },
            'reader.status': [
              // The status mends what a damaged message lost.
              {
                guard: ({ context, event }) => event.message.cardPresent && context.readId !== null,
                target: 'busy',
                actions: ['cardCame', 'tellArm'],
              },
              { guard: ({ event }) => event.message.cardPresent, actions: 'cardCame' },
              { guard: ({ event }) => !event.message.armed, actions: ['cardWent', 'tellArm'] },
              { actions: 'cardWent' },
            ],
            'reader.document': [
              {
                guard: { type: 'isOurs', params: ({ event }) => event.message },
                actions: { type: 'deliver', params: ({ event }) => event.message.document },
              },
              { actions: 'drop' },
            ],
          },
        },

        busy: {
          after: {
            readDeadline: {
              target: '#idReader.faulted',
              actions: [
                { type: 'fail', params: { trouble: 'timed-out' } },
                { type: 'fault', params: { fault: 'stuck' } },
              ],
            },
          },
          on: {
            ARM: {
              target: 'busy',
              reenter: true,
              actions: [{ type: 'remember', params: ({ event }) => event }, 'tellArm'],
            },
            DISARM: {
              target: 'ready',
              actions: ['forgetRead', { type: 'tell', params: { type: 'disarm' } }],
            },
            FORGET: {
              target: 'ready',
              actions: ['forgetRead', 'wipeLink', { type: 'tell', params: { type: 'forget' } }],
            },
            LINK_LOST: [
              {
                guard: ({ event }) => event.why === 'unplugged',
                target: '#idReader.absent',
                actions: { type: 'fail', params: { trouble: 'absent' } },
              },
              {
                target: '#idReader.faulted',
                actions: [
                  { type: 'fail', params: { trouble: 'faulted' } },
                  { type: 'fault', params: ({ event }) => faultOf(event.why) },
                ],
              },
            ],
            PRESENCE: {
              guard: ({ event }) => event.presence === 'none',
              target: '#idReader.absent',
              actions: { type: 'fail', params: { trouble: 'absent' } },
            },
            'reader.hello': { actions: 'tellArm' },
            'reader.document': [
              {
                guard: { type: 'isOurs', params: ({ event }) => event.message },
                target: 'ready',
                actions: { type: 'deliver', params: ({ event }) => event.message.document },
              },
              { actions: 'drop' },
            ],
            'reader.read-error': [
              {
                guard: { type: 'isOurs', params: ({ event }) => event.message },
                target: 'ready',
                actions: { type: 'fail', params: ({ event }) => ({ trouble: event.message.code }) },
              },
              { actions: 'drop' },
            ],
            'reader.card-removed': {
              target: 'ready',
              actions: [{ type: 'fail', params: { trouble: 'removed-while-reading' } }, 'cardWent'],
            },
            'reader.status': {
              guard: ({ event }) => !event.message.cardPresent,
              target: 'ready',
              actions: [{ type: 'fail', params: { trouble: 'removed-while-reading' } }, 'cardWent'],
            },
          },
          initial: 'reading',
          states: {
            reading: {
              on: {
                PROBLEM: [
                  // A repeated report costs nothing: the message still arrives.
                  {
                    guard: ({ event }) => event.problem === 'part-repeated',
                    actions: { type: 'countProblem', params: ({ event }) => event },
                  },
                  {
                    guard: 'canReread',
                    target: 'settling',
                    actions: { type: 'countProblem', params: ({ event }) => event },
                  },
                  {
                    target: '#idReader.linked.ready',
                    actions: [
                      { type: 'countProblem', params: ({ event }) => event },
                      { type: 'fail', params: { trouble: 'unreadable' } },
                      { type: 'tell', params: { type: 'disarm' } },
                    ],
                  },
                ],
              },
            },
            settling: {
              after: { settle: { target: 'reading', actions: ['anotherAttempt', 'tellArm'] } },
            },
          },
        },
      },
    },
  },
});

function faultOf(why: 'unplugged' | 'io' | 'stuck'): { readonly fault: ReaderFault } {
  return { fault: why === 'stuck' ? 'stuck' : 'io' };
}

interface Matching {
  matches(state: 'absent' | 'faulted' | { linked: 'ready' | 'busy' }): boolean;
}

/** The one word the terminal sees of all these states. */
export function statusOf(snapshot: Matching): DeviceStatus {
  if (snapshot.matches('absent')) return 'absent';
  if (snapshot.matches('faulted')) return 'faulted';
  if (snapshot.matches({ linked: 'ready' })) return 'ready';
  return snapshot.matches({ linked: 'busy' }) ? 'busy' : 'connecting';
}
