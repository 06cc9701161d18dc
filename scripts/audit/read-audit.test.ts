import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainLink } from '../../queue/audit/audit-chain.ts';
import { openQueue, type Queue } from '../../queue/store/queue.ts';
import { describeAudit, readAudit } from './read-audit.ts';

let folder = '';
let path = '';
let queue: Queue | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'empf-audit-test-'));
  path = join(folder, 'terminal.db');
  queue = opened();
  for (let entry = 0; entry < 5; entry += 1) append();
});
afterEach(() => {
  queue?.close();
  rmSync(folder, { recursive: true, force: true });
});

function opened(): Queue {
  const result = openQueue(path);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function append(): void {
  queue?.audit.append({ event: 'session.ended', actor: 'system', detail: { how: 'done' } });
}

/** Somebody with the disk in hand, who knows how to take the guards out. */
function tamper(sql: string): void {
  queue?.close();
  queue = null;
  const database = new Database(path);
  const triggers = database
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'`,
    )
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  database.close();
}

describe('a technician verifies the audit log', () => {
  it('while the terminal runs and writes', () => {
    expect(readAudit(path)).toMatchObject({ ok: true, value: { entries: 5 } });
    append();
    expect(readAudit(path)).toMatchObject({ ok: true, value: { entries: 6 } });
    append();
    const { sentence, json, exitCode } = describeAudit(readAudit(path));
    expect(sentence).toContain('7 entries');
    expect(json).toMatchObject({ audit: 'whole', entries: 7 });
    expect(exitCode).toBe(0);
  });

  it('on a copy, with what stood in the log beside it, and changes neither', () => {
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const before = readFileSync(copy);
    expect(readAudit(copy)).toMatchObject({ ok: true, value: { entries: 5 } });
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  it('on a copy beside which no index can be made, as on a medium that is read-only', () => {
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    mkdirSync(`${copy}-shm`);
    expect(readAudit(copy)).toMatchObject({ ok: true, value: { entries: 5 } });
  });

  it.each([
    ['changed', `UPDATE audit SET entry = replace(entry, 'done', 'gone') WHERE number = 3`, 'was changed'],
    ['removed', 'DELETE FROM audit WHERE number = 3', 'was removed'],
    [
      'reordered',
      `UPDATE audit SET number = 99 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4;
       UPDATE audit SET number = 4 WHERE number = 99`,
      'not in its place',
    ],
  ])('an entry was %s: it is named, and what happened to it', (what, sql, words) => {
    tamper(sql);
    const { sentence, json, exitCode } = describeAudit(readAudit(path));
    expect(json).toEqual({ audit: 'broken', number: 3, what });
    expect(sentence).toContain('entry 3');
    expect(sentence).toContain(words);
    expect(exitCode).toBe(1);
  });

  it('an entry was put in, with numbers and hash as they should be', () => {
    tamper(`UPDATE audit SET number = number + 100 WHERE number >= 3;
            UPDATE audit SET number = number - 99 WHERE number > 100`);
    const database = new Database(path);
    const previous = database.prepare('SELECT hash FROM audit WHERE number = 2').pluck().get();
    const entry = JSON.stringify({ number: 3, event: 'session.ended', actor: 'system' });
    const hash = chainLink(String(previous), entry);
    database
      .prepare('INSERT INTO audit (number, entry, previous, hash) VALUES (3, ?, ?, ?)')
      .run(entry, previous, hash);
    database.close();
    const { sentence, json } = describeAudit(readAudit(path));
    expect(json).toEqual({ audit: 'broken', number: 3, what: 'inserted' });
    expect(sentence).toContain('entry 3 was put in afterwards');
  });

  it('what was made anew as a whole shows against what the platform acknowledged', () => {
    const acknowledged = { number: 5, head: 'A'.repeat(43) };
    expect(describeAudit(readAudit(path, { checkpoint: acknowledged })).exitCode).toBe(1);
    const whole = readAudit(path);
    if (!whole.ok) throw new Error(whole.code);
    const { head } = whole.value;
    expect(readAudit(path, { checkpoint: { number: 5, head } }).ok).toBe(true);
  });

  it('on something else: said, and nothing is made', () => {
    const missing = join(folder, 'no-such.db');
    expect(describeAudit(readAudit(missing))).toMatchObject({ exitCode: 2, json: { code: 'no-such-file' } });
    expect(existsSync(missing)).toBe(false);
    const text = join(folder, 'text.db');
    writeFileSync(text, 'not a database '.repeat(100));
    expect(describeAudit(readAudit(text))).toMatchObject({ exitCode: 2, json: { code: 'not-a-database' } });
    const other = join(folder, 'other.db');
    new Database(other).exec('CREATE TABLE x (y)').close();
    expect(describeAudit(readAudit(other))).toMatchObject({ exitCode: 2, json: { code: 'not-a-database' } });
  });
});
