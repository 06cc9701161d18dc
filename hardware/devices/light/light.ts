import type { HardwareCommand } from '../../../domain/terminal/ports.ts';
import { createEmitter, type Device } from '../../device.ts';

export type LightPattern = Extract<HardwareCommand, { type: 'LIGHT' }>['pattern'];

/** The lamp itself: a driver's, or the simulator's. */
export interface Lamp {
  readonly simulated: boolean;
  show(pattern: LightPattern): void;
}

export interface Light extends Device {
  readonly name: 'light';
  show(pattern: LightPattern): void;
}

/** The status light: tells staff across the room what the terminal wants. Without a lamp the device is absent. */
export function createLight(options: { readonly lamp: Lamp | null }): Light {
  const { lamp } = options;
  const emitter = createEmitter();
  const status = lamp === null ? 'absent' : 'ready';
  const simulated = lamp?.simulated ?? false;
  let started = false;
  return {
    name: 'light',
    simulated,
    start: () => {
      if (started) return;
      started = true;
      // Whatever it showed before this process started means nothing any more.
      lamp?.show('off');
      emitter.emit({ type: 'DEVICE_STATE', device: 'light', status, simulated });
    },
    stop: () => {
      if (started) lamp?.show('off');
      started = false;
      return Promise.resolve();
    },
    // A light says nothing about anybody; the terminal switches it when it wants to.
    forget: () => undefined,
    show: (pattern) => lamp?.show(pattern),
    subscribe: emitter.subscribe,
    health: () => ({
      device: 'light',
      status,
      simulated,
      fault: null,
      serial: null,
      firmware: null,
      reconnects: 0,
      dropped: 0,
      problems: {},
    }),
  };
}
