import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareFiles, leaveWithFile } from '../../terminal/files.ts';
import { compareSent, visits } from '../../terminal/visits.ts';

/**
 * Case 24 of facts/queue.md §2.5 for files: scanned forms go in chunks over a line that is narrow, slow and breaks, and the
 * terminal is restarted in between. Figure: every file arrives whole, and what people leave meanwhile arrives while the
 * line is still bad.
 */
export const filesOnSlowLink: FaultCase = {
  name: 'files-on-slow-link',
  numbers: [24],
  figure: 'every file whole; what is left meanwhile arrives',
  weight: 3,
  async play(round) {
    const { random } = round;
    const connection = await connected(round, {
      weather: { latency: 10, bandwidth: 600_000, loss: 0.02, slice: 8_000 },
      delays: { exchange: 1_500 },
    });
    const { platform, proxy } = connection;
    let { terminal } = connection;
    const files = [];
    for (let more = random.between(1, 3); more > 0; more -= 1) {
      files.push(await leaveWithFile(round, platform, terminal, random.between(100, 260_000)));
    }
    terminal.agent.start();
    const before = terminal.told().length;
    await visits(round, platform, terminal, random.between(1, 4));
    const left = terminal.told().slice(before);
    for (let more = random.between(1, 3); more > 0; more -= 1) {
      const replied = proxy.repliedBytes;
      await terminal.until(() => proxy.repliedBytes > replied + 500);
      proxy.reset();
    }
    if (random.chance(0.4)) {
      terminal = await connection.restart();
      terminal.agent.start();
    }
    await terminal.until(() => {
      const received = new Set(terminal.told().flatMap((item) => (item.received ? [item.id] : [])));
      return left.every(({ id }) => received.has(id) || terminal.held().every((held) => held.id !== id));
    });
    proxy.setWeather({ latency: 2 }, 'storm');
    await terminal.drained();
    compareSent(round, platform, terminal);
    compareFiles(round, platform, terminal, files);
  },
};
