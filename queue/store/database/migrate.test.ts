import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good, only } from '../../testing/values.ts';
import { MIGRATIONS, type Migration } from '../migrations/index.ts';
import { openQueue, type Queue } from '../queue.ts';
import { SUBMISSION_STATES } from '../submission-states.ts';
import { newAttachment } from '../testing/attachments.ts';
import { recount } from '../testing/recount.ts';
import { submissionWith } from '../testing/submissions.ts';
import { isSound, writeVersion1 } from '../testing/version-1.ts';
import { writeVersion2 } from '../testing/version-2.ts';
import { VERSION_3_TABLES, writeVersion3 } from '../testing/version-3.ts';
import { openConnection } from './connection.ts';
import { dropGuards, placeGuards } from './guards.ts';
import { checksum, migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const LATEST = MIGRATIONS.at(-1)?.version ?? 0;

const AT = '2026-03-02T04:10:00.000Z';
const NEXT: Migration = {
  version: LATEST + 1,
  name: 'next',
  sql: `ALTER TABLE submissions ADD COLUMN note TEXT; UPDATE submissions SET note = state;`,
};

type Row = Readonly<Record<string, unknown>>;

/** As the disk would: past the guards, and with no check of its own. */
function damageEnvelope(path: string, sequence: number, from: string, to: string): void {
  const database = new Database(path);
  dropGuards(database);
  const changed = database
    .prepare(
      'UPDATE contents SET envelope = replace(envelope, ?, ?) WHERE sequence = ? AND instr(envelope, ?)',
    )
    .run(from, to, sequence, from).changes;
  database.close();
  expect(changed).toBe(1);
}

function rowsOf(path: string, table: string): readonly Row[] {
  const database = new Database(path, { readonly: true });
  const found = database.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY 1`).all();
  database.close();
  return found;
}

/** Brings the schema forward and does nothing else: no lease is taken back yet. */
function bringForward(path: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const { connection, lock } = good(openDatabase(path, { migrations }));
  connection.close();
  lock.release();
}

/** A database as that version left it behind, with the rows of one of today and two drafts where it knew any. */
function writeOlder(path: string, today: string, version: number): void {
  const { connection, lock } = good(openDatabase(path, { migrations: MIGRATIONS.slice(0, version) }));
  connection.pragma('foreign_keys = OFF');
  dropGuards(connection);
  connection.prepare('ATTACH ? AS today').run(today);
  for (const table of VERSION_3_TABLES) {
    connection.exec(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM today.${table}`);
  }
  connection.exec('DETACH today');
  if (version >= 5) {
    const add = connection.prepare('INSERT INTO drafts VALUES (?, ?, 1, ?, ?, 1)');
    add.run('k'.repeat(43), 'K7M2', AT, Buffer.from('ciphertext'));
    add.run('g'.repeat(43), 'G7M2', AT, null);
  }
  placeGuards(connection);
  connection.close();
  lock.release();
}

/** One row at least in every state, by the way the queue itself takes. */
function withEveryState(path: string): void {
  const queue = good(openQueue(path, { now: () => AT }));
  const [, , , , , cancelled, exported] = [1, 2, 3, 4, 5, 6, 7].map(
    (lane) => good(queue.enqueue(newSubmission({ lane }))).id,
  );
  good(queue.enqueue(submissionWith({ lane: 8, validUntil: '2026-03-01T00:00:00.000Z' })));
  good(queue.expireDue());
  good(queue.markExported([exported ?? ''], '01a20478-dbc4-74ba-a370-e0e9536505f7'));
  received(queue, null);
  received(queue, { state: 'accepted' });
  received(queue, { state: 'rejected', code: 'already-registered' });
  received(queue, { state: 'needs-correction', code: 'details-differ' });
  received(queue, { state: 'superseded', by: null });
  good(queue.cancelKept(cancelled ?? '', submissionWith({ lane: 6, kind: 'cancellation' })));
  const [parked, leased, waiting] = good(queue.claim({ owner: 'test', limit: 3 }));
  if (parked === undefined || leased === undefined) throw new Error('nothing to claim');
  good(queue.park(parked, 'payload-invalid'));
  if (waiting !== undefined) good(queue.release(waiting, { retryAfter: 60_000 }));
  const mentioning = newAttachment();
  good(queue.enqueue({ ...mentioning.submission, attachments: [mentioning.attachment] }));
  queue.close();
}

function received(queue: Queue, outcome: Parameters<Queue['settle']>[1] | null): void {
  const lease = only(good(queue.claim({ owner: 'test', limit: 1 })));
  good(queue.acknowledge(lease, 'a.receipt.jws', AT, outcome));
}

describe('a database of the first version', () => {
  test('every row comes forward, field by field, in every state', () => {
    const path = join(dataFolder(), 'queue.db');
    const before = writeVersion1(path);
    const audit = rowsOf(path, 'audit');
    expect(before.every(isSound)).toBe(true);
    expect(new Set(before.map(({ state }) => state))).toEqual(
      new Set(['kept', 'sending', 'received', 'accepted', 'rejected', 'parked']),
    );
    bringForward(path);

    const contents = rowsOf(path, 'contents');
    // What these two said was over at the next opening anyway.
    const dropped = new Set(['retry_opening', 'retry_uptime', 'lease_opening', 'envelope', 'sealed']);
    expect(rowsOf(path, 'submissions')).toEqual(
      before.map((row) => ({
        ...Object.fromEntries(Object.entries(row).filter(([name]) => !dropped.has(name))),
        open: ['kept', 'sending', 'parked'].includes(row.state) ? 1 : 0,
        // The kept ones of lane 1 (the second), 2 and 3 are behind one that is open; that of lane 6 is not.
        turn: !['kept', 'sending'].includes(row.state) ? null : [3, 5, 7].includes(row.sequence) ? 2 : 0,
        kept_budget: 0,
        valid_until: null,
        supersedes: null,
        unanswered: ['kept', 'sending'].includes(row.state) ? row.attempts : 0,
        retry_uptime: null,
        parked_count: row.state === 'parked' ? 1 : 0,
        exported_at: null,
        export_bundle: null,
        cancelled_by: null,
        received_budget: row.receipt === null ? null : 0,
        superseded_by: null,
        room: null,
      })),
    );
    expect(contents).toEqual(
      before.map(({ sequence, envelope, sealed }) => ({ sequence, envelope, sealed, envelope_check: null })),
    );
    expect(rowsOf(path, 'audit')).toEqual(audit);
    const counters = recount(path);
    expect(counters.kept).toEqual(counters.counted);
  });

  test('its life goes on: order, numbers, audit chain, and everything is sent', () => {
    const path = join(dataFolder(), 'queue.db');
    const before = writeVersion1(path);
    const queue = good(openQueue(path));
    expect(queue.recovered).toBe(1);
    expect(good(queue.verifyAudit()).entries).toBe(before.length + 1);
    good(queue.unparkAll('payload-invalid'));
    const sent: number[] = [];
    for (;;) {
      const leases = good(queue.claim({ owner: 'test', limit: 10 }));
      if (leases.length === 0) break;
      for (const lease of leases) {
        sent.push(lease.envelope.sequence);
        good(queue.acknowledge(lease, 'a.receipt.jws', AT));
      }
    }
    expect(sent).toEqual([2, 4, 6, 10, 3, 5, 7]);
    expect(good(queue.enqueue(newSubmission())).sequence).toBe(11);
    expect(good(queue.counts())).toMatchObject({
      pending: 1,
      parked: 0,
      received: 8,
      accepted: 1,
      rejected: 1,
    });
    queue.close();
    const counters = recount(path);
    expect(counters.kept).toEqual(counters.counted);
  });

  test('the power fails in the middle: it is still of the first version, whole', () => {
    const path = join(dataFolder(), 'queue.db');
    const before = writeVersion1(path);
    const [first, ...others] = MIGRATIONS;
    if (first === undefined) throw new Error('no migrations');
    const cut = [
      first,
      ...others.map((step) => ({ ...step, sql: `${step.sql} INSERT INTO no_such_table VALUES (1);` })),
    ];
    expect(openQueue(path, { migrations: cut }).ok).toBe(false);
    expect(rowsOf(path, 'submissions')).toHaveLength(before.length);
    expect(rowsOf(path, 'schema_steps')).toHaveLength(1);
    bringForward(path);
    expect(rowsOf(path, 'submissions')).toHaveLength(before.length);
  });
});

describe('a database of the second version', () => {
  const tables = ['submissions', 'attachments', 'audit', 'facts', 'counters'];

  test('every row comes forward, field by field, in every state', () => {
    const path = join(dataFolder(), 'queue.db');
    writeVersion2(path, withEveryState);
    const before = tables.map((table) => rowsOf(path, table));
    const contents = rowsOf(path, 'contents');
    expect(new Set(before[0]?.map((row) => row['state']))).toEqual(new Set(SUBMISSION_STATES));
    expect(contents[0]).not.toHaveProperty('envelope_check');
    bringForward(path);
    expect(tables.map((table) => rowsOf(path, table))).toEqual(before);
    expect(rowsOf(path, 'contents')).toEqual(contents.map((row) => ({ ...row, envelope_check: null })));
    const counters = recount(path);
    expect(counters.kept).toEqual(counters.counted);
  });

  test('what it kept is sent, and what the disk has changed in it is set aside', () => {
    const path = join(dataFolder(), 'queue.db');
    writeVersion2(path, (file) => {
      const queue = good(openQueue(file));
      for (const lane of [1, 2]) good(queue.enqueue(newSubmission({ lane })));
      queue.close();
    });
    bringForward(path);
    damageEnvelope(path, 1, '"lane":1', '"lone":1');
    const queue = good(openQueue(path));
    expect(good(queue.claim({ owner: 'test', limit: 10 })).map(({ envelope }) => envelope.lane)).toEqual([2]);
    expect(good(queue.list({ state: 'parked' })).map(({ parkedReason }) => parkedReason)).toEqual([
      'damaged-on-disk',
    ]);
    queue.close();
  });
});

describe('a database of the third version', () => {
  test('every row comes forward, field by field, in every state, and nobody of the staff is locked', () => {
    const path = join(dataFolder(), 'queue.db');
    writeVersion3(path, withEveryState);
    const before = VERSION_3_TABLES.map((table) => rowsOf(path, table));
    bringForward(path);
    expect(VERSION_3_TABLES.map((table) => rowsOf(path, table))).toEqual(before);
    expect(rowsOf(path, 'staff_tries')).toEqual([]);
    const counters = recount(path);
    expect(counters.kept).toEqual(counters.counted);
  });
});

describe('a database of any earlier version', () => {
  test.each(MIGRATIONS.slice(3, -1).map(({ version, name }) => [version, name] as const))(
    '%i (%s): what it holds of submissions and drafts comes forward as it was, and there are no cases',
    (version) => {
      const path = join(dataFolder(), 'queue.db');
      const today = `${path}.today`;
      withEveryState(today);
      writeOlder(path, today, version);
      const tables = [...VERSION_3_TABLES, ...(version < 5 ? [] : ['drafts'])];
      const before = tables.map((table) => rowsOf(path, table));
      bringForward(path);
      expect(tables.map((table) => rowsOf(path, table))).toEqual(before);
      for (const table of ['cases', 'case_submissions', 'draft_endings'])
        expect(rowsOf(path, table)).toEqual([]);
      const queue = good(openQueue(path));
      expect(good(queue.cases.list())).toEqual({ cases: [], lost: false });
      // What was over before the ways of ending were told apart was submitted.
      for (const { ending } of good(queue.drafts.untold()))
        expect(ending).toEqual({ how: 'submitted', fence: null });
      queue.close();
    },
  );
});

test('a changed letter that still reads as an envelope is noticed in a row of this version', () => {
  const path = join(dataFolder(), 'queue.db');
  const first = good(openQueue(path));
  good(first.enqueue(newSubmission({ lane: 1 })));
  first.close();
  damageEnvelope(path, 1, '"lane":1', '"lane":2');
  const queue = good(openQueue(path));
  expect(good(queue.claim({ owner: 'test', limit: 10 }))).toEqual([]);
  expect(only(good(queue.list())).parkedReason).toBe('damaged-on-disk');
  queue.close();
});

describe('a schema that has grown', () => {
  test('rows in every state come forward from the newest version, none lost, none changed', () => {
    const path = join(dataFolder(), 'queue.db');
    withEveryState(path);
    const tables = ['submissions', 'contents', 'attachments', 'audit', 'facts', 'counters'];
    const before = tables.map((table) => rowsOf(path, table));
    expect(new Set(before[0]?.map((row) => row['state']))).toEqual(new Set(SUBMISSION_STATES));
    bringForward(path, [...MIGRATIONS, NEXT]);
    const after = tables.map((table) => rowsOf(path, table));
    expect(after[0]).toEqual(before[0]?.map((row) => ({ ...row, note: row['state'] })));
    expect(after.slice(1)).toEqual(before.slice(1));
    const counters = recount(path);
    expect(counters.kept).toEqual(counters.counted);
  });

  test('the older program refuses it afterwards', () => {
    const path = join(dataFolder(), 'queue.db');
    good(openQueue(path, { migrations: [...MIGRATIONS, NEXT] })).close();
    expect(openQueue(path)).toEqual({
      ok: false,
      code: 'database-newer',
      params: { found: LATEST + 1, known: LATEST },
    });
  });

  test('a step that fails half way leaves the old schema, usable by the old program', () => {
    const path = join(dataFolder(), 'queue.db');
    withEveryState(path);
    const broken: Migration = { ...NEXT, sql: `${NEXT.sql} INSERT INTO no_such_table VALUES (1);` };
    expect(openQueue(path, { migrations: [...MIGRATIONS, broken] }).ok).toBe(false);
    const queue = good(openQueue(path));
    expect(new Set(good(queue.list()).map(({ state }) => state)).size).toBeGreaterThan(8);
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
      [2, 'whole-life', SHIPPED[1]],
      [3, 'envelope-check', SHIPPED[2]],
      [4, 'staff-sign-in', SHIPPED[3]],
      [5, 'parked-drafts', SHIPPED[4]],
      [6, 'usability', SHIPPED[5]],
      [7, 'work-days', SHIPPED[6]],
      [8, 'cases', SHIPPED[7]],
    ]);
  });

  test('a second run changes nothing', () => {
    const connection = good(openConnection(join(dataFolder(), 'queue.db'), {}));
    expect(good(migrate(connection, MIGRATIONS))).toEqual({ from: 0 });
    const before = connection.prepare('SELECT * FROM sqlite_schema').all();
    expect(good(migrate(connection, MIGRATIONS))).toEqual({ from: LATEST });
    expect(connection.prepare('SELECT * FROM sqlite_schema').all()).toEqual(before);
    connection.close();
  });
});

/** Checksums of the shipped steps; a line is added with each new step and none is ever changed. */
const SHIPPED = [
  '3t-BFrMg-x-rAfEFfwbrCy5roWqzu6RFXTxcONaIGj4',
  '1nIIUXCkfZ-RznBAcv2xeITTdxivaBahYR9UCm0IMPI',
  'C0W8B6Yt9--zd9QeF7KBlUuuD6rTrvqZXeTuMpXz2Y0',
  'QpifsSmo7cptim3WyI6-W5ciqwbTvlQSrinMo4oiDiI',
  '9PD5zf1DhsaJ6dsAgw7TPVJGnjCH2uaIaZjFI4ywLKs',
  'iwD47M8eaUgwTMKkcfUlps0L5jphbeo-Xu4HiXuwXR8',
  'J5avn4L5s3mxBm02JENtyZec1i56qSonVJfVjfhdB1U',
  'V9h6tGpZW1cnfr0oKRBhMxg9vML_SO8E_HNzQ2PJFUI',
];
