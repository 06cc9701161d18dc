import { adultNumber } from '../../../../gateway/testing/people.ts';
import { newSubmission } from '../../../../queue/testing/submissions.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareBoth, visits } from '../../terminal/visits.ts';

/**
 * Case 13 of facts/queue.md §2.5: the platform refuses one member's submission for ever. Figure: what this member left
 * later waits, everybody else's arrives as if nothing were.
 */
export const poison: FaultCase = {
  name: 'poison',
  numbers: [13],
  figure: 'only that member waits',
  weight: 10,
  async play(round) {
    const { random, found } = round;
    const { platform, terminal } = await connected(round);
    await visits(round, platform, terminal, random.between(0, 4));
    const member = platform.nextPerson();
    const lane = terminal.keys.laneOf(adultNumber(member).person.hkid);
    // Bytes that nobody sealed, under a key that nobody has.
    const made = newSubmission({ lane });
    const { terminalId } = terminal.enrolment;
    const bad = terminal.queue.enqueue({ ...made, envelope: { ...made.envelope, terminalId } });
    if (!bad.ok) throw new Error(bad.code);
    const held = new Set<string>();
    for (let more = random.between(1, 3); more > 0; more -= 1) {
      const left = await terminal.leave(member);
      if ('id' in left) held.add(left.id);
      await visits(round, platform, terminal, random.between(1, 4));
    }
    terminal.agent.start();
    await terminal.until(() => {
      const counts = terminal.queue.counts();
      return counts.ok && counts.value.parked === 1 && counts.value.pending === held.size;
    });
    for (const item of terminal.told()) {
      if (held.has(item.id) && item.received)
        found.fault('reordered', `${item.reference} overtook its elder`);
      if (!held.has(item.id) && item.lane !== lane && !item.received)
        found.miss(`${item.reference} was held up`);
    }
    compareBoth(round, platform, terminal);
  },
};
