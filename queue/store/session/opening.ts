import { randomUUID } from 'node:crypto';
import type { Connection } from '../database/connection.ts';
import { epochOf, take } from '../keeping/enqueue.ts';
import { takeBack } from '../sending/leases.ts';
import type { Session } from './session.ts';

export interface Opening {
  readonly opening: number;
  readonly epoch: number;
  readonly recovered: number;
}

/** The random id that a database is given once. */
export function databaseIdOf(connection: Connection): string {
  connection
    .prepare(`INSERT INTO facts (name, value) VALUES ('database-id', ?) ON CONFLICT DO NOTHING`)
    .run(randomUUID());
  const row = connection
    .prepare<[], { value: string }>(`SELECT value FROM facts WHERE name = 'database-id'`)
    .get();
  return row?.value ?? '';
}

/** One transaction: a new opening, with every lease and every wait of the earlier ones over. */
export function beginOpening(session: Session, freshEpoch: number | null, at: string): Opening {
  const { connection, statements } = session;
  const begun = connection
    .transaction(() => {
      if (freshEpoch !== null) statements.setCounter.run(freshEpoch, 'epoch');
      const opening = take(session, 'opening');
      const recovered = takeBack(session, Infinity);
      statements.wakeAll.run();
      statements.takeBackAllAttachments.run();
      if (recovered > 0) {
        const detail = { released: recovered };
        const place = { at, opening, uptime: 0 };
        session.audit.append({ event: 'queue.recovered', actor: 'system', detail }, place);
      }
      return { opening, epoch: epochOf(session), recovered };
    })
    .immediate();
  session.leases.confirm();
  return begun;
}
