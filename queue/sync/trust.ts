import type { Failure, Result } from '../../domain/result.ts';
import { type KeyDocument, keysResponseSchema, type Receipt } from '../../domain/wire/contract.ts';
import { type SignatureFault, verifyReceipt } from '../../domain/wire/signing.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Queue } from '../store/queue.ts';
import type { GatewayClient } from './exchange/gateway-client.ts';
import type { Link, Signed } from './pacing/link.ts';

type Verified<T> = Result<T, Failure<SignatureFault>>;

/** What the platform has signed is believed only through here. */
export interface Trust {
  /** Verifies under the key document we have; if that fails, fetches the keys once and tries the same answer again. */
  verify<T>(signed: Signed, check: (document: KeyDocument) => Promise<Verified<T>>): Promise<Verified<T>>;
  /** A receipt for exactly these bytes. One that is not trusted is audited, once for each fault. */
  receipt(
    jws: string,
    expected: Pick<Receipt, 'id' | 'digest' | 'terminalId'>,
    signed: 'receipt' | 'file-receipt',
  ): Promise<Verified<Receipt>>;
  /** One fetch at a time, whoever asks. */
  refreshKeys(): Promise<void>;
}

export interface TrustOptions {
  readonly queue: Pick<Queue, 'audit'>;
  readonly keys: Pick<KeyStore, 'document' | 'offer'>;
  readonly gateway: GatewayClient;
  readonly link: Link;
}

export function createTrust({ queue, keys, gateway, link }: TrustOptions): Trust {
  /** The last fault of a receipt by what it was for, so that a fault is audited once and not at every retry. */
  const refused = new Map<string, string>();
  let refreshing: Promise<void> | null = null;

  async function fetchKeys(): Promise<void> {
    const { verdict } = await gateway.call({ method: 'GET', path: '/v1/keys', schema: keysResponseSchema });
    if (verdict.kind !== 'answered') return;
    const offered = await keys.offer(verdict.body.keyDocument);
    if (!offered.ok && offered.code === 'keys-not-trusted') link.distrust('keys');
    else link.trust('keys');
  }

  function refreshKeys(): Promise<void> {
    refreshing ??= fetchKeys().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function verify<T>(
    signed: Signed,
    check: (document: KeyDocument) => Promise<Verified<T>>,
  ): Promise<Verified<T>> {
    let verified = await check(keys.document());
    if (!verified.ok) {
      await refreshKeys();
      verified = await check(keys.document());
    }
    if (verified.ok) link.trust(signed);
    else link.distrust(signed);
    return verified;
  }

  return {
    verify,
    async receipt(jws, expected, signed) {
      const { id } = expected;
      const receipt = await verify(signed, (document) => verifyReceipt(jws, document, expected));
      if (receipt.ok) {
        refused.delete(id);
      } else if (refused.get(id) !== receipt.code) {
        refused.set(id, receipt.code);
        queue.audit.append({
          event: 'submission.receipt-refused',
          actor: 'system',
          detail: { id, fault: receipt.code },
        });
      }
      return receipt;
    },
    refreshKeys,
  };
}
