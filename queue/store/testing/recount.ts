import { ATTACHMENT_STATES } from '../attachments/attachment-states.ts';
import { type Connection, openRaw } from '../database/connection.ts';
import { SUBMISSION_STATES } from '../submission-states.ts';

/** Name and value of each counter that can be counted again. */
export type Counters = Readonly<Record<string, number>>;

function counted(connection: Connection, sql: string): ReadonlyMap<string, number> {
  const rows = connection.prepare<[], { name: string; value: number }>(sql).all();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** The counters that the database keeps, and the same counted from its rows. */
export function recount(path: string): { readonly kept: Counters; readonly counted: Counters } {
  const connection = openRaw(path, { readonly: true });
  try {
    const states = counted(
      connection,
      'SELECT state AS name, count(*) AS value FROM submissions GROUP BY state',
    );
    const files = counted(
      connection,
      'SELECT state AS name, count(*) AS value FROM attachments GROUP BY state',
    );
    const others = counted(
      connection,
      `SELECT 'exported' AS name, count(*) AS value FROM submissions WHERE open = 1 AND exported_at IS NOT NULL
       UNION ALL SELECT 'audit', count(*) FROM audit`,
    );
    const all = [
      ['state:pending', (states.get('kept') ?? 0) + (states.get('sending') ?? 0)] as const,
      ...SUBMISSION_STATES.filter((state) => state !== 'kept' && state !== 'sending').map(
        (state) => [`state:${state}`, states.get(state) ?? 0] as const,
      ),
      ...ATTACHMENT_STATES.map((state) => [`attachment:${state}`, files.get(state) ?? 0] as const),
      ...others,
    ];
    const counters = counted(connection, 'SELECT name, value FROM counters');
    return {
      kept: Object.fromEntries(all.map(([name]) => [name, counters.get(name) ?? -1])),
      counted: Object.fromEntries(all),
    };
  } finally {
    connection.close();
  }
}
