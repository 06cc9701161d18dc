import { join } from 'node:path';
import type { Outcome } from '../../../domain/wire/contract.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { simulatedClock, type SimulatedClock } from '../../testing/simulated-clock.ts';
import { good, only } from '../../testing/values.ts';
import { openQueue, type Queue, type QueueOptions } from '../queue.ts';
import { submissionWith } from './submissions.ts';

export const RECEIVED_AT = '2026-03-02T04:10:00.000Z';
export const BUNDLE = '01a20478-dbc4-74ba-a370-e0e9536505f7';
const DAY_MS = 24 * 3_600_000;

/** A queue with its clocks in the test's hand. */
export interface TestQueue {
  readonly queue: Queue;
  readonly path: string;
  readonly clock: SimulatedClock;
  /** The trusted clock and the budget clock, which a test may set to anything. */
  readonly time: { at: string; budget: number };
  readonly passDays: (days: number) => void;
  /** Keeps one and gives its id. */
  readonly keep: (envelope?: Parameters<typeof submissionWith>[0]) => string;
  /** Keeps one, claims what is first and acknowledges it: right only when nothing else may go. */
  readonly receive: (envelope?: Parameters<typeof submissionWith>[0], outcome?: Outcome) => string;
  readonly claimIds: (limit?: number) => readonly string[];
  readonly state: (id: string) => string | undefined;
  /** Ends the process without a word and starts it again. */
  readonly reopened: () => TestQueue;
}

export function testQueue(path = join(dataFolder(), 'queue.db'), options: QueueOptions = {}): TestQueue {
  const clock = simulatedClock();
  const time = { at: '2026-03-02T04:05:06.789Z', budget: 0 };
  const queue = good(
    openQueue(path, {
      uptime: clock.uptime,
      now: () => time.at,
      budget: () => time.budget,
      ...options,
    }),
  );
  const test: TestQueue = {
    queue,
    path,
    clock,
    time,
    passDays(days) {
      time.budget += days * DAY_MS;
    },
    keep: (envelope = {}) => good(queue.enqueue(submissionWith(envelope))).id,
    receive(envelope = {}, outcome) {
      const id = test.keep(envelope);
      const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
      if (lease.id !== id) throw new Error('another one was first');
      good(queue.acknowledge(lease, 'a.receipt.jws', RECEIVED_AT, outcome ?? null));
      return id;
    },
    claimIds: (limit = 100) => good(queue.claim({ owner: 'test', limit })).map(({ id }) => id),
    state: (id) => good(queue.get(id))?.state,
    reopened() {
      queue.close();
      const again = testQueue(path, options);
      Object.assign(again.time, time);
      return again;
    },
  };
  return test;
}
