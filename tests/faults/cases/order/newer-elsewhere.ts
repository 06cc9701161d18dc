import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareDrained } from '../../terminal/visits.ts';

/**
 * Case 21 of facts/queue.md §2.5: while a terminal is offline, the same people register somewhere else. Figure: what was
 * done there stands; the late ones are received, not accepted, and the terminal says so: 0 silent overwrites.
 */
export const newerElsewhere: FaultCase = {
  name: 'newer-elsewhere',
  numbers: [21],
  figure: '0 silent overwrites',
  weight: 5,
  async play(round) {
    const { random, found } = round;
    const offline = await connected(round);
    const elsewhere = await connected(round);
    const { platform } = offline;
    await offline.proxy.down();
    const people = Array.from({ length: random.between(2, 6) }, () => platform.nextPerson());
    const both = new Set<string>();
    for (const person of people) {
      const late = await offline.terminal.leave(person);
      if (!random.chance(0.6)) continue;
      await elsewhere.terminal.leave(person);
      if ('id' in late) both.add(late.id);
    }
    elsewhere.terminal.agent.start();
    await elsewhere.terminal.drained();
    await offline.proxy.up();
    offline.terminal.agent.start();
    await offline.terminal.drained();
    for (const { id, reference } of elsewhere.terminal.told()) {
      const stored = elsewhere.terminal.queue.get(id);
      const state = stored.ok ? stored.value?.state : null;
      if (state !== 'accepted') found.fault('corrupt', `${reference} came first and is ${String(state)}`);
    }
    for (const { id, reference } of offline.terminal.told()) {
      const stored = offline.terminal.queue.get(id);
      const outcome = stored.ok ? stored.value?.outcome : null;
      const overtaken = outcome?.state === 'rejected' && outcome.code === 'already-registered';
      if (both.has(id) && !overtaken)
        found.fault('falseConfirmations', `${reference} came second and was not told so`);
      if (!both.has(id) && outcome?.state !== 'accepted') found.miss(`${reference} was not accepted`);
    }
    compareDrained(round, platform, elsewhere.terminal);
    compareDrained(round, platform, offline.terminal);
  },
};
