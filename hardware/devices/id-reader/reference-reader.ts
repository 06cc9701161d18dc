import { createActor } from 'xstate';
import type { DeviceStatus } from '../../../domain/terminal/ports/hardware.ts';
import { type Clock, systemClock, withDeadline } from '../../clock.ts';
import { createEmitter } from '../../device.ts';
import { presenceActor } from '../../transport/presence-actor.ts';
import type { Selector, Transport } from '../../transport/transport.ts';
import type { AuthenticityPolicy, IdReaderAdapter } from './adapter.ts';
import {
  READER_DELAYS,
  type ReaderDelays,
  type ReaderEvent,
  readerMachine,
  statusOf,
} from './driver.machine.ts';
import { createLinkActor, LINK_DELAYS, type LinkDelays } from './link.ts';
import { NONCE_BYTES, USAGE, USAGE_PAGE } from './wire/protocol.ts';

/**
 * How the reference reader is found. The ids are a test pair of pid.codes, free for anybody's prototype; a maker uses
 * its own pair and the configuration names it (PROTOCOL.md §1).
 */
export const REFERENCE_READER = {
  vendorId: 0x1209,
  productId: 0x0001,
  usagePage: USAGE_PAGE,
  usage: USAGE,
} as const satisfies Selector;

export interface ReferenceReaderOptions {
  readonly transport: Transport;
  readonly selector?: Selector;
  readonly policy?: AuthenticityPolicy;
  readonly clock?: Clock;
  readonly delays?: Partial<ReaderDelays & LinkDelays>;
  readonly random?: () => number;
}

/** `stop` gives up waiting for a handle after this; the process that owns it is ended by its supervisor then. */
const STOP_DEADLINE = 900;

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The reference ID reader (PROTOCOL.md) over any transport: HID or simulated. Never throws; trouble comes as events. */
export function createReferenceIdReader(options: ReferenceReaderOptions): IdReaderAdapter {
  const { transport, selector = REFERENCE_READER, clock = systemClock, random = Math.random } = options;
  const linkDelays = { ...LINK_DELAYS, ...options.delays };
  const link = createLinkActor({ transport, selector, clock, delays: linkDelays, random });
  const emitter = createEmitter();
  let status: DeviceStatus | null = null;
  let stopped: Promise<void> | null = null;

  const presence = presenceActor(transport, selector);

  const actor = createActor(readerMachine.provide({ actors: { link: link.actor, presence } }), {
    clock,
    input: {
      policy: options.policy ?? { authorisedMiddleware: false },
      delays: { ...READER_DELAYS, ...options.delays },
      newNonce,
      random,
    },
  });
  actor.on('*', (event) => {
    if (stopped === null) emitter.emit(event);
  });
  actor.subscribe((snapshot) => {
    const now = statusOf(snapshot);
    if (now === status || stopped !== null) return;
    status = now;
    const { fault } = snapshot.context;
    emitter.emit({
      type: 'DEVICE_STATE',
      device: 'id-reader',
      status: now,
      simulated: transport.simulated,
      ...(fault === null ? {} : { detail: fault }),
    });
  });

  const ask = (event: ReaderEvent): void => {
    if (stopped === null) actor.send(event);
  };

  return {
    name: 'id-reader',
    simulated: transport.simulated,
    start: () => {
      if (stopped === null && actor.getSnapshot().status === 'active') actor.start();
    },
    stop: () => {
      stopped ??= (async () => {
        actor.stop();
        await withDeadline(link.released(), STOP_DEADLINE, clock);
      })();
      return stopped;
    },
    arm: (readId) => ask({ type: 'ARM', readId }),
    disarm: () => ask({ type: 'DISARM' }),
    forget: () => ask({ type: 'FORGET' }),
    subscribe: emitter.subscribe,
    health: () => {
      const { context } = actor.getSnapshot();
      return {
        device: 'id-reader',
        status: status ?? 'absent',
        simulated: transport.simulated,
        fault: context.fault,
        serial: context.serial,
        firmware: context.firmware,
        reconnects: Math.max(0, context.connections - 1),
        dropped: context.dropped,
        problems: context.problems,
      };
    },
  };
}
