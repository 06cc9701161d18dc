import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGatewayLedger } from '../../inspect.ts';
import { temporaryFolder } from '../../testing/gateway.ts';
import { databasePath, openDatabase } from '../database.ts';
import { createSqliteStore } from '../sqlite-store.ts';
import { firstSchema } from './0001-first-schema.ts';

const AT = '2026-11-22T03:10:00.000Z';
const APPLICATION_ID = 0x454d5047;

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;

beforeEach(() => {
  folder = temporaryFolder();
  dataDir = join(folder.path, 'data');
  mkdirSync(dataDir);
});
afterEach(() => {
  folder.remove();
});

const ids = [1, 2, 3].map((number) => `01936f00-0000-7000-8000-00000000000${String(number)}`);
const person = Buffer.alloc(32, 7);

/** A gateway of version 1 with a row in every table, accepted and rejected ones, and two under one reference. */
function versionOne(): void {
  const database = new Database(databasePath(dataDir));
  database.pragma('journal_mode = WAL');
  database.pragma('foreign_keys = ON');
  database.exec(firstSchema.sql);
  database.pragma('user_version = 1');
  database.pragma(`application_id = ${String(APPLICATION_ID)}`);
  database.exec(`
    INSERT INTO terminal_credentials VALUES (x'${'01'.repeat(32)}', 'K0127', '${AT}', NULL);
    INSERT INTO staff VALUES ('S2041', 'officer', '2026-03-02', 1, 'digest', 'hash');
    INSERT INTO staff_list_versions VALUES (1, '${AT}');
    INSERT INTO key_documents VALUES (1, '${AT}', 'jws');`);
  for (const [index, id] of ids.entries()) {
    const [outcome, code] = index === 0 ? ['accepted', null] : ['rejected', 'already-registered'];
    const reference = index === 2 ? 'K0127-A0002-X' : `K0127-A000${String(index + 1)}-X`;
    database
      .prepare(
        `INSERT INTO submissions (terminal_id, id, reference, kind, schema_version, kid, captured_at, received_at, lane,
           sequence, digest, sealed, outcome, outcome_code, assurance, arrival)
         VALUES ('K0127', ?, ?, 'member-registration', 1, 'seal-1', ?, ?, 4711, ?, ?, ?, ?, ?, 2, ?)`,
      )
      .run(
        id,
        reference,
        AT,
        AT,
        index + 1,
        `digest ${id}`,
        Buffer.from(`sealed ${id}`),
        outcome,
        code,
        (index + 1) * 10,
      );
    const response = JSON.stringify({ receipt: `receipt ${id}`, outcome: { state: outcome } });
    database
      .prepare(`INSERT INTO inbox VALUES ('K0127', ?, ?, 'receipt-1', ?)`)
      .run(id, Buffer.alloc(32, index), response);
    database.prepare(`INSERT INTO receipts VALUES ('K0127', ?, 'receipt-1', ?, ?)`).run(id, AT, `jws ${id}`);
  }
  database.prepare('INSERT INTO registrations VALUES (?, ?, ?, ?)').run(person, 'K0127', ids[0], AT);
  database.close();
}

/** Every row of a table, by the columns that version 1 had. */
function rowsOf(database: Database.Database, table: string, columns: string): unknown[] {
  return database.prepare(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`).all();
}

const OLD_TABLES: readonly (readonly [string, string])[] = [
  ['terminal_credentials', 'terminal_id, credential_digest, enrolled_at, revoked_at'],
  ['staff', 'staff_id, role, identity_trained_on, active, badge_digest, pin_hash'],
  ['staff_list_versions', '*'],
  ['key_documents', '*'],
  [
    'submissions',
    'arrival, id, terminal_id, reference, kind, schema_version, kid, captured_at, received_at, lane, sequence, digest, sealed, outcome, outcome_code, assurance',
  ],
  ['inbox', '*'],
  ['receipts', '*'],
  ['registrations', '*'],
];

describe('a gateway of version 1 is started with this one', () => {
  it('keeps every row as it was', () => {
    versionOne();
    const before = new Database(databasePath(dataDir), { readonly: true });
    const held = OLD_TABLES.map(([table, columns]) => rowsOf(before, table, columns));
    before.close();
    const opened = openDatabase(dataDir);
    if (!opened.ok) throw new Error(opened.code);
    expect(OLD_TABLES.map(([table, columns]) => rowsOf(opened.value, table, columns))).toEqual(held);
    expect(opened.value.pragma('foreign_key_check')).toEqual([]);
    expect(opened.value.pragma('integrity_check', { simple: true })).toBe('ok');
    opened.value.close();
  });

  it('has the outcomes as a history, in the order of arrival, and knows who registered', async () => {
    versionOne();
    const opened = openDatabase(dataDir);
    if (!opened.ok) throw new Error(opened.code);
    const store = createSqliteStore(opened.value);
    const { outcomes, head } = await store.outcomesAfter('K0127', 0, 200);
    expect(outcomes.map(({ id, outcome }) => [id, outcome.state])).toEqual([
      [ids[0], 'accepted'],
      [ids[1], 'rejected'],
      [ids[2], 'rejected'],
    ]);
    expect(head).toBe(outcomes.at(-1)?.cursor);
    const keys = opened.value.prepare('SELECT person_key FROM submissions ORDER BY arrival').pluck().all();
    expect(keys).toEqual([person, null, null]);
    expect(await store.findAnswer('K0127', ids[0] ?? '')).toMatchObject({
      response: JSON.stringify({ receipt: `receipt ${String(ids[0])}`, outcome: { state: 'accepted' } }),
    });
    store.close();
  });

  it('refuses in the new tables what the rules refuse', () => {
    versionOne();
    const opened = openDatabase(dataDir);
    if (!opened.ok) throw new Error(opened.code);
    const database = opened.value;
    const changes = [
      "outcome = 'done'",
      "outcome = 'accepted', outcome_code = 'payload-refused'",
      "outcome = 'rejected', outcome_code = NULL",
      "outcome = 'needs-correction', outcome_code = NULL",
      "outcome = NULL, outcome_code = 'payload-refused'",
      "outcome = 'accepted', outcome_code = NULL, outcome_by = 'x'",
      `outcome = 'accepted', outcome_code = NULL, process_at = '${AT}'`,
      `outcome = NULL, outcome_code = NULL, missing_attachments = 1, process_at = '${AT}'`,
      "attachments = 'no json'",
      "person_key = x'00'",
      "id = 'another'",
    ];
    for (const change of changes) {
      expect(() => database.exec(`UPDATE submissions SET ${change} WHERE arrival = 10`)).toThrow(
        /constraint/,
      );
    }
    database.exec('UPDATE submissions SET outcome = NULL, outcome_code = NULL WHERE arrival = 10');
    database.close();
  });

  it('and its ledger is the same before and after', () => {
    versionOne();
    const before = readGatewayLedger(dataDir);
    expect(before.references.map(({ count }) => count)).toEqual([1, 2]);
    const opened = openDatabase(dataDir);
    if (!opened.ok) throw new Error(opened.code);
    opened.value.close();
    expect(readGatewayLedger(dataDir)).toEqual(before);
  });
});
