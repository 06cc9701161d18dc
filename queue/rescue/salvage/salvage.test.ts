import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import type { KeyDocument } from '../../../domain/wire/contract.ts';
import { MIGRATIONS } from '../../store/migrations/index.ts';
import { openQueue } from '../../store/queue.ts';
import { dataFolder } from '../../testing/data-folder.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { backUp } from '../backup.ts';
import { openQueueOrSalvage } from '../open.ts';
import { hashInLetters, readAuditFile } from '../old-audit.ts';
import { acceptSalvage, readSalvageReport, writeSalvageReport } from '../salvage-report.ts';
import { aftermath, change, cutOff, pagesOf, zeroPage } from '../testing/damage.ts';
import { filledQueue, type FilledQueue, snapshot, withFile } from '../testing/filled-queue.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

/** Closed, with rows in several states. */
async function closed(items = 30): Promise<FilledQueue> {
  const filled = await filledQueue();
  filled.keep(items);
  await filled.receive(Math.floor(items / 3));
  filled.queue.close();
  return filled;
}

const summary = (list: readonly { id: string; reference: string; digest: string; state: string }[]) =>
  list.map(({ id, reference, digest, state }) => ({ id, reference, digest, state }));
const byReference = (a: { reference: string }, b: { reference: string }): number =>
  a.reference < b.reference ? -1 : 1;

describe('the header of the database is overwritten', () => {
  test('everything is found again, with its reference and its state, under a new epoch and a new id', async () => {
    const filled = await closed();
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
    const filled = await closed(4);
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
    const filled = await closed(9);
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

describe('the disk lost pieces of the database', () => {
  test('cut off anywhere: what is gone is counted, everything else is there', async () => {
    const filled = await closed();
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
    const filled = await closed(12);
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

describe('nobody can say whether something is missing', () => {
  test('the terminal stays out of service, and says so at every start, until somebody takes note', async () => {
    const filled = await filledQueue();
    filled.queue.close();
    writeFileSync(filled.path, Buffer.alloc(8192, 'not a database '));
    const refused = {
      ok: false,
      code: 'database-salvaged',
      params: { salvaged: 0, missing: 'unknown', filesMissing: 0 },
    };
    expect(await openQueueOrSalvage(filled.path, filled.options)).toEqual(refused);
    expect(await openQueueOrSalvage(filled.path, filled.options)).toEqual(refused);
    expect(acceptSalvage(filled.path, { at: '2026-03-03T04:00:00.000Z', by: 'T1001' })).not.toBeNull();
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage?.accepted?.by).toBe('T1001');
    expect(good(queue.enqueue(newSubmission())).reference).toMatch(/^K0127-B0001/);
    queue.close();
    expect(readFileSync(`${filled.path}.damaged-1`).subarray(0, 5).toString()).toBe('not a');
  });

  test('there is nothing to take note of when nothing is missing', async () => {
    const filled = await closed(3);
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    good(await openQueueOrSalvage(filled.path, filled.options)).queue.close();
    expect(acceptSalvage(filled.path, { at: '2026-03-03T04:00:00.000Z', by: 'T1001' })).toBeNull();
  });
});

describe('the machine stops in the middle of a salvage', () => {
  test('while it reads: the next start begins again from what was set aside', async () => {
    const filled = await closed(9);
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    const broken = {
      ...filled.options,
      get keyDocument(): KeyDocument {
        throw new Error('the machine stopped');
      },
    };
    await expect(openQueueOrSalvage(filled.path, broken)).rejects.toThrow('the machine stopped');
    expect(existsSync(filled.path)).toBe(false);
    expect(readSalvageReport(filled.path)?.phase).toBe('begun');
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ phase: 'done', aside: 1, salvaged: 9, missing: 0 });
    queue.close();
  });

  test('while it reads, and the report is lost as well: it is not mistaken for a new terminal', async () => {
    const filled = await closed(9);
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    renameSync(filled.path, `${filled.path}.damaged-1`);
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ aside: 1, salvaged: 9, missing: 0 });
    queue.close();
  });

  test('before the new database is in its place: it is put there', async () => {
    const filled = await closed(9);
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    const first = good(await openQueueOrSalvage(filled.path, filled.options));
    const { databaseId } = first.queue;
    first.queue.close();
    const report = readSalvageReport(filled.path);
    if (report === null) throw new Error('no report');
    writeSalvageReport(filled.path, { ...report, phase: 'built', told: false });
    renameSync(filled.path, `${filled.path}.salvaging`);
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(queue.databaseId).toBe(databaseId);
    expect(salvage).toMatchObject({ phase: 'done', salvaged: 9 });
    queue.close();
    expect(existsSync(`${filled.path}.salvaging`)).toBe(false);
  });

  test('damaged a second time: set aside under another name', async () => {
    const filled = await closed(3);
    for (const number of [1, 2]) {
      change(filled.path, (bytes) => bytes.fill(0, 0, 100));
      const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
      expect(salvage).toMatchObject({ aside: number, salvaged: 3, missing: 0, epoch: number + 1 });
      queue.close();
    }
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
    const filled = await closed(1);
    const holder = good(openQueue(filled.path));
    const options = { ...filled.options, lockWait: 20 };
    expect(await openQueueOrSalvage(filled.path, options)).toEqual({ ok: false, code: 'database-locked' });
    holder.close();
  });

  test('a database of a newer version: refused and left as it is', async () => {
    const filled = await closed(1);
    change(filled.path, (bytes) => bytes.writeUInt32BE(99, 60));
    const before = readFileSync(filled.path);
    expect(await openQueueOrSalvage(filled.path, filled.options)).toMatchObject({ code: 'database-newer' });
    expect(readFileSync(filled.path).equals(before)).toBe(true);
  });
});
