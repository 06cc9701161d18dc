import { ATTACHMENT_STATES, LEGAL_ATTACHMENT_CHANGES } from '../attachments/attachment-states.ts';
import {
  FIRST_STATE,
  LEGAL_CHANGES,
  PENDING_STATES,
  SUBMISSION_STATES,
  type SubmissionState,
} from '../submission-states.ts';
import type { Connection } from './connection.ts';

/**
 * Triggers that hold in the database whatever a program does: they are made from the code (so that code and SQL cannot
 * disagree) and put in place at every opening, after the migrations. Those on changes that happen all the time come
 * AFTER: what they abort is undone as well, and SQLite need not look for the row a second time.
 */
interface Guard {
  readonly name: string;
  readonly sql: string;
}

/** No `IN`: SQLite makes a table in memory for a longer one, at every change. */
function isOneOf(column: string, values: readonly string[]): string {
  return values.map((value) => `${column} = '${value}'`).join(' OR ');
}

function legalChangeCondition<State extends string>(
  states: readonly State[],
  changes: Readonly<Record<State, readonly State[]>>,
): string {
  const arms = states
    .filter((from) => changes[from].length > 0)
    .map((from) => `(OLD.state = '${from}' AND (${isOneOf('NEW.state', changes[from])}))`);
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
  'kept_budget',
  'digest',
  'valid_until',
  'supersedes',
];
const FIXED_ATTACHMENT_COLUMNS = ['id', 'submission', 'manifest', 'bytes', 'digest', 'kept_at'];

function refuse(name: string, event: string, condition: string | null, reason: string): Guard {
  const when = condition === null ? '' : `\nWHEN ${condition}`;
  return { name, sql: `CREATE TRIGGER ${name} ${event}${when}\nBEGIN SELECT RAISE(ABORT, '${reason}'); END` };
}

/** How a table counts its rows: by state, some states together. */
interface Counting<State extends string> {
  readonly prefix: string;
  /** Counted as one, so that a lease writes no counter; null: each for itself. */
  readonly together: { readonly states: readonly State[]; readonly name: string } | null;
}

/** A begin, a legal change and a receipt that stays, for one table; and counters of its states. */
function lifeGuards<State extends string>(
  table: string,
  { prefix, together }: Counting<State>,
  states: readonly State[],
  changes: Readonly<Record<State, readonly State[]>>,
): readonly Guard[] {
  const group = (row: string): string =>
    together === null
      ? `${row}.state`
      : `iif(${isOneOf(`${row}.state`, together.states)}, '${together.name}', ${row}.state)`;
  const count = (row: string, change: string): string =>
    `UPDATE counters SET value = value ${change} WHERE name = '${prefix}:' || ${group(row)}`;
  return [
    refuse(
      `${table}_first_state`,
      `AFTER INSERT ON ${table}`,
      `NEW.state <> '${FIRST_STATE}'`,
      'first-state',
    ),
    refuse(
      `${table}_legal_change`,
      `AFTER UPDATE OF state ON ${table}`,
      `OLD.state <> NEW.state AND NOT (${legalChangeCondition(states, changes)})`,
      'illegal-change',
    ),
    refuse(
      `${table}_receipt_fixed`,
      `AFTER UPDATE OF receipt, received_at ON ${table}`,
      'OLD.receipt IS NOT NULL AND (NEW.receipt IS NOT OLD.receipt OR NEW.received_at IS NOT OLD.received_at)',
      'fixed-column',
    ),
    {
      name: `${table}_count_insert`,
      sql: `CREATE TRIGGER ${table}_count_insert AFTER INSERT ON ${table}\nBEGIN ${count('NEW', '+ 1')}; END`,
    },
    {
      name: `${table}_count_change`,
      sql: `CREATE TRIGGER ${table}_count_change AFTER UPDATE OF state ON ${table}
WHEN ${group('OLD')} <> ${group('NEW')}
BEGIN ${count('OLD', '- 1')}; ${count('NEW', '+ 1')}; END`,
    },
    {
      name: `${table}_count_delete`,
      sql: `CREATE TRIGGER ${table}_count_delete AFTER DELETE ON ${table}\nBEGIN ${count('OLD', '- 1')}; END`,
    },
  ];
}

const COUNTED: Counting<SubmissionState> = {
  prefix: 'state',
  together: { states: PENDING_STATES, name: 'pending' },
};

export const GUARDS: readonly Guard[] = [
  ...lifeGuards('submissions', COUNTED, SUBMISSION_STATES, LEGAL_CHANGES),
  ...lifeGuards(
    'attachments',
    { prefix: 'attachment', together: null },
    ATTACHMENT_STATES,
    LEGAL_ATTACHMENT_CHANGES,
  ),
  refuse(
    'submissions_fixed',
    `BEFORE UPDATE OF ${FIXED_COLUMNS.join(', ')} ON submissions`,
    null,
    'fixed-column',
  ),
  refuse('contents_fixed', 'BEFORE UPDATE ON contents', null, 'fixed-column'),
  // A cascade comes here, too, but after its row is gone.
  refuse(
    'contents_stay',
    'BEFORE DELETE ON contents',
    'EXISTS (SELECT 1 FROM submissions WHERE sequence = OLD.sequence)',
    'fixed-column',
  ),
  refuse(
    'attachments_fixed',
    `BEFORE UPDATE OF ${FIXED_ATTACHMENT_COLUMNS.join(', ')} ON attachments`,
    null,
    'fixed-column',
  ),
  // What was withdrawn before it left is proven by the receipt of its withdrawal.
  refuse(
    'submissions_kept_until_received',
    'BEFORE DELETE ON submissions',
    `OLD.receipt IS NULL AND NOT EXISTS (
  SELECT 1 FROM submissions AS withdrawal WHERE withdrawal.id = OLD.cancelled_by AND withdrawal.receipt IS NOT NULL)`,
    'no-receipt',
  ),
  refuse(
    'submissions_kept_as_proof',
    'BEFORE DELETE ON submissions',
    'EXISTS (SELECT 1 FROM submissions AS withdrawn WHERE withdrawn.cancelled_by = OLD.id)',
    'still-needed',
  ),
  refuse(
    'attachments_kept_until_received',
    'BEFORE DELETE ON attachments',
    `OLD.receipt IS NULL AND NOT EXISTS (
  SELECT 1 FROM submissions WHERE sequence = OLD.submission AND cancelled_by IS NOT NULL)`,
    'no-receipt',
  ),
  {
    name: 'submissions_next_in_lane',
    sql: `CREATE TRIGGER submissions_next_in_lane AFTER UPDATE OF open ON submissions
WHEN OLD.open = 1 AND NEW.open = 0 AND EXISTS (SELECT 1 FROM submissions WHERE open = 1 AND lane = NEW.lane)
BEGIN UPDATE submissions SET turn = 0
WHERE turn = 2 AND sequence = (SELECT min(sequence) FROM submissions WHERE open = 1 AND lane = NEW.lane); END`,
  },
  {
    name: 'submissions_exported_first',
    sql: `CREATE TRIGGER submissions_exported_first AFTER UPDATE OF exported_at ON submissions
WHEN OLD.exported_at IS NULL AND NEW.exported_at IS NOT NULL AND NEW.open = 1
BEGIN UPDATE counters SET value = value + 1 WHERE name = 'exported'; END`,
  },
  {
    name: 'submissions_exported_done',
    sql: `CREATE TRIGGER submissions_exported_done AFTER UPDATE OF open ON submissions
WHEN OLD.open = 1 AND NEW.open = 0 AND NEW.exported_at IS NOT NULL
BEGIN UPDATE counters SET value = value - 1 WHERE name = 'exported'; END`,
  },
  refuse('audit_no_update', 'BEFORE UPDATE ON audit', null, 'audit-append-only'),
  refuse('audit_no_delete', 'BEFORE DELETE ON audit', null, 'audit-append-only'),
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
