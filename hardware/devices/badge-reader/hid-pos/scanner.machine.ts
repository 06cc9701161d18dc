import { assign, emit, fromCallback, setup, type SnapshotFrom } from 'xstate';
import type { DeviceStatus } from '../../../../domain/terminal/ports/hardware.ts';
import type { LostReason, Presence, TransportFault } from '../../../transport/transport.ts';

/** What is plugged in, and what the connection to it says. */
export type ScannerEvent =
  | { readonly type: 'PRESENCE'; readonly presence: Presence }
  | { readonly type: 'PRESENCE_FAILED'; readonly fault: TransportFault }
  | { readonly type: 'LINK_OPEN' }
  | { readonly type: 'LINK_FAILED'; readonly fault: TransportFault }
  | { readonly type: 'LINK_LOST'; readonly why: LostReason }
  | { readonly type: 'SCANNED'; readonly text: string };

/** Waits of the driver, in milliseconds. */
export interface ScannerDelays {
  /** Before a device that could not be opened is tried again. */
  readonly retry: number;
  /** Longest pause between two reports of one code; what came before is thrown away after it. */
  readonly partGap: number;
}

export const SCANNER_DELAYS: ScannerDelays = { retry: 5_000, partGap: 1_000 };

interface ScannerContext {
  readonly delays: ScannerDelays;
  readonly fault: TransportFault | 'stuck' | null;
}

const silent = fromCallback<ScannerEvent>(() => undefined);

const scannerSetup = setup({
  types: {
    context: {} as ScannerContext,
    events: {} as ScannerEvent,
    input: {} as { readonly delays: ScannerDelays },
    emitted: {} as Extract<ScannerEvent, { readonly type: 'SCANNED' }>,
  },
  actors: { presence: silent, link: silent },
  delays: { retry: ({ context }) => context.delays.retry },
  actions: {
    noFault: assign({ fault: null }),
    noteFault: assign(({ event }) => {
      switch (event.type) {
        case 'PRESENCE_FAILED':
        case 'LINK_FAILED':
          return { fault: event.fault };
        case 'LINK_LOST':
          return { fault: event.why === 'stuck' ? ('stuck' as const) : ('io' as const) };
        default:
          return { fault: 'ambiguous' as const };
      }
    }),
    pass: emit(({ event }) => ({ type: 'SCANNED', text: event.type === 'SCANNED' ? event.text : '' })),
  },
  guards: {
    none: ({ event }) => event.type === 'PRESENCE' && event.presence === 'none',
    several: ({ event }) => event.type === 'PRESENCE' && event.presence === 'several',
    unplugged: ({ event }) => event.type === 'LINK_LOST' && event.why === 'unplugged',
  },
});

/**
 * The driver of a HID POS scanner. `absent`: not plugged in; `linked`: a handle is held; `faulted`: there and not usable,
 * tried again after a while. Heals by itself after unplugging and plugging in.
 */
export const scannerMachine = scannerSetup.createMachine({
  id: 'hid-pos-scanner',
  context: ({ input: { delays } }) => ({ delays, fault: null }),
  invoke: { id: 'presence', src: 'presence' },
  initial: 'absent',
  on: {
    PRESENCE: [
      { guard: 'none', target: '.absent' },
      { guard: 'several', target: '.faulted', actions: 'noteFault' },
    ],
    PRESENCE_FAILED: { target: '.faulted', actions: 'noteFault' },
  },
  states: {
    absent: {
      entry: 'noFault',
      on: {
        PRESENCE: [
          { guard: 'none' },
          { guard: 'several', target: 'faulted', actions: 'noteFault' },
          { target: 'linked' },
        ],
      },
    },
    linked: {
      initial: 'connecting',
      invoke: { id: 'link', src: 'link' },
      on: {
        LINK_FAILED: { target: 'faulted', actions: 'noteFault' },
        LINK_LOST: [
          { guard: 'unplugged', target: 'absent' },
          { target: 'faulted', actions: 'noteFault' },
        ],
      },
      states: {
        connecting: { on: { LINK_OPEN: { target: 'ready', actions: 'noFault' } } },
        ready: { on: { SCANNED: { actions: 'pass' } } },
      },
    },
    faulted: {
      after: { retry: 'linked' },
      on: {
        PRESENCE: [
          { guard: 'none', target: 'absent' },
          { guard: 'several', actions: 'noteFault' },
          { target: 'linked' },
        ],
      },
    },
  },
});

export function scannerStatus(snapshot: SnapshotFrom<typeof scannerMachine>): DeviceStatus {
  if (snapshot.matches({ linked: 'ready' })) return 'ready';
  if (snapshot.matches('linked')) return 'connecting';
  return snapshot.matches('absent') ? 'absent' : 'faulted';
}
