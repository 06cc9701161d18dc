import {
  type AuditAcknowledgement,
  auditAcknowledgementSchema,
  auditResponseSchema,
  type AuditRow,
  type AuditUpload,
  type Checkpoint,
  MOST_AUDIT_ENTRIES,
} from '../../../domain/wire/audit-upload.ts';
import { verifyUnder } from '../../../domain/wire/signing.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import type { Queue } from '../../store/queue.ts';
import { type Verdict, isTrouble } from '../exchange/classify.ts';
import { type Delays, scattered } from '../delays.ts';
import type { Gate } from '../pacing/gate.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Link } from '../pacing/link.ts';
import type { Trust } from '../trust.ts';

export interface AuditUploadOptions {
  readonly queue: Pick<Queue, 'databaseId' | 'auditSince' | 'auditAcknowledged' | 'noteAuditAcknowledged'>;
  readonly keys: Pick<KeyStore, 'time'>;
  /** The terminal's own signature. */
  readonly device: Pick<KeyStore, 'introduction' | 'signWithDevice'>;
  readonly terminalId: string;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  readonly trust: Trust;
  readonly delays: Delays;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly random: () => number;
  readonly contacted: () => void;
}

/** The audit chain on its own way: no submission holds it up, and it holds up none. */
export interface AuditUploader {
  /** Milliseconds until the next look at it. */
  until(): number;
  /** Sends runs of the chain until the platform holds all of it. */
  upload(): Promise<void>;
}

export function createAuditUploader(options: AuditUploadOptions): AuditUploader {
  const { queue, keys, device, terminalId, gateway, gate, link, trust, delays, uptime } = options;
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
    const last = rows.at(-1);
    if (last === undefined) {
      failures = 0;
      wanted = null;
      next = uptime() + scattered(delays.auditUpload, options.random);
      return false;
    }
    const { verdict, wait } = await gateway.call({
      method: 'POST',
      path: '/v1/audit',
      body: JSON.stringify(await runOf(rows, last)),
      schema: auditResponseSchema,
    });
    if (verdict.kind !== 'answered') {
      refusedBy(verdict, wait);
      return false;
    }
    const { next: from, acknowledgement } = verdict.body;
    if (acknowledgement !== null && !(await noted(acknowledgement))) {
      failed();
      return false;
    }
    // A platform that has lost some of it gets it again, but not on and on without a pause.
    wanted = from - 1 > head ? null : from - 1;
    if (from - 1 > after && from - 1 <= head) return true;
    failed();
    return false;
  }

  async function runOf(rows: readonly AuditRow[], last: AuditRow): Promise<AuditUpload> {
    const { databaseId } = queue;
    const checkpoint: Checkpoint = {
      terminalId,
      databaseId,
      number: last.number,
      head: last.hash,
      at: keys.time.now().instant,
    };
    return {
      databaseId,
      introduction: device.introduction(),
      checkpoint: await device.signWithDevice(checkpoint),
      entries: [...rows],
    };
  }

  function refusedBy(verdict: Verdict<unknown>, wait: number | null): void {
    failed();
    // A chain or a key that the platform does not believe says nothing about the way to it.
    const ofTheChain =
      'code' in verdict && (verdict.code === 'audit-broken' || verdict.code === 'device-key-differs');
    if (isTrouble(verdict) && !ofTheChain) gate.troubled(verdict, wait);
  }

  /** The platform's word that it holds our chain: ours, and at that number with the hash that we have there. */
  async function noted(jws: string): Promise<boolean> {
    const verified = await trust.verify('audit', (document) =>
      verifyUnder(jws, document, 'receipt', auditAcknowledgementSchema, ({ receivedAt }) => receivedAt),
    );
    if (!verified.ok) return false;
    if (!isOurs(verified.value)) {
      link.distrust('audit');
      return false;
    }
    options.contacted();
    keys.time.note(verified.value.receivedAt);
    return queue.noteAuditAcknowledged(verified.value.number, jws).ok;
  }

  function isOurs(acknowledgement: AuditAcknowledgement): boolean {
    const { number, head } = acknowledgement;
    if (acknowledgement.terminalId !== terminalId || acknowledgement.databaseId !== queue.databaseId)
      return false;
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
