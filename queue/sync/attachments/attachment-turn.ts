import {
  type AttachmentState,
  attachmentStateSchema,
  CHUNK_BYTES,
  chunkTakenSchema,
} from '../../../domain/wire/attachment.ts';
import type { ProblemCode } from '../../../domain/wire/contract.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import type { AttachmentLease, Queue } from '../../store/queue.ts';
import { isTrouble, type Verdict } from '../exchange/classify.ts';
import type { Delays } from '../delays.ts';
import type { Gate } from '../pacing/gate.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Link } from '../pacing/link.ts';
import { createPace } from '../pacing/pace.ts';
import type { Trust } from '../trust.ts';

export interface AttachmentTurnOptions {
  readonly queue: Pick<Queue, 'readChunk'>;
  readonly keys: Pick<KeyStore, 'time'>;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  readonly trust: Trust;
  readonly delays: Delays;
  /** Resolves when no submission is being sent: they are smaller and go first. */
  readonly submissionsSent: () => Promise<void>;
  readonly contacted: () => void;
}

/** How a turn at one file ended. */
export type End =
  | { readonly kind: 'received'; readonly receipt: string; readonly receivedAt: string }
  /** `untried`: nothing went wrong, it was only enough for now. */
  | { readonly kind: 'back'; readonly pause: number; readonly untried: boolean }
  | { readonly kind: 'parked'; readonly reason: string };

const MOST_AT_ONCE = 4;
/** A chunk that was refused or lost so often in one turn is left for another turn. */
const MOST_TRIES = 5;
/** The platform has forgotten what it wanted, or a chunk was damaged on the way: another turn asks it again. */
const PASSING = new Set<ProblemCode>(['chunk-unknown', 'digest-differs']);

/** One turn at one file: what is wanted is asked, that is sent, and the receipt fetched when it was the rest. */
export function createAttachmentTurn(
  options: AttachmentTurnOptions,
): (lease: AttachmentLease) => Promise<End> {
  const { queue, keys, gateway, gate, link, trust, delays } = options;
  const pace = createPace({
    first: { items: 1, bytes: CHUNK_BYTES },
    most: { items: MOST_AT_ONCE, bytes: MOST_AT_ONCE * CHUNK_BYTES },
    short: delays.shortExchange,
    long: delays.longExchange,
    deadline: delays.exchange,
    slowestDeadline: delays.slowestExchange,
  });
  /** How many chunks the platform has to miss after a turn in which it took all that it wanted. */
  const stillMissing = new Map<string, number>();

  async function turn(lease: AttachmentLease): Promise<End> {
    const asked = await manifest(lease);
    if ('end' in asked) return asked.end;
    const { wants, missing, receipt } = asked.state;
    if (receipt !== null) return receiptOf(lease, receipt);
    const expected = stillMissing.get(lease.id) ?? missing;
    stillMissing.delete(lease.id);
    // A platform that wants nothing, or has forgotten what it took, is not asked again at once.
    if (wants.length === 0 || missing > expected) return later(lease);
    const sent = await sendChunks(lease, wants);
    if (sent !== null) return sent;
    if (missing > wants.length) {
      stillMissing.set(lease.id, missing - wants.length);
      return { kind: 'back', pause: 0, untried: true };
    }
    const again = await manifest(lease);
    if ('end' in again) return again.end;
    return again.state.receipt === null ? later(lease) : receiptOf(lease, again.state.receipt);
  }

  async function manifest(
    lease: AttachmentLease,
  ): Promise<{ readonly state: AttachmentState } | { readonly end: End }> {
    const { verdict, wait } = await gateway.call({
      method: 'POST',
      path: '/v1/attachments',
      headers: { 'idempotency-key': lease.id },
      body: JSON.stringify(lease.manifest),
      schema: attachmentStateSchema,
      deadline: pace.deadline(),
    });
    if (verdict.kind !== 'answered') return { end: ended(lease, verdict, wait) };
    link.up();
    return { state: verdict.body };
  }

  async function receiptOf(lease: AttachmentLease, jws: string): Promise<End> {
    const { id, digest, terminalId } = lease.manifest;
    const receipt = await trust.receipt(jws, { id, digest, terminalId }, 'file-receipt');
    if (!receipt.ok) return later(lease);
    options.contacted();
    const { receivedAt } = receipt.value;
    keys.time.note(receivedAt);
    return { kind: 'received', receipt: jws, receivedAt };
  }

  /** @returns null when all were taken */
  async function sendChunks(lease: AttachmentLease, wants: readonly number[]): Promise<End | null> {
    const waiting = [...wants];
    const tries = new Map<number, number>();
    while (waiting.length > 0) {
      await options.submissionsSent();
      if (!gate.myTurn()) return { kind: 'back', pause: 0, untried: true };
      const burst = waiting.splice(0, pace.allowance().items);
      const end = await sendBurst(lease, burst, (index) => {
        tries.set(index, (tries.get(index) ?? 0) + 1);
        waiting.push(index);
      });
      if (end !== null) return end;
      if (Math.max(0, ...tries.values()) >= MOST_TRIES) return later(lease);
    }
    return null;
  }

  /** Some chunks at the same time, each answered by itself. `again`: one that was lost while others got through. */
  async function sendBurst(
    lease: AttachmentLease,
    burst: readonly number[],
    again: (index: number) => void,
  ): Promise<End | null> {
    const load = { items: burst.length, bytes: burst.length * CHUNK_BYTES };
    const sent = await Promise.all(burst.map((index) => putChunk(lease, index)));
    const broken = sent.find(({ verdict }) => verdict.kind === 'no-network');
    if (broken !== undefined) pace.broke(load, broken.late);
    else pace.answered(load, Math.max(...sent.map(({ took }) => took)));
    const gotThrough = sent.some(({ verdict }) => verdict.kind === 'answered');
    if (gotThrough) link.up();
    for (const [place, { verdict, wait }] of sent.entries()) {
      if (verdict.kind === 'answered') continue;
      if (verdict.kind === 'file-fault') return { kind: 'parked', reason: verdict.code };
      if (verdict.kind === 'unreadable') return later(lease);
      if (!mayComeThrough(verdict, gotThrough)) return ended(lease, verdict, wait);
      again(burst[place] ?? 0);
    }
    return null;
  }

  async function putChunk(lease: AttachmentLease, index: number) {
    const bytes = queue.readChunk(lease.id, index);
    const unsent = { wait: null, took: 0, late: false };
    if (!bytes.ok) {
      const { code } = bytes;
      const verdict =
        code === 'file-missing' || code === 'file-damaged'
          ? ({ kind: 'file-fault', code } as const)
          : ({ kind: 'unreadable' } as const);
      return { verdict, ...unsent };
    }
    // A chunk that no such file has: the platform means another, and is asked again what it wants.
    if (bytes.value === null) return { verdict: { kind: 'unreadable' } as const, ...unsent };
    return gateway.call({
      method: 'PUT',
      path: `/v1/attachments/${lease.id}/chunks/${String(index)}`,
      body: bytes.value,
      schema: chunkTakenSchema,
      deadline: pace.deadline(),
    });
  }

  function ended(lease: AttachmentLease, verdict: Verdict<unknown>, wait: number | null): End {
    if (isTrouble(verdict)) gate.troubled(verdict, wait);
    const asked = wait === null ? null : gate.asAsked(wait);
    switch (verdict.kind) {
      case 'no-network':
      case 'not-the-platform':
        return { kind: 'back', pause: gate.jitter(lease.attempts, delays.brokenCap), untried: false };
      case 'terminal-refused':
        return { kind: 'back', pause: 0, untried: true };
      case 'in-progress':
        return { kind: 'back', pause: asked ?? delays.inProgress, untried: false };
      case 'refused':
        return PASSING.has(verdict.code) && lease.attempts < MOST_TRIES
          ? later(lease)
          : { kind: 'parked', reason: verdict.code };
      case 'unknown':
        return verdict.code === 'not-found' ? { kind: 'parked', reason: verdict.code } : later(lease);
      default:
        return later(lease, asked);
    }
  }

  function later(lease: AttachmentLease, asked: number | null = null): End {
    return { kind: 'back', pause: asked ?? gate.jitter(lease.attempts, delays.retryCap), untried: false };
  }

  return turn;
}

/** Lost or damaged on the way: worth another try at once while the link carries others. */
function mayComeThrough(verdict: Verdict<unknown>, gotThrough: boolean): boolean {
  return gotThrough
    ? verdict.kind === 'no-network' || (verdict.kind === 'refused' && verdict.code === 'digest-differs')
    : false;
}
