import type { DeviceName, DeviceStatus, HardwareEvent } from '../domain/terminal/ports/hardware.ts';
import { type Clock, withDeadline } from './clock.ts';
import { createEmitter, type Device, type DeviceHealth, STOP_DEADLINE } from './device.ts';

/** What of a driver's context is told of every device. */
interface DriverContext {
  readonly fault: string | null;
  readonly firmware: string | null;
  /** Connections that were made since start, the first one included. */
  readonly connections: number;
}

interface DriverSnapshot {
  readonly status: string;
  readonly context: DriverContext;
}

/** A driver's machine as an actor that was not started yet. */
interface Driver<Snapshot> {
  readonly start: () => unknown;
  readonly stop: () => unknown;
  readonly getSnapshot: () => Snapshot;
  readonly subscribe: (listener: (snapshot: Snapshot) => void) => unknown;
}

export interface DrivenDevice<Name extends DeviceName> {
  /** All of the device that is alike whatever it is; what its own adapter adds is put beside it. */
  readonly device: Omit<Device, 'forget'> & { readonly name: Name };
  /** Nothing is told any more once it stopped. */
  readonly emit: (event: HardwareEvent) => void;
  readonly isStopped: () => boolean;
}

/**
 * A device whose driver is a machine: starting and stopping it, telling each change of its status once, its health.
 * @param options.leave what is said to the device before its driver ends
 * @param options.released settles when the driver has let go of its handles
 * @param options.details what of the health is this device's own
 */
export function createDrivenDevice<Name extends DeviceName, Snapshot extends DriverSnapshot>(options: {
  readonly name: Name;
  readonly simulated: boolean;
  readonly clock: Clock;
  readonly driver: Driver<Snapshot>;
  readonly statusOf: (snapshot: Snapshot) => DeviceStatus;
  readonly leave?: () => void;
  readonly released: () => Promise<unknown>;
  readonly details: (context: Snapshot['context']) => Pick<DeviceHealth, 'serial' | 'dropped' | 'problems'>;
}): DrivenDevice<Name> {
  const { name, simulated, clock, driver } = options;
  const emitter = createEmitter();
  let status: DeviceStatus | null = null;
  let stopped: Promise<void> | null = null;

  const emit = (event: HardwareEvent): void => {
    if (stopped === null) emitter.emit(event);
  };
  driver.subscribe((snapshot) => {
    const now = options.statusOf(snapshot);
    if (now === status || stopped !== null) return;
    status = now;
    const { fault } = snapshot.context;
    const detail = fault === null ? {} : { detail: fault };
    emit({ type: 'DEVICE_STATE', device: name, status: now, simulated, ...detail });
  });

  const device: DrivenDevice<Name>['device'] = {
    name,
    simulated,
    start: () => {
      if (stopped === null && driver.getSnapshot().status === 'active') driver.start();
    },
    stop: () => {
      stopped ??= (async () => {
        options.leave?.();
        driver.stop();
        await withDeadline(options.released(), STOP_DEADLINE, clock);
      })();
      return stopped;
    },
    subscribe: emitter.subscribe,
    health: () => {
      const { context } = driver.getSnapshot();
      return {
        ...{ device: name, status: status ?? 'absent', simulated },
        ...{ fault: context.fault, firmware: context.firmware },
        reconnects: Math.max(0, context.connections - 1),
        ...options.details(context),
      };
    },
  };
  return { device, emit, isStopped: () => stopped !== null };
}
