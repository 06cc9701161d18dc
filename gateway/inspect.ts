import { z } from 'zod';
import { OUTCOME_CODES } from '../domain/codes.ts';
import type { Outcome } from '../domain/wire/contract.ts';
import { openForReading } from './store/database.ts';
import { toOutcome } from './store/sqlite-store.ts';

export interface GatewayLedger {
  /** One entry a reference, in order of arrival. */
  readonly references: readonly {
    readonly reference: string;
    /** Of the first submission under this reference. */
    readonly id: string;
    readonly terminalId: string;
    readonly outcome: Outcome;
    /** Submissions stored under this reference; more than 1 is a duplicate. */
    readonly count: number;
  }[];
}

const ledgerRows = z.array(
  z.object({
    reference: z.string(),
    id: z.string(),
    terminal_id: z.string(),
    outcome: z.enum(['accepted', 'rejected']),
    outcome_code: z.enum(OUTCOME_CODES).nullable(),
    count: z.number(),
  }),
);

/**
 * What the gateway's database holds, read without changing it, also while the gateway runs; empty when there is no
 * database yet. Shows references only, nothing of the payloads.
 */
export function readGatewayLedger(
  dataDir: string,
  options: { readonly nativeBinding?: string } = {},
): GatewayLedger {
  const database = openForReading(dataDir, options);
  if (database === null) return { references: [] };
  try {
    // Another process may have made the file and not the tables yet.
    if (database.pragma('user_version', { simple: true }) === 0) return { references: [] };
    // SQLite takes the other columns from the row that has min(arrival).
    const rows = database
      .prepare(
        `SELECT reference, id, terminal_id, outcome, outcome_code, count(*) AS count, min(arrival)
         FROM submissions GROUP BY reference ORDER BY min(arrival)`,
      )
      .all();
    return {
      references: ledgerRows.parse(rows).map((row) => ({
        reference: row.reference,
        id: row.id,
        terminalId: row.terminal_id,
        outcome: toOutcome(row),
        count: row.count,
      })),
    };
  } finally {
    database.close();
  }
}
