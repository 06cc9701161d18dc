import type { HardwareCommand, HardwareEvent } from '../domain/terminal/ports/hardware.ts';
import { createEmitter, type Device, type DeviceHealth } from './device.ts';
import type { IdReaderAdapter } from './devices/id-reader/adapter.ts';
import type { Light } from './devices/light/light.ts';

/** The devices of this terminal: which one is which. */
export interface Devices {
  readonly idReader: IdReaderAdapter;
  readonly badgeReader: Device;
  readonly light: Light;
}

export interface DeviceRegistry {
  start(): void;
  /** Settles within a second whatever the devices do. */
  stop(): Promise<void>;
  command(command: HardwareCommand): void;
  subscribe(listener: (event: HardwareEvent) => void): () => void;
  health(): readonly DeviceHealth[];
}

/** All devices as one: commands go to the one they concern, events come together. */
export function createDeviceRegistry({ idReader, badgeReader, light }: Devices): DeviceRegistry {
  const devices: readonly Device[] = [idReader, badgeReader, light];
  const emitter = createEmitter();
  for (const device of devices) device.subscribe(emitter.emit);

  return {
    start: () => {
      for (const device of devices) device.start();
    },
    stop: async () => {
      await Promise.all(devices.map((device) => device.stop()));
    },
    command: (command) => {
      switch (command.type) {
        case 'ARM_READ':
          idReader.arm(command.readId);
          return;
        case 'DISARM_READ':
          idReader.disarm();
          return;
        case 'LIGHT':
          light.show(command.pattern);
          return;
        case 'FORGET':
          for (const device of devices) device.forget();
      }
    },
    subscribe: emitter.subscribe,
    health: () => devices.map((device) => device.health()),
  };
}
