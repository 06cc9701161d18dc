import { createActor } from 'xstate';
import { type Clock, systemClock } from '../../clock.ts';
import { createDrivenDevice } from '../../driven-device.ts';
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

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The reference ID reader (PROTOCOL.md) over any transport: HID or simulated. Never throws; trouble comes as events. */
export function createReferenceIdReader(options: ReferenceReaderOptions): IdReaderAdapter {
  const { transport, selector = REFERENCE_READER, clock = systemClock, random = Math.random } = options;
  const linkDelays = { ...LINK_DELAYS, ...options.delays };
  const link = createLinkActor({ transport, selector, clock, delays: linkDelays, random });
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
  const { device, emit, isStopped } = createDrivenDevice({
    name: 'id-reader',
    simulated: transport.simulated,
    ...{ clock, driver: actor, statusOf, released: link.released },
    details: ({ serial, dropped, problems }) => ({ serial, dropped, problems }),
  });
  actor.on('*', emit);

  const ask = (event: ReaderEvent): void => {
    if (!isStopped()) actor.send(event);
  };

  return {
    ...device,
    arm: (readId) => ask({ type: 'ARM', readId }),
    disarm: () => ask({ type: 'DISARM' }),
    forget: () => ask({ type: 'FORGET' }),
  };
}
