import type { Weather } from '../../network/weather.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import type { Random } from '../../runner/random.ts';
import { connected } from '../../terminal/connected.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

/**
 * Cases 8, 9, 17 and 20 of facts/queue.md §2.5 mixed at random: latency, jitter, slices, lost pieces, black holes, resets,
 * cut requests and replies, network down and up, and restarts of the terminal between them, while people leave
 * registrations. Figure: 0 lost, 0 double effects, order kept in every lane.
 */
export const roughWeather: FaultCase = {
  name: 'rough-weather',
  numbers: [8, 9, 17, 20],
  figure: '0 lost, 0 doubled, order kept',
  weight: 30,
  async play(round) {
    const { random } = round;
    const connection = await connected(round, { weather: anyWeather(random), delays: { exchange: 250 } });
    const { platform, proxy } = connection;
    let { terminal } = connection;
    terminal.agent.start();
    for (let spell = 0; spell < 4; spell += 1) {
      await visits(round, platform, terminal, random.between(2, 6));
      const connections = proxy.connections;
      await terminal
        .until(() => proxy.connections > connections + 1 || terminal.held().length === 0, 300)
        // A black hole makes no connections; the next weather comes all the same.
        .catch(() => undefined);
      if (random.chance(0.3)) {
        await proxy.down();
        await visits(round, platform, terminal, 1);
        await proxy.up();
      }
      if (random.chance(0.3)) {
        terminal = await connection.restart();
        terminal.agent.start();
      }
      proxy.setWeather(anyWeather(random), ...(random.chance(0.5) ? (['storm'] as const) : []));
    }
    proxy.setWeather({}, 'storm');
    await terminal.drained();
    compareDrained(round, platform, terminal);
  },
};

function anyWeather(random: Random): Partial<Weather> {
  const some = <T>(probability: number, value: T): T | undefined =>
    random.chance(probability) ? value : undefined;
  const chosen = {
    latency: some(0.5, random.between(1, 20)),
    jitter: some(0.5, random.between(1, 30)),
    bandwidth: some(0.2, random.between(60_000, 400_000)),
    slice: some(0.3, random.between(1, 300)),
    loss: some(0.2, random.next() * 0.1),
    refuse: some(0.3, random.next() * 0.6),
    replyLimit: some(0.4, random.between(1, 3_000)),
    requestLimit: some(0.3, random.between(1, 6_000)),
    blackHole: some(0.15, random.pick(['requests', 'replies'] as const)),
    slowClose: some(0.1, random.between(1, 60)),
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}
