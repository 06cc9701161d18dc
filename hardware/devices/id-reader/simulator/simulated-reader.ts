import type { Clock } from '../../../clock.ts';
import { fail, ok } from '../../../../domain/result.ts';
import type { Channel, LostReason, Presence, Transport } from '../../../transport/transport.ts';
import { createReaderDevice, type DeviceDelays, type ReaderDevice } from './reader-device.ts';

/** A reference reader made of software, plugged in or not: a transport whose channel carries real reports. */
export interface SimulatedIdReader {
  readonly transport: Transport;
  readonly device: ReaderDevice;
  unplug(): void;
  replug(): void;
  readonly plugged: boolean;
}

export interface SimulatedReaderOptions {
  readonly clock: Clock;
  readonly delays?: Partial<DeviceDelays>;
  readonly plugged?: boolean;
}

export function createSimulatedIdReader(options: SimulatedReaderOptions): SimulatedIdReader {
  const watchers = new Set<() => void>();
  let plugged = false;
  let receiver: ((bytes: Uint8Array) => void) | null = null;
  let lost: ((why: LostReason) => void) | null = null;
  const device = createReaderDevice({
    clock: options.clock,
    emit: (report) => receiver?.(report),
    ...(options.delays === undefined ? {} : { delays: options.delays }),
  });
  const presence = (): Presence => (plugged ? 'one' : 'none');
  const detach = (): void => {
    receiver = null;
    lost = null;
  };

  const channel = (): Channel => {
    let open = true;
    let listening = false;
    return {
      send: (report) => {
        if (!open || !plugged) return Promise.resolve(fail('io'));
        device.receive(report);
        return Promise.resolve(ok(null));
      },
      // The reference reader has no feature reports.
      sendFeature: () => Promise.resolve(fail('io')),
      readFeature: () => Promise.resolve(fail('io')),
      onReport: (listener) => {
        if (listening) throw new Error('a channel has one report listener');
        listening = true;
        if (open) receiver = listener;
      },
      onLost: (listener) => {
        if (open) lost = listener;
      },
      close: () => {
        if (open) detach();
        open = false;
        return Promise.resolve();
      },
    };
  };

  const replug = (): void => {
    if (plugged) return;
    plugged = true;
    device.powerOn();
    for (const look of watchers) look();
  };
  if (options.plugged ?? true) replug();

  return {
    device,
    transport: {
      simulated: true,
      open: () => Promise.resolve(plugged ? ok(channel()) : fail('absent')),
      openAll: () => Promise.resolve(plugged ? ok([channel()]) : fail('absent')),
      watch: (_selector, onPresence) => {
        const look = (): void => onPresence(ok(presence()));
        watchers.add(look);
        look();
        return { rescan: look, stop: () => watchers.delete(look) };
      },
    },
    unplug: () => {
      if (!plugged) return;
      plugged = false;
      const tell = lost;
      detach();
      device.powerOff();
      tell?.('unplugged');
      for (const look of watchers) look();
    },
    replug,
    get plugged() {
      return plugged;
    },
  };
}
