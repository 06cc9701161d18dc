import type { DeviceName, DeviceStatus } from '../../domain/terminal/ports/hardware.ts';
import { type Clock, systemClock } from '../clock.ts';
import { createBadgeReader } from '../devices/badge-reader/badge-reader.ts';
import { eitherOf } from '../devices/badge-reader/either-of.ts';
import { BADGE_READER, createHidPosScanner } from '../devices/badge-reader/hid-pos/scanner.ts';
import { createSimulatedBadgeScanner } from '../devices/badge-reader/simulator.ts';
import type { IdReaderAdapter } from '../devices/id-reader/adapter.ts';
import { createReferenceIdReader } from '../devices/id-reader/reference-reader.ts';
import type { DeviceDelays } from '../devices/id-reader/simulator/reader-device.ts';
import { createSimulatedIdReader } from '../devices/id-reader/simulator/simulated-reader.ts';
import { createBlink1Light } from '../devices/light/blink1/blink1.ts';
import type { Light } from '../devices/light/light.ts';
import { createSimulatedLamps } from '../devices/light/simulator/simulated-lamps.ts';
import { createDeviceRegistry, type DeviceRegistry } from '../registry.ts';
import type { SimulationCommand } from '../simulation/commands.ts';
import { serveSimulation, simulate, type SimulatedHardware } from '../simulation/control.ts';
import type { JsonLineServer } from '../simulation/socket.ts';
import { createNodeHidTransport } from '../transport/node-hid.ts';
import { type FromService, PROTOCOL_VERSION, toServiceSchema } from './messages.ts';

export interface HardwareServiceOptions {
  /** `sim`: every device is simulated, and says so. `hid`: reader, HID POS scanners and status light over node-hid. */
  readonly driver: 'sim' | 'hid';
  /** Path of the Unix-domain socket that drives the simulated devices; none when left out. Only with `sim`. */
  readonly simulationSocket?: string | null;
  /** With `sim`: the real status light all the same. */
  readonly light?: 'hid';
  /** To the parent. */
  readonly post: (message: FromService) => void;
  /** From the parent. What is not a message of ours is dropped. */
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Another reader in place of the reference reader: authorised middleware plugs in here (id-reader/adapter.ts). */
  readonly idReader?: IdReaderAdapter;
  readonly clock?: Clock;
  readonly simulatedDelays?: Partial<DeviceDelays>;
}

export interface HardwareService {
  readonly registry: DeviceRegistry;
  /** Lets go of every device and the socket; idempotent; settles within about a second. */
  stop(): Promise<void>;
}

/**
 * Runs the devices of a terminal: the body of the hardware process, whatever carries its messages (Electron's
 * `process.parentPort`, a Node child's IPC, a test). Posts `hello` when it listens, and `stopped` after a `stop`.
 * @throws Error (rejects) when the simulation socket cannot be served: a mistake of set-up that must be seen
 */
export async function startHardwareService(options: HardwareServiceOptions): Promise<HardwareService> {
  const clock = options.clock ?? systemClock;
  const states: Partial<Record<DeviceName, DeviceStatus>> = {};
  let lastArmed: string | null = null;
  const assembled = assemble(options, clock, () => ({ states, lastArmed }));
  const { registry } = assembled;
  const control = await assembled.serve();
  let stopping: Promise<void> | null = null;

  registry.subscribe((event) => {
    if (event.type === 'HARDWARE_DOWN' || event.type === 'HARDWARE_UP') return;
    if (event.type === 'DEVICE_STATE') states[event.device] = event.status;
    options.post({ type: 'event', event });
  });

  const stop = (): Promise<void> => {
    stopping ??= Promise.all([registry.stop(), control?.close()]).then(() =>
      options.post({ type: 'stopped' }),
    );
    return stopping;
  };

  options.onMessage((received) => {
    const parsed = toServiceSchema.safeParse(received);
    if (!parsed.success) return;
    const message = parsed.data;
    switch (message.type) {
      case 'ping':
        options.post({ type: 'pong', id: message.id });
        return;
      case 'stop':
        void stop();
        return;
      case 'simulate':
        assembled.simulate(message.command);
        return;
      case 'command':
        if (message.command.type === 'ARM_READ') lastArmed = message.command.readId;
        registry.command(message.command);
    }
  });

  options.post({ type: 'hello', version: PROTOCOL_VERSION, driver: options.driver });
  registry.start();
  return { registry, stop };
}

/** Many machines have none; looking for one that is not there must not slow the reader down (transport/). */
const LOOK_FOR_LAMP = 60_000;

function realLight(clock: Clock): Light {
  return createBlink1Light({
    transport: createNodeHidTransport({ clock, safetyPoll: LOOK_FOR_LAMP }),
    clock,
  });
}

interface Known {
  readonly states: Readonly<Partial<Record<DeviceName, DeviceStatus>>>;
  readonly lastArmed: string | null;
}

interface Assembled {
  readonly registry: DeviceRegistry;
  serve(): Promise<JsonLineServer | null>;
  /** Real devices are not simulated: nothing happens. */
  simulate(command: SimulationCommand): void;
}

function assemble(options: HardwareServiceOptions, clock: Clock, known: () => Known): Assembled {
  if (options.driver === 'hid') {
    const transport = createNodeHidTransport({ clock });
    const scanners = eitherOf(
      createHidPosScanner({ transport, clock }),
      createHidPosScanner({ transport, clock, selector: BADGE_READER }),
    );
    const registry = createDeviceRegistry({
      idReader: options.idReader ?? createReferenceIdReader({ transport, clock }),
      badgeReader: createBadgeReader({ source: scanners, clock }),
      light: realLight(clock),
    });
    return { registry, serve: () => Promise.resolve(null), simulate: () => undefined };
  }
  const reader = createSimulatedIdReader({
    clock,
    ...(options.simulatedDelays === undefined ? {} : { delays: options.simulatedDelays }),
  });
  const badgeScanner = createSimulatedBadgeScanner();
  const lamps = createSimulatedLamps({ clock });
  const { simulationSocket = null } = options;
  const simulated: SimulatedHardware = {
    ...{ idReader: reader, badgeScanner, lamps },
    states: () => known().states,
    lastArmed: () => known().lastArmed,
  };
  return {
    registry: createDeviceRegistry({
      idReader: options.idReader ?? createReferenceIdReader({ transport: reader.transport, clock }),
      badgeReader: createBadgeReader({ source: badgeScanner.source, clock }),
      light:
        options.light === 'hid' ? realLight(clock) : createBlink1Light({ transport: lamps.transport, clock }),
    }),
    serve: () =>
      simulationSocket === null ? Promise.resolve(null) : serveSimulation(simulationSocket, simulated),
    simulate: (command) => void simulate(simulated, command),
  };
}
