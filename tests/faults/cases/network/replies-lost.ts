import { connected } from '../../terminal/connected.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';
import type { FaultCase } from '../../runner/fault-case.ts';

/**
 * Case 8 of facts/queue.md §2.5: the gateway has stored a submission and its reply is cut off on the way, at any byte, again
 * and again. Figure: effects = items, 0 duplicates.
 */
export const repliesLost: FaultCase = {
  name: 'replies-lost',
  numbers: [8],
  figure: 'effects = items, 0 duplicates',
  weight: 20,
  async play(round) {
    const { random } = round;
    const { platform, proxy, terminal } = await connected(round, {
      weather: { replyLimit: random.between(1, 2_500) },
    });
    terminal.agent.start();
    await visits(round, platform, terminal, random.between(6, 14));
    for (let more = random.between(2, 5); more > 0; more -= 1) {
      const connections = proxy.connections;
      await terminal.until(() => proxy.connections >= connections + 2 || terminal.held().length === 0);
      proxy.setWeather({ replyLimit: random.between(1, 2_500) });
    }
    proxy.setWeather({}, 'storm');
    await terminal.drained();
    compareDrained(round, platform, terminal);
  },
};
