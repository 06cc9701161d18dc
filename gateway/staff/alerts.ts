import type { DurableDatabase } from '../store/database.ts';

/** What somebody responsible for staff has to look at, out of the audit chains that terminals sent. */
const ALERTS = ['staff.attesting-unusual', 'staff.locked', 'staff.badge-blocked'] as const;

export interface StaffAlert {
  readonly terminalId: string;
  readonly event: string;
  readonly staffId: string | null;
  /** The terminal's own clock; for reading, not for order. */
  readonly at: string;
  readonly count: number | null;
}

interface Row {
  readonly terminal_id: string;
  readonly event: string;
  readonly staff_id: string | null;
  readonly at: string | null;
  readonly count: number | null;
}

/** Newest last within each terminal; the latest `limit` of each. */
export function staffAlerts(database: DurableDatabase, limit = 200): readonly StaffAlert[] {
  return database
    .prepare<unknown[], Row>(
      `SELECT terminal_id, json_extract(entry, '$.event') AS event, json_extract(entry, '$.staffId') AS staff_id,
         json_extract(entry, '$.at') AS at, json_extract(entry, '$.detail.count') AS count
       FROM audit_entries WHERE json_extract(entry, '$.event') IN (${ALERTS.map(() => '?').join(', ')})
       ORDER BY terminal_id, database_id, number DESC LIMIT ?`,
    )
    .all(...ALERTS, limit)
    .map((row) => ({
      terminalId: row.terminal_id,
      event: row.event,
      staffId: row.staff_id,
      at: row.at ?? '',
      count: row.count,
    }))
    .reverse();
}
