import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { SyncActivity } from '../../domain/service/status.ts';
import type { ItemState } from '../../domain/terminal/ports/queue/submission.ts';
import type { QueueEvent } from '../../domain/terminal/ports/queue/queue.ts';
import type { AttachmentManifest } from '../../domain/wire/attachment.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { openPolicyStore, type PolicyStore } from '../policy/policy-store.ts';
import { openQueue, type Queue } from '../store/queue.ts';
import { createSyncAgent, type SyncAgent, type SyncAgentOptions } from '../sync/agent.ts';
import type { Delays } from '../sync/delays.ts';
import type { Certified } from './certificates.ts';
import { dataFolder } from './data-folder.ts';
import type { ScriptedGateway } from './exchange.ts';
import { submissionWithFile } from './files.ts';
import { scriptedGateway } from './scripted-gateway.ts';
import { simulatedClock, type SimulatedClock } from './simulated-clock.ts';
import { newSubmission } from './submissions.ts';
import { good } from './values.ts';

/** A terminal's queue and sync agent, a scripted gateway on a real socket, and time in the test's hand. */
export interface TestTerminal {
  readonly gateway: ScriptedGateway;
  readonly clock: SimulatedClock;
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly policies: PolicyStore;
  /** The one that runs now. */
  readonly agent: SyncAgent;
  /** The program ends and another begins: what was only in memory is gone. */
  restart(): Promise<void>;
  readonly events: QueueEvent[];
  /** Keeps one and wakes the agent, as the submitter does. */
  keep(lane?: number): string;
  /** The same with a file of so many sealed bytes. */
  keepWithFile(bytes?: number): AttachmentManifest;
  fileState(manifest: AttachmentManifest): string | undefined;
  readonly state: (id: string) => string | undefined;
  /** Resolves when the condition holds; looked at whenever something happens. */
  until(condition: () => boolean): Promise<void>;
  /** Resolves when the agent sleeps and nothing is under way; gives the milliseconds to its next look. */
  asleep(): Promise<number>;
  /** Lets exactly the agent's next wait pass. */
  sleepThrough(): Promise<void>;
  /** Lets time pass, wait after wait, until the condition holds; also while an exchange hangs. */
  sleepUntil(condition: () => boolean): Promise<void>;
  readonly posts: () => number;
  connection(): string;
  itemStates(id: string): readonly ItemState[];
  /** How often the gateway was asked that, e.g. `POST /v1/batches`. */
  asked(line: string): number;
  readonly activities: SyncActivity[];
  readonly contacts: string[];
  /** The events of the audit chain, in order. */
  audited(): readonly string[];
}

const auditedSchema = z.object({ event: z.string() });

interface TestTerminalOptions {
  /** Which place of the reference data it is; left out: one without counters. */
  readonly placeId?: string;
  /** The audit chain is sent, too. */
  readonly audit?: boolean;
  readonly random?: () => number;
  readonly delays?: Partial<Delays>;
  /** The gateway speaks https with this certificate. */
  readonly tls?: Certified;
  readonly proxy?: string;
  readonly ca?: string;
}

export async function testTerminal(options: TestTerminalOptions = {}): Promise<TestTerminal> {
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const gateway = await scriptedGateway({
    onExchange: changed,
    ...(options.tls === undefined ? {} : { tls: options.tls }),
  });
  const clock = simulatedClock(changed);
  const folder = dataFolder();
  const keyFolder = join(folder, 'keys');
  const keys = good(
    await openKeyStore({
      folder: keyFolder,
      enrolment: gateway.platform.enrolment,
      uptime: clock.uptime,
      wall: clock.wall,
    }),
  );
  const queue = good(
    openQueue(join(folder, 'queue.db'), {
      uptime: clock.uptime,
      now: () => keys.time.now().instant,
    }),
  );
  const policies = good(
    await openPolicyStore({
      folder: keyFolder,
      keys,
      audit: (entry) => void queue.audit.append(entry),
    }),
  );
  const events: QueueEvent[] = [];
  const activities: SyncActivity[] = [];
  const contacts: string[] = [];
  const agentOptions: SyncAgentOptions = {
    queue,
    keys,
    policies,
    device: options.audit === true ? keys : null,
    enrolment: gateway.platform.enrolment,
    clock,
    random: options.random ?? (() => 0.999),
    delays: options.delays ?? {},
    placeId: options.placeId ?? null,
    proxy: options.proxy ?? null,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    onActivity: (activity) => {
      activities.push(activity);
      changed();
    },
    onContact: (at) => contacts.push(at),
    emit(event) {
      events.push(event);
      changed();
    },
  };
  let agent = createSyncAgent(agentOptions);
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

  /** An exchange under way has a deadline of its own; a sleeping agent has one timer. */
  const sleeping = (): boolean => clock.timers().length === 1 && !agent.sending();

  async function asleep(): Promise<number> {
    await until(sleeping);
    return clock.timers()[0] ?? 0;
  }

  function asked(line: string): number {
    return gateway.log.filter((entry) => entry.line === line).length;
  }

  return {
    gateway,
    clock,
    queue,
    keys,
    policies,
    get agent() {
      return agent;
    },
    async restart() {
      await agent.stop();
      good(queue.recover());
      agent = createSyncAgent(agentOptions);
      agent.start();
    },
    events,
    until,
    asleep,
    async sleepThrough() {
      clock.advance(await asleep());
    },
    async sleepUntil(condition) {
      while (!condition()) {
        await Promise.race([until(condition), asleep()]);
        if (!condition()) clock.advance(clock.timers()[0] ?? 0);
      }
    },
    keep(lane = 1) {
      const { id } = good(queue.enqueue(newSubmission({ lane })));
      agent.wake();
      return id;
    },
    keepWithFile(bytes) {
      const submission = submissionWithFile(bytes === undefined ? {} : { bytes });
      good(queue.enqueue(submission));
      agent.wake();
      return submission.manifest;
    },
    fileState: ({ submissionId, id }) =>
      good(queue.attachmentsOf(submissionId)).find((file) => file.id === id)?.state,
    state: (id) => good(queue.get(id))?.state,
    posts: () => asked('POST /v1/submissions'),
    asked,
    activities,
    contacts,
    audited: () =>
      good(queue.auditSince(0, 1_000)).rows.map(({ entry }) => auditedSchema.parse(JSON.parse(entry)).event),
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
export async function startedTerminal(options: TestTerminalOptions = {}): Promise<TestTerminal> {
  const terminal = await testTerminal(options);
  terminal.agent.start();
  await terminal.asleep();
  return terminal;
}
