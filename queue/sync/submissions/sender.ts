import { batchResponseSchema, MOST_BATCH_BYTES, MOST_IN_BATCH } from '../../../domain/wire/batch.ts';
import { submissionResponseSchema } from '../../../domain/wire/contract.ts';
import type { Lease, Queue } from '../../store/queue.ts';
import { isTrouble } from '../exchange/classify.ts';
import type { Delays } from '../delays.ts';
import type { Due } from '../pacing/due.ts';
import type { Fate, Fates } from './fate.ts';
import type { Gate } from '../pacing/gate.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import { createJob, type Job } from '../job.ts';
import type { Link } from '../pacing/link.ts';
import { createPace, type Load, type Pace } from '../pacing/pace.ts';
import type { Settler } from './settle.ts';

/** Submissions on their way: what may be sent is claimed, sent, and settled. */
export interface Sender {
  /** Claims what may be sent now and begins to send it. Does nothing when nothing is ready. */
  fill(): void;
  readonly running: boolean;
  /** Not as many exchanges are under way as there may be. */
  mayTakeMore(): boolean;
  /** Resolves when nothing is being sent. */
  ended(): Promise<void>;
  /** A probe was answered in so many milliseconds. Whoever answers it may know batches by now. */
  probed(took: number): void;
}

export interface SenderOptions {
  readonly queue: Pick<Queue, 'claim'>;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  readonly fates: Fates;
  readonly settler: Settler;
  readonly delays: Delays;
  /** Who claims; for people who read the table. */
  readonly owner: string;
  readonly due: Due;
  readonly stopped: () => boolean;
  /** Sending begins or ends. */
  readonly onChange: () => void;
}

/** Single submissions under way at the same time; on a 50 ms link 2,000 items drain well within two minutes. */
const SINGLE_SENDERS = 4;
/** One batch is on its way while the receipts of the other are verified and stored. */
const BATCH_SENDERS = 2;
/** So many failures in a row, of whatever submissions, mean that the platform and not a submission is in trouble. */
const STREAK = 3;
/** One that has failed so often goes alone: it may be what breaks the batches it is in. */
const ALONE_AFTER = 3;
/** `{"items":[]}` around what the store counts. */
const FRAME_BYTES = 16;
const FIRST_LOAD: Load = { items: 8, bytes: 64 * 1024 };

export function createSender(options: SenderOptions): Sender {
  const { queue, gateway, gate, link, fates, settler, due, delays, owner, stopped, onChange } = options;
  const active = new Set<Job>();
  const pace: Pace = createPace({
    first: FIRST_LOAD,
    most: { items: MOST_IN_BATCH, bytes: MOST_BATCH_BYTES - FRAME_BYTES },
    short: delays.shortExchange,
    long: delays.longExchange,
    deadline: delays.exchange,
    slowestDeadline: delays.slowestExchange,
  });
  let knowsBatches = true;

  const inBatches = (): boolean => knowsBatches && gate.batch() > 1;

  function senders(): number {
    if (gate.keepsDistance()) return 1;
    return inBatches() ? BATCH_SENDERS : SINGLE_SENDERS;
  }

  function claim(): readonly Lease[] {
    if (!gate.myTurn()) return [];
    const { items, bytes } = pace.allowance();
    const limit = inBatches() ? Math.min(items, gate.batch()) : 1;
    const claimed = queue.claim({ owner, limit, mostBytes: bytes });
    if (!claimed.ok) {
      gate.pause(delays.retryBase);
      return [];
    }
    for (const { id } of claimed.value) due.forget(id);
    if (claimed.value.length === 0) due.nothingReady();
    return claimed.value;
  }

  async function sendAll(first: readonly Lease[]): Promise<void> {
    for (let leases = first; leases.length > 0; leases = claim()) await send(leases);
  }

  async function send(leases: readonly Lease[]): Promise<void> {
    const parcels = parcelsOf(leases);
    for (let parcel = parcels.shift(); parcel !== undefined; parcel = parcels.shift()) {
      const [only] = parcel;
      if (parcel.length === 1 && only !== undefined) await sendOne(only);
      else parcels.unshift(...(await sendBatch(parcel)).map((lease) => [lease]));
      if (parcels.length > 0 && !gate.myTurn()) {
        settler.giveBack(parcels.flat());
        return;
      }
    }
  }

  async function sendOne(lease: Lease): Promise<void> {
    const body = itemOf(lease);
    const answered = await gateway.call({
      method: 'POST',
      path: '/v1/submissions',
      headers: { 'idempotency-key': lease.id },
      body,
      schema: submissionResponseSchema,
      deadline: pace.deadline(),
    });
    const load = { items: 1, bytes: body.length };
    // Every gateway has this route: somebody else does not.
    const verdict =
      answered.verdict.kind === 'unknown' ? { kind: 'not-the-platform' as const } : answered.verdict;
    await conclude(load, answered, fates.ofExchange([lease], verdict, answered.wait));
  }

  /** @returns what has to be sent one by one after all */
  async function sendBatch(leases: readonly Lease[]): Promise<readonly Lease[]> {
    const body = `{"items":[${leases.map(itemOf).join(',')}]}`;
    const load = { items: leases.length, bytes: body.length };
    const answered = await gateway.call({
      method: 'POST',
      path: '/v1/batches',
      body,
      schema: batchResponseSchema,
      deadline: pace.deadline(),
    });
    const { verdict, wait } = answered;
    switch (verdict.kind) {
      case 'answered':
        gate.advised(verdict.body.drain);
        await conclude(load, answered, fates.ofResults(leases, verdict.body.results));
        return [];
      case 'unknown':
        knowsBatches = false;
        return leases;
      case 'refused':
        // No item was judged. Alone, each of them will be.
        pace.broke(load, false);
        return leases;
      default:
        await conclude(load, answered, fates.ofExchange(leases, verdict, wait));
        return [];
    }
  }

  async function conclude(
    load: Load,
    { took, late, wait }: { readonly took: number; readonly late: boolean; readonly wait: number | null },
    settled: readonly Fate[],
  ): Promise<void> {
    if (stopped()) {
      settler.giveBack(settled.map((fate) => fate.lease));
      return;
    }
    if (settled.some(({ verdict }) => verdict.kind === 'no-network')) pace.broke(load, late);
    else pace.answered(load, took);
    noteWeather(settled, wait);
    await settler.settle(settled);
  }

  function noteWeather(settled: readonly Fate[], wait: number | null): void {
    if (settled.some(({ verdict }) => verdict.kind === 'answered' || verdict.kind === 'refused')) {
      link.up();
      link.served();
      return;
    }
    const verdict = settled[0]?.verdict;
    if (verdict === undefined || verdict.kind === 'missing' || !isTrouble(verdict)) return;
    if (verdict.kind === 'later' && !verdict.everybody && link.unserved + 1 < STREAK) link.busy();
    else gate.troubled(verdict, wait);
  }

  return {
    fill() {
      while (active.size < senders()) {
        const leases = claim();
        if (leases.length === 0) return;
        const job = createJob(
          () => sendAll(leases),
          () => {
            if (job.running) active.add(job);
            else active.delete(job);
            onChange();
          },
        );
        job.start();
      }
    },
    mayTakeMore: () => active.size < senders(),
    get running() {
      return active.size > 0;
    },
    async ended() {
      while (active.size > 0) await Promise.all(Array.from(active, (job) => job.ended()));
    },
    probed(took) {
      pace.roundTrip(took);
      knowsBatches = true;
    },
  };
}

/** Those that failed too often alone, the rest together. */
function parcelsOf(leases: readonly Lease[]): Lease[][] {
  const alone = leases.filter((lease) => lease.attempts > ALONE_AFTER);
  const together = leases.filter((lease) => lease.attempts <= ALONE_AFTER);
  return [...(together.length === 0 ? [] : [together]), ...alone.map((lease) => [lease])];
}

function itemOf({ envelope, sealed }: Lease): string {
  return JSON.stringify({ envelope, sealed: Buffer.from(sealed).toString('base64url') });
}
