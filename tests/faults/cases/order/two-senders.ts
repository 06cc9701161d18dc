import { join } from 'node:path';
import { createSyncAgent, openQueue } from '../../../../queue/index.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareSent, visits } from '../../terminal/visits.ts';

/**
 * Case 18 of facts/queue.md §2.5: the terminal is started twice, and two senders work on one queue. Figure: the second
 * start is refused; 0 double effects.
 */
export const twoSenders: FaultCase = {
  name: 'two-senders',
  numbers: [18],
  figure: 'second start refused, 0 double effects',
  weight: 8,
  async play(round) {
    const { random, found } = round;
    const { platform, terminal, folder } = await connected(round, { weather: { jitter: 15 } });
    const second = openQueue(join(folder, 'queue.db'), { lockWait: 10 });
    found.expect(!second.ok && second.code === 'database-locked', 'a second start was let in');
    if (second.ok) second.value.close();
    await visits(round, platform, terminal, random.between(6, 16));
    const other = createSyncAgent({
      queue: terminal.queue,
      keys: terminal.keys,
      policies: terminal.policies,
      device: null,
      enrolment: terminal.enrolment,
      emit: () => undefined,
      random: () => random.next(),
    });
    round.onEnd(() => other.stop());
    other.start();
    terminal.agent.start();
    await terminal.drained();
    await other.stop();
    // What the other sender delivered was told to the other one's listeners.
    compareSent(round, platform, terminal);
  },
};
