import { adultNumber } from '../../../../gateway/testing/people.ts';
import { findPersonalData } from '../../../support/personal-data.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { connected } from '../../terminal/connected.ts';
import { compareBoth, visits } from '../../terminal/visits.ts';

/**
 * Case 27 of facts/queue.md §2.5: the disk is pulled out of a terminal, pending submissions and all, while it runs or after.
 * Figure: nothing on it says who was there, in any encoding.
 */
export const stolenDisk: FaultCase = {
  name: 'stolen-disk',
  numbers: [27],
  figure: 'nobody can be found on it',
  weight: 4,
  async play(round) {
    const { random, found } = round;
    const { platform, proxy, terminal, folder } = await connected(round);
    const people = Array.from({ length: random.between(1, 4) }, () => platform.nextPerson());
    for (const person of people) await terminal.leave(person);
    terminal.agent.start();
    if (random.chance(0.5)) await terminal.drained();
    await proxy.down();
    await visits(round, platform, terminal, random.between(1, 3));
    const personal = people
      .map(adultNumber)
      .flatMap(({ person, contact }) => [
        person.hkid,
        person.hkid.slice(0, -1),
        person.surname,
        person.givenNames,
        person.nameChinese ?? '',
        contact.channel === 'mobile' ? contact.mobile : '',
      ]);
    const findings = findPersonalData(
      folder,
      personal.filter((text) => text !== ''),
    );
    for (const { file, index } of findings)
      found.fault('corrupt', `text ${String(index)} is readable in ${file}`);
    compareBoth(round, platform, terminal);
  },
};
