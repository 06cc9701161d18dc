import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { openQueue } from '../queue.ts';
import { DURABILITY, missingDurability, openConnection } from './connection.ts';
import { openDatabase, reopenConnection } from './open-database.ts';

const REQUIRED = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  busy_timeout: 5_000,
  trusted_schema: 0,
  cell_size_check: 1,
};

function pragmas(connection: Database.Database): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(REQUIRED).map((name) => [name, connection.pragma(name, { simple: true })]),
  );
}

describe('what a power cut may not take', () => {
  test('the first, the second and the re-opened connection all sync every commit', () => {
    const path = join(dataFolder(), 'queue.db');
    const opened = good(openDatabase(path));
    expect(pragmas(opened.connection)).toEqual(REQUIRED);

    const second = good(openConnection(path, {}));
    expect(pragmas(second)).toEqual(REQUIRED);
    second.close();

    opened.connection.close();
    const again = good(reopenConnection(path, {}));
    expect(pragmas(again)).toEqual(REQUIRED);
    again.close();
    opened.lock.release();
  });

  test('the library on its own would run the same file without syncing commits', () => {
    const path = join(dataFolder(), 'queue.db');
    good(openQueue(path)).close();
    const bare = new Database(path);
    bare.prepare('SELECT count(*) FROM submissions').get();
    expect(bare.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    expect(missingDurability(bare)).toBe('synchronous');
    bare.close();
  });

  test('a place where the log cannot be synced is refused', () => {
    expect(openConnection(':memory:', {})).toEqual({
      ok: false,
      code: 'database-not-durable',
      params: { pragma: 'journal_mode' },
    });
  });

  test.each(DURABILITY.filter(({ pragma }) => pragma !== 'journal_mode'))(
    'a connection on which $pragma was changed afterwards is noticed',
    ({ pragma }) => {
      const connection = good(openConnection(join(dataFolder(), 'queue.db'), {}));
      connection.pragma(`${pragma} = ${pragma === 'trusted_schema' ? 1 : 0}`);
      expect(missingDurability(connection)).toBe(pragma);
      connection.close();
    },
  );

  test('every commit reaches the log file before the call returns', () => {
    const path = join(dataFolder(), 'queue.db');
    const queue = good(openQueue(path));
    const before = readFileSync(`${path}-wal`).byteLength;
    good(queue.enqueue(newSubmission()));
    expect(readFileSync(`${path}-wal`).byteLength).toBeGreaterThan(before);
    queue.close();
  });

  test('no other file opens the driver', () => {
    const root = join(import.meta.dirname, '../..');
    const users = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .filter((name) => /new Database\(/.test(readFileSync(join(root, name), 'utf8')));
    expect(users).toEqual(['store/database/connection.ts']);
  });
});
