import type { FaultCase } from '../../runner/fault-case.ts';
import { PLATFORM } from '../../terminal/platform.ts';
import { startSlowPlatform } from '../../terminal/slow-platform.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

const PATIENCE_MS = 120;

/**
 * Case 9 of facts/queue.md §2.5: the gateway needs longer than the terminal waits, and still works on a submission when it
 * comes again. Figure: 409 is understood as *wait*, 1 effect.
 */
export const slowPlatform: FaultCase = {
  name: 'slow-platform',
  numbers: [9],
  figure: '409 handled, 1 effect',
  weight: 6,
  async play(round) {
    const { random, found } = round;
    const platform = await round.run.shared(PLATFORM);
    const slow = await startSlowPlatform(platform.dataDir);
    round.onEnd(() => slow.stop());
    const terminal = await openTerminal({
      folder: round.folder(),
      enrolment: await platform.enrol(),
      random,
      gatewayUrl: slow.url,
      delays: { exchange: PATIENCE_MS, slowestExchange: PATIENCE_MS },
    });
    round.onEnd(() => terminal.stop());
    await visits(round, platform, terminal, random.between(2, 5));
    slow.setSlowness(PATIENCE_MS * random.between(3, 6));
    terminal.agent.start();
    await terminal.until(() => slow.inProgress > 0);
    slow.setSlowness(0);
    await terminal.drained();
    const counts = terminal.queue.counts();
    found.expect(counts.ok && counts.value.parked === 0, 'set aside because it was still being worked on');
    compareDrained(round, platform, terminal);
  },
};
