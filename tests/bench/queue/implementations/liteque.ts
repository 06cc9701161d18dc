import { join } from 'node:path';
import { z } from 'zod';
import type { NewSubmission } from '../../../../queue/index.ts';
import { databaseSchema, type PeerDatabase, requirePeer, verifyFull } from './peers.ts';
import { type Implementation, NOTHING } from './implementation.ts';
import { submissions, textOf } from './submissions.ts';

/** What is used of liteque 0.8.0. */
interface LitequeQueue {
  enqueue(payload: string, options: { idempotencyKey: string }): Promise<unknown>;
  attemptDequeue(options: { timeoutSecs: number }): Promise<{ id: number; allocationId: string } | null>;
  finalize(id: number, allocationId: string, status: 'completed'): Promise<void>;
}

const moduleSchema = z.object({
  buildDBClient: z.custom<(path: string, options: { runMigrations: boolean }) => object>(
    (value) => typeof value === 'function',
  ),
  SqliteQueue: z.custom<
    new (
      name: string,
      client: object,
      options: { defaultJobArgs: { numRetries: number }; keepFailedJobs: boolean },
    ) => LitequeQueue
  >((value) => typeof value === 'function'),
});

/** drizzle 0.33 has no public way to its connection. */
const clientSchema = z.object({ session: z.object({ client: databaseSchema }) });

function openLiteque(
  folder: string,
  synchronous: 'FULL' | 'OFF',
): { readonly queue: LitequeQueue; readonly database: PeerDatabase } {
  const { buildDBClient, SqliteQueue } = moduleSchema.parse(requirePeer('liteque'));
  const client = buildDBClient(join(folder, 'liteque.db'), { runMigrations: true });
  const database = clientSchema.parse(client).session.client;
  // It sets NORMAL itself when it opens; forced afterwards.
  database.pragma(`synchronous = ${synchronous}`);
  if (synchronous === 'FULL') verifyFull(database);
  const options = { defaultJobArgs: { numRetries: 3 }, keepFailedJobs: true };
  return { queue: new SqliteQueue('submissions', client, options), database };
}

async function enqueue(queue: LitequeQueue, submission: NewSubmission): Promise<void> {
  await queue.enqueue(textOf(submission), { idempotencyKey: submission.envelope.id });
}

export const liteque: Implementation = {
  name: 'liteque',
  settle: null,
  mostRows: 10_000,
  async fill(folder, rows) {
    const { queue, database } = openLiteque(folder, 'OFF');
    for (const submission of submissions(rows)) await enqueue(queue, submission);
    database.close();
  },
  open(folder) {
    const { queue, database } = openLiteque(folder, 'FULL');
    return {
      add: (submission) => enqueue(queue, submission),
      async claim() {
        const claimed = await queue.attemptDequeue({ timeoutSecs: 600 });
        if (claimed === null) return NOTHING;
        const { id, allocationId } = claimed;
        return { count: 1, acknowledge: () => queue.finalize(id, allocationId, 'completed') };
      },
      claimsMany: false,
      close: () => database.close(),
    };
  },
};
