import { join } from 'node:path';
import { openQueue } from '../../../../queue/index.ts';
import { insertSubmission } from '../../../../queue/store/keeping/enqueue.ts';
import { openDatabase } from '../../../../queue/store/database/open-database.ts';
import { startSession } from '../../../../queue/store/session/session.ts';
import type { Implementation } from './implementation.ts';
import { inChunks, RECEIPT, RECEIVED_AT, submissions } from './submissions.ts';
import { good } from '../../../../queue/testing/values.ts';

const FILE = 'queue.db';
const RECEIVED = {
  receipt: RECEIPT,
  receivedAt: RECEIVED_AT,
  outcome: { state: 'accepted' },
} as const;

export const ours: Implementation = {
  name: 'ours',
  mostRows: Infinity,
  /** Through the queue's own insert, so that counters, audit chain and triggers are what they would be. */
  fill(folder, rows) {
    const path = join(folder, FILE);
    // Its first opening makes the schema, the counters and the database's id.
    good(openQueue(path)).close();
    const { connection, lock } = good(openDatabase(path));
    connection.pragma('synchronous = OFF');
    const databaseId = connection
      .prepare<[], { value: string }>(`SELECT value FROM facts WHERE name = 'database-id'`)
      .get();
    if (databaseId === undefined) throw new Error('the database has no id');
    const session = startSession(connection, databaseId.value);
    const now = { place: { at: '2026-03-02T04:05:06.789Z', opening: 1, uptime: 0 }, uptime: 0, budget: 0 };
    inChunks(rows, (count) => {
      connection.transaction(() => {
        for (const { envelope, sealed } of submissions(count))
          good(insertSubmission(session, envelope, sealed, now));
      })();
    });
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
    lock.release();
  },
  settle(folder) {
    const { connection, lock } = good(openDatabase(join(folder, FILE)));
    connection.pragma('synchronous = OFF');
    // Sent and acknowledged as the schema's own guards allow it; the counters follow by its triggers.
    connection.exec(
      `UPDATE submissions SET state = 'sending', lease_token = sequence, lease_owner = 'bench', lease_uptime = 0
       WHERE open = 1`,
    );
    connection
      .prepare<[string, string]>(
        `UPDATE submissions SET state = 'accepted', open = 0, turn = NULL, lease_token = NULL, lease_owner = NULL,
           lease_uptime = NULL, receipt = ?, received_at = ?, received_budget = 0 WHERE open = 1`,
      )
      .run(RECEIPT, RECEIVED_AT);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
    lock.release();
  },
  open(folder) {
    const queue = good(openQueue(join(folder, FILE)));
    return {
      add(submission) {
        good(queue.enqueue(submission));
      },
      claim(limit) {
        const leases = good(queue.claim({ owner: 'bench', limit }));
        const receipts = leases.map((lease) => ({ lease, ...RECEIVED }));
        return {
          count: leases.length,
          acknowledge() {
            const settled = good(queue.acknowledgeAll(receipts));
            if (settled.some((answer) => answer !== 'ok')) throw new Error('a lease was lost');
          },
        };
      },
      claimsMany: true,
      close: () => queue.close(),
    };
  },
};
