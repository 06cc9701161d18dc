import { adultNumber } from '../../../../gateway/testing/people.ts';
import { postTo } from '../../../../gateway/testing/gateway.ts';
import { testTerminal } from '../../../../gateway/testing/terminal.ts';
import { newSubmission } from '../../../../queue/testing/submissions.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';

/**
 * Case 10 of facts/queue.md §2.5: a key that the platform knows with other content, and one that the terminal knows
 * with other content. Figure: 422 and 0 effects; the item is set aside where staff see it; the store is as it was.
 */
export const otherPayload: FaultCase = {
  name: 'other-payload',
  numbers: [10],
  figure: '422, 0 effects, set aside visibly',
  weight: 8,
  async play(round) {
    const { random, found } = round;
    const { platform, proxy, terminal } = await connected(round);
    const ids: string[] = [];
    for (let more = random.between(3, 8); more > 0; more -= 1) {
      const left = await terminal.leave(platform.nextPerson());
      if ('id' in left) ids.push(left.id);
    }
    const [first = '', ...others] = ids;
    const stolen = random.pick([first, ...others]);
    const told = terminal.told().find(({ id }) => id === stolen);
    if (told === undefined) return;

    const again = terminal.queue.enqueue(newSubmission({ id: stolen, lane: told.lane }));
    found.expect(!again.ok && again.code === 'id-used', 'the terminal took other content under a used id');

    const foreign = await testTerminal(terminal.enrolment);
    const { reference, lane, sequence } = told;
    const person = adultNumber(platform.nextPerson());
    const other = await foreign.seal(person, { id: stolen, reference, lane, sequence });
    const posted = await postTo(proxy.url, foreign, other);
    found.expect(posted.status === 201, `the other content was answered ${String(posted.status)}`);

    terminal.agent.start();
    await terminal.until(() => {
      const counts = terminal.queue.counts();
      return counts.ok && counts.value.parked === 1;
    });
    const parked = terminal.queue.get(stolen);
    const reason = parked.ok ? parked.value?.parkedReason : null;
    found.expect(reason === 'idempotency-key-reused', `set aside as ${String(reason)}`);
    const rows = platform.arrived(terminal.enrolment.terminalId).filter(({ id }) => id === stolen);
    if (rows.length !== 1) found.fault('duplicated', `${String(rows.length)} effects under one key`);
    if (rows[0]?.digest !== other.envelope.digest) found.fault('corrupt', 'the first content was replaced');
    if (terminal.told().some(({ id, received }) => id === stolen && received)) {
      found.fault('falseConfirmations', 'told received although other content was');
    }
    found.confirm(ids.length);
  },
};
