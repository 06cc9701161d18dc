import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

/** One way; there and back is the two seconds of the case. */
const LATENCY_MS = 1_000;
const CONFIRMED_WITHIN_MS = 1_000;
const PROGRESS_WITHIN_MS = 30_000;

/**
 * Case 24 of facts/queue.md §2.5: 2 s there and back, 10 % of the packets lost, 64 kB/s. Figure: a member's submission is
 * confirmed locally within 1 s while the link is busy (the screens' own figure is measured in `tests/bench`), and
 * submissions arrive steadily.
 */
export const slowLink: FaultCase = {
  name: 'slow-link',
  numbers: [24],
  figure: 'confirmed ≤ 1 s, steady progress',
  weight: 1,
  patience: 120_000,
  async play(round) {
    const { random, found } = round;
    const { platform, proxy, terminal } = await connected(round, {
      weather: { latency: LATENCY_MS, loss: 0.1, bandwidth: 64_000, slice: 1_400 },
      delays: { exchange: 30_000, offlineProbe: 2_000 },
    });
    await visits(round, platform, terminal, 4);
    terminal.agent.start();
    let slowest = 0;
    for (let more = random.between(6, 10); more > 0; more -= 1) {
      const started = performance.now();
      await visits(round, platform, terminal, 1);
      slowest = Math.max(slowest, performance.now() - started);
    }
    found.expect(slowest <= CONFIRMED_WITHIN_MS, `a confirmation took ${slowest.toFixed(0)} ms`);
    const left = terminal.held().length;
    await terminal.until(() => terminal.held().length < left, PROGRESS_WITHIN_MS);
    proxy.setWeather({ latency: 20 }, 'storm');
    await terminal.drained(40_000);
    compareDrained(round, platform, terminal);
  },
};
