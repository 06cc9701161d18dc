import type { Connection } from './database/connection.ts';
import { FIRST_STATE, LEGAL_CHANGES, SUBMISSION_STATES } from './submission-states.ts';

/**
 * Triggers that hold in the database whatever a program does: they are made from the code (so that code and SQL cannot
 * disagree) and put in place at every opening, after the migrations.
 */
interface Guard {
  readonly name: string;
  readonly sql: string;
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}

function legalChangeCondition(): string {
  const arms = SUBMISSION_STATES.filter((from) => LEGAL_CHANGES[from].length > 0).map(
    (from) => `(OLD.state = '${from}' AND NEW.state IN (${quoted(LEGAL_CHANGES[from])}))`,
  );
  return arms.join(' OR ');
}

/** What was told to the member and what was sealed never changes. */
const FIXED_COLUMNS = [
  'sequence',
  'id',
  'reference',
  'kind',
  'lane',
  'kept_at',
  'digest',
  'envelope',
  'sealed',
];

export const GUARDS: readonly Guard[] = [
  {
    name: 'submissions_first_state',
    sql: `CREATE TRIGGER submissions_first_state BEFORE INSERT ON submissions
WHEN NEW.state <> '${FIRST_STATE}'
BEGIN SELECT RAISE(ABORT, 'first-state'); END`,
  },
  {
    name: 'submissions_legal_change',
    sql: `CREATE TRIGGER submissions_legal_change BEFORE UPDATE OF state ON submissions
WHEN OLD.state <> NEW.state AND NOT (${legalChangeCondition()})
BEGIN SELECT RAISE(ABORT, 'illegal-change'); END`,
  },
  {
    name: 'submissions_fixed',
    sql: `CREATE TRIGGER submissions_fixed BEFORE UPDATE OF ${FIXED_COLUMNS.join(', ')} ON submissions
BEGIN SELECT RAISE(ABORT, 'fixed-column'); END`,
  },
  {
    name: 'submissions_receipt_fixed',
    sql: `CREATE TRIGGER submissions_receipt_fixed BEFORE UPDATE OF receipt, received_at ON submissions
WHEN OLD.receipt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'fixed-column'); END`,
  },
  {
    name: 'submissions_kept_until_received',
    sql: `CREATE TRIGGER submissions_kept_until_received BEFORE DELETE ON submissions
WHEN OLD.receipt IS NULL
BEGIN SELECT RAISE(ABORT, 'no-receipt'); END`,
  },
  {
    name: 'submissions_count_insert',
    sql: `CREATE TRIGGER submissions_count_insert AFTER INSERT ON submissions
BEGIN UPDATE counters SET value = value + 1 WHERE name = 'state:' || NEW.state; END`,
  },
  {
    name: 'submissions_count_change',
    sql: `CREATE TRIGGER submissions_count_change AFTER UPDATE OF state ON submissions
WHEN OLD.state <> NEW.state
BEGIN
  UPDATE counters SET value = value - 1 WHERE name = 'state:' || OLD.state;
  UPDATE counters SET value = value + 1 WHERE name = 'state:' || NEW.state;
END`,
  },
  {
    name: 'submissions_count_delete',
    sql: `CREATE TRIGGER submissions_count_delete AFTER DELETE ON submissions
BEGIN UPDATE counters SET value = value - 1 WHERE name = 'state:' || OLD.state; END`,
  },
  {
    name: 'audit_no_update',
    sql: `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit-append-only'); END`,
  },
  {
    name: 'audit_no_delete',
    sql: `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit-append-only'); END`,
  },
];

/** True when exactly the guards of this program are in the database. */
export function guardsInPlace(connection: Connection): boolean {
  const rows = connection
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  const found = new Map(rows.map((row) => [row.name, row.sql]));
  return found.size === GUARDS.length && GUARDS.every((guard) => found.get(guard.name) === guard.sql);
}

/** Takes all triggers out, so that a migration may rewrite what they forbid. Inside the migration's transaction. */
export function dropGuards(connection: Connection): void {
  const names = connection
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of names) connection.exec(`DROP TRIGGER "${name.replaceAll('"', '""')}"`);
}

export function placeGuards(connection: Connection): void {
  for (const guard of GUARDS) connection.exec(guard.sql);
}
