import { PORTAL_MANNERS, startCaptivePortal } from '../../network/captive-portal.ts';
import { startWeatherProxy } from '../../network/proxy.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { PLATFORM } from '../../terminal/platform.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { compareBoth, compareDrained, visits } from '../../terminal/visits.ts';

/**
 * Case 26 of facts/queue.md §2.5: something else answers, with 200 and a page, a redirect, nothing, or as an impostor who
 * speaks the contract to the letter and has no key. Figure: not taken as success; everything is sent once the platform
 * is there.
 */
export const captivePortal: FaultCase = {
  name: 'captive-portal',
  numbers: [26],
  figure: 'never taken as success',
  weight: 10,
  async play(round) {
    const { random, found } = round;
    const platform = await round.run.shared(PLATFORM);
    const manner = random.pick(PORTAL_MANNERS);
    const portal = await startCaptivePortal(manner);
    round.onEnd(() => portal.close());
    const enrolment = await platform.enrol();
    const folder = round.folder();
    const before = await openTerminal({ folder, enrolment, random, gatewayUrl: portal.url });
    let stopped = false;
    round.onEnd(() => (stopped ? undefined : before.stop()));
    before.agent.start();
    await visits(round, platform, before, random.between(2, 6));
    const asked = portal.asked;
    await before.until(() => portal.asked >= asked + 3);
    for (const item of before.told()) {
      if (item.received)
        found.fault('falseConfirmations', `${item.reference} was told received by a ${manner}`);
    }
    compareBoth(round, platform, before);
    await before.stop();
    stopped = true;
    const proxy = await startWeatherProxy({ target: platform.url, random });
    round.onEnd(() => proxy.close());
    const after = await openTerminal({ folder, enrolment, random, gatewayUrl: proxy.url, before });
    round.onEnd(() => after.stop());
    after.agent.start();
    await after.drained();
    compareDrained(round, platform, after);
  },
};
