import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../testing/data-folder.ts';
import { good } from '../testing/values.ts';
import { openDatabase } from './database/open-database.ts';
import { GUARDS } from './guards.ts';
import { isLegalChange, SUBMISSION_STATES, type SubmissionState } from './submission-states.ts';

/** What a row must hold in each state; the rest is the same for all. */
const COLUMNS: Readonly<Record<SubmissionState, string>> = {
  kept: `lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL, parked_reason = NULL`,
  sending: `lease_token = 1, lease_owner = 'x', lease_opening = 1, lease_uptime = 0, parked_reason = NULL`,
  received: `lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL, parked_reason = NULL,
    receipt = 'r', received_at = 't'`,
  accepted: `outcome = NULL`,
  rejected: `outcome = 'payload-refused'`,
  parked: `lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL, parked_reason = 'x'`,
};
const WAY_TO: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  kept: [],
  sending: ['sending'],
  received: ['sending', 'received'],
  accepted: ['sending', 'received', 'accepted'],
  rejected: ['sending', 'received', 'rejected'],
  parked: ['sending', 'parked'],
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
      `INSERT INTO submissions (sequence, id, reference, kind, lane, priority, state, kept_at, digest, envelope, sealed)
       VALUES (1, ?, 'R', 'member-registration', 1, 10, ?, 't', ?, '{}', x'00')`,
    )
    .run('0'.repeat(36), state, 'd'.repeat(43));
}

function change(connection: Database.Database, to: SubmissionState): void {
  const hasReceipt =
    connection.prepare('SELECT 1 FROM submissions WHERE receipt IS NOT NULL').get() !== undefined;
  const columns = hasReceipt && to === 'received' ? 'outcome = NULL' : COLUMNS[to];
  connection.prepare(`UPDATE submissions SET state = '${to}', ${columns}`).run();
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
    else expect(attempt).toThrow('illegal-change');
    expect(counters(connection)).toEqual({ [`state:${legal ? to : from}`]: 1 });
    connection.close();
  });

  test.each(SUBMISSION_STATES.filter((state) => state !== 'kept'))('nothing begins as %s', (state) => {
    const connection = database();
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
  test.each(['received', 'accepted', 'rejected'] as const)('%s without a receipt', (state) => {
    const connection = database();
    rowIn(connection, 'sending');
    expect(() =>
      connection
        .prepare(
          `UPDATE submissions SET state = ?, lease_token = NULL, lease_owner = NULL, lease_opening = NULL, lease_uptime = NULL`,
        )
        .run(state),
    ).toThrow();
    connection.close();
  });

  test.each(['kept', 'sending', 'parked'] as const)('delete it while %s: there is no receipt', (state) => {
    const connection = database();
    rowIn(connection, state);
    expect(() => connection.prepare('DELETE FROM submissions').run()).toThrow('no-receipt');
    connection.close();
  });

  test.each(['id', 'reference', 'digest', 'sealed', 'envelope', 'lane', 'sequence'])(
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
