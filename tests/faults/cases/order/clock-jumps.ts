import { SYSTEM_CLOCK } from '../../../../queue/sync/clock.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

const HOUR_MS = 60 * 60 * 1000;
const JUMPS = [-HOUR_MS, 24 * HOUR_MS, -20 * 365 * 24 * HOUR_MS, 73 * 365 * 24 * HOUR_MS, 0] as const;

/**
 * Case 16 of facts/queue.md §2.5: the wall clock is set back an hour, forward a day, into a wrong year and back again,
 * while people leave registrations, while they are sent, and across a restart. Figure: order per member unchanged;
 * nothing stuck, nothing sent twice.
 */
export const clockJumps: FaultCase = {
  name: 'clock-jumps',
  numbers: [16],
  figure: 'order per member unchanged, nothing stuck',
  weight: 12,
  async play(round) {
    const { random } = round;
    let offset = 0;
    const jump = (): void => {
      offset = random.pick(JUMPS);
    };
    const clock = { ...SYSTEM_CLOCK, wall: () => Date.now() + offset };
    const connection = await connected(round, { clock });
    const { platform } = connection;
    let { terminal } = connection;
    for (let day = 0; day < 4; day += 1) {
      await visits(round, platform, terminal, random.between(1, 4));
      jump();
      if (random.chance(0.3)) terminal = await connection.restart();
      if (random.chance(0.5)) terminal.agent.start();
    }
    terminal.agent.start();
    jump();
    await terminal.drained();
    compareDrained(round, platform, terminal);
  },
};
