import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Outcome, ProblemCode } from '../../../domain/wire/contract.ts';
import type { ReceiptFile } from '../../../domain/wire/bundle.ts';
import { type KeyStore, openKeyStore } from '../../keys/key-store.ts';
import { openQueue } from '../../store/queue.ts';
import type { Queue } from '../../store/queue-interface.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { type TestPlatform, testPlatform } from '../../testing/platform.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { createWorkDesk } from '../../work-day/work-desk.ts';

export const TERMINAL = 'K0127';
export const ISSUED_AT = '2026-03-02T09:00:00.000Z';

/** A van that was enrolled and has never had a connection. */
export interface Van {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly platform: TestPlatform;
  /** Ids of so many that were kept, each in a lane of its own. */
  keep(count: number, bytes?: number): string[];
  /** The events of the audit log, with what they say. */
  audited(prefix: string): unknown[];
  receiptOf(id: string): Promise<string>;
  /** Closes the day under way. @returns the digest of its signed report */
  closeDay(): Promise<string>;
  /** What the platform says once it holds the report with this digest. */
  acknowledge(day: number, digest: string): Promise<string>;
  /** What the import would put on the drive for these. */
  receipts(
    bundleId: string,
    submissions: readonly (string | { id: string; code: ProblemCode })[],
    change?: Partial<ReceiptFile>,
  ): Promise<string>;
}

export async function van(outcome: Outcome | null = null): Promise<Van> {
  const folder = dataFolder();
  const platform = await testPlatform('https://gateway.invalid');
  const keys = good(await openKeyStore({ folder: join(folder, 'keys'), enrolment: platform.enrolment }));
  const queue = good(openQueue(join(folder, 'queue.db')));
  onTestFinished(() => {
    queue.close();
  });
  let lane = 0;
  const desk = createWorkDesk({
    ...{ queue, keys, terminalId: TERMINAL, profile: 'van' },
    onClosed: () => undefined,
  });

  async function receiptOf(id: string): Promise<string> {
    const { digest } = good(queue.get(id)) ?? { digest: '' };
    return platform.signReceipt({ id, digest, terminalId: TERMINAL, receivedAt: ISSUED_AT });
  }

  return {
    queue,
    keys,
    platform,
    receiptOf,
    async closeDay() {
      const by = { staffId: 'S4052', role: 'van-operator' } as const;
      return good(await desk.closeDay({ by, devices: {}, day: good(queue.work.look()).number })).digest;
    },
    acknowledge: (day, reportDigest) =>
      platform.sign('receipt', {
        ...{ terminalId: TERMINAL, epoch: 1, day, digest: reportDigest },
        receivedAt: ISSUED_AT,
      }),
    keep(count, bytes = 900) {
      return Array.from({ length: count }, () => {
        lane += 1;
        return good(queue.enqueue(newSubmission({ lane, bytes }))).id;
      });
    },
    audited: (prefix) =>
      good(queue.auditSince(0, 10_000))
        .rows.map(({ entry }) => JSON.parse(entry) as { event: string; detail?: unknown })
        .filter(({ event }) => event.startsWith(prefix))
        .map(({ event, detail }) => ({ event, detail })),
    async receipts(bundleId, submissions, change = {}) {
      const content: ReceiptFile = {
        v: 1,
        bundleId,
        terminalId: TERMINAL,
        issuedAt: ISSUED_AT,
        submissions: await Promise.all(
          submissions.map(async (item) =>
            typeof item === 'string'
              ? { taken: true as const, id: item, receipt: await receiptOf(item), outcome }
              : { taken: false as const, ...item },
          ),
        ),
        attachments: [],
        unreadableParts: [],
        ...change,
      };
      return platform.sign('receipt', content);
    },
  };
}
