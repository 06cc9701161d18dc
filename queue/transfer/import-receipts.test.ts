import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { v7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { bundleFolderName, RECEIPTS_NAME } from '../../domain/wire/bundle.ts';
import { KEYS_NAME } from '../../domain/wire/sealed/bundle-packing.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { withFile } from '../rescue/testing/filled-queue.ts';
import { good } from '../testing/values.ts';
import { importReceipts, type ImportRequest } from './import-receipts.ts';
import { stick } from './testing/stick.ts';
import { ISSUED_AT, TERMINAL, type Van, van } from './testing/van.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

const BUNDLE = v7();

/** A drive with one bundle and these receipts on it. */
function driveWith(receipts: string, bundleId = BUNDLE, drive = stick()): string {
  const folder = join(drive, bundleFolderName(TERMINAL, bundleId));
  mkdirSync(folder);
  writeFileSync(join(folder, RECEIPTS_NAME), receipts);
  return drive;
}

const request = ({ queue, keys }: Van, place: string): ImportRequest => ({
  queue,
  keys,
  terminalId: TERMINAL,
  place,
});

const NOTHING = {
  ...{ taken: 0, attachments: 0, refused: 0, known: 0, untrusted: 0, unreadableParts: 0 },
  ...{ dayReports: 0, dayReportsRefused: 0 },
};

describe('the drive comes back with receipts', () => {
  test('what the platform received is received here, with its outcome', async () => {
    const there = await van({ state: 'accepted' });
    const ids = there.keep(3);
    const drive = driveWith(await there.receipts(BUNDLE, ids));
    expect(good(await importReceipts(request(there, drive)))).toEqual({
      ...NOTHING,
      files: 1,
      filesRefused: 0,
      taken: 3,
    });
    expect(good(there.queue.counts())).toMatchObject({ pending: 0, accepted: 3 });
    expect(there.audited('import.')).toEqual([
      { event: 'import.completed', detail: { bundle: BUNDLE, count: 3, refused: 0 } },
    ]);
  });

  test.each([
    ['the drive', (drive: string) => drive],
    ['the folder', (drive: string) => join(drive, bundleFolderName(TERMINAL, BUNDLE))],
    ['the file', (drive: string) => join(drive, bundleFolderName(TERMINAL, BUNDLE), RECEIPTS_NAME)],
  ])('%s may be named', async (_, place) => {
    const there = await van();
    const ids = there.keep(1);
    const drive = driveWith(await there.receipts(BUNDLE, ids));
    expect(good(await importReceipts(request(there, place(drive)))).taken).toBe(1);
  });

  test('read twice, the second time changes nothing', async () => {
    const there = await van();
    const ids = there.keep(2);
    const drive = driveWith(await there.receipts(BUNDLE, ids));
    good(await importReceipts(request(there, drive)));
    const again = good(await importReceipts(request(there, drive)));
    expect(again).toMatchObject({ taken: 0, known: 2 });
    expect(good(there.queue.counts()).received).toBe(2);
  });

  test('one was sent by network meanwhile: one effect', async () => {
    const there = await van();
    const [first = '', second = ''] = there.keep(2);
    const drive = driveWith(await there.receipts(BUNDLE, [first, second]));
    const [lease] = good(there.queue.claim({ owner: 'agent', limit: 1 }));
    if (lease === undefined) throw new Error('nothing to claim');
    good(there.queue.acknowledge(lease, await there.receiptOf(lease.id), ISSUED_AT));
    expect(good(await importReceipts(request(there, drive)))).toMatchObject({ taken: 1, known: 1 });
    expect(good(there.queue.counts())).toMatchObject({ received: 2, pending: 0 });
  });

  test('one is being sent at this moment: the sender’s late answer changes nothing', async () => {
    const there = await van();
    const [id = ''] = there.keep(1);
    const receipt = await there.receiptOf(id);
    const [lease] = good(there.queue.claim({ owner: 'agent', limit: 1 }));
    if (lease === undefined) throw new Error('nothing to claim');
    const drive = driveWith(await there.receipts(BUNDLE, [id]));
    expect(good(await importReceipts(request(there, drive))).taken).toBe(1);
    expect(there.queue.acknowledge(lease, receipt, ISSUED_AT)).toMatchObject({ code: 'lease-lost' });
  });

  test('what the platform refused is set aside with its code; what it could not take now is not', async () => {
    const there = await van();
    const [refused = '', busy = ''] = there.keep(2);
    const receipts = await there.receipts(BUNDLE, [
      { id: refused, code: 'payload-invalid' },
      { id: busy, code: 'busy' },
    ]);
    expect(good(await importReceipts(request(there, driveWith(receipts))))).toMatchObject({ refused: 1 });
    expect(good(there.queue.get(refused))).toMatchObject({
      state: 'parked',
      parkedReason: 'payload-invalid',
    });
    expect(good(there.queue.get(busy))?.state).toBe('kept');
  });

  test('a file’s receipt counts for the file, and verified', async () => {
    const there = await van();
    const { id, fileId } = withFile(there.queue, 1);
    const [file] = good(there.queue.attachmentsOf(id));
    const digest = file?.digest ?? '';
    const receipt = await there.platform.signReceipt({
      id: fileId,
      digest,
      terminalId: TERMINAL,
      receivedAt: ISSUED_AT,
    });
    const forged = await there.platform.signForeign({
      id: fileId,
      digest,
      terminalId: TERMINAL,
      receivedAt: ISSUED_AT,
    });
    const bad = driveWith(
      await there.receipts(BUNDLE, [id], { attachments: [{ id: fileId, receipt: forged }] }),
    );
    expect(good(await importReceipts(request(there, bad)))).toMatchObject({ attachments: 0, untrusted: 1 });
    const drive = driveWith(await there.receipts(BUNDLE, [id], { attachments: [{ id: fileId, receipt }] }));
    expect(good(await importReceipts(request(there, drive)))).toMatchObject({ attachments: 1 });
    expect(good(there.queue.attachmentsOf(id))).toMatchObject([{ state: 'received' }]);
  });

  test('several bundles on one drive, one of them garbage: the others count', async () => {
    const there = await van();
    const [first = '', second = ''] = there.keep(2);
    const drive = driveWith(await there.receipts(BUNDLE, [first]));
    const [other, broken] = [v7(), v7()];
    driveWith(await there.receipts(other, [second]), other, drive);
    driveWith('garbage', broken, drive);
    mkdirSync(join(drive, bundleFolderName(TERMINAL, v7())));
    expect(good(await importReceipts(request(there, drive)))).toMatchObject({
      files: 2,
      filesRefused: 1,
      taken: 2,
    });
  });

  test('signed by a key that is newer than this terminal’s last contact: the drive brings the key document', async () => {
    const there = await van();
    const [id = ''] = there.keep(1);
    const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const { platform } = there;
    const { digest } = good(there.queue.get(id)) ?? { digest: '' };
    const sign = (content: unknown): Promise<string> =>
      signJson(content, 'receipt-2', { kty: 'OKP', crv: 'Ed25519', x, d });
    const receipt = await sign({ id, digest, terminalId: TERMINAL, receivedAt: ISSUED_AT });
    const file = {
      v: 1,
      bundleId: BUNDLE,
      terminalId: TERMINAL,
      issuedAt: ISSUED_AT,
      submissions: [{ taken: true, id, receipt, outcome: null }],
      attachments: [],
      unreadableParts: [],
    };
    const drive = driveWith(await sign(file));
    expect(await importReceipts(request(there, drive))).toMatchObject({
      code: 'receipts-not-trusted',
      params: { fault: 'key-unknown' },
    });
    const { document } = platform;
    const key = {
      kid: 'receipt-2',
      use: 'receipt' as const,
      jwk: { kty: 'OKP' as const, crv: 'Ed25519' as const, x },
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2028-01-01T00:00:00.000Z',
      revokedAt: null,
    };
    const newer = await platform.signDocument({ ...document, version: 2, keys: [...document.keys, key] });
    writeFileSync(join(drive, bundleFolderName(TERMINAL, BUNDLE), KEYS_NAME), newer);
    expect(good(await importReceipts(request(there, drive))).taken).toBe(1);
  });
});

describe('the drive brings something that cannot be trusted', () => {
  const whole = async (there: Van): Promise<string> => there.receipts(BUNDLE, there.keep(2));

  test.each([
    ['garbage', () => Promise.resolve('garbage'), 'receipts-not-trusted'],
    ['an empty file', () => Promise.resolve(''), 'receipts-not-trusted'],
    [
      'a file that was cut off',
      async (there: Van) => (await whole(there)).slice(0, -40),
      'receipts-not-trusted',
    ],
    [
      'receipts of a stranger',
      (there: Van) => there.platform.signForeign({ hello: 'world' }),
      'receipts-not-trusted',
    ],
    [
      'something else that the platform signed',
      (there: Van) => there.platform.sign('receipt', { hello: 'world' }),
      'receipts-not-trusted',
    ],
    [
      'receipts for another terminal',
      (there: Van) => there.receipts(BUNDLE, there.keep(2), { terminalId: 'K0999' }),
      'receipts-foreign',
    ],
  ])('%s: nothing is changed, and it is in the audit log', async (_, content, code) => {
    const there = await van();
    const place = driveWith(await content(there));
    const before = good(there.queue.counts());
    expect(await importReceipts(request(there, place))).toMatchObject({ ok: false, code });
    expect(good(there.queue.counts())).toEqual(before);
    expect(there.audited('import.')).toEqual([{ event: 'import.refused', detail: { code } }]);
  });

  test('a trusted file with a receipt for other bytes: that one does not count', async () => {
    const there = await van();
    const [first = '', second = ''] = there.keep(2);
    const swapped = await there.receiptOf(second);
    const receipts = await there.receipts(BUNDLE, [second], {
      submissions: [
        { taken: true, id: first, receipt: swapped, outcome: null },
        { taken: true, id: second, receipt: swapped, outcome: null },
      ],
    });
    const drive = driveWith(receipts);
    expect(good(await importReceipts(request(there, drive)))).toMatchObject({ taken: 1, untrusted: 1 });
    expect(good(there.queue.get(first))?.state).toBe('kept');
    expect(there.audited('submission.receipt-refused')).toMatchObject([{ detail: { id: first } }]);
  });

  test('a receipt for something that was never here: passed over', async () => {
    const there = await van();
    const receipts = await there.receipts(BUNDLE, [{ id: v7(), code: 'payload-invalid' }]);
    expect(good(await importReceipts(request(there, driveWith(receipts))))).toMatchObject({
      known: 1,
      taken: 0,
    });
  });

  test('a drive without receipts, and no drive', async () => {
    const there = await van();
    const missing = { ok: false, code: 'receipts-missing' };
    expect(await importReceipts(request(there, stick()))).toEqual(missing);
    expect(await importReceipts(request(there, join(stick(), 'not-there')))).toEqual(missing);
  });
});
