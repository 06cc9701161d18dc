import { join } from 'node:path';
import { z } from 'zod';
import { peerDatabase, requirePeer, verifyFull } from './peers.ts';
import { type Implementation, NOTHING } from './implementation.ts';
import { inChunks, submissions, textOf } from './submissions.ts';

const KIND = 'submission';

/** What is used of plainjob 0.0.14. */
interface PlainjobQueue {
  add(kind: string, data: string): { id: number };
  addMany(kind: string, data: string[]): { ids: number[] };
  getAndMarkJobAsProcessing(kind: string): { id: number } | undefined;
  getJobById(id: number): { data: string } | undefined;
  markJobAsDone(id: number): void;
  /** Ends its timer and closes the connection. */
  close(): void;
}

const moduleSchema = z.object({
  better: z.custom<(database: object) => object>((value) => typeof value === 'function'),
  defineQueue: z.custom<
    (options: {
      connection: object;
      logger: object;
      serializer: (data: string) => string;
      timeout: number;
    }) => PlainjobQueue
  >((value) => typeof value === 'function'),
});

const quiet = { error() {}, warn() {}, info() {}, debug() {} };

function openPlainjob(folder: string, synchronous: 'FULL' | 'OFF'): PlainjobQueue {
  const { better, defineQueue } = moduleSchema.parse(requirePeer('plainjob'));
  const database = peerDatabase(join(folder, 'plainjob.db'));
  const queue = defineQueue({
    connection: better(database),
    logger: quiet,
    serializer: (data) => data,
    timeout: 24 * 3_600_000,
  });
  // It sets NORMAL itself when it opens; forced afterwards.
  database.pragma(`synchronous = ${synchronous}`);
  if (synchronous === 'FULL') verifyFull(database);
  return queue;
}

export const plainjob: Implementation = {
  name: 'plainjob',
  settle: null,
  mostRows: Infinity,
  fill(folder, rows) {
    const queue = openPlainjob(folder, 'OFF');
    inChunks(rows, (count) => {
      queue.addMany(KIND, [...submissions(count)].map(textOf));
    });
    // The last connection that closes writes the log into the file.
    queue.close();
  },
  open(folder) {
    const queue = openPlainjob(folder, 'FULL');
    return {
      add(submission) {
        queue.add(KIND, textOf(submission));
      },
      claim() {
        const claimed = queue.getAndMarkJobAsProcessing(KIND);
        if (claimed === undefined) return NOTHING;
        queue.getJobById(claimed.id);
        return { count: 1, acknowledge: () => queue.markJobAsDone(claimed.id) };
      },
      claimsMany: false,
      close: () => queue.close(),
    };
  },
};
