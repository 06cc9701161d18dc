import type { DeviceName, DeviceStatus, HardwareEvent } from '../domain/terminal/ports/hardware.ts';

/** How a device is doing, for the log and for staff. Counts and short codes only, never what was read. */
export interface DeviceHealth {
  readonly device: DeviceName;
  readonly status: DeviceStatus;
  readonly simulated: boolean;
  /** Short code of the present fault, or null. */
  readonly fault: string | null;
  readonly serial: string | null;
  readonly firmware: string | null;
  /** Times the connection was made anew since start. */
  readonly reconnects: number;
  /** Results that nobody had asked for (any more) and that were thrown away. */
  readonly dropped: number;
  /** Protocol problems by kind. */
  readonly problems: Readonly<Record<string, number>>;
}

/** What every device offers to the registry. */
export interface Device {
  readonly name: DeviceName;
  readonly simulated: boolean;
  /** Begins looking for the device; idempotent. What happens from here on comes as events. */
  start(): void;
  /** Lets go of the device; idempotent, settles within a second whatever the device does; no event comes after it. */
  stop(): Promise<void>;
  /** Session ended: forget everything about whoever was here. */
  forget(): void;
  subscribe(listener: (event: HardwareEvent) => void): () => void;
  health(): DeviceHealth;
}

/**
 * `stop` gives up waiting for a handle after this; the process that owns it is ended by its supervisor then. Milliseconds.
 */
export const STOP_DEADLINE = 900;

/** Listeners of one device. A listener that throws must not keep an event from the next one, nor stop a driver. */
export function createEmitter(): {
  readonly emit: (event: HardwareEvent) => void;
  readonly subscribe: (listener: (event: HardwareEvent) => void) => () => void;
} {
  const listeners = new Set<(event: HardwareEvent) => void>();
  return {
    emit: (event) => {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch {
          // The listener's own bug; it is not the device's, and a device must not die of it.
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
