import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { openQueue } from '../queue.ts';
import { openDatabase } from './open-database.ts';

/** A database with some submissions, closed. */
function filled(count = 20): string {
  const path = join(dataFolder(), 'queue.db');
  const queue = good(openQueue(path));
  for (let index = 0; index < count; index += 1) good(queue.enqueue(newSubmission({ lane: index })));
  queue.close();
  return path;
}

function expectRefused(path: string, code: string): void {
  const before = existsSync(path) ? readFileSync(path) : null;
  const logBefore = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : null;
  const opened = openQueue(path, { lockWait: 20 });
  expect(opened).toMatchObject({ ok: false, code });
  // Whatever it was, it is left as it was found.
  expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
  if (logBefore !== null) expect(readFileSync(`${path}-wal`)).toEqual(logBefore);
}

describe('a database that cannot be what it was', () => {
  test('a page in the middle was overwritten', () => {
    const path = filled();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 3, 4096 * 6);
    writeFileSync(path, bytes);
    expectRefused(path, 'database-damaged');
  });

  test('the header was overwritten', () => {
    const path = filled();
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 64);
    writeFileSync(path, bytes);
    expectRefused(path, 'database-damaged');
  });

  test('the file was cut in the middle', () => {
    const path = filled();
    truncateSync(path, 4096 * 4);
    expectRefused(path, 'database-damaged');
  });

  test.each([0, 1])('the file was cut to %i bytes: it is not taken for a new one', (length) => {
    const path = filled();
    truncateSync(path, length);
    expectRefused(path, 'database-damaged');
  });

  test('the file is gone and its log with submissions is still there', () => {
    const path = filled();
    const live = good(openQueue(path));
    good(live.enqueue(newSubmission()));
    const orphan = join(dataFolder(), 'queue.db');
    copyFileSync(`${path}-wal`, `${orphan}-wal`);
    live.close();
    expectRefused(orphan, 'database-damaged');
    expect(existsSync(orphan)).toBe(false);
  });

  test('damage below a log that was not yet written back: both are left alone', () => {
    const path = filled();
    const live = good(openQueue(path));
    good(live.enqueue(newSubmission()));
    const copy = join(dataFolder(), 'queue.db');
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 3, 4096 * 6);
    writeFileSync(copy, bytes);
    live.close();
    expectRefused(copy, 'database-damaged');
  });

  test('it is the database of another program', () => {
    const path = join(dataFolder(), 'queue.db');
    const other = new Database(path);
    other.exec('CREATE TABLE submissions (id TEXT)');
    other.close();
    expectRefused(path, 'database-damaged');
  });

  test('it is a text file', () => {
    const path = join(dataFolder(), 'queue.db');
    writeFileSync(path, 'not a database\n'.repeat(600));
    expectRefused(path, 'database-damaged');
  });

  test('it comes from a newer version', () => {
    const path = filled();
    const newer = new Database(path);
    newer.pragma('user_version = 999');
    newer.exec(`INSERT INTO schema_steps VALUES (999, 'later', 'none of ours')`);
    newer.close();
    expectRefused(path, 'database-newer');
  });
});

describe('two terminals on one database', () => {
  test('the second is refused while the first is open, and let in afterwards', () => {
    const path = filled(1);
    const first = good(openQueue(path));
    expect(openQueue(path, { lockWait: 20 })).toEqual({ ok: false, code: 'database-locked' });
    first.close();
    good(openQueue(path)).close();
  });

  test('another process holds it; killed, it holds it no longer', async () => {
    const path = filled(1);
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module-typescript',
        '--eval',
        `import { openQueue } from ${JSON.stringify(join(import.meta.dirname, '../queue.ts'))};
         const queue = openQueue(${JSON.stringify(path)});
         console.log(queue.ok);
         setInterval(() => queue.ok && queue.value.counts(), 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    const said: unknown[] = await once(holder.stdout, 'data');
    expect(String(said[0]).trim()).toBe('true');
    expect(openQueue(path, { lockWait: 20 })).toEqual({ ok: false, code: 'database-locked' });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    good(openQueue(path)).close();
  });

  test('a damaged lock file locks nobody out', () => {
    const path = filled(1);
    writeFileSync(`${path}.lock`, 'x'.repeat(5_000));
    good(openQueue(path)).close();
  });

  test('a technician may read while the terminal runs', () => {
    const path = filled(3);
    const queue = good(openQueue(path));
    const reader = new Database(path, { readonly: true });
    expect(reader.prepare('SELECT count(*) AS rows FROM submissions').get()).toEqual({ rows: 3 });
    reader.close();
    queue.close();
  });
});

describe('where a database can be made', () => {
  test('folders are made on the way, for the terminal alone', () => {
    const path = join(dataFolder(), 'a', 'b', 'queue.db');
    const opened = good(openDatabase(path));
    expect(opened.fresh).toBe(true);
    opened.connection.close();
    opened.lock.release();
  });

  test('the place is a file, not a folder', () => {
    const file = join(dataFolder(), 'file');
    writeFileSync(file, '');
    expect(openQueue(join(file, 'queue.db'))).toMatchObject({ ok: false, code: 'storage-fault' });
  });

  test('removed as a whole by a technician, it is made anew', () => {
    const path = filled(2);
    rmSync(path);
    const queue = good(openQueue(path, { freshEpoch: 2 }));
    expect(queue.fresh).toBe(true);
    expect(queue.epoch).toBe(2);
    queue.close();
  });
});
