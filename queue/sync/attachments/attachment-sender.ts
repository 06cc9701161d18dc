import type { AttachmentLease, Queue } from '../../store/queue.ts';
import { type AttachmentTurnOptions, createAttachmentTurn, type End } from './attachment-turn.ts';
import type { Due } from '../pacing/due.ts';
import { createJob } from '../job.ts';

export interface AttachmentSenderOptions extends AttachmentTurnOptions {
  readonly queue: AttachmentTurnOptions['queue'] &
    Pick<Queue, 'claimAttachment' | 'releaseAttachment' | 'acknowledgeAttachment' | 'parkAttachment'>;
  readonly due: Due;
  /** Who claims; for people who read the table. */
  readonly owner: string;
  /** The disk did not take a change: a lease is left over. */
  readonly stranded: () => void;
  /** Sending begins or ends. */
  readonly onChange: () => void;
}

/** Files on their way, chunk by chunk and one at a time; what the platform has of one is never sent again. */
export interface AttachmentSender {
  /** Claims what may be sent now and begins to send it. Does nothing when nothing is ready. */
  fill(): void;
  readonly running: boolean;
  /** There may be one to send. */
  ready(): boolean;
  /** A file was kept, or the platform has received what one belongs to. */
  lookAgain(): void;
  /** Resolves when nothing is being sent. */
  ended(): Promise<void>;
}

export function createAttachmentSender(options: AttachmentSenderOptions): AttachmentSender {
  const { queue, gate, due, delays, owner, stranded } = options;
  const turn = createAttachmentTurn(options);
  const job = createJob(sendAll, options.onChange);
  let mayBeReady = true;
  let first: AttachmentLease | null = null;

  const ready = (): boolean => mayBeReady || due.until() === 0;

  function claim(): AttachmentLease | null {
    if (!gate.myTurn()) return null;
    const claimed = queue.claimAttachment({ owner });
    if (!claimed.ok) {
      gate.pause(delays.retryBase);
      return null;
    }
    if (claimed.value === null) {
      mayBeReady = false;
      due.nothingReady();
      return null;
    }
    due.forget(claimed.value.id);
    return claimed.value;
  }

  function conclude(lease: AttachmentLease, end: End): void {
    const settled = settle(lease, end);
    if (!settled.ok && settled.code !== 'lease-lost') stranded();
    else if (settled.ok && end.kind === 'back') due.set(lease.id, end.pause);
  }

  function settle(lease: AttachmentLease, end: End): { ok: true } | { ok: false; code: string } {
    switch (end.kind) {
      case 'received':
        return queue.acknowledgeAttachment(lease, end.receipt, end.receivedAt);
      case 'parked':
        return queue.parkAttachment(lease, end.reason);
      case 'back':
        return queue.releaseAttachment(lease, { retryAfter: end.pause, untried: end.untried });
    }
  }

  async function sendAll(): Promise<void> {
    for (let lease = first; lease !== null; lease = claim()) conclude(lease, await turn(lease));
  }

  return {
    fill() {
      if (job.running || !ready()) return;
      first = claim();
      if (first !== null) job.start();
    },
    get running() {
      return job.running;
    },
    ready,
    lookAgain() {
      mayBeReady = true;
    },
    ended: () => job.ended(),
  };
}
