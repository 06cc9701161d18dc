import type { DeviceName, DeviceStatus } from '../../domain/terminal/ports/hardware.ts';
import { FIXTURE_BADGES, type SimulatedBadgeScanner } from '../devices/badge-reader/simulator.ts';
import { SIMULATED_DOCUMENTS, workerDocument } from '../devices/id-reader/simulator/documents.ts';
import type { SimulatedIdReader } from '../devices/id-reader/simulator/simulated-reader.ts';
import type { SimulatedLamps } from '../devices/light/simulator/simulated-lamps.ts';
import {
  type LampAction,
  type ReaderAction,
  type SimulationCommand,
  simulationCommandSchema,
  type SimulationReply,
  simulationReplySchema,
} from './commands.ts';
import { askJsonLine, type JsonLineServer, serveJsonLines } from './socket.ts';

/** The simulated devices that a control socket drives, and what the terminal has been told and has asked for. */
export interface SimulatedHardware {
  readonly idReader: SimulatedIdReader;
  readonly badgeScanner: SimulatedBadgeScanner;
  readonly lamps: SimulatedLamps;
  states(): Readonly<Partial<Record<DeviceName, DeviceStatus>>>;
  lastArmed(): string | null;
}

/**
 * Serves the control socket of simulated devices (`commands.ts` says what may be sent).
 * @throws Error (rejects) with code EADDRINUSE when another process serves this path
 */
export function serveSimulation(path: string, hardware: SimulatedHardware): Promise<JsonLineServer> {
  return serveJsonLines(path, (message) => simulate(hardware, message));
}

/**
 * Sends one command to the simulated devices of a running terminal.
 * @throws Error (rejects) when none runs there, or what answers is something else
 */
export async function sendSimulation(path: string, command: SimulationCommand): Promise<SimulationReply> {
  return simulationReplySchema.parse(await askJsonLine(path, command));
}

/** Carries out one command, not yet checked; a refusal says why. Never throws. */
export function simulate(hardware: SimulatedHardware, message: unknown): SimulationReply {
  const command = simulationCommandSchema.safeParse(message);
  if (!command.success)
    return { ok: false, message: 'not understood; npm run sim -- help lists all commands' };
  const refusal = obey(hardware, command.data);
  if (refusal !== null) return { ok: false, message: refusal };
  const { idReader, lamps } = hardware;
  return {
    ok: true,
    simulated: true,
    devices: hardware.states(),
    light: lamps.pattern ?? 'other',
    lastArmedRead: hardware.lastArmed(),
    reader: {
      plugged: idReader.plugged,
      cardPresent: idReader.device.cardPresent,
      armed: idReader.device.armed,
    },
  };
}

/** Null when done, otherwise why not. */
function obey(
  { idReader, badgeScanner, lamps }: SimulatedHardware,
  command: SimulationCommand,
): string | null {
  if (command.device === 'status') return null;
  if (command.device === 'light') return actOnLamps(lamps, command.action);
  if (command.device === 'badge') {
    badgeScanner.scan('text' in command ? command.text : FIXTURE_BADGES[command.badge]);
    return null;
  }
  if (command.action !== 'insert') return act(idReader, command.action);
  if (idReader.device.cardPresent) return 'a document is in the reader; remove it first';
  idReader.device.insert(
    'worker' in command ? workerDocument(command.worker) : SIMULATED_DOCUMENTS[command.document],
  );
  return null;
}

function actOnLamps(lamps: SimulatedLamps, action: LampAction): string | null {
  switch (action) {
    case 'unplug':
      lamps.first.unplug();
      return null;
    case 'replug':
      lamps.first.replug();
      return null;
    case 'second':
      lamps.second.replug();
      return null;
    case 'refuse':
      lamps.first.give('refuses');
      return null;
    case 'hang':
      lamps.first.give('hangs');
      return null;
    case 'work':
      lamps.first.give(null);
      return null;
    case 'hold':
    case 'release':
      lamps.hold(action === 'hold');
      return null;
  }
}

function act(reader: SimulatedIdReader, action: ReaderAction): string | null {
  switch (action) {
    case 'remove':
      if (!reader.device.cardPresent) return 'no document is in the reader';
      reader.device.remove();
      return null;
    case 'unplug':
      if (!reader.plugged) return 'the reader is unplugged';
      reader.unplug();
      return null;
    case 'replug':
      if (reader.plugged) return 'the reader is plugged in';
      reader.replug();
      return null;
    case 'mute':
      reader.device.mute();
      return null;
    case 'corrupt':
    case 'unreadable':
    case 'pull-mid-read':
    case 'short':
    case 'long':
    case 'reorder':
    case 'duplicate':
      reader.device.prepare(action);
      return null;
  }
}
