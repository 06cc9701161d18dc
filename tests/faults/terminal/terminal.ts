import { join } from 'node:path';
import { v7 } from 'uuid';
import type { QueueEvent } from '../../../domain/terminal/ports/queue/queue.ts';
import type { SubmitRequest } from '../../../domain/terminal/ports/queue/submission.ts';
import type { Enrolment } from '../../../domain/wire/contract.ts';
import { adultNumber } from '../../../gateway/testing/people.ts';
import {
  createSubmitter,
  createSyncAgent,
  type Delays,
  type KeyStore,
  type NewSubmission,
  openKeyStore,
  openQueue,
  type Queue,
  type SyncAgent,
} from '../../../queue/index.ts';
import { openPolicyStore, type PolicyStore } from '../../../queue/policy/policy-store.ts';
import type { SyncClock } from '../../../queue/sync/clock.ts';
import type { HeldSubmission, ToldSubmission } from '../model/ledger.ts';
import type { Random } from '../runner/random.ts';

/** Waits short enough for a round of a fraction of a second; their proportions are the product's. */
const QUICK: Partial<Delays> = {
  exchange: 1_500,
  slowestExchange: 3_000,
  offlineProbe: 60,
  idleProbe: 1_000,
  retryBase: 10,
  retryCap: 200,
  brokenCap: 60,
  portalCap: 100,
  inProgress: 20,
};

/** A terminal without a screen: the real queue, key store, submitter and sync agent, in plain Node. */
export interface FaultTerminal {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly policies: PolicyStore;
  readonly agent: SyncAgent;
  readonly enrolment: Enrolment;
  /** Everything that a screen was told so far. */
  told(): ToldSubmission[];
  events(): readonly QueueEvent[];
  /** A person leaves a registration. @returns its id, or the code with which it was refused */
  leave(person: number): Promise<{ readonly id: string } | { readonly code: string }>;
  /** Somebody says what they think of the visit. @returns its id */
  leaveFeedback(rating: number): Promise<string>;
  /** Keeps what was sealed elsewhere. @throws when it is refused */
  keep(submission: NewSubmission): void;
  /** What is not at the platform as far as this terminal knows. */
  held(): HeldSubmission[];
  /** Resolves when the condition holds. @throws when it does not within the time */
  until(condition: () => boolean, milliseconds?: number): Promise<void>;
  /** Everything was sent or set aside, files too. */
  drained(milliseconds?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface TerminalOptions {
  readonly folder: string;
  readonly enrolment: Enrolment;
  readonly random: Random;
  /** Another way to the gateway than the one it was enrolled with. */
  readonly gatewayUrl?: string;
  readonly delays?: Partial<Delays>;
  /** Address of an HTTP proxy. */
  readonly proxy?: string;
  readonly clock?: SyncClock;
  /** What the same terminal was told before it was started again. */
  readonly before?: Pick<FaultTerminal, 'told' | 'events'>;
}

const LOOK_EVERY_MS = 3;

export async function openTerminal(options: TerminalOptions): Promise<FaultTerminal> {
  const { folder, random, clock } = options;
  const enrolment = { ...options.enrolment, gatewayUrl: options.gatewayUrl ?? options.enrolment.gatewayUrl };
  const time = clock === undefined ? {} : { uptime: clock.uptime, wall: clock.wall };
  const opened = await openKeyStore({ folder: join(folder, 'keys'), enrolment, ...time });
  if (!opened.ok) throw new Error(`keys: ${opened.code}`);
  const keys = opened.value;
  const openedQueue = openQueue(join(folder, 'queue.db'), {
    freshEpoch: keys.nextEpoch(),
    now: () => keys.time.now().instant,
    budget: () => keys.time.budget(),
    ...(clock === undefined ? {} : { uptime: clock.uptime }),
  });
  if (!openedQueue.ok) throw new Error(`queue: ${openedQueue.code}`);
  const queue = openedQueue.value;
  keys.noteEpoch(queue.epoch);
  const policies = await openPolicyStore({
    folder: join(folder, 'keys'),
    keys,
    audit: (entry) => queue.audit.record(entry),
  });
  if (!policies.ok) throw new Error(`policy: ${policies.code}`);
  const events: QueueEvent[] = [...(options.before?.events() ?? [])];
  const told = new Map((options.before?.told() ?? []).map((item) => [item.id, item]));
  const received = new Set<string>();
  const emit = (event: QueueEvent): void => {
    events.push(event);
    if (event.type !== 'ITEM' || event.receivedAt === null) return;
    received.add(event.id);
    const item = told.get(event.id);
    if (item !== undefined) told.set(event.id, { ...item, received: true });
  };
  const agent = createSyncAgent({
    queue,
    keys,
    policies: policies.value,
    device: keys,
    enrolment,
    emit,
    delays: { ...QUICK, ...options.delays },
    random: () => random.next(),
    proxy: options.proxy ?? null,
    ...(clock === undefined ? {} : { clock }),
  });
  const submitter = createSubmitter({
    queue,
    keys,
    terminalId: enrolment.terminalId,
    onKept: () => agent.wake(),
  });

  async function submit(
    request: SubmitRequest,
  ): Promise<{ readonly id: string } | { readonly code: string }> {
    const kept = await submitter.submit(request);
    if (!kept.ok) return { code: kept.code };
    const found = queue.get(kept.value.id);
    if (!found.ok || found.value === null) throw new Error('told kept and not there');
    const { id, reference, digest, lane, sequence } = found.value;
    // The receipt may have been quicker than this look.
    told.set(id, { id, reference, digest, lane, sequence, received: received.has(id) });
    return { id };
  }

  async function until(condition: () => boolean, milliseconds = 20_000): Promise<void> {
    const end = performance.now() + milliseconds;
    while (!condition()) {
      if (performance.now() > end)
        throw new Error(`waited ${String(milliseconds)} ms for ${String(condition)}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  return {
    queue,
    keys,
    policies: policies.value,
    agent,
    enrolment,
    told: () => [...told.values()],
    events: () => events,
    keep(submission) {
      const kept = queue.enqueue(submission);
      if (!kept.ok) throw new Error(`not kept: ${kept.code}`);
      const { id, digest, lane } = submission.envelope;
      const { reference, sequence } = kept.value;
      told.set(id, { id, reference, digest, lane, sequence, received: false });
      agent.wake();
    },
    leave: (person) => submit({ id: v7(), kind: 'member-registration', payload: adultNumber(person) }),
    async leaveFeedback(rating) {
      const payload = { schemaVersion: 1, kind: 'feedback', rating, locale: 'en' } as const;
      const left = await submit({ id: v7(), kind: 'feedback', payload });
      if ('code' in left) throw new Error(`feedback was refused: ${left.code}`);
      return left.id;
    },
    held: () =>
      stillStored(queue)
        .filter(({ receipt }) => receipt === null)
        .map(({ id, digest }) => ({ id, digest })),
    until,
    drained: (milliseconds) =>
      until(() => {
        const counts = queue.counts();
        if (!counts.ok) return false;
        const { pending, attachments } = counts.value;
        return pending === 0 && attachments.kept === 0 && attachments.sending === 0;
      }, milliseconds),
    async stop() {
      await agent.stop();
      keys.time.persist();
      queue.close();
    },
  };
}

function stillStored(queue: Queue) {
  const listed = queue.list();
  if (!listed.ok) throw new Error(`list: ${listed.code}`);
  return listed.value;
}
