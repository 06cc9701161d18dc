import { simulatedClock } from '../../../../queue/testing/simulated-clock.ts';
import { startMiddleBox } from '../../network/middle-box.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { PLATFORM } from '../../terminal/platform.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { compareDrained, visits } from '../../terminal/visits.ts';

/** A tenth, as the case says. */
const TOLERANCE = 0.1;
/** Nothing has happened for so long: whatever is to be done waits for the clock. */
const QUIET_MS = 15;
const MOST_STEPS = 400;
/** Requests that were under way already when the refusal arrived. */
const MOST_AT_ONCE = 4;

/**
 * Case 14 of facts/queue.md §2.5: 429 or 503 with Retry-After, in seconds or as a date, again and again. Figure: honoured
 * to a tenth: no call earlier, and the next not much later. Time is simulated, so that it can be told to the
 * millisecond.
 */
export const retryAfter: FaultCase = {
  name: 'retry-after',
  numbers: [14],
  figure: 'no call earlier, the next within 10 %',
  weight: 6,
  async play(round) {
    const { random, found } = round;
    const platform = await round.run.shared(PLATFORM);
    const clock = simulatedClock();
    let asked = { at: -1, until: 0, latest: Infinity };
    let onTheirWay = 0;
    let refusals = random.between(1, 3);
    const box = await startMiddleBox(platform.url, (request, response) => {
      const now = clock.uptime();
      if (now === asked.at && onTheirWay < MOST_AT_ONCE) {
        onTheirWay += 1;
        return false;
      }
      if (now < asked.until) found.miss(`called ${String(asked.until - now)} ms too early`);
      if (now > asked.latest) found.miss(`called ${String(now - asked.latest)} ms too late`);
      asked = { at: -1, until: 0, latest: Infinity };
      if (refusals === 0 || (request.method === 'GET' && random.chance(0.3))) return false;
      refusals -= 1;
      const seconds = random.between(1, 900);
      onTheirWay = 0;
      asked = { at: now, until: now + seconds * 1000, latest: now + seconds * 1000 * (1 + TOLERANCE) + 20 };
      const text = random.chance(0.5)
        ? String(seconds)
        : new Date(Math.ceil(clock.wall() / 1000) * 1000 + seconds * 1000).toUTCString();
      const date = new Date(Math.ceil(clock.wall() / 1000) * 1000).toUTCString();
      const status = random.pick([429, 503]);
      response
        .writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': text, date })
        .end(JSON.stringify({ type: 'about:blank', title: 'busy', status, code: 'busy' }));
      return true;
    });
    round.onEnd(() => box.close());
    const enrolment = await platform.enrol();
    const terminal = await openTerminal({
      folder: round.folder(),
      enrolment,
      random,
      gatewayUrl: box.url,
      clock,
      delays: {
        exchange: 30_000,
        offlineProbe: 2_000,
        idleProbe: 60_000,
        retryBase: 1_000,
        retryCap: 300_000,
      },
    });
    round.onEnd(() => terminal.stop());
    await visits(round, platform, terminal, random.between(2, 5));
    terminal.agent.start();
    for (let step = 0; step < MOST_STEPS && !(refusals === 0 && terminal.held().length === 0); step += 1) {
      await quiet();
      const [next] = clock.timers();
      if (next !== undefined) clock.advance(next);
    }
    compareDrained(round, platform, terminal);

    async function quiet(): Promise<void> {
      for (let since = performance.now(), seen = box.requests; performance.now() - since < QUIET_MS;) {
        await new Promise((resolve) => setTimeout(resolve, 3));
        if (box.underWay === 0 && box.requests === seen) continue;
        since = performance.now();
        seen = box.requests;
      }
    }
  },
};
