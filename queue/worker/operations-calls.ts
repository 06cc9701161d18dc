import { z } from 'zod';
import { type StoreFacts, storeFactsSchema } from '../../domain/operations/facts.ts';
import { TAKEN_OUT_REASONS, type TakenOutReason } from '../../domain/operations/taken-out.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { hongKongDate } from '../../domain/time.ts';
import { type UsabilityCell, usabilityCellSchema } from '../../domain/usability/cell.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import type { Queue } from '../store/queue.ts';
import type { SyncAgent } from '../sync/agent.ts';

const DAY_MS = 24 * 3_600_000;
const staffId = z.string().min(1).max(32);

/** What main asks about the machine itself (domain/operations). */
export const operationsCallSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('facts') }),
  /** Whether the platform answers now. */
  z.strictObject({ do: z.literal('look') }),
  z.strictObject({ do: z.literal('usability') }),
  z.strictObject({ do: z.literal('takeOut'), reason: z.enum(TAKEN_OUT_REASONS), staffId }),
  z.strictObject({ do: z.literal('putBack'), staffId }),
]);
export type OperationsCall = z.infer<typeof operationsCallSchema>;

export interface OperationsDeskOptions {
  readonly queue: Pick<Queue, 'usability' | 'takenOut'>;
  readonly keys: Pick<KeyStore, 'time'>;
  readonly policies: Pick<PolicyStore, 'current'>;
  readonly referenceData: { newestVersion(): number };
  readonly staffList: { version(): number };
  readonly agent: Pick<SyncAgent, 'look'>;
  /** Whether visits may begin has changed. */
  readonly onTakenOut: () => void;
}

interface UsabilityFigures {
  readonly cells: readonly UsabilityCell[];
  readonly days: number;
}

/** The thread's side of the operations view; null: the disk or the thread does not answer. */
export interface OperationsDesk {
  facts(): Promise<StoreFacts | null>;
  look(): Promise<boolean>;
  /** For as many days as the policy keeps them. */
  usability(): Promise<UsabilityFigures | null>;
  takeOut(reason: TakenOutReason, staffId: string): Promise<Result<null, Failure<'not-saved'>>>;
  putBack(staffId: string): Promise<Result<null, Failure<'not-saved'>>>;
}

export function createOperationsDesk(options: OperationsDeskOptions): OperationsDesk {
  const { queue, keys, policies } = options;

  function changed(result: Result<null, Failure<string>>): Result<null, Failure<'not-saved'>> {
    // In service already: what was wanted is so.
    if (!result.ok && result.code !== 'not-taken-out') return fail('not-saved');
    options.onTakenOut();
    return ok(null);
  }

  return {
    facts: () =>
      Promise.resolve({
        schema: MIGRATIONS.length,
        policy: policies.current().version,
        referenceData: options.referenceData.newestVersion(),
        staffList: options.staffList.version(),
        clockTrusted: keys.time.now().trusted,
      }),
    look: () => options.agent.look(),
    usability() {
      const days = policies.current().retention.receivedDays;
      const now = keys.time.now().instant;
      const from = hongKongDate(new Date(Date.parse(now) - days * DAY_MS).toISOString());
      // Until the end of time: a clock that was set back hides nothing.
      const cells = queue.usability.between(from, '9999-12-31');
      return Promise.resolve(cells.ok ? { cells: cells.value, days } : null);
    },
    takeOut: (reason, by) => Promise.resolve(changed(queue.takenOut.takeOut(reason, by))),
    putBack: (by) => Promise.resolve(changed(queue.takenOut.putBack(by))),
  };
}

/** In the thread. */
export async function askOperations(desk: OperationsDesk, call: OperationsCall): Promise<unknown> {
  switch (call.do) {
    case 'facts':
      return desk.facts();
    case 'look':
      return desk.look();
    case 'usability':
      return desk.usability();
    case 'takeOut':
      return (await desk.takeOut(call.reason, call.staffId)).ok;
    case 'putBack':
      return (await desk.putBack(call.staffId)).ok;
  }
}

const figuresSchema = z.strictObject({ cells: z.array(usabilityCellSchema), days: z.number() });

/** In main: the desk as it is there. While the thread is gone nothing can be said or done. */
export function operationsOver(ask: (call: OperationsCall) => Promise<unknown>): OperationsDesk {
  const done = async (call: OperationsCall) => ((await ask(call)) === true ? ok(null) : fail('not-saved'));
  return {
    facts: async () => storeFactsSchema.nullable().parse(await ask({ do: 'facts' })),
    look: async () => (await ask({ do: 'look' })) === true,
    usability: async () => figuresSchema.nullable().parse(await ask({ do: 'usability' })),
    takeOut: (reason, by) => done({ do: 'takeOut', reason, staffId: by }),
    putBack: (by) => done({ do: 'putBack', staffId: by }),
  };
}
