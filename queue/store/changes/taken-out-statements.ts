import type { Connection } from '../database/connection.ts';

/** Reason and instant, as one fact of the database. */
export function takenOutStatements(connection: Connection) {
  return {
    takenOut: connection.prepare<[], { value: string }>(`SELECT value FROM facts WHERE name = 'taken-out'`),
    takeOut: connection.prepare<[string]>(
      `INSERT INTO facts (name, value) VALUES ('taken-out', ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    ),
    putBack: connection.prepare<[]>(`DELETE FROM facts WHERE name = 'taken-out'`),
  };
}
