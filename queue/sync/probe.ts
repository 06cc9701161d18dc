import { type Health, healthSchema } from '../../domain/wire/contract.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Queue } from '../store/queue.ts';
import { isTrouble } from './exchange/classify.ts';
import type { Gate } from './pacing/gate.ts';
import type { GatewayClient } from './exchange/gateway-client.ts';
import type { Link } from './pacing/link.ts';
import type { Trust } from './trust.ts';

export interface ProbeOptions {
  readonly queue: Pick<Queue, 'counts'>;
  readonly keys: Pick<KeyStore, 'document'>;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  readonly trust: Trust;
  readonly contacted: () => void;
  /** What the platform says about itself, and after how many milliseconds. */
  readonly onHealth: (health: Health, took: number) => void;
}

/** One look whether the platform is there, and what it has for us. */
export function createProbe(options: ProbeOptions): () => Promise<void> {
  const { queue, keys, gateway, gate, link, trust } = options;

  /** The platform gives turns to those who have something, as long as they need for it. */
  function pendingQuery(): string {
    const counted = queue.counts();
    return counted.ok ? `?pending=${String(counted.value.pending)}` : '';
  }

  return async () => {
    const { verdict, wait, took } = await gateway.call({
      method: 'GET',
      path: `/v1/health${pendingQuery()}`,
      schema: healthSchema,
    });
    if (verdict.kind !== 'answered') {
      gate.troubled(isTrouble(verdict) ? verdict : { kind: 'not-the-platform' }, wait);
      return;
    }
    const health = verdict.body;
    gate.probed();
    gate.advised(health.drain);
    link.up();
    options.contacted();
    const counted = queue.counts();
    if (counted.ok && counted.value.pending === 0) link.served();
    if (health.keyDocumentVersion > keys.document().version) await trust.refreshKeys();
    options.onHealth(health, took);
  };
}
