import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { MIGRATIONS } from '../../store/migrations/index.ts';
import { openQueue } from '../../store/queue.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { openQueueOrSalvage } from '../open.ts';
import { hashInLetters, readAuditFile } from '../old-audit.ts';
import { aftermath, change } from '../testing/damage.ts';
import { closedQueue, filledQueue, withFile } from '../testing/filled-queue.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

/** In the file's header (sqlite.org/fileformat2.html §1.3). */
const USER_VERSION_AT = 60;

const summary = (list: readonly { id: string; reference: string; digest: string; state: string }[]) =>
  list.map(({ id, reference, digest, state }) => ({ id, reference, digest, state }));
const byReference = (a: { reference: string }, b: { reference: string }): number =>
  a.reference < b.reference ? -1 : 1;

describe('the header of the database is overwritten', () => {
  test('everything is found again, with its reference and its state, under a new epoch and a new id', async () => {
    const filled = await closedQueue();
    const before = readFileSync(filled.path);
    change(filled.path, (bytes) => bytes.fill(0, 0, 4096));
    const damaged = readFileSync(filled.path);
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ missing: 0, salvaged: 30, fromBackup: 0, epoch: 2, auditComplete: true });
    expect(summary(good(queue.list()))).toEqual(summary(filled.confirmed).sort(byReference));
    expect(good(queue.counts())).toMatchObject({ kept: 20, accepted: 10, pending: 20 });
    expect(queue.epoch).toBe(2);
    expect(queue.databaseId).not.toBe(salvage?.oldDatabaseId);
    expect(good(queue.enqueue(newSubmission())).reference).toMatch(/^K0127-B0001/);
    queue.close();
    expect(readFileSync(`${filled.path}.damaged-1`).equals(damaged)).toBe(true);
    expect(damaged.equals(before)).toBe(false);
  });

  test('the old audit log is saved for the upload and the new one begins by naming its end', async () => {
    const filled = await filledQueue();
    filled.keep(5);
    const old = good(filled.queue.auditSince(0, 200)).rows;
    filled.queue.close();
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(readAuditFile(`${filled.path}.damaged-1.audit.jsonl`)).toEqual(old);
    expect(salvage).toMatchObject({ auditEntries: old.length, auditComplete: true });
    const [first] = good(queue.auditSince(0, 1)).rows;
    expect(JSON.parse(first?.entry ?? '')).toMatchObject({
      event: 'database.salvaged',
      detail: { salvaged: 5, missing: 0, epoch: 2, head: hashInLetters(old.at(-1)?.hash ?? '') },
    });
    expect(queue.verifyAudit().ok).toBe(true);
    queue.close();
  });

  test('it is told by the first opening and by no other', async () => {
    const filled = await closedQueue(4);
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    const first = good(await openQueueOrSalvage(filled.path, filled.options));
    first.queue.close();
    const second = good(await openQueueOrSalvage(filled.path, filled.options));
    second.queue.close();
    expect([first.salvage?.salvaged, second.salvage]).toEqual([4, null]);
  });

  test('a member who withdrew, a bundle, files and a platform that decided: all of it stays as it was', async () => {
    const filled = await filledQueue();
    const { queue } = filled;
    filled.keep(4);
    const [one, two, three, four] = filled.confirmed;
    if (!one || !two || !three || !four) throw new Error('four were kept');
    const { id: withFiles, fileId } = withFile(queue, 99);
    const cancellation = newSubmission({ lane: 1 });
    const envelope = { ...cancellation.envelope, kind: 'cancellation' as const };
    good(queue.cancelKept(one.id, { ...cancellation, envelope }));
    const bundle = v7();
    good(queue.markExported([two.id], bundle));
    good(queue.parkKept(three.id, 'payload-invalid'));
    const receivedAt = '2026-03-02T04:10:00.000Z';
    const { digest } = four;
    const receipt = await filled.platform.signReceipt({
      id: four.id,
      digest,
      terminalId: 'K0127',
      receivedAt,
    });
    good(
      queue.takeImported(four.id, receipt, receivedAt, { state: 'needs-correction', code: 'details-differ' }),
    );
    const before = good(queue.list());
    queue.close();
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    const opened = good(await openQueueOrSalvage(filled.path, filled.options));
    const after = good(opened.queue.list());
    const lasting = (item: (typeof after)[number]) => ({ ...item, receivedBudget: null, keptBudget: 0 });
    expect(after.map(lasting)).toEqual(before.map(lasting));
    expect(good(opened.queue.attachmentsOf(withFiles))).toMatchObject([{ id: fileId, state: 'kept' }]);
    expect(good(opened.queue.readChunk(fileId, 1))?.byteLength).toBe(100_000 - 65_536);
    expect(opened.salvage).toMatchObject({ files: 1, filesMissing: 0, missing: 0 });
    opened.queue.close();
  });

  test('a receipt that the disk has changed is none: the submission is sent once more', async () => {
    const filled = await closedQueue(9);
    const received = filled.confirmed.filter((item) => item.state === 'accepted');
    change(filled.path, (bytes) => {
      bytes.fill(0, 0, 100);
      // The last characters of every receipt are its signature.
      for (let at = bytes.indexOf('eyJhbGci'); at >= 0; at = bytes.indexOf('eyJhbGci', at + 1)) {
        const dot = bytes.indexOf('.', bytes.indexOf('.', at) + 1);
        bytes[dot + 20] = (bytes[dot + 20] ?? 0) === 65 ? 66 : 65;
      }
    });
    const { queue } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(received.map(({ id }) => good(queue.get(id))?.state)).toEqual(['kept', 'kept', 'kept']);
    queue.close();
  });
});

describe('one letter of the schema has lost its case', () => {
  test.each(['sealed', 'envelope', 'digest', 'kept_at'])(
    'SQLite does not mind, but gives no %s any more: everything is found again',
    async (column) => {
      const filled = await closedQueue();
      change(filled.path, (bytes) => {
        const at = bytes.lastIndexOf(`${column} TEXT`) + 1 || bytes.lastIndexOf(`${column} BLOB`) + 1;
        expect(at).toBeGreaterThan(0);
        bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      });
      const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
      expect(salvage).toMatchObject({ what: 'schema', missing: 0, salvaged: 30 });
      expect(summary(good(queue.list()))).toEqual(summary(filled.confirmed).sort(byReference));
      queue.close();
    },
  );
});

describe('a few bits are changed where SQLite does not look', () => {
  test('a version that no program ever made is damage, not a newer database', async () => {
    const filled = await closedQueue();
    change(filled.path, (bytes) => (bytes[USER_VERSION_AT] = 1));
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ what: 'schema', missing: 0, salvaged: 30 });
    queue.close();
  });

  test('the name of a trigger is bytes and no text', async () => {
    const filled = await closedQueue();
    const touched = new Database(filled.path);
    touched.unsafeMode(true);
    touched.pragma('writable_schema = ON');
    touched.exec(
      `UPDATE sqlite_schema SET name = CAST(name AS BLOB)
       WHERE rowid = (SELECT max(rowid) FROM sqlite_schema WHERE type = 'trigger')`,
    );
    touched.close();
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ what: 'schema', missing: 0, salvaged: 30 });
    queue.close();
  });

  test('a counter that every opening needs has another name', async () => {
    const filled = await closedQueue();
    const touched = new Database(filled.path);
    touched.exec(`UPDATE counters SET name = 'Opening' WHERE name = 'opening'`);
    touched.close();
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ what: 'counters', missing: 0, salvaged: 30 });
    queue.close();
  });
});

describe('a database that was damaged before it was brought to this version of the schema', () => {
  test('its rows are read as they were then', async () => {
    const filled = await filledQueue();
    filled.keep(4);
    const items = good(filled.queue.listPending({ limit: 10 }));
    filled.queue.close();
    const path = join(dataFolder(), 'queue.db');
    const old = new Database(path);
    old.exec(MIGRATIONS[0]?.sql ?? '');
    old.pragma('user_version = 1');
    const insert = old.prepare(
      `INSERT INTO submissions (sequence, id, reference, kind, lane, priority, kept_at, digest, envelope, sealed)
       VALUES (?, ?, ?, ?, ?, 10, '2026-03-02T04:05:06.789Z', ?, ?, ?)`,
    );
    for (const { sequence, id, envelope, sealed } of items) {
      const { reference, kind, lane, digest } = envelope;
      insert.run(sequence, id, reference, kind, lane, digest, JSON.stringify(envelope), sealed);
    }
    old
      .prepare(
        `UPDATE submissions SET state = 'parked', parked_reason = 'payload-invalid' WHERE sequence = 2`,
      )
      .run();
    old.close();
    change(path, (bytes) => bytes.fill(0, 0, 4096));
    const { queue, report } = await aftermath(filled, path);
    expect(report?.salvaged).toBe(4);
    expect(good(queue.list()).map(({ id, state }) => [id, state])).toEqual(
      items.map(({ id, sequence }) => [id, sequence === 2 ? 'parked' : 'kept']),
    );
    expect(good(queue.list())[0]?.keptAt).toBe('2026-03-02T04:05:06.789Z');
    queue.close();
  });
});

describe('what is not damage', () => {
  test('a new terminal', async () => {
    const filled = await filledQueue();
    filled.queue.close();
    const path = join(dataFolder(), 'a', 'queue.db');
    const { queue, salvage } = good(await openQueueOrSalvage(path, filled.options));
    expect([queue.fresh, salvage]).toEqual([true, null]);
    queue.close();
  });

  test('a database that another process has', async () => {
    const filled = await closedQueue(1);
    const holder = good(openQueue(filled.path));
    const options = { ...filled.options, lockWait: 20 };
    expect(await openQueueOrSalvage(filled.path, options)).toEqual({ ok: false, code: 'database-locked' });
    holder.close();
  });

  test('a database of a newer version: refused and left as it is', async () => {
    const filled = await closedQueue(1);
    change(filled.path, (bytes) => bytes.writeUInt32BE(99, USER_VERSION_AT));
    const newer = new Database(filled.path);
    newer.exec(`INSERT INTO schema_steps VALUES (99, 'later', 'none of ours')`);
    newer.close();
    const before = readFileSync(filled.path);
    expect(await openQueueOrSalvage(filled.path, filled.options)).toMatchObject({ code: 'database-newer' });
    expect(readFileSync(filled.path).equals(before)).toBe(true);
  });
});
