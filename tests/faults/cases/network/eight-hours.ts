import { SYSTEM_CLOCK } from '../../../../queue/sync/clock.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareDrained } from '../../terminal/visits.ts';

const ITEMS = 2_000;
const MOST_MS = 120_000;
const HOURS_8_MS = 8 * 60 * 60 * 1000;
/** Half of the round trip of 50 ms. */
const LATENCY_MS = 25;

/**
 * Case 7 of facts/queue.md §2.5: a van works eight hours without a network and comes back with 2,000 submissions. Figure:
 * 0 lost, drained within two minutes of the network's return at 50 ms round trip, with the product's own waits.
 */
export const eightHours: FaultCase = {
  name: 'eight-hours',
  numbers: [7],
  figure: '2,000 items, 0 lost, drained ≤ 2 min at 50 ms',
  weight: 0.6,
  patience: 240_000,
  async play(round) {
    const { random, found } = round;
    let passed = 0;
    const clock = {
      ...SYSTEM_CLOCK,
      uptime: () => performance.now() + passed,
      wall: () => Date.now() + passed,
    };
    const { platform, proxy, terminal } = await connected(round, {
      clock,
      weather: { latency: LATENCY_MS },
      delays: {
        exchange: 30_000,
        offlineProbe: 2_000,
        retryBase: 1_000,
        retryCap: 300_000,
        brokenCap: 5_000,
      },
    });
    await proxy.down();
    terminal.agent.start();
    const people = Array.from({ length: ITEMS - 100 }, () => platform.nextPerson());
    for (const person of people) await terminal.leave(person);
    // A hundred come a second time.
    for (const person of random.shuffled(people).slice(0, 100)) await terminal.leave(person);
    passed = HOURS_8_MS;
    await proxy.up();
    const started = performance.now();
    await terminal.drained(MOST_MS * 1.5);
    const milliseconds = performance.now() - started;
    found.expect(milliseconds <= MOST_MS, `drained in ${(milliseconds / 1000).toFixed(0)} s`);
    compareDrained(round, platform, terminal);
  },
};
