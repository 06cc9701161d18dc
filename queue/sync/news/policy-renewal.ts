import { policyResponseSchema } from '../../../domain/wire/policy.ts';
import type { PolicyStore } from '../../policy/policy-store.ts';
import { isTrouble } from '../exchange/classify.ts';
import { isTaken } from '../offered.ts';
import type { Gate } from '../pacing/gate.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Trust } from '../trust.ts';

export interface PolicyRenewalOptions {
  readonly policies: Pick<PolicyStore, 'current' | 'offer' | 'hoursSinceConfirmed'>;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly trust: Trust;
  /** Milliseconds between two confirmations. */
  readonly interval: number;
  /** Milliseconds of uptime. */
  readonly uptime: () => number;
  readonly retryCap: number;
}

/** The platform's rules for terminals: fetched when there are newer ones, and now and then to know that ours still hold. */
export interface PolicyRenewal {
  due(offeredVersion: number | null): boolean;
  fetch(): Promise<void>;
}

const HOUR_MS = 3_600_000;

export function createPolicyRenewal(options: PolicyRenewalOptions): PolicyRenewal {
  const { policies, gateway, gate, trust, uptime } = options;
  let confirmedSinceStart = false;
  let failures = 0;
  let notBefore = 0;

  async function fetched(): Promise<boolean> {
    const { verdict, wait } = await gateway.call({
      method: 'GET',
      path: '/v1/policy',
      schema: policyResponseSchema,
    });
    if (verdict.kind === 'answered') {
      const jws = verdict.body.policy;
      return isTaken(() => policies.offer(jws), 'policy-not-trusted', trust);
    }
    if (isTrouble(verdict)) gate.troubled(verdict, wait);
    return false;
  }

  return {
    due(offeredVersion) {
      if (uptime() < notBefore) return false;
      if (offeredVersion !== null && offeredVersion > policies.current().version) return true;
      return !confirmedSinceStart || policies.hoursSinceConfirmed() * HOUR_MS >= options.interval;
    },
    async fetch() {
      if (await fetched()) {
        confirmedSinceStart = true;
        failures = 0;
        return;
      }
      failures += 1;
      notBefore = uptime() + gate.jitter(failures, options.retryCap);
    },
  };
}
