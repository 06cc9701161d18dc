import { copyFileSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { openQueue } from '../../store/queue.ts';
import { good } from '../../testing/values.ts';
import { backUp } from '../backup.ts';
import { openQueueOrSalvage } from '../open.ts';
import { aftermath, change, cutOff, pagesOf, zeroPage } from '../testing/damage.ts';
import { closedQueue, filledQueue, snapshot } from '../testing/filled-queue.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

describe('the disk lost pieces of the database', () => {
  test('cut off anywhere: what is gone is counted, everything else is there', async () => {
    const filled = await closedQueue();
    const { size } = statSync(filled.path);
    for (const part of [0.02, 0.3, 0.55, 0.8, 0.97]) {
      const copy = snapshot(filled.path);
      cutOff(copy, Math.floor(size * part));
      const { report, lost, queue, served } = await aftermath(filled, copy);
      queue.close();
      expect(report?.missing ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(lost.length);
      expect(served).toBe(report?.missing === 0);
    }
  });

  test('cut off anywhere, with a backup of the night before: only what came since can be missing', async () => {
    const filled = await filledQueue();
    filled.keep(20);
    good(await backUp(filled.path, filled.queue));
    const night = filled.confirmed.map(({ id }) => id);
    filled.keep(10);
    filled.queue.close();
    for (const part of [0.02, 0.4, 0.7]) {
      const copy = snapshot(filled.path);
      copyFileSync(`${filled.path}.backup`, `${copy}.backup`);
      cutOff(copy, Math.floor(statSync(copy).size * part));
      const { report, lost, queue } = await aftermath(filled, copy);
      queue.close();
      expect(lost.filter(({ id }) => night.includes(id))).toEqual([]);
      expect(report?.missing ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(lost.length);
    }
  });

  test('each page in turn is zeroed: nothing is missing that is not counted', async () => {
    const filled = await closedQueue(12);
    for (let page = 0; page < pagesOf(filled.path); page += 3) {
      const copy = snapshot(filled.path);
      zeroPage(copy, page);
      const { report, lost, queue } = await aftermath(filled, copy);
      queue.close();
      if (report === null) expect(lost).toEqual([]);
      else expect(report.missing ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(lost.length);
    }
  });

  test('one sealed submission was changed by a bit, which no check of SQLite sees: taken from the backup', async () => {
    const filled = await filledQueue();
    filled.keep(6);
    good(await backUp(filled.path, filled.queue));
    const [item] = filled.confirmed;
    const sealed = good(filled.queue.sealedOf(item?.id ?? ''));
    filled.queue.close();
    change(filled.path, (bytes) => {
      const at = bytes.indexOf(Buffer.from(sealed?.subarray(0, 40) ?? []));
      bytes[at + 7] = (bytes[at + 7] ?? 0) ^ 4;
    });
    good(openQueue(filled.path)).close();
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ what: 'content', salvaged: 6, fromBackup: 1, missing: 0 });
    expect(good(queue.sealedOf(item?.id ?? ''))).toEqual(sealed);
    queue.close();
  });

  test('an index has another id than its table, which the quick check does not compare', async () => {
    const filled = await filledQueue();
    filled.keep(6);
    filled.queue.close();
    const [item] = filled.confirmed;
    const schema = new Database(filled.path, { readonly: true });
    const [root = 0] = schema
      .prepare<[], number>(
        `SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'submissions' AND type = 'index' AND sql IS NULL ORDER BY name`,
      )
      .pluck()
      .all();
    schema.close();
    change(filled.path, (bytes) => {
      const at = bytes.indexOf(item?.id ?? '', (root - 1) * 4096);
      bytes[at + 8] = (bytes[at + 8] ?? 0) ^ 1;
    });
    const blind = good(openQueue(snapshot(filled.path)));
    expect(good(blind.get(item?.id ?? ''))).toBeNull();
    blind.close();
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ what: 'index', salvaged: 6, missing: 0 });
    expect(good(queue.get(item?.id ?? ''))?.state).toBe('kept');
    queue.close();
  });

  test('the database is gone and its log is left: what the log holds is found', async () => {
    const filled = await filledQueue();
    filled.keep(8);
    const copy = snapshot(filled.path);
    rmSync(copy);
    filled.queue.close();
    const { queue, report } = await aftermath(filled, copy);
    expect(report).toMatchObject({ salvaged: 8, missing: 0, what: 'log-without-database' });
    queue.close();
  });

  test('the database is gone and a backup is left: it is not mistaken for a new terminal', async () => {
    const filled = await filledQueue();
    filled.keep(3);
    good(await backUp(filled.path, filled.queue));
    filled.queue.close();
    rmSync(filled.path);
    expect(await openQueueOrSalvage(filled.path, filled.options)).toMatchObject({
      ok: false,
      code: 'database-salvaged',
      params: { salvaged: 3, missing: 'unknown' },
    });
  });

  test('a bit of the log is changed: SQLite would read its beginning and say nothing', async () => {
    const filled = await filledQueue();
    filled.keep(10);
    const copy = snapshot(filled.path);
    filled.queue.close();
    // The first frame that holds the third submission.
    const { digest } = filled.confirmed[2] ?? { digest: '' };
    change(`${copy}-wal`, (bytes) => {
      const at = bytes.indexOf(digest);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
    });
    const blind = snapshot(copy);
    const silently = good(openQueue(blind));
    expect(good(silently.list()).length).toBeLessThan(10);
    silently.close();
    const { queue, report, lost } = await aftermath(filled, copy);
    expect(report).toMatchObject({ what: 'log', missing: 0 });
    expect(lost).toEqual([]);
    queue.close();
  });

  test('one bit of the header says that there is no log: SQLite would throw it away', async () => {
    const filled = await filledQueue();
    filled.keep(10);
    const copy = snapshot(filled.path);
    filled.queue.close();
    change(copy, (bytes) => {
      bytes[19] = (bytes[19] ?? 0) ^ 3;
    });
    const { queue, report, lost } = await aftermath(filled, copy);
    expect(report).toMatchObject({ what: 'log', salvaged: 10, missing: 0 });
    expect(lost).toEqual([]);
    queue.close();
  });

  test('the power failed during the last commit: that is no damage', async () => {
    const filled = await filledQueue();
    filled.keep(10);
    const copy = snapshot(filled.path);
    filled.queue.close();
    for (const bytes of [1, 3_000, 9_000]) {
      const cut = snapshot(copy);
      cutOff(`${cut}-wal`, statSync(`${cut}-wal`).size - bytes);
      const opened = good(await openQueueOrSalvage(cut, filled.options));
      expect(opened.salvage).toBeNull();
      expect(good(opened.queue.list()).length).toBeGreaterThanOrEqual(9);
      opened.queue.close();
    }
  });
});
