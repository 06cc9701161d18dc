import {
  MOST_OUTCOMES,
  type OutcomesPage,
  outcomesPageSchema,
  outcomesResponseSchema,
} from '../../../domain/wire/outcomes.ts';
import { verifyUnder } from '../../../domain/wire/signing.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import type { Queue } from '../../store/queue.ts';
import { isTrouble } from '../exchange/classify.ts';
import type { Gate } from '../pacing/gate.ts';
import type { GatewayClient } from '../exchange/gateway-client.ts';
import type { Link } from '../pacing/link.ts';
import type { Told } from '../told.ts';
import type { Trust } from '../trust.ts';

export interface OutcomesOptions {
  readonly queue: Pick<Queue, 'applyOutcomes' | 'outcomesCursor'>;
  readonly keys: Pick<KeyStore, 'time'>;
  readonly terminalId: string;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly link: Link;
  readonly trust: Trust;
  readonly told: Told;
  readonly contacted: () => void;
}

/** What became of submissions, page by page from the stored cursor. */
export interface Outcomes {
  /** True when the platform has more than we do. */
  behind(head: number): boolean;
  /** Takes pages until the newest outcome is here. A page that is not trusted, or not ours, changes nothing. */
  fetch(): Promise<void>;
}

export function createOutcomes(options: OutcomesOptions): Outcomes {
  const { queue, keys, terminalId, gateway, gate, link, trust, told } = options;

  async function page(after: number): Promise<OutcomesPage | null> {
    const { verdict, wait } = await gateway.call({
      method: 'GET',
      path: `/v1/outcomes?after=${String(after)}&limit=${String(MOST_OUTCOMES)}`,
      schema: outcomesResponseSchema,
    });
    if (verdict.kind !== 'answered') {
      if (isTrouble(verdict)) gate.troubled(verdict, wait);
      return null;
    }
    const { page: jws } = verdict.body;
    const verified = await trust.verify('outcomes', (document) =>
      verifyUnder(jws, document, 'receipt', outcomesPageSchema, (content) => content.issuedAt),
    );
    if (!verified.ok) return null;
    if (verified.value.terminalId !== terminalId || verified.value.after !== after) {
      link.distrust('outcomes');
      return null;
    }
    return verified.value;
  }

  /** @returns the cursor to go on from, or null when there is no more to be had now */
  function apply(content: OutcomesPage): number | null {
    options.contacted();
    // Signed for this very answer. Before anything is stored: hours in which the machine was off are known now.
    keys.time.note(content.issuedAt, 'now');
    const result = queue.applyOutcomes(content);
    if (!result.ok) return null;
    const { applied, cursor } = result.value;
    for (const { id, reference, outcome, receivedAt } of applied) {
      const bill = content.outcomes.findLast((told) => told.id === id)?.bill ?? null;
      told.item({ id, reference }, outcome.state, receivedAt, outcome, bill);
    }
    if (applied.length > 0) told.counts();
    // It stops before what is still on its way to the platform here; that is for the next look.
    return cursor > content.after && cursor < content.head ? cursor : null;
  }

  return {
    behind(head) {
      const cursor = queue.outcomesCursor();
      return cursor.ok && head > cursor.value;
    },
    async fetch() {
      const stored = queue.outcomesCursor();
      let after = stored.ok ? stored.value : null;
      while (after !== null && gate.mayCall()) {
        const content = await page(after);
        after = content === null ? null : apply(content);
      }
    },
  };
}
