import { REFERENCE_DATA_PATH, referenceDataResponseSchema } from '../../domain/reference-data/wire.ts';
import { isTrouble } from '../sync/exchange/classify.ts';
import type { GatewayClient } from '../sync/exchange/gateway-client.ts';
import { isTaken } from '../sync/offered.ts';
import type { Gate } from '../sync/pacing/gate.ts';
import type { Trust } from '../sync/trust.ts';
import type { ReferenceDataStore } from './reference-data-store.ts';

export interface ReferenceDataRenewalOptions {
  readonly referenceData: Pick<ReferenceDataStore, 'newestVersion' | 'offer'>;
  readonly gateway: Pick<GatewayClient, 'call'>;
  readonly gate: Pick<Gate, 'troubled' | 'jitter'>;
  readonly trust: Pick<Trust, 'refreshKeys'>;
  /** Milliseconds until a version that was refused is asked for again. */
  readonly interval: number;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly retryCap: number;
}

/** Reference data: fetched when the platform has newer, and never the same twice. */
export interface ReferenceDataRenewal {
  /** @param offered the version that the health answer names; null from a gateway that has no reference data */
  due(offered: number | null): boolean;
  fetch(): Promise<void>;
}

export function createReferenceDataRenewal(options: ReferenceDataRenewalOptions): ReferenceDataRenewal {
  const { referenceData, gateway, gate, trust, uptime } = options;
  let failures = 0;
  let notBefore = 0;
  /** A version that was refused is fetched again only after the interval: it is large, and the same as before. */
  let refusedVersion: number | null = null;
  let askAgain = 0;

  const taken = (jws: string): Promise<boolean> =>
    isTaken(() => referenceData.offer(jws), 'reference-data-not-trusted', trust);

  return {
    due(version) {
      if (uptime() < notBefore) return false;
      if (version === null || version <= referenceData.newestVersion()) return false;
      return version !== refusedVersion || uptime() >= askAgain;
    },
    async fetch() {
      const { verdict, wait } = await gateway.call({
        method: 'GET',
        path: `${REFERENCE_DATA_PATH}?newer-than=${String(referenceData.newestVersion())}`,
        schema: referenceDataResponseSchema,
      });
      if (verdict.kind !== 'answered') {
        if (isTrouble(verdict)) gate.troubled(verdict, wait);
        failures += 1;
        notBefore = uptime() + gate.jitter(failures, options.retryCap);
        return;
      }
      failures = 0;
      const { version, referenceData: jws } = verdict.body;
      askAgain = uptime() + options.interval;
      refusedVersion = jws === null || (await taken(jws)) ? null : version;
    },
  };
}
