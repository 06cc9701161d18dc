import { z } from 'zod';
import type { Outcome } from '../domain/wire/contract.ts';
import { openForReading } from './store/database.ts';
import { outcomeColumns, toOutcome } from './store/sqlite/rows.ts';

export interface GatewayLedger {
  /** One entry a reference, in order of arrival. */
  readonly references: readonly {
    readonly reference: string;
    /** Of the first submission under this reference. */
    readonly id: string;
    readonly terminalId: string;
    readonly outcome: Outcome | { readonly state: 'waiting' };
    /** Submissions stored under this reference; more than 1 is a duplicate. */
    readonly count: number;
  }[];
}

/** Schema version since which a submission knows what superseded it. */
const SUPERSEDING_SINCE = 2;

const ledgerRows = z.array(
  z.object({
    reference: z.string(),
    id: z.string(),
    terminal_id: z.string(),
    count: z.number(),
    ...outcomeColumns,
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
    const version = Number(database.pragma('user_version', { simple: true }));
    if (version === 0) return { references: [] };
    const by = version < SUPERSEDING_SINCE ? 'NULL' : 'outcome_by';
    // SQLite takes the other columns from the row that has min(arrival).
    const rows = database
      .prepare(
        `SELECT reference, id, terminal_id, outcome, outcome_code, ${by} AS outcome_by, count(*) AS count, min(arrival)
         FROM submissions GROUP BY reference ORDER BY min(arrival)`,
      )
      .all();
    return {
      references: ledgerRows.parse(rows).map((row) => ({
        reference: row.reference,
        id: row.id,
        terminalId: row.terminal_id,
        outcome: toOutcome(row) ?? { state: 'waiting' },
        count: row.count,
      })),
    };
  } finally {
    database.close();
  }
}
