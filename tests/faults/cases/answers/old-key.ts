import { join } from 'node:path';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { startPlatform } from '../../terminal/platform.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Case 11 of facts/queue.md §2.5: the platform stored submissions, the terminal never heard, and asks again after weeks
 * or months, when another platform would have forgotten the keys. Figure: still 1 effect each.
 */
export const oldKey: FaultCase = {
  name: 'old-key',
  numbers: [11],
  figure: 'still 1 effect each',
  weight: 3,
  async play(round) {
    const { random } = round;
    const dataDir = join(round.folder(), 'platform');
    const early = await startPlatform(dataDir);
    let running = early;
    round.onEnd(() => running.stop());
    const { platform, proxy, terminal } = await connected(round, {
      platform: early,
      delays: { exchange: 150 },
    });
    await visits(round, platform, terminal, random.between(3, 8));
    const arrived = (): boolean => platform.arrived(terminal.enrolment.terminalId).length > 0;
    // The probe must get through for anything to be sent, and how long its answer is grows with what the platform says of
    // itself: a connection that was cut before anything was stored lets the next one have a little more.
    let replyLimit = random.between(250, 900);
    proxy.setWeather({ replyLimit });
    terminal.agent.start();
    while (!arrived()) {
      const { connections } = proxy;
      await terminal.until(() => proxy.connections > connections || arrived());
      replyLimit += 50;
      proxy.setWeather({ replyLimit });
    }
    await proxy.down();
    await early.stop();
    const later = Date.now() + random.between(30, 300) * DAY_MS;
    running = await startPlatform(dataDir, { now: () => new Date(later) });
    proxy.setTarget(running.url);
    proxy.setWeather({});
    await proxy.up();
    await terminal.drained();
    compareDrained(round, running, terminal);
  },
};
