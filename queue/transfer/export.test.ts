import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { bundleFolderName, MANIFEST_NAME } from '../../domain/wire/bundle.ts';
import { openPart, verifyManifest } from '../../domain/wire/sealed/bundle-packing.ts';
import { introductionText } from '../../domain/wire/device-key.ts';
import { withFile } from '../rescue/testing/filled-queue.ts';
import { good } from '../testing/values.ts';
import type { Drive } from './drive.ts';
import { FILE_SYSTEM_DRIVE } from './drive.ts';
import { exportPending, type ExportRequest } from './export.ts';
import { type Failing, failingDrive, fault, stick } from './testing/stick.ts';
import { TERMINAL, type Van, van } from './testing/van.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

function request({ queue, keys }: Van, targetFolder: string, drive?: Drive): ExportRequest {
  return {
    queue,
    keys,
    terminalId: TERMINAL,
    targetFolder,
    staffId: 'T1001',
    ...(drive === undefined ? {} : { drive }),
  };
}

/** What the platform reads of a bundle. */
async function readBundle({ platform }: Van, folder: string) {
  const manifest = good(await verifyManifest(readFileSync(join(folder, MANIFEST_NAME), 'utf8')));
  const parts = await Promise.all(
    manifest.parts.map(async ({ name }) => {
      const sealed = new Uint8Array(readFileSync(join(folder, name)));
      return good(await openPart(sealed, { bundleId: manifest.bundleId, name }, platform.sealingPrivateKey));
    }),
  );
  return {
    manifest,
    ids: parts.flatMap((part) => part.submissions.map(({ envelope }) => envelope.id)),
    files: parts.flatMap((part) => part.attachments),
  };
}

describe('a van without any network exports to a drive', () => {
  test('everything pending is on it, in the order kept, for nobody but the platform', async () => {
    const there = await van();
    const ids = there.keep(120);
    const drive = stick();
    const bundle = good(await exportPending(request(there, drive)));
    expect(bundle).toMatchObject({ submissions: 120, attachments: 0, parts: 3 });
    expect(readdirSync(drive)).toEqual([bundleFolderName(TERMINAL, bundle.bundleId)]);
    const read = await readBundle(there, bundle.folder);
    expect(read.ids).toEqual(ids);
    for (const name of readdirSync(bundle.folder)) {
      const bytes = readFileSync(join(bundle.folder, name));
      expect([bytes.includes('member-registration'), bytes.includes(ids[0] ?? '')]).toEqual([false, false]);
    }
  });

  test('the manifest introduces the terminal to a platform that has never heard of its key', async () => {
    const there = await van();
    there.keep(1);
    const { folder } = good(await exportPending(request(there, stick())));
    const { manifest } = await readBundle(there, folder);
    const { deviceKey, proof } = manifest.introduction;
    const hash = createHash('sha256').update(there.platform.enrolment.credential).digest();
    expect(proof).toBe(
      createHmac('sha256', hash).update(introductionText(TERMINAL, deviceKey)).digest('base64url'),
    );
  });

  test('what is exported stays pending, is marked with its bundle, and can be exported again', async () => {
    const there = await van();
    const [id = ''] = there.keep(2);
    const drive = stick();
    const first = good(await exportPending(request(there, drive)));
    expect(good(there.queue.counts())).toMatchObject({ pending: 2, exported: 2 });
    expect(good(there.queue.get(id))?.exportBundle).toBe(first.bundleId);
    const second = good(await exportPending(request(there, drive)));
    expect((await readBundle(there, second.folder)).ids).toHaveLength(2);
    expect(good(there.queue.claim({ owner: 'agent', limit: 10 }))).toHaveLength(2);
  });

  test('a scanned form goes along, whole', async () => {
    const there = await van();
    const { fileId } = withFile(there.queue, 1, 200_000);
    const bundle = good(await exportPending(request(there, stick())));
    expect(bundle).toMatchObject({ submissions: 1, attachments: 1, parts: 2 });
    const { files } = await readBundle(there, bundle.folder);
    const bytes = Buffer.from(files[0]?.sealed ?? '', 'base64url');
    expect(files[0]?.manifest.id).toBe(fileId);
    expect(createHash('sha256').update(bytes).digest('base64url')).toBe(files[0]?.manifest.digest);
  });

  test('large submissions: parts stay small enough to be made in memory', async () => {
    const there = await van();
    there.keep(40, 60_000);
    const bundle = good(await exportPending(request(there, stick())));
    expect(bundle.parts).toBe(3);
    expect((await readBundle(there, bundle.folder)).ids).toHaveLength(40);
  });

  test('staff see how far it is, and every byte was read back', async () => {
    const there = await van();
    there.keep(60);
    const progress: unknown[] = [];
    const asked = { ...request(there, stick()), onProgress: (step: unknown) => progress.push(step) };
    const { comparedWith } = good(await exportPending(asked));
    expect(['medium', 'cache']).toContain(comparedWith);
    expect(progress).toEqual([
      { phase: 'writing', done: 1, of: 2, items: 50, ofItems: 60 },
      { phase: 'writing', done: 2, of: 2, items: 60, ofItems: 60 },
      { phase: 'comparing', done: 1, of: 2, items: 50, ofItems: 60 },
      { phase: 'comparing', done: 2, of: 2, items: 60, ofItems: 60 },
    ]);
  });

  test('beginning and end are in the audit log, with who did it', async () => {
    const there = await van();
    there.keep(2);
    const { bundleId } = good(await exportPending(request(there, stick())));
    const detail = { bundle: bundleId, count: 2 };
    expect(there.audited('export.')).toEqual([
      { event: 'export.started', detail },
      { event: 'export.completed', detail },
    ]);
  });

  test.each([
    ['before the first part', 0],
    ['after the second part', 2],
    ['while it is compared', 4],
  ])('staff stop it %s: nothing of it stays on the drive, nothing is marked', async (_, after) => {
    const there = await van();
    there.keep(150);
    const drive = stick();
    let told = 0;
    const stopped = await exportPending({
      ...request(there, drive),
      onProgress: () => (told += 1),
      stopped: () => told >= after,
    });
    expect(stopped).toEqual({ ok: false, code: 'stopped' });
    expect(readdirSync(drive)).toEqual([]);
    expect(good(there.queue.counts())).toMatchObject({ pending: 150, exported: 0 });
    expect(there.audited('export.failed')).toMatchObject([{ detail: { code: 'stopped' } }]);
  });

  test('nothing is pending: nothing is written', async () => {
    const there = await van();
    const drive = stick();
    expect(await exportPending(request(there, drive))).toEqual({ ok: false, code: 'nothing-pending' });
    expect(readdirSync(drive)).toEqual([]);
  });

  test('no sealing key is in force: nothing is written', async () => {
    const there = await van();
    there.keep(1);
    const keys = { ...there.keys, sealingKey: () => null };
    expect(await exportPending({ ...request(there, stick()), keys })).toEqual({
      ok: false,
      code: 'sealing-key',
    });
  });
});

describe('the drive fails', () => {
  const situations: readonly (Failing & { readonly what: string; readonly expected: string })[] = [
    {
      what: 'is pulled out before the first part',
      step: 'makeFolder',
      at: 1,
      code: 'ENOENT',
      gone: true,
      expected: 'drive-gone',
    },
    {
      what: 'is pulled out after the second part',
      step: 'write',
      at: 3,
      code: 'EIO',
      gone: true,
      expected: 'drive-gone',
    },
    {
      what: 'is pulled out while it is read back',
      step: 'readBack',
      at: 2,
      code: 'EIO',
      gone: true,
      expected: 'drive-gone',
    },
    {
      what: 'is pulled out as the folder gets its name',
      step: 'rename',
      at: 1,
      code: 'EIO',
      gone: true,
      expected: 'drive-gone',
    },
    {
      what: 'is full although it said it was not',
      step: 'write',
      at: 2,
      code: 'ENOSPC',
      expected: 'drive-full',
    },
    { what: 'turns read-only', step: 'write', at: 2, code: 'EROFS', expected: 'drive-read-only' },
    { what: 'is write-protected', step: 'makeFolder', at: 1, code: 'EROFS', expected: 'drive-read-only' },
    { what: 'does not sync', step: 'syncFolder', at: 1, code: 'EIO', expected: 'drive-fault' },
    {
      what: 'fails to write a part and stays in its place',
      step: 'write',
      at: 1,
      code: 'EIO',
      expected: 'drive-fault',
    },
  ];

  test.each(situations)('it $what: $expected, nothing is marked', async ({ expected, ...failing }) => {
    const there = await van();
    there.keep(150);
    const drive = stick();
    const result = await exportPending(request(there, drive, failingDrive(failing)));
    expect(result).toMatchObject({ ok: false, code: expected });
    expect(good(there.queue.counts())).toMatchObject({ pending: 150, exported: 0 });
    expect(there.audited('export.failed')).toMatchObject([{ detail: { code: expected } }]);
    expect(readdirSync(drive).filter((name) => !name.endsWith('.unfinished'))).toEqual([]);
    if (failing.gone !== true) expect(readdirSync(drive)).toEqual([]);
  });

  test('what an earlier export left unfinished is removed by the next, and by nobody else', async () => {
    const there = await van();
    there.keep(150);
    const drive = stick();
    const pulled = failingDrive({ step: 'write', at: 3, code: 'EIO', gone: true });
    await exportPending(request(there, drive, pulled));
    const others = 'empf-export-K0999-01997d2e-7a10-7000-8000-000000000001.unfinished';
    mkdirSync(join(drive, others));
    expect(readdirSync(drive)).toHaveLength(2);
    const { folder } = good(await exportPending(request(there, drive)));
    expect(
      readdirSync(drive)
        .map((name) => join(drive, name))
        .sort(),
    ).toEqual([folder, join(drive, others)].sort());
  });

  test('it is not there at all', async () => {
    const there = await van();
    there.keep(1);
    expect(await exportPending(request(there, join(stick(), 'not-there')))).toMatchObject({
      code: 'drive-gone',
    });
  });

  test('it has too little space: told at once, with what is needed', async () => {
    const there = await van();
    there.keep(1);
    const drive = stick();
    const small: Drive = { ...FILE_SYSTEM_DRIVE, freeBytes: () => Promise.resolve(900_000) };
    expect(await exportPending(request(there, drive, small))).toEqual({
      ok: false,
      code: 'drive-full',
      params: { needed: 2, free: 1 },
    });
    expect(readdirSync(drive)).toEqual([]);
  });

  test('it gives back another byte than was written: found, removed, nothing is marked', async () => {
    const there = await van();
    there.keep(60);
    const drive = stick();
    let reads = 0;
    const lying: Drive = {
      ...FILE_SYSTEM_DRIVE,
      async readBack(path) {
        reads += 1;
        const read = await FILE_SYSTEM_DRIVE.readBack(path);
        // Not at the first look, right after writing, but under its final name.
        if (reads === 4) read.bytes[100] = (read.bytes[100] ?? 0) ^ 1;
        return read;
      },
    };
    expect(await exportPending(request(there, drive, lying))).toMatchObject({ code: 'drive-differs' });
    expect(good(there.queue.counts()).exported).toBe(0);
    expect(readdirSync(drive)).toEqual([]);
  });

  test('it loses a file while the others are written', async () => {
    const there = await van();
    there.keep(60);
    const losing: Drive = {
      ...FILE_SYSTEM_DRIVE,
      async rename(from, to) {
        await FILE_SYSTEM_DRIVE.remove(join(from, 'part-0001.sealed'));
        await FILE_SYSTEM_DRIVE.rename(from, to);
      },
    };
    expect(await exportPending(request(there, stick(), losing))).toMatchObject({ code: 'drive-differs' });
    expect(good(there.queue.counts()).exported).toBe(0);
  });

  test('it is unmounted and its mount point stays: what went to the machine’s own disk is no export', async () => {
    const there = await van();
    there.keep(1);
    let asked = 0;
    const unmounted: Drive = {
      ...FILE_SYSTEM_DRIVE,
      deviceOf: () => {
        asked += 1;
        return Promise.resolve(asked === 1 ? 2049 : 1);
      },
    };
    expect(await exportPending(request(there, stick(), unmounted))).toMatchObject({ code: 'drive-gone' });
    expect(good(there.queue.counts()).exported).toBe(0);
  });

  test('a bug of ours is no fault of the drive', async () => {
    const there = await van();
    there.keep(1);
    const drive: Drive = { ...FILE_SYSTEM_DRIVE, makeFolder: () => Promise.reject(new Error('a bug')) };
    await expect(exportPending(request(there, stick(), drive))).rejects.toThrow('a bug');
    expect(fault('EIO')).toHaveProperty('code', 'EIO');
  });
});

test('a part that was received meanwhile by network is left out', async () => {
  const there = await van();
  const [first = ''] = there.keep(2);
  const receipt = await there.receiptOf(first);
  const meanwhile: Drive = {
    ...FILE_SYSTEM_DRIVE,
    async makeFolder(path) {
      good(there.queue.takeImported(first, receipt, '2026-03-02T09:00:00.000Z', null));
      await FILE_SYSTEM_DRIVE.makeFolder(path);
    },
  };
  const bundle = good(await exportPending(request(there, stick(), meanwhile)));
  expect(bundle.submissions).toBe(1);
  expect(good(there.queue.counts())).toMatchObject({ received: 1, exported: 1 });
});

test('a file on the drive that is read past the cache is the file', async () => {
  const folder = stick();
  const bytes = new Uint8Array(3 * 1024 * 1024 + 77).map((_, index) => index % 251);
  writeFileSync(join(folder, 'x'), bytes);
  const read = await FILE_SYSTEM_DRIVE.readBack(join(folder, 'x'));
  expect(Buffer.compare(read.bytes, bytes)).toBe(0);
});
