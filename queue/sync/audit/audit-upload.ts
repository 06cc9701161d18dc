import { type AuditAcknowledgement, MOST_AUDIT_ENTRIES } from '../../../domain/wire/audit-upload.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import type { Queue } from '../../store/queue.ts';
import { type Delays, scattered } from '../delays.ts';
import type { Gate } from '../pacing/gate.ts';
import type { AuditRefusalNote } from './refusal.ts';
import type { RunAnswer, RunSender } from './run-sender.ts';

export interface AuditUploadOptions {
  readonly queue: Pick<Queue, 'databaseId' | 'auditSince' | 'auditAcknowledged' | 'noteAuditAcknowledged'>;
  readonly keys: Pick<KeyStore, 'time'>;
  readonly send: RunSender;
  readonly refusal: AuditRefusalNote;
  /** The platform takes the chain again, or does not take it any more. */
  readonly onTrouble: () => void;
  readonly gate: Gate;
  readonly delays: Delays;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly random: () => number;
}

/** An audit chain on its own way: no submission holds it up, and it holds up none. */
export interface AuditUploader {
  /** Milliseconds until the next look at it. */
  until(): number;
  /** Sends runs of the chain until the platform holds all of it. */
  upload(): Promise<void>;
}

export function createAuditUploader(options: AuditUploadOptions): AuditUploader {
  const { queue, send, refusal, gate, delays, uptime } = options;
  // Terminals that were switched on together do not all send at once.
  let next = uptime() + options.random() * delays.auditUpload;
  let failures = 0;
  /** Where the platform wants the chain from, when that is not where we thought. */
  let wanted: number | null = null;

  function failed(): void {
    failures += 1;
    next = uptime() + gate.jitter(failures, delays.retryCap);
  }

  /** @returns true when there is more to send */
  async function sendRun(): Promise<boolean> {
    const acknowledged = queue.auditAcknowledged();
    const after = wanted ?? (acknowledged.ok ? acknowledged.value : null);
    const found = after === null ? null : queue.auditSince(after, MOST_AUDIT_ENTRIES);
    if (after === null || found?.ok !== true) {
      failed();
      return false;
    }
    const { rows, head } = found.value;
    if (rows.length === 0) {
      failures = 0;
      wanted = null;
      next = uptime() + scattered(delays.auditUpload, options.random);
      return false;
    }
    const answer = await send({ databaseId: queue.databaseId, rows, isOurs });
    noteRefusal(answer);
    if (answer.kind !== 'answered' || !noted(answer.acknowledged)) {
      failed();
      return false;
    }
    // A platform that has lost some of it gets it again, but not on and on without a pause.
    const from = answer.next;
    wanted = from - 1 > head ? null : from - 1;
    if (from - 1 > after && from - 1 <= head) return true;
    failed();
    return false;
  }

  /** No answer says nothing about the chain: what is known of it stands. */
  function noteRefusal(answer: RunAnswer): void {
    const before = refusal.current()?.code;
    if (answer.kind === 'refused') refusal.note(answer.code, options.keys.time.now().instant);
    if (answer.kind === 'answered') refusal.clear();
    if (refusal.current()?.code !== before) options.onTrouble();
  }

  function noted(acknowledged: { readonly number: number; readonly jws: string } | null): boolean {
    return acknowledged === null || queue.noteAuditAcknowledged(acknowledged.number, acknowledged.jws).ok;
  }

  function isOurs({ number, head }: AuditAcknowledgement): boolean {
    if (number === 0) return true;
    const found = queue.auditSince(number - 1, 1);
    return found.ok && found.value.rows[0]?.hash === head;
  }

  return {
    until: () => Math.max(0, next - uptime()),
    async upload() {
      while (gate.mayCall() && (await sendRun())) {
        // The next run.
      }
    },
  };
}
