import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { openQueue } from '../store/queue.ts';
import { good } from '../testing/values.ts';
import { backUp, backupPaths } from './backup.ts';
import { maintain } from './maintain.ts';
import { openQueueOrSalvage } from './open.ts';
import { change } from './testing/damage.ts';
import { filledQueue, withFile } from './testing/filled-queue.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

const RETENTION = { receivedDays: 30 };
const DAY_MS = 86_400_000;

describe('a backup', () => {
  test('is one file that opens by itself and holds what was kept, made while the queue is in use', async () => {
    const filled = await filledQueue();
    filled.keep(20);
    const copying = backUp(filled.path, filled.queue);
    filled.keep(5);
    const { bytes } = good(await copying);
    const [backup] = backupPaths(filled.path);
    expect(readFileSync(backup).byteLength).toBe(bytes);
    expect([`${backup}-wal`, `${backup}.unfinished`].map((path) => existsSync(path))).toEqual([false, false]);
    const copy = new Database(backup, { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('SELECT count(*) AS rows FROM submissions').get()).toEqual({ rows: 25 });
    copy.close();
    expect(good(filled.queue.list())).toHaveLength(25);
    filled.queue.close();
  });

  test('leaves the one before it, and is told to the audit log', async () => {
    const filled = await filledQueue();
    filled.keep(1);
    good(await backUp(filled.path, filled.queue));
    const [newest, before] = backupPaths(filled.path);
    const first = readFileSync(newest);
    filled.keep(1);
    good(await backUp(filled.path, filled.queue));
    expect(readFileSync(before).equals(first)).toBe(true);
    const events = good(filled.queue.auditSince(0, 200)).rows.map(({ entry }) => entry);
    expect(events.filter((entry) => entry.includes('database.backed-up'))).toHaveLength(2);
    filled.queue.close();
  });
});

describe('the night', () => {
  test('a sound database: checked, purged, swept, copied', async () => {
    let budget = 0;
    const filled = await filledQueue({ budget: () => budget });
    filled.keep(6);
    await filled.receive(2);
    withFile(filled.queue, 50);
    budget = 31 * DAY_MS;
    const report = await maintain({ path: filled.path, queue: filled.queue, retention: RETENTION });
    expect(report).toMatchObject({
      integrity: 'sound',
      purged: { submissions: 2, attachments: 0 },
      swept: { filesWithoutRow: 0, rowsWithoutFile: 0 },
    });
    expect(report.backup).toHaveProperty('bytes');
    expect(good(filled.queue.list())).toHaveLength(5);
    filled.queue.close();
  });

  test('an index no longer agrees with its table, which the quick look at opening does not see', async () => {
    const filled = await filledQueue();
    filled.keep(6);
    const [item] = filled.confirmed;
    good(await backUp(filled.path, filled.queue));
    filled.queue.close();
    const [backup] = backupPaths(filled.path);
    const good1 = readFileSync(backup);
    const { reference } = item ?? { reference: '' };
    change(filled.path, (bytes) => {
      // The last place is the index's: tables were made before their indexes were filled.
      const at = bytes.lastIndexOf(reference);
      bytes[at + 8] = (bytes[at + 8] ?? 0) ^ 2;
    });
    const queue = good(openQueue(filled.path));
    const report = await maintain({ path: filled.path, queue, retention: RETENTION });
    expect(report).toEqual({ integrity: 'damaged', purged: null, swept: null, backup: null });
    expect(readFileSync(backup).equals(good1)).toBe(true);
    queue.close();
    const opened = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(opened.salvage).toMatchObject({ what: 'full-check', salvaged: 6, missing: 0 });
    expect(good(opened.queue.list())).toHaveLength(6);
    opened.queue.close();
    const next = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(next.salvage).toBeNull();
    next.queue.close();
  });
});
