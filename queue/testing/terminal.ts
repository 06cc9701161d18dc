import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ItemState, QueueEvent } from '../../domain/terminal/ports.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { openQueue, type Queue } from '../store/queue.ts';
import { createSyncAgent, type SyncAgent } from '../sync/agent.ts';
import { DELAYS } from '../sync/delays.ts';
import { dataFolder } from './data-folder.ts';
import { type ScriptedGateway, scriptedGateway } from './scripted-gateway.ts';
import { simulatedClock, type SimulatedClock } from './simulated-clock.ts';
import { newSubmission } from './submissions.ts';
import { good } from './values.ts';

/** A terminal's queue and sync agent, a scripted gateway on a real socket, and time in the test's hand. */
export interface TestTerminal {
  readonly gateway: ScriptedGateway;
  readonly clock: SimulatedClock;
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly agent: SyncAgent;
  readonly events: QueueEvent[];
  /** Keeps one and wakes the agent, as the submitter does. */
  keep(lane?: number): string;
  readonly state: (id: string) => string | undefined;
  /** Resolves when the condition holds; looked at whenever something happens. */
  until(condition: () => boolean): Promise<void>;
  /** Resolves when the agent sleeps and nothing is under way; gives the milliseconds to its next look. */
  asleep(): Promise<number>;
  /** Lets exactly the agent's next wait pass. */
  sleepThrough(): Promise<void>;
  readonly posts: () => number;
  connection(): string;
  itemStates(id: string): readonly ItemState[];
}

export async function testTerminal(): Promise<TestTerminal> {
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const gateway = await scriptedGateway({ onExchange: changed });
  const clock = simulatedClock(changed);
  const folder = dataFolder();
  const queue = good(openQueue(join(folder, 'queue.db'), { uptime: clock.uptime }));
  const keys = good(
    await openKeyStore({
      folder: join(folder, 'keys'),
      enrolment: gateway.platform.enrolment,
      uptime: clock.uptime,
      wall: clock.wall,
    }),
  );
  const events: QueueEvent[] = [];
  const agent = createSyncAgent({
    queue,
    keys,
    enrolment: gateway.platform.enrolment,
    clock,
    random: () => 0.999,
    emit(event) {
      events.push(event);
      changed();
    },
  });
  onTestFinished(async () => {
    await agent.stop();
    await gateway.close();
    queue.close();
  });

  function until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  }

  /** An exchange under way has a deadline of its own; a sleeping agent has one timer, and it is another. */
  const sleeping = (): boolean => {
    const timers = clock.timers();
    return timers.length === 1 && timers[0] !== DELAYS.exchange;
  };

  async function asleep(): Promise<number> {
    await until(sleeping);
    return clock.timers()[0] ?? 0;
  }

  return {
    gateway,
    clock,
    queue,
    keys,
    agent,
    events,
    until,
    asleep,
    async sleepThrough() {
      clock.advance(await asleep());
    },
    keep(lane = 1) {
      const { id } = good(queue.enqueue(newSubmission({ lane })));
      agent.wake();
      return id;
    },
    state: (id) => good(queue.get(id))?.state,
    posts: () => gateway.log.filter((entry) => entry.line === 'POST /v1/submissions').length,
    connection() {
      const last = events.findLast((event) => event.type === 'CONNECTION');
      return last === undefined
        ? 'unknown'
        : `${last.online ? 'online' : 'offline'} ${last.trouble ?? ''}`.trim();
    },
    itemStates: (id) =>
      events.flatMap((event) => (event.type === 'ITEM' && event.id === id ? [event.state] : [])),
  };
}

/** A terminal whose agent has found the platform and sleeps. */
export async function startedTerminal(): Promise<TestTerminal> {
  const terminal = await testTerminal();
  terminal.agent.start();
  await terminal.asleep();
  return terminal;
}
