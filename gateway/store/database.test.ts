import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/gateway.ts';
import { databasePath, openDatabase, openForReading } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;

beforeEach(() => {
  folder = temporaryFolder();
  dataDir = join(folder.path, 'data');
});
afterEach(() => {
  folder.remove();
});

function openedOnce(): void {
  const opened = openDatabase(dataDir);
  if (!opened.ok) throw new Error(opened.code);
  opened.value.close();
}

describe('the database is opened', () => {
  it('syncs every commit: WAL with synchronous FULL, on the first connection and on later ones', () => {
    for (let connection = 0; connection < 2; connection += 1) {
      const opened = openDatabase(dataDir);
      if (!opened.ok) throw new Error(opened.code);
      const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'user_version'].map(
        (name): unknown => opened.value.pragma(name, { simple: true }),
      );
      opened.value.close();
      expect(settings).toEqual(['wal', 2, 1, 1, MIGRATIONS.at(-1)?.version]);
    }
  });

  it('refuses one of a newer version, and leaves it as it was', () => {
    openedOnce();
    const newer = new Database(databasePath(dataDir));
    newer.pragma(`user_version = ${(MIGRATIONS.at(-1)?.version ?? 0) + 1}`);
    newer.close();
    const before = readFileSync(databasePath(dataDir));
    expect(openDatabase(dataDir)).toEqual({ ok: false, code: 'database-newer' });
    expect(readFileSync(databasePath(dataDir)).equals(before)).toBe(true);
  });

  it('refuses a file that is no database, and another program’s database', () => {
    openedOnce();
    writeFileSync(
      databasePath(dataDir),
      'not a database, but long enough to be taken for a header '.repeat(200),
    );
    expect(openDatabase(dataDir)).toEqual({ ok: false, code: 'database-damaged' });

    folder.remove();
    folder = temporaryFolder();
    const path = databasePath(folder.path);
    const other = new Database(path);
    other.exec('CREATE TABLE somebody_elses (x)');
    other.close();
    expect(openDatabase(folder.path)).toEqual({ ok: false, code: 'database-damaged' });
  });

  it('refuses a database with a torn page', () => {
    openedOnce();
    const path = databasePath(dataDir);
    const content = readFileSync(path);
    content.fill(0xa5, 4096, Math.min(content.length, 4096 * 6));
    writeFileSync(path, content);
    expect(openDatabase(dataDir)).toEqual({ ok: false, code: 'database-damaged' });
  });

  it('refuses a folder that is a file', () => {
    writeFileSync(dataDir, '');
    expect(openDatabase(dataDir)).toEqual({ ok: false, code: 'data-folder' });
  });

  it('has nothing to read before the first start', () => {
    expect(openForReading(dataDir)).toBeNull();
  });

  it('finds what one person left without reading every row', () => {
    const opened = openDatabase(dataDir);
    if (!opened.ok) throw new Error(opened.code);
    const query = 'SELECT id FROM submissions WHERE person_key = ? ORDER BY arrival DESC LIMIT 9';
    const plan = JSON.stringify(opened.value.prepare(`EXPLAIN QUERY PLAN ${query}`).all(Buffer.alloc(32)));
    opened.value.close();
    expect(plan).toContain('submissions_by_person');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('numbers its migrations upwards, none twice', () => {
    const versions = MIGRATIONS.map((step) => step.version);
    expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
  });
});
