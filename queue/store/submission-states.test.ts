import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../testing/data-folder.ts';
import { good } from '../testing/values.ts';
import { openDatabase } from './database/open-database.ts';
import { GUARDS } from './database/guards.ts';
import { isLegalChange, SUBMISSION_STATES, type SubmissionState } from './submission-states.ts';

const NO_LEASE = 'lease_token = NULL, lease_owner = NULL, lease_uptime = NULL';
const CLOSED = `open = 0, turn = NULL, parked_reason = NULL, ${NO_LEASE}`;
const RECEIVED = `receipt = coalesce(receipt, 'r'), received_at = coalesce(received_at, 't'), received_budget = 0`;
const NOT_RECEIVED = 'receipt = NULL, received_at = NULL, received_budget = NULL, cancelled_by = NULL';

/** What a row must hold in each state; the rest is the same for all. */
const COLUMNS: Readonly<Record<SubmissionState, string>> = {
  kept: `open = 1, turn = 0, parked_reason = NULL, ${NO_LEASE}, ${NOT_RECEIVED}`,
  sending: `open = 1, turn = 0, parked_reason = NULL, lease_token = 1, lease_owner = 'x', lease_uptime = 0, ${NOT_RECEIVED}`,
  parked: `open = 1, turn = NULL, parked_reason = 'x', ${NO_LEASE}, ${NOT_RECEIVED}`,
  received: `${CLOSED}, ${RECEIVED}, cancelled_by = NULL`,
  accepted: `${CLOSED}, ${RECEIVED}, cancelled_by = NULL`,
  rejected: `${CLOSED}, ${RECEIVED}, cancelled_by = NULL, outcome = 'payload-refused'`,
  'needs-correction': `${CLOSED}, ${RECEIVED}, cancelled_by = NULL, outcome = 'details-differ'`,
  superseded: `${CLOSED}, ${RECEIVED}, cancelled_by = NULL`,
  cancelled: `${CLOSED}, cancelled_by = CASE WHEN receipt IS NULL THEN '${'1'.repeat(36)}' END`,
  expired: `${CLOSED}, ${NOT_RECEIVED}`,
};
const WAY_TO: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  kept: [],
  sending: ['sending'],
  received: ['sending', 'received'],
  accepted: ['sending', 'received', 'accepted'],
  rejected: ['sending', 'received', 'rejected'],
  'needs-correction': ['received', 'needs-correction'],
  superseded: ['received', 'accepted', 'superseded'],
  cancelled: ['cancelled'],
  parked: ['sending', 'parked'],
  expired: ['expired'],
};
const PAIRS = SUBMISSION_STATES.flatMap((from) =>
  SUBMISSION_STATES.filter((to) => to !== from).map((to) => ({ from, to, legal: isLegalChange(from, to) })),
);

function database(): Database.Database {
  return good(openDatabase(join(dataFolder(), 'queue.db'))).connection;
}

function insert(connection: Database.Database, state = 'kept'): void {
  connection
    .prepare(
      `INSERT INTO submissions (sequence, id, reference, kind, lane, priority, state, turn, kept_at, digest)
       VALUES (1, ?, 'R', 'member-registration', 1, 10, ?, 0, 't', ?)`,
    )
    .run('0'.repeat(36), state, 'd'.repeat(43));
  connection.exec(`INSERT INTO contents (sequence, envelope, sealed) VALUES (1, '{}', x'00')`);
}

function change(connection: Database.Database, to: SubmissionState): void {
  const outcome = to === 'rejected' || to === 'needs-correction' ? '' : ', outcome = NULL';
  connection.prepare(`UPDATE submissions SET state = '${to}', ${COLUMNS[to]}${outcome}`).run();
}

/** A row in the state, by the shortest legal way. */
function rowIn(connection: Database.Database, state: SubmissionState): void {
  insert(connection);
  for (const step of WAY_TO[state]) change(connection, step);
}

function counters(connection: Database.Database): Record<string, number> {
  const rows = connection
    .prepare<[], { name: string; value: number }>(
      `SELECT name, value FROM counters WHERE name LIKE 'state:%' AND value > 0`,
    )
    .all();
  return Object.fromEntries(rows.map((row) => [row.name, row.value]));
}

describe('the table of legal changes, in code and in SQL', () => {
  test.each(PAIRS)('$from to $to: legal $legal', ({ from, to, legal }) => {
    const connection = database();
    rowIn(connection, from);
    const attempt = () => change(connection, to);
    if (legal) attempt();
    // Taking a receipt out again is refused as such, too, and SQLite does not say which refusal is first.
    else expect(attempt).toThrow(/illegal-change|fixed-column/);
    const state = legal ? to : from;
    const pending = state === 'kept' || state === 'sending';
    expect(counters(connection)).toEqual({ [`state:${pending ? 'pending' : state}`]: 1 });
    connection.close();
  });

  test.each(SUBMISSION_STATES.filter((state) => state !== 'kept'))('nothing begins as %s', (state) => {
    const connection = database();
    connection.pragma('ignore_check_constraints = ON');
    expect(() => insert(connection, state)).toThrow('first-state');
    connection.close();
  });

  test('there is no state outside the table', () => {
    const connection = database();
    expect(() => insert(connection, 'lost')).toThrow();
    connection.close();
  });
});

describe('what no program can do to a row', () => {
  test.each([
    ['kept', 'received'],
    ['sending', 'received'],
    ['parked', 'received'],
    ['kept', 'cancelled'],
  ] as const)('%s to %s without a receipt or a withdrawal', (from, to) => {
    const connection = database();
    rowIn(connection, from);
    expect(() => connection.prepare(`UPDATE submissions SET state = ?, ${CLOSED}`).run(to)).toThrow(
      'CHECK constraint failed',
    );
    connection.close();
  });

  test.each(['kept', 'sending', 'parked', 'expired', 'cancelled'] as const)(
    'delete it while %s: there is no receipt',
    (state) => {
      const connection = database();
      rowIn(connection, state);
      expect(() => connection.prepare('DELETE FROM submissions').run()).toThrow('no-receipt');
      connection.close();
    },
  );

  test.each(['id', 'reference', 'digest', 'lane', 'sequence', 'kept_budget', 'valid_until', 'supersedes'])(
    'change its %s',
    (column) => {
      const connection = database();
      rowIn(connection, 'kept');
      expect(() => connection.prepare(`UPDATE submissions SET ${column} = ${column}`).run()).toThrow(
        'fixed-column',
      );
      connection.close();
    },
  );

  test.each(['sealed', 'envelope'])('change its %s', (column) => {
    const connection = database();
    rowIn(connection, 'kept');
    expect(() => connection.prepare(`UPDATE contents SET ${column} = ${column}`).run()).toThrow(
      'fixed-column',
    );
    expect(() => connection.prepare('DELETE FROM contents').run()).toThrow('fixed-column');
    connection.close();
  });

  test('replace a receipt', () => {
    const connection = database();
    rowIn(connection, 'received');
    expect(() => connection.prepare(`UPDATE submissions SET receipt = 'other'`).run()).toThrow(
      'fixed-column',
    );
    connection.close();
  });

  test('guards that somebody took out are back at the next opening', () => {
    const path = join(dataFolder(), 'queue.db');
    const first = good(openDatabase(path));
    for (const guard of GUARDS) first.connection.exec(`DROP TRIGGER ${guard.name}`);
    first.connection.close();
    first.lock.release();
    const again = good(openDatabase(path));
    const { triggers } = again.connection
      .prepare<[], { triggers: number }>(
        `SELECT count(*) AS triggers FROM sqlite_schema WHERE type = 'trigger'`,
      )
      .get() ?? { triggers: 0 };
    expect(triggers).toBe(GUARDS.length);
    again.connection.close();
    again.lock.release();
  });
});
