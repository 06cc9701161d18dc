import { DEMO_BADGES, DEMO_PINS } from '../../gateway/index.ts';
import { askJsonLine } from '../../hardware/simulation/socket.ts';

/** Sends one command to the simulated devices; rejects with the simulator's own words when it refuses. */
export type Simulate = (command: Readonly<Record<string, string>>) => Promise<void>;

/** @param socket where the simulated devices listen (`socketsOf(runFolder).devices`) */
export function simulatorAt(socket: string): Simulate {
  return async (command) => {
    const reply = await askJsonLine(socket, command);
    if (typeof reply !== 'object' || reply === null || !('ok' in reply) || reply.ok !== true) {
      throw new Error(`The simulator refused ${String(command['action'])}: ${JSON.stringify(reply)}`);
    }
  };
}

/** The officer who attests in the demo, the end-to-end tests and the benches. */
export const OFFICER = { badge: DEMO_BADGES['officer-01'], pin: DEMO_PINS['officer-01'] } as const;
