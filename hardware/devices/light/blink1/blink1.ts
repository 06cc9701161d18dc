import { createActor } from 'xstate';
import type { DeviceStatus } from '../../../../domain/terminal/ports/hardware.ts';
import { type Clock, systemClock, withDeadline } from '../../../clock.ts';
import { createEmitter } from '../../../device.ts';
import { presenceActor } from '../../../transport/presence-actor.ts';
import type { Selector, Transport } from '../../../transport/transport.ts';
import type { Light } from '../light.ts';
import { LAMP_DELAYS, type LampDelays, lampMachine, lampStatus } from './driver.machine.ts';
import { createLampLink, LINK_DELAYS, type LinkDelays } from './link.ts';

/** Every model has this pair; the usage of its one collection differs between them (facts/hardware.md §2.4). */
export const BLINK1 = { vendorId: 0x27b8, productId: 0x01ed } as const satisfies Selector;

/** `stop` gives up waiting for a handle after this; the process that owns it is ended by its supervisor then. */
const STOP_DEADLINE = 900;

/** The status light over any transport: HID or simulated. Never throws; trouble comes as events. */
export function createBlink1Light(options: {
  readonly transport: Transport;
  readonly clock?: Clock;
  readonly delays?: Partial<LampDelays & LinkDelays>;
}): Light {
  const { transport, clock = systemClock } = options;
  const linkDelays = { ...LINK_DELAYS, ...options.delays };
  const link = createLampLink({ transport, selector: BLINK1, clock, delays: linkDelays });
  const emitter = createEmitter();
  let status: DeviceStatus | null = null;
  let stopped: Promise<void> | null = null;

  const presence = presenceActor(transport, BLINK1);
  const actor = createActor(lampMachine.provide({ actors: { link: link.actor, presence } }), {
    clock,
    input: { delays: { ...LAMP_DELAYS, ...options.delays } },
  });
  actor.subscribe((snapshot) => {
    const now = lampStatus(snapshot);
    if (now === status || stopped !== null) return;
    status = now;
    const { fault } = snapshot.context;
    emitter.emit({
      type: 'DEVICE_STATE',
      device: 'light',
      status: now,
      simulated: transport.simulated,
      ...(fault === null ? {} : { detail: fault }),
    });
  });

  return {
    name: 'light',
    simulated: transport.simulated,
    start: () => {
      if (stopped === null && actor.getSnapshot().status === 'active') actor.start();
    },
    stop: () => {
      stopped ??= (async () => {
        actor.send({ type: 'LEAVE' });
        actor.stop();
        await withDeadline(link.released(), STOP_DEADLINE, clock);
      })();
      return stopped;
    },
    // A light says nothing about anybody; the terminal switches it when it wants to.
    forget: () => undefined,
    show: (pattern) => {
      if (stopped === null) actor.send({ type: 'SHOW', pattern });
    },
    subscribe: emitter.subscribe,
    health: () => {
      const { context } = actor.getSnapshot();
      return {
        device: 'light',
        status: status ?? 'absent',
        simulated: transport.simulated,
        fault: context.fault,
        serial: null,
        firmware: context.firmware,
        reconnects: Math.max(0, context.connections - 1),
        dropped: 0,
        problems: context.lost === 0 ? {} : { 'lamp-lost': context.lost },
      };
    },
  };
}
