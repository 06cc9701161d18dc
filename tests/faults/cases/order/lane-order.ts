import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareDrained } from '../../terminal/visits.ts';

/**
 * Case 20 of facts/queue.md §2.5: two or three members leave many things each, and requests overtake one another, stall
 * and break. Figure: per member they arrive in the order in which they were left, with no gap in between at any time.
 */
export const laneOrder: FaultCase = {
  name: 'lane-order',
  numbers: [20],
  figure: 'arrival order = local order per member, no gaps',
  weight: 14,
  async play(round) {
    const { random, found } = round;
    const { platform, proxy, terminal } = await connected(round, {
      weather: { jitter: random.between(5, 40), refuse: random.next() * 0.3, loss: random.next() * 0.05 },
      delays: { exchange: 400 },
    });
    const people = Array.from({ length: random.between(2, 3) }, () => platform.nextPerson());
    const [first = 0, ...others] = people;
    terminal.agent.start();
    for (let more = random.between(8, 16); more > 0; more -= 1) {
      await terminal.leave(random.pick([first, ...others]));
      if (random.chance(0.15)) proxy.reset();
      if (random.chance(0.2)) lookForGaps();
    }
    await terminal.drained();
    compareDrained(round, platform, terminal);

    function lookForGaps(): void {
      const arrived = new Set(platform.arrived(terminal.enrolment.terminalId).map(({ id }) => id));
      const waiting = new Set<number>();
      for (const { id, lane, reference } of terminal.told()) {
        if (!arrived.has(id)) waiting.add(lane);
        else if (waiting.has(lane)) found.fault('reordered', `${reference} arrived before an earlier one`);
      }
    }
  },
};
