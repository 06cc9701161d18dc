import type { FaultCase } from '../../runner/fault-case.ts';
import { startWeatherProxy } from '../../network/proxy.ts';
import { PLATFORM } from '../../terminal/platform.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { compareBoth, compareDrained, visits } from '../../terminal/visits.ts';

/**
 * Case 12 of facts/queue.md §2.5: the terminal's credential goes out of force while it sends. Figure: 0 dropped; it goes on
 * with the new one.
 */
export const tokenExpired: FaultCase = {
  name: 'token-expired',
  numbers: [12],
  figure: '0 dropped, goes on after enrolment',
  weight: 8,
  async play(round) {
    const { random, found } = round;
    const platform = await round.run.shared(PLATFORM);
    const proxy = await startWeatherProxy({ target: platform.url, weather: { latency: 4 }, random });
    round.onEnd(() => proxy.close());
    const enrolment = await platform.enrol();
    const folder = round.folder();
    const before = await openTerminal({ folder, enrolment, random, gatewayUrl: proxy.url });
    let stopped = false;
    round.onEnd(() => (stopped ? undefined : before.stop()));
    const count = random.between(8, 20);
    await visits(round, platform, before, count);
    before.agent.start();
    const enough = random.between(0, count - 4);
    await before.until(() => before.held().length <= count - enough);
    const renewed = await platform.enrolAgain(enrolment.terminalId);
    const refused = (): boolean =>
      before.events().some((event) => event.type === 'CONNECTION' && event.trouble === 'terminal-refused');
    await before.until(() => refused() || before.held().length === 0);
    const counts = before.queue.counts();
    found.expect(counts.ok && counts.value.parked === 0, 'set aside because of the credential');
    compareBoth(round, platform, before);
    await before.stop();
    stopped = true;
    const after = await openTerminal({
      folder,
      enrolment: renewed,
      random,
      gatewayUrl: proxy.url,
      before,
    });
    round.onEnd(() => after.stop());
    after.agent.start();
    await after.drained();
    compareDrained(round, platform, after);
  },
};
