import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good, only } from '../../testing/values.ts';
import { MIGRATIONS, type Migration } from '../migrations/index.ts';
import { openQueue } from '../queue.ts';
import { SUBMISSION_STATES } from '../submission-states.ts';
import { openConnection } from './connection.ts';
import { checksum, migrate } from './migrate.ts';

const NEXT: Migration = {
  version: MIGRATIONS.length + 1,
  name: 'next',
  sql: `ALTER TABLE submissions ADD COLUMN note TEXT; UPDATE submissions SET note = state;`,
};

/** One row in every state, by the way the queue itself takes. */
function withEveryState(path: string, migrations?: readonly Migration[]): void {
  const queue = good(openQueue(path, migrations === undefined ? {} : { migrations }));
  for (const lane of [1, 2, 3, 4, 5, 6]) good(queue.enqueue(newSubmission({ lane })));
  const claim = () => only(good(queue.claim({ owner: 'test', limit: 1 })));
  const at = '2026-03-02T04:10:00.000Z';
  good(queue.acknowledge(claim(), 'receipt', at));
  good(queue.acknowledge(claim(), 'receipt', at, { state: 'accepted' }));
  good(queue.acknowledge(claim(), 'receipt', at, { state: 'rejected', code: 'already-registered' }));
  good(queue.park(claim(), 'payload-invalid'));
  claim();
  expect(good(queue.counts())).toEqual({
    kept: 1,
    sending: 1,
    received: 1,
    accepted: 1,
    rejected: 1,
    parked: 1,
    pending: 2,
  });
  queue.close();
}

describe('a schema that has grown', () => {
  test.each(MIGRATIONS.map((migration) => migration.version))(
    'rows in every state come forward from version %i, none lost, none changed',
    (version) => {
      const path = join(dataFolder(), 'queue.db');
      withEveryState(path, MIGRATIONS.slice(0, version));
      const before = rows(path);
      const queue = good(openQueue(path, { migrations: [...MIGRATIONS, NEXT] }));
      expect(queue.recovered).toBe(1);
      const after = good(queue.list());
      expect(after.map((item) => item.id)).toEqual(before.map((row) => row.id));
      expect(after.map((item) => item.digest)).toEqual(before.map((row) => row.digest));
      expect(after.map((item) => (item.state === 'kept' ? 'kept or sending' : item.state))).toEqual(
        before.map((row) =>
          row.state === 'kept' || row.state === 'sending' ? 'kept or sending' : row.state,
        ),
      );
      expect(new Set(before.map((row) => row.state))).toEqual(new Set(SUBMISSION_STATES));
      expect(good(queue.verifyAudit()).entries).toBeGreaterThan(0);
      queue.close();
      const written = new Database(path, { readonly: true });
      expect(written.prepare('SELECT note FROM submissions WHERE note IS NULL').all()).toEqual([]);
      written.close();
    },
  );

  test('the older program refuses it afterwards', () => {
    const path = join(dataFolder(), 'queue.db');
    good(openQueue(path, { migrations: [...MIGRATIONS, NEXT] })).close();
    expect(openQueue(path)).toEqual({
      ok: false,
      code: 'database-newer',
      params: { found: MIGRATIONS.length + 1, known: MIGRATIONS.length },
    });
  });

  test('a step that fails half way leaves the old schema, usable by the old program', () => {
    const path = join(dataFolder(), 'queue.db');
    withEveryState(path);
    const broken: Migration = { ...NEXT, sql: `${NEXT.sql} INSERT INTO no_such_table VALUES (1);` };
    expect(openQueue(path, { migrations: [...MIGRATIONS, broken] }).ok).toBe(false);
    const queue = good(openQueue(path));
    expect(good(queue.list())).toHaveLength(6);
    queue.close();
  });

  test('a step whose text was changed after it shipped is noticed', () => {
    const path = join(dataFolder(), 'queue.db');
    good(openQueue(path)).close();
    const [first, ...others] = MIGRATIONS;
    if (first === undefined) throw new Error('no migrations');
    const changed = [{ ...first, sql: `${first.sql}\n-- changed` }, ...others];
    expect(openQueue(path, { migrations: changed })).toMatchObject({ ok: false, code: 'database-damaged' });
  });

  test('the steps that shipped are as they were when they shipped', () => {
    expect(MIGRATIONS.map((migration) => [migration.version, migration.name, checksum(migration)])).toEqual([
      [1, 'submissions', SHIPPED[0]],
    ]);
  });

  test('a second run changes nothing', () => {
    const connection = good(openConnection(join(dataFolder(), 'queue.db'), {}));
    expect(good(migrate(connection, MIGRATIONS))).toEqual({ from: 0 });
    const before = connection.prepare('SELECT * FROM sqlite_schema').all();
    expect(good(migrate(connection, MIGRATIONS))).toEqual({ from: MIGRATIONS.length });
    expect(connection.prepare('SELECT * FROM sqlite_schema').all()).toEqual(before);
    connection.close();
  });
});

/** Checksums of the shipped steps; a line is added with each new step and none is ever changed. */
const SHIPPED = ['3t-BFrMg-x-rAfEFfwbrCy5roWqzu6RFXTxcONaIGj4'];

function rows(path: string): { id: string; digest: string; state: string }[] {
  const database = new Database(path, { readonly: true });
  const found = database
    .prepare<[], { id: string; digest: string; state: string }>(
      'SELECT id, digest, state FROM submissions ORDER BY sequence',
    )
    .all();
  database.close();
  return found;
}
