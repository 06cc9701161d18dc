import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { KeyDocument } from '../../../domain/wire/contract.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { good } from '../../testing/values.ts';
import { openQueueOrSalvage } from '../open.ts';
import { acceptSalvage, readSalvageReport, writeSalvageReport } from '../salvage-report.ts';
import { change } from '../testing/damage.ts';
import { closedQueue, filledQueue } from '../testing/filled-queue.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

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
    const filled = await closedQueue(3);
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    good(await openQueueOrSalvage(filled.path, filled.options)).queue.close();
    expect(acceptSalvage(filled.path, { at: '2026-03-03T04:00:00.000Z', by: 'T1001' })).toBeNull();
  });
});

describe('the machine stops in the middle of a salvage', () => {
  test('while it reads: the next start begins again from what was set aside', async () => {
    const filled = await closedQueue(9);
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
    const filled = await closedQueue(9);
    change(filled.path, (bytes) => bytes.fill(0, 0, 100));
    renameSync(filled.path, `${filled.path}.damaged-1`);
    const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
    expect(salvage).toMatchObject({ aside: 1, salvaged: 9, missing: 0 });
    queue.close();
  });

  test('before the new database is in its place: it is put there', async () => {
    const filled = await closedQueue(9);
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
    const filled = await closedQueue(3);
    for (const number of [1, 2]) {
      change(filled.path, (bytes) => bytes.fill(0, 0, 100));
      const { queue, salvage } = good(await openQueueOrSalvage(filled.path, filled.options));
      expect(salvage).toMatchObject({ aside: number, salvaged: 3, missing: 0, epoch: number + 1 });
      queue.close();
    }
  });
});
