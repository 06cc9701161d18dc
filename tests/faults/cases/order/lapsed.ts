import { KIND_FACTS } from '../../../../domain/kinds/kinds.ts';
import { SYSTEM_CLOCK } from '../../../../queue/sync/clock.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareBoth, visits } from '../../terminal/visits.ts';

const HOUR_MS = 3_600_000;

/**
 * Beside the cases of facts/queue.md §2.5: what may be sent for a time only lies on an offline terminal until shortly
 * before, or after, that time is over. Figure: nothing is sent after its `validUntil`, everything else is, and what lapsed
 * is told as such.
 */
export const lapsed: FaultCase = {
  name: 'lapsed',
  numbers: [],
  figure: 'nothing sent after its time',
  weight: 5,
  async play(round) {
    const { random, found } = round;
    let passed = 0;
    const clock = {
      ...SYSTEM_CLOCK,
      uptime: () => performance.now() + passed,
      wall: () => Date.now() + passed,
    };
    const { platform, proxy, terminal } = await connected(round, { clock });
    await proxy.down();
    const opinions: string[] = [];
    for (let more = random.between(2, 6); more > 0; more -= 1) {
      opinions.push(await terminal.leaveFeedback(random.between(1, 5)));
      await visits(round, platform, terminal, 1);
    }
    const late = random.chance(0.6);
    passed = (KIND_FACTS.feedback.validForHours ?? 0) * HOUR_MS + (late ? HOUR_MS : -HOUR_MS);
    await proxy.up();
    terminal.agent.start();
    await terminal.drained();
    const arrived = new Set(platform.arrived(terminal.enrolment.terminalId).map(({ id }) => id));
    for (const id of opinions) {
      const stored = terminal.queue.get(id);
      const state = stored.ok ? stored.value?.state : null;
      if (late && arrived.has(id)) found.miss(`${id} was sent after its time`);
      if (late && state !== 'expired') found.miss(`${id} lapsed and is ${String(state)}`);
      if (!late && !arrived.has(id))
        found.fault('lost', `${id} did not arrive in its time: ${String(state)}`);
    }
    compareBoth(round, platform, terminal);
  },
};
