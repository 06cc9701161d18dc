import { AUDIT_TROUBLES, type AuditTrouble } from '../../../domain/service/status.ts';
import {
  type AuditAcknowledgement,
  auditAcknowledgementSchema,
  auditResponseSchema,
  type AuditRow,
  type AuditUpload,
  type Checkpoint,
} from '../../../domain/wire/audit-upload.ts';
import { verifyUnder } from '../../../domain/wire/signing.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import { isTrouble, type Verdict } from '../exchange/classify.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Gate } from '../pacing/gate.ts';
import type { Link } from '../pacing/link.ts';
import type { Trust } from '../trust.ts';

export interface RunSenderOptions {
  readonly keys: Pick<KeyStore, 'time'>;
  /** The terminal's own signature. */
  readonly device: Pick<KeyStore, 'introduction' | 'signWithDevice'>;
  readonly terminalId: string;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  readonly trust: Trust;
  readonly contacted: () => void;
}

/** Rows that follow each other, and how to tell the platform's word about their chain from a wrong one. */
interface Run {
  readonly databaseId: string;
  readonly rows: readonly AuditRow[];
  /** Of this terminal and database it is already; whether the hash at its number is what we have there. */
  readonly isOurs: (acknowledgement: AuditAcknowledgement) => boolean;
}

export type RunAnswer =
  | {
      readonly kind: 'answered';
      /** The number that the platform wants next. */
      readonly next: number;
      /** Verified; null while the platform holds nothing of this chain. */
      readonly acknowledged: { readonly number: number; readonly jws: string } | null;
    }
  | { readonly kind: 'refused'; readonly code: AuditTrouble }
  /** No answer, or one that is not believed: to be tried again. */
  | { readonly kind: 'failed' };

/** One run of an audit chain, signed by the device, and the platform's signed word about it. */
export type RunSender = (run: Run) => Promise<RunAnswer>;

export function createRunSender(options: RunSenderOptions): RunSender {
  const { keys, device, terminalId, gateway, gate, link, trust } = options;

  async function uploadOf({ databaseId, rows }: Run, last: AuditRow): Promise<AuditUpload> {
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

  function refusedBy(verdict: Verdict<unknown>, wait: number | null): RunAnswer {
    // A chain or a key that the platform does not believe says nothing about the way to it.
    const code = 'code' in verdict ? AUDIT_TROUBLES.find((known) => known === verdict.code) : undefined;
    if (code !== undefined) return { kind: 'refused', code };
    if (isTrouble(verdict)) gate.troubled(verdict, wait);
    return { kind: 'failed' };
  }

  /** The platform's word that it holds our chain: ours, and at that number with the hash that we have there. */
  async function believed(jws: string, run: Run): Promise<number | null> {
    const verified = await trust.verify('audit', (document) =>
      verifyUnder(jws, document, 'receipt', auditAcknowledgementSchema, ({ receivedAt }) => receivedAt),
    );
    if (!verified.ok) return null;
    const said = verified.value;
    if (said.terminalId !== terminalId || said.databaseId !== run.databaseId || !run.isOurs(said)) {
      link.distrust('audit');
      return null;
    }
    options.contacted();
    keys.time.note(said.receivedAt);
    return said.number;
  }

  return async (run) => {
    const last = run.rows.at(-1);
    if (last === undefined) throw new Error('a run of no rows');
    const { verdict, wait } = await gateway.call({
      method: 'POST',
      path: '/v1/audit',
      body: JSON.stringify(await uploadOf(run, last)),
      schema: auditResponseSchema,
    });
    if (verdict.kind !== 'answered') return refusedBy(verdict, wait);
    const { next, acknowledgement: jws } = verdict.body;
    if (jws === null) return { kind: 'answered', next, acknowledged: null };
    const number = await believed(jws, run);
    return number === null ? { kind: 'failed' } : { kind: 'answered', next, acknowledged: { number, jws } };
  };
}
