import { randomUUID } from 'node:crypto';
import type { ItemState, QueueEvent } from '../../domain/terminal/ports.ts';
import type { Enrolment, Outcome, SubmissionResponse } from '../../domain/wire/contract.ts';
import { verifyReceipt } from '../../domain/wire/signing.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Lease } from '../store/leases.ts';
import type { Queue } from '../store/queue.ts';
import { createNap, SYSTEM_CLOCK, type SyncClock } from './clock.ts';
import { type Delays, delaysWith, fullJitter } from './delays.ts';
import { createGatewayClient } from './gateway-client.ts';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { createLink } from './link.ts';

export interface SyncAgentOptions {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly enrolment: Pick<Enrolment, 'credential' | 'gatewayUrl'>;
  readonly emit: (event: QueueEvent) => void;
  readonly delays?: Partial<Delays>;
  readonly clock?: SyncClock;
  /** 0 ≤ random() < 1. */
  readonly random?: () => number;
  readonly http?: HttpClient;
}

export interface SyncAgent {
  start(): void;
  /** Something was kept: look now, whatever was being waited for (except a wait the platform asked for). */
  wake(): void;
  /** Ends requests under way, gives their leases back, and resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** CONNECTION and COUNTS as they are now. */
  snapshot(): readonly QueueEvent[];
}

/** Submissions under way at the same time; on a 50 ms link 2,000 items drain well within two minutes. */
const SENDERS = 4;
/** So many failures in a row, of whatever submissions, mean that the platform and not a submission is in trouble. */
const STREAK = 3;
/** The store counts whole milliseconds and its own start; a little later is never too early. */
const CLOCK_MARGIN_MS = 10;

/**
 * Brings what is kept to the platform, and its receipts back. It never deletes, never decides by a message's words,
 * and believes no answer without a verified signature.
 */
export function createSyncAgent(options: SyncAgentOptions): SyncAgent {
  const { queue, keys, enrolment, emit } = options;
  const delays = delaysWith(options.delays);
  const clock = options.clock ?? SYSTEM_CLOCK;
  const random = options.random ?? Math.random;
  const stopping = new AbortController();
  const gateway = createGatewayClient({
    http: options.http ?? createHttpClient(enrolment.gatewayUrl),
    credential: enrolment.credential,
    clock,
    exchange: delays.exchange,
    retryAfterCap: delays.retryAfterCap,
    signal: stopping.signal,
  });
  const link = createLink(emit);
  const nap = createNap(clock);
  const owner = `agent-${randomUUID()}`;
  /** Uptime at which a submission that was given back may be tried again. */
  const dueAt = new Map<string, number>();
  /** The last fault of a receipt per submission, so that a fault is audited once and not at every retry. */
  const refusedReceipts = new Map<string, string>();
  let pausedUntil = 0;
  let nextProbe = 0;
  let leasesStranded = false;
  let refreshing: Promise<void> | null = null;
  let running: Promise<void> | null = null;

  const stopped = (): boolean => stopping.signal.aborted;
  const mayCall = (): boolean => !stopped() && link.online && clock.uptime() >= pausedUntil;

  async function run(): Promise<void> {
    while (!stopped()) {
      const now = clock.uptime();
      if (now >= pausedUntil) {
        if (!link.online || now >= nextProbe) await probe();
        if (mayCall()) await drain();
      }
      if (!stopped()) await nap.sleep(untilNext());
    }
  }

  function untilNext(): number {
    const now = clock.uptime();
    if (pausedUntil > now) return pausedUntil - now;
    let next = nextProbe;
    if (link.online) for (const due of dueAt.values()) next = Math.min(next, due);
    return Math.max(0, next - now);
  }

  async function probe(): Promise<void> {
    const { verdict, wait } = await gateway.health();
    if (stopped()) return;
    if (verdict.kind !== 'healthy') {
      troubled(verdict, wait);
      return;
    }
    nextProbe = clock.uptime() + delays.idleProbe;
    link.up();
    const counted = queue.counts();
    if (counted.ok && counted.value.pending === 0) link.served();
    if (verdict.health.keyDocumentVersion > keys.document().version) await refreshKeys();
  }

  /** What every request can meet. Sets when the next call may be made. */
  function troubled(
    verdict: { readonly kind: 'no-network' | 'not-the-platform' | 'terminal-refused' | 'later' },
    wait: number | null,
  ): void {
    const now = clock.uptime();
    if (verdict.kind === 'later') {
      link.busy();
      pausedUntil = Math.max(pausedUntil, now + (wait ?? jitter(link.unserved, delays.retryCap)));
      return;
    }
    link.down(verdict.kind);
    const half = delays.offlineProbe / 2;
    const caps = { 'not-the-platform': delays.portalCap, 'terminal-refused': delays.retryCap } as const;
    const pause =
      verdict.kind === 'no-network'
        ? half + random() * half
        : Math.max(half, jitter(link.unreached, caps[verdict.kind]));
    nextProbe = now + pause;
    if (wait !== null) pausedUntil = Math.max(pausedUntil, now + wait);
  }

  function jitter(attempt: number, cap: number): number {
    return fullJitter(attempt, delays.retryBase, cap, random);
  }

  async function drain(): Promise<void> {
    if (leasesStranded && queue.recover().ok) leasesStranded = false;
    await Promise.all(Array.from({ length: SENDERS }, sendUntilEmpty));
    tellCounts();
  }

  async function sendUntilEmpty(): Promise<void> {
    while (mayCall()) {
      const claimed = queue.claim({ owner, limit: 1 });
      if (!claimed.ok) {
        pausedUntil = clock.uptime() + delays.retryBase;
        return;
      }
      const [lease] = claimed.value;
      if (lease === undefined) {
        // Whatever is due and still not to be had is held by its lane.
        for (const [id, due] of dueAt) if (due <= clock.uptime()) dueAt.delete(id);
        return;
      }
      dueAt.delete(lease.id);
      await send(lease);
    }
  }

  async function send(lease: Lease): Promise<void> {
    const { verdict, wait } = await gateway.submit(lease.envelope, lease.sealed);
    if (stopped()) {
      giveBack(lease, 0, true);
      return;
    }
    switch (verdict.kind) {
      case 'answered':
        link.up();
        link.served();
        return takeReceipt(lease, verdict.response);
      case 'refused':
        link.up();
        link.served();
        if (done(queue.park(lease, verdict.code))) tellItem(lease, 'parked', null, null);
        tellCounts();
        return;
      case 'in-progress':
        giveBack(lease, wait ?? delays.inProgress);
        return;
      case 'later': {
        const pause = wait ?? jitter(lease.attempts, delays.retryCap);
        giveBack(lease, pause);
        if (verdict.everybody || link.unserved + 1 >= STREAK) troubled(verdict, wait);
        else link.busy();
        return;
      }
      case 'terminal-refused':
        giveBack(lease, 0, true);
        troubled(verdict, wait);
        return;
      case 'no-network':
      case 'not-the-platform':
        // The wait is the submission's own, too: one that breaks every connection must let the others past.
        giveBack(lease, jitter(lease.attempts, delays.brokenCap));
        troubled(verdict, wait);
    }
  }

  async function takeReceipt(lease: Lease, response: SubmissionResponse): Promise<void> {
    const { id, digest, terminalId } = lease.envelope;
    const expected = { id, digest, terminalId };
    let receipt = await verifyReceipt(response.receipt, keys.document(), expected);
    if (!receipt.ok) {
      await refreshKeys();
      receipt = await verifyReceipt(response.receipt, keys.document(), expected);
    }
    if (!receipt.ok) {
      refuseReceipt(lease, receipt.code);
      return;
    }
    const { receivedAt } = receipt.value;
    const { outcome } = response;
    if (!done(queue.acknowledge(lease, response.receipt, receivedAt, outcome))) return;
    keys.time.note(receivedAt);
    refusedReceipts.delete(id);
    link.trust('receipt-not-trusted');
    tellItem(lease, 'received', receivedAt, null);
    if (outcome !== null) tellItem(lease, outcome.state, receivedAt, outcome);
    tellCounts();
  }

  function refuseReceipt(lease: Lease, fault: string): void {
    if (refusedReceipts.get(lease.id) !== fault) {
      refusedReceipts.set(lease.id, fault);
      queue.audit.append({
        event: 'submission.receipt-refused',
        actor: 'system',
        detail: { id: lease.id, fault },
      });
    }
    giveBack(lease, jitter(lease.attempts, delays.retryCap));
    link.distrust('receipt-not-trusted');
  }

  /** One fetch at a time, whoever asks. */
  function refreshKeys(): Promise<void> {
    refreshing ??= fetchKeys().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function fetchKeys(): Promise<void> {
    const { verdict } = await gateway.keys();
    if (verdict.kind !== 'keys') return;
    const offered = await keys.offer(verdict.keyDocument);
    if (!offered.ok && offered.code === 'keys-not-trusted') link.distrust('keys-not-trusted');
    else link.trust('keys-not-trusted');
  }

  function giveBack(lease: Lease, retryAfter: number, untried = false): void {
    if (done(queue.release(lease, { retryAfter, untried })) && retryAfter > 0) {
      dueAt.set(lease.id, clock.uptime() + retryAfter + CLOCK_MARGIN_MS);
    }
  }

  /** A lease that could not be settled stays in the table; it is taken back before the next drain. */
  function done(result: { readonly ok: true } | { readonly ok: false; readonly code: string }): boolean {
    if (result.ok) return true;
    if (result.code !== 'lease-lost') {
      leasesStranded = true;
      pausedUntil = Math.max(pausedUntil, clock.uptime() + delays.retryBase);
    }
    return false;
  }

  function tellItem(
    lease: Lease,
    state: ItemState,
    receivedAt: string | null,
    outcome: Outcome | null,
  ): void {
    const code = outcome?.state === 'rejected' ? outcome.code : null;
    emit({
      type: 'ITEM',
      id: lease.id,
      reference: lease.envelope.reference,
      state,
      receivedAt,
      outcome: code,
    });
  }

  function counts(): QueueEvent | null {
    const found = queue.counts();
    return found.ok ? { type: 'COUNTS', pending: found.value.pending, parked: found.value.parked } : null;
  }

  function tellCounts(): void {
    const event = counts();
    if (event !== null) emit(event);
  }

  return {
    start() {
      running ??= run();
    },
    wake: () => nap.wake(),
    async stop() {
      stopping.abort();
      nap.wake();
      await running;
      gateway.close();
    },
    snapshot() {
      const event = counts();
      return event === null ? [link.event()] : [link.event(), event];
    },
  };
}
