import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { v7 } from 'uuid';
import {
  bundleFolderName,
  MANIFEST_NAME,
  type ReceiptFile,
  RECEIPTS_NAME,
} from '../../domain/wire/bundle.ts';
import { dayReportSchema } from '../../domain/wire/day-report.ts';
import { openPart, verifyManifest } from '../../domain/wire/sealed/bundle-packing.ts';
import { verifyJson } from '../../domain/wire/signing.ts';
import { digestOf } from '../store/digest.ts';
import { good } from '../testing/values.ts';
import type { Drive } from './drive.ts';
import { FILE_SYSTEM_DRIVE } from './drive.ts';
import { exportPending } from './export.ts';
import { importReceipts, type ImportedReceipts } from './import-receipts.ts';
import { failingDrive, stick } from './testing/stick.ts';
import { TERMINAL, type Van, van } from './testing/van.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

const exported = ({ queue, keys }: Van, targetFolder: string, drive?: Drive) =>
  exportPending({
    ...{ queue, keys, targetFolder, terminalId: TERMINAL, staffId: 'T1001' },
    ...(drive === undefined ? {} : { drive }),
  });

/** What the platform reads of it. */
async function reportsOf({ platform, keys }: Van, folder: string) {
  const manifest = good(await verifyManifest(readFileSync(join(folder, MANIFEST_NAME), 'utf8')));
  const reports: string[] = [];
  for (const { name } of manifest.parts) {
    const sealed = new Uint8Array(readFileSync(join(folder, name)));
    const place = { bundleId: manifest.bundleId, name };
    reports.push(...(good(await openPart(sealed, place, platform.sealingPrivateKey)).dayReports ?? []));
  }
  const { deviceKey } = keys.introduction();
  const read = await Promise.all(reports.map((jws) => verifyJson(jws, deviceKey, dayReportSchema)));
  return { manifest, reports, days: read.map((one) => good(one).day) };
}

const waiting = ({ queue }: Van) => good(queue.status()).reports;

describe('a van’s days go onto the drive', () => {
  test('with what was kept: signed as the network would have it, sealed to the platform, counted in the manifest', async () => {
    const there = await van();
    there.keep(2);
    const digests = [await there.closeDay(), await there.closeDay()];
    expect(waiting(there)).toEqual({ waiting: 2, onDrive: 0 });
    const bundle = good(await exported(there, stick()));
    expect(bundle).toMatchObject({ submissions: 2, dayReports: 2, parts: 2 });
    const { manifest, reports, days } = await reportsOf(there, bundle.folder);
    expect(manifest).toMatchObject({ v: 2, parts: [{ dayReports: 2, submissions: 0 }, { submissions: 2 }] });
    expect(days).toEqual([1, 2]);
    expect(reports.map((jws) => digestOf(new TextEncoder().encode(jws)))).toEqual(digests);
    for (const name of readdirSync(bundle.folder))
      expect(readFileSync(join(bundle.folder, name)).includes('S4052')).toBe(false);
    expect(waiting(there)).toEqual({ waiting: 2, onDrive: 2 });
    expect(there.audited('export.completed')).toMatchObject([{ detail: { count: 4 } }]);
  });

  test('alone, when nothing else waits', async () => {
    const there = await van();
    await there.closeDay();
    expect(good(await exported(there, stick()))).toMatchObject({ submissions: 0, dayReports: 1, parts: 1 });
  });

  test('without a report the bundle is one that an older platform takes', async () => {
    const there = await van();
    there.keep(1);
    const { folder } = good(await exported(there, stick()));
    expect(JSON.stringify((await reportsOf(there, folder)).manifest)).not.toContain('dayReports');
    expect((await reportsOf(there, folder)).manifest.v).toBe(1);
  });

  test('a report stays until it is acknowledged, and goes onto the next drive as well', async () => {
    const there = await van();
    await there.closeDay();
    good(await exported(there, stick()));
    await there.closeDay();
    expect(waiting(there)).toEqual({ waiting: 2, onDrive: 1 });
    const { folder } = good(await exported(there, stick()));
    expect((await reportsOf(there, folder)).days).toEqual([1, 2]);
  });

  test('a day is closed while the drive is written: its report goes with the next bundle', async () => {
    const there = await van();
    await there.closeDay();
    let closed = false;
    const meanwhile: Drive = {
      ...FILE_SYSTEM_DRIVE,
      async makeFolder(path) {
        if (!closed) await there.closeDay();
        closed = true;
        await FILE_SYSTEM_DRIVE.makeFolder(path);
      },
    };
    const { folder } = good(await exported(there, stick(), meanwhile));
    expect((await reportsOf(there, folder)).days).toEqual([1]);
    expect(waiting(there)).toEqual({ waiting: 2, onDrive: 1 });
    expect(good(await exported(there, stick())).dayReports).toBe(2);
  });

  test('the network brings one while the drive is written: it is left out', async () => {
    const there = await van();
    const digest = await there.closeDay();
    await there.closeDay();
    const acknowledgement = await there.acknowledge(1, digest);
    const meanwhile: Drive = {
      ...FILE_SYSTEM_DRIVE,
      async makeFolder(path) {
        good(there.queue.work.sent(1, acknowledgement));
        await FILE_SYSTEM_DRIVE.makeFolder(path);
      },
    };
    const { folder } = good(await exported(there, stick(), meanwhile));
    expect((await reportsOf(there, folder)).days).toEqual([2]);
  });

  test.each([
    ['is pulled out half-way', { step: 'write', at: 2, code: 'EIO', gone: true }, 'drive-gone'],
    [
      'is pulled out while it is read back',
      { step: 'readBack', at: 3, code: 'EIO', gone: true },
      'drive-gone',
    ],
    ['is full at the report', { step: 'write', at: 1, code: 'ENOSPC' }, 'drive-full'],
    ['is full at the manifest', { step: 'write', at: 3, code: 'ENOSPC' }, 'drive-full'],
    ['turns read-only', { step: 'rename', at: 1, code: 'EROFS' }, 'drive-read-only'],
  ] as const)(
    'the drive %s: no report is said to be on it, and the next drive has it',
    async (_, fault, code) => {
      const there = await van();
      there.keep(1);
      await there.closeDay();
      expect(await exported(there, stick(), failingDrive(fault))).toMatchObject({ ok: false, code });
      expect(waiting(there)).toEqual({ waiting: 1, onDrive: 0 });
      expect(good(await exported(there, stick())).dayReports).toBe(1);
      expect(waiting(there)).toEqual({ waiting: 1, onDrive: 1 });
    },
  );
});

describe('the drive comes back from the platform', () => {
  const BUNDLE = v7();
  type Said = NonNullable<ReceiptFile['dayReports']>;

  async function brought(there: Van, dayReports: Said): Promise<ImportedReceipts> {
    const drive = stick();
    const folder = join(drive, bundleFolderName(TERMINAL, BUNDLE));
    mkdirSync(folder);
    writeFileSync(join(folder, RECEIPTS_NAME), await there.receipts(BUNDLE, [], { dayReports }));
    const { queue, keys } = there;
    return good(await importReceipts({ queue, keys, terminalId: TERMINAL, place: drive }));
  }

  test('what it acknowledges waits no more; read twice, nothing changes', async () => {
    const there = await van();
    const digest = await there.closeDay();
    const said: Said = [{ taken: true, digest, acknowledgement: await there.acknowledge(1, digest) }];
    expect(await brought(there, said)).toMatchObject({ dayReports: 1, known: 0, untrusted: 0 });
    expect(waiting(there)).toEqual({ waiting: 0, onDrive: 0 });
    expect(there.audited('import.completed')).toMatchObject([{ detail: { count: 1, refused: 0 } }]);
    expect(await brought(there, said)).toMatchObject({ dayReports: 0, known: 1 });
  });

  test('the network was first: harmless', async () => {
    const there = await van();
    const digest = await there.closeDay();
    const acknowledgement = await there.acknowledge(1, digest);
    good(there.queue.work.sent(1, acknowledgement));
    expect(await brought(there, [{ taken: true, digest, acknowledgement }])).toMatchObject({ known: 1 });
  });

  test('another day’s acknowledgement, a stranger’s, or one for other bytes does not count', async () => {
    const there = await van();
    const first = await there.closeDay();
    const second = await there.closeDay();
    const content = { terminalId: TERMINAL, epoch: 1, day: 1, digest: first };
    const receivedAt = '2026-03-02T09:00:00.000Z';
    const said: Said = [
      { taken: true, digest: first, acknowledgement: await there.acknowledge(2, second) },
      { taken: true, digest: first, acknowledgement: await there.acknowledge(1, second) },
      {
        taken: true,
        digest: first,
        acknowledgement: await there.platform.signForeign({ ...content, receivedAt }),
      },
      {
        taken: true,
        digest: first,
        acknowledgement: await there.platform.sign('receipt', {
          ...content,
          terminalId: 'K0999',
          receivedAt,
        }),
      },
    ];
    expect(await brought(there, said)).toMatchObject({ dayReports: 0, untrusted: 4 });
    expect(waiting(there)).toMatchObject({ waiting: 2 });
  });

  test('a report that the platform refused stays, and is told; one that it could not take now just stays', async () => {
    const there = await van();
    const first = await there.closeDay();
    const second = await there.closeDay();
    const said: Said = [
      { taken: false, digest: first, code: 'idempotency-key-reused' },
      { taken: false, digest: second, code: 'busy' },
    ];
    expect(await brought(there, said)).toMatchObject({ dayReports: 0, dayReportsRefused: 1 });
    expect(waiting(there)).toMatchObject({ waiting: 2 });
  });
});

test('acknowledged days are forgotten after three more, whichever way it was said', async () => {
  const there = await van();
  for (let day = 1; day <= 5; day += 1) {
    const digest = await there.closeDay();
    if (day !== 2) good(there.queue.work.sent(day, await there.acknowledge(day, digest)));
  }
  expect(good(there.queue.work.unsent(9)).map(({ day }) => day)).toEqual([2]);
  expect(good(there.queue.work.sent(1, 'again'))).toBe('known');
});
