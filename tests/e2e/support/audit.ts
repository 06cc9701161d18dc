import { join } from 'node:path';
import { openRaw } from '../../../queue/store/database/connection.ts';
import type { RunningTerminal } from './terminal.ts';

/** The audit chain on the terminal's disk, in order: what happened, and the entry as JSON. */
export function auditOf({
  environment,
}: RunningTerminal): readonly { readonly event: string; readonly entry: string }[] {
  const database = openRaw(join(environment.terminalData, 'terminal.db'), { readonly: true });
  try {
    return database
      .prepare<[], { event: string; entry: string }>(
        `SELECT entry ->> '$.event' AS event, entry FROM audit ORDER BY number`,
      )
      .all();
  } finally {
    database.close();
  }
}
