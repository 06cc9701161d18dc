import { startHttpProxy } from '../../network/http-proxy.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

/**
 * Beside the cases of facts/queue.md §2.5: the terminal reaches the platform only through an HTTP proxy, over a line that
 * is cut now and then. Figure: everything arrives once, and all of it went through the proxy.
 */
export const httpProxy: FaultCase = {
  name: 'http-proxy',
  numbers: [],
  figure: 'everything arrives once, through the proxy',
  weight: 6,
  async play(round) {
    const { random, found } = round;
    const company = await startHttpProxy();
    round.onEnd(() => company.close());
    const { platform, proxy, terminal } = await connected(round, {
      proxy: company.url,
      weather: { jitter: 5 },
    });
    await visits(round, platform, terminal, random.between(3, 8));
    terminal.agent.start();
    await visits(round, platform, terminal, random.between(1, 3));
    proxy.reset();
    await terminal.drained();
    found.expect(company.forwarded + company.tunnels > 0, 'nothing went through the proxy');
    compareDrained(round, platform, terminal);
  },
};
