import { join } from 'node:path';
import { v7 } from 'uuid';
import { adultNumber } from '../../../../gateway/testing/people.ts';
import { testTerminal } from '../../../../gateway/testing/terminal.ts';
import { digestOf } from '../../../support/digest.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { writeOldDatabase } from '../../terminal/old-database.ts';
import { PLATFORM } from '../../terminal/platform.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

/**
 * Case 22 of facts/queue.md §2.5: the program is upgraded while submissions of the old schema wait or were just being sent.
 * Figure: 100 % sent, in their order, before what is left afterwards.
 */
export const upgrade: FaultCase = {
  name: 'upgrade',
  numbers: [22],
  figure: '100 % sent',
  weight: 6,
  async play(round) {
    const { random } = round;
    const platform = await round.run.shared(PLATFORM);
    const enrolment = await platform.enrol();
    const sealer = await testTerminal(enrolment);
    const folder = round.folder();
    const submissions: Parameters<typeof writeOldDatabase>[1][number][] = [];
    for (let more = random.between(3, 12); more > 0; more -= 1) {
      const lane = random.between(1, 4);
      const request = await sealer.seal(adultNumber(platform.nextPerson()), { id: v7(), lane });
      const { reference: _reference, sequence: _sequence, ...envelope } = request.envelope;
      const sealed = new Uint8Array(Buffer.from(request.sealed, 'base64url'));
      // Only the first of a lane can be under way.
      const first = !submissions.some((earlier) => earlier.envelope.lane === lane);
      submissions.push({ envelope, sealed, sending: first && random.chance(0.5) });
    }
    const kept = writeOldDatabase(join(folder, 'queue.db'), submissions);
    const told = kept.map((item) => ({ ...item, received: false }));
    const terminal = await openTerminal({
      folder,
      enrolment,
      random,
      before: { told: () => told, events: () => [] },
    });
    round.onEnd(() => terminal.stop());
    await visits(round, platform, terminal, random.between(0, 4));
    terminal.agent.start();
    await terminal.drained();
    compareDrained(round, platform, terminal);
    for (const { id, digest } of submissions.map(({ envelope }) => envelope)) {
      const sealed = terminal.queue.sealedOf(id);
      const bytes = sealed.ok && sealed.value !== null ? sealed.value : new Uint8Array();
      const same = digestOf(bytes) === digest;
      if (!same) round.found.fault('corrupt', `${id} has other bytes after the upgrade`);
    }
  },
};
