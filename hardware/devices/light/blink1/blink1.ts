import { createActor } from 'xstate';
import { type Clock, systemClock } from '../../../clock.ts';
import { createDrivenDevice } from '../../../driven-device.ts';
import { presenceActor } from '../../../transport/presence-actor.ts';
import type { Selector, Transport } from '../../../transport/transport.ts';
import type { Light } from '../light.ts';
import { LAMP_DELAYS, type LampDelays, lampMachine, lampStatus } from './driver.machine.ts';
import { createLampLink, LINK_DELAYS, type LinkDelays } from './link.ts';

/** Every model has this pair; the usage of its one collection differs between them (facts/hardware.md §2.4). */
export const BLINK1 = { vendorId: 0x27b8, productId: 0x01ed } as const satisfies Selector;

/** The status light over any transport: HID or simulated. Never throws; trouble comes as events. */
export function createBlink1Light(options: {
  readonly transport: Transport;
  readonly clock?: Clock;
  readonly delays?: Partial<LampDelays & LinkDelays>;
}): Light {
  const { transport, clock = systemClock } = options;
  const linkDelays = { ...LINK_DELAYS, ...options.delays };
  const link = createLampLink({ transport, selector: BLINK1, clock, delays: linkDelays });
  const presence = presenceActor(transport, BLINK1);
  const actor = createActor(lampMachine.provide({ actors: { link: link.actor, presence } }), {
    clock,
    input: { delays: { ...LAMP_DELAYS, ...options.delays } },
  });
  const { device, isStopped } = createDrivenDevice({
    name: 'light',
    simulated: transport.simulated,
    ...{ clock, driver: actor, statusOf: lampStatus, released: link.released },
    leave: () => actor.send({ type: 'LEAVE' }),
    details: ({ lost }) => ({ serial: null, dropped: 0, problems: lost === 0 ? {} : { 'lamp-lost': lost } }),
  });

  return {
    ...device,
    // A light says nothing about anybody; the terminal switches it when it wants to.
    forget: () => undefined,
    show: (pattern) => {
      if (!isStopped()) actor.send({ type: 'SHOW', pattern });
    },
  };
}
