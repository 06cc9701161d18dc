import { startWeatherProxy } from '../../network/proxy.ts';
import { expectNoCrash, runFaulty } from '../../power/faulty.ts';
import type { Mark } from '../../power/marks.ts';
import { workloadPath } from '../../power/recordings.ts';
import type { SenderWorkload } from '../../power/workloads/sender-workload.ts';
import type { ToldSubmission } from '../../model/ledger.ts';
import type { FaultCase } from '../../runner/fault-case.ts';
import { PLATFORM } from '../../terminal/platform.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { compareSent } from '../../terminal/visits.ts';

/**
 * Case 17 of facts/queue.md §2.5: the terminal dies between sending and noting that it was received; some replies had not
 * come through either. Figure: sent again after the restart, 1 effect each, and nobody was told *received* too early.
 */
export const killSender: FaultCase = {
  name: 'kill-sender',
  numbers: [1, 17],
  figure: '1 effect each after the restart',
  weight: 12,
  async play(round) {
    const { random, seed, found } = round;
    const platform = await round.run.shared(PLATFORM);
    // A single answer with its headers comes through whole, so that those who are not killed in time end, too.
    const weather = random.chance(0.5) ? { replyLimit: random.between(1_500, 4_000) } : { jitter: 20 };
    const proxy = await startWeatherProxy({ target: platform.url, weather, random });
    round.onEnd(() => proxy.close());
    const enrolment = await platform.enrol();
    const someone = Array.from({ length: 5 }, () => platform.nextPerson());
    const [first = 0, ...others] = someone;
    const people = Array.from({ length: random.between(6, 14) }, () => random.pick([first, ...others]));
    const words = { seed, people, gatewayUrl: proxy.url, enrolment } satisfies SenderWorkload;
    const workload = { program: workloadPath('sender-workload'), words: [JSON.stringify(words)] };
    const survived = await runFaulty(round, workload, [
      { at: 'any', first: random.between(1, 700), count: 1, action: 'kill' },
    ]);
    expectNoCrash(survived, round);
    proxy.setWeather({}, 'storm');
    const told = toldIn(survived.marks);
    const arrived = new Set(platform.arrived(enrolment.terminalId).map(({ id }) => id));
    for (const item of told) {
      if (item.received && !arrived.has(item.id)) {
        found.fault('falseConfirmations', `${item.reference} was told received before it was`);
      }
    }
    const terminal = await openTerminal({
      folder: survived.folder,
      enrolment,
      random,
      gatewayUrl: proxy.url,
      before: { told: () => told, events: () => [] },
    });
    round.onEnd(() => terminal.stop());
    terminal.agent.start();
    await terminal.drained();
    compareSent(round, platform, terminal);
  },
};

function toldIn(marks: readonly Mark[]): ToldSubmission[] {
  const received = new Set(marks.flatMap((mark) => (mark.told === 'received' ? [mark.id] : [])));
  return marks.flatMap((mark) => {
    if (mark.told !== 'kept') return [];
    const { id, reference, digest = '', lane = 0, sequence = 0 } = mark;
    return [{ id, reference, digest, lane, sequence, received: received.has(id) }];
  });
}
