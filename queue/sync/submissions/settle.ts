import type { Outcome, SubmissionResponse } from '../../../domain/wire/contract.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import type { Lease, Queue } from '../../store/queue.ts';
import type { Due } from '../pacing/due.ts';
import type { Fate } from './fate.ts';
import type { Told } from '../told.ts';
import type { Trust } from '../trust.ts';

/** Writes down what became of submissions: one commit for all receipts of an exchange, one for all that come back. */
export interface Settler {
  settle(fates: readonly Fate[]): Promise<void>;
  /** Gives leases back that were not tried. */
  giveBack(leases: readonly Lease[]): void;
}

export interface SettlerOptions {
  readonly queue: Queue;
  readonly keys: Pick<KeyStore, 'time'>;
  readonly trust: Trust;
  readonly told: Told;
  readonly due: Due;
  /** The platform has answered, and it was the platform. */
  readonly contacted: () => void;
  /** Something was received: its files may follow. */
  readonly onReceived: () => void;
  /** The disk did not take a change: leases are left over. */
  readonly stranded: () => void;
}

interface Received {
  readonly lease: Lease;
  readonly receipt: string;
  readonly receivedAt: string;
  readonly outcome: Outcome | null;
}

type Back = Pick<Fate, 'lease' | 'pause' | 'untried'>;

export function createSettler(options: SettlerOptions): Settler {
  const { queue, keys, trust, told, due, stranded } = options;

  async function verified(lease: Lease, response: SubmissionResponse): Promise<Received | null> {
    const { id, digest, terminalId } = lease.envelope;
    const receipt = await trust.receipt(response.receipt, { id, digest, terminalId }, 'receipt');
    if (!receipt.ok) return null;
    const { receivedAt } = receipt.value;
    return { lease, receipt: response.receipt, receivedAt, outcome: response.outcome };
  }

  function acknowledge(received: readonly Received[]): void {
    if (received.length === 0) return;
    options.contacted();
    // Before anything is stored: hours in which the machine was off are known from here on.
    for (const { receivedAt } of received) keys.time.note(receivedAt);
    const settled = queue.acknowledgeAll(received);
    if (!settled.ok) {
      stranded();
      return;
    }
    options.onReceived();
    received.forEach(({ lease, receivedAt, outcome }, index) => {
      if (settled.value[index] !== 'ok') return;
      told.item(lease.envelope, 'received', receivedAt);
      if (outcome !== null) told.item(lease.envelope, outcome.state, receivedAt, outcome);
    });
  }

  function park(lease: Lease, code: string): void {
    const parked = queue.park(lease, code);
    if (parked.ok) told.item(lease.envelope, 'parked');
    else if (parked.code !== 'lease-lost') stranded();
  }

  function release(back: readonly Back[]): void {
    if (back.length === 0) return;
    const settled = queue.releaseAll(
      back.map(({ lease, pause, untried }) => ({ lease, retryAfter: pause, untried })),
    );
    if (!settled.ok) {
      stranded();
      return;
    }
    back.forEach(({ lease, pause }, index) => {
      if (settled.value[index] === 'ok') due.set(lease.id, pause);
    });
  }

  return {
    async settle(fates) {
      const answered = await Promise.all(
        fates.map(({ lease, verdict }) =>
          verdict.kind === 'answered' ? verified(lease, verdict.body) : Promise.resolve(null),
        ),
      );
      acknowledge(answered.filter((received) => received !== null));
      const back: Fate[] = [];
      fates.forEach((fate, index) => {
        if (fate.verdict.kind === 'refused') park(fate.lease, fate.verdict.code);
        else if (fate.verdict.kind !== 'answered' || answered[index] === null) back.push(fate);
      });
      release(back);
      told.counts();
    },
    giveBack(leases) {
      release(leases.map((lease) => ({ lease, pause: 0, untried: true })));
    },
  };
}
