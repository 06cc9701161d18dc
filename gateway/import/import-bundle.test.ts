import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MANIFEST_NAME, RECEIPTS_NAME } from '../../domain/wire/bundle.ts';
import { KEYS_NAME } from '../../domain/wire/sealed/bundle-packing.ts';
import { submissionResponseSchema } from '../../domain/wire/contract.ts';
import { verifyKeyDocument, verifyReceipt } from '../../domain/wire/signing.ts';
import { readGatewayLedger } from '../inspect.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import { NOW, startTestGateway, temporaryFolder, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, adultNumber } from '../testing/people.ts';
import { deviceKey, readReceipts, writeBundle } from './bundle.fixture.ts';
import { findBundles } from './bundle-folder.ts';
import { importBundle } from './import-bundle.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

let gateway: TestGateway;
let parts: GatewayParts;
let drive: ReturnType<typeof temporaryFolder>;
const device = deviceKey();

beforeEach(async () => {
  gateway = await startTestGateway();
  drive = temporaryFolder();
  // The import is a process of its own on the data of a gateway that runs.
  const opened = await openGatewayParts({ dataDir: gateway.dataDir, now: () => new Date(NOW) });
  if (!opened.ok) throw new Error(opened.code);
  parts = opened.value;
});
afterEach(async () => {
  parts.close();
  drive.remove();
  await gateway.stop();
});

const people = (count: number, from = 0) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      gateway.terminal.seal(adultNumber(from + index), { lane: from + index }),
    ),
  );
const arrived = () => readGatewayLedger(gateway.dataDir).references.length;

describe('a drive comes in from a van', () => {
  it('takes everything, as the network would have brought it, and puts verifiable receipts beside it', async () => {
    const requests = await people(5);
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [requests.slice(0, 3), requests.slice(3)],
    });
    expect(await importBundle(parts, folder)).toMatchObject({
      ok: true,
      value: {
        terminalId: 'K0127',
        taken: 5,
        repeated: 0,
        refused: 0,
        unreadableParts: [],
        receiptsWritten: true,
      },
    });
    expect(arrived()).toBe(5);
    const receipts = await readReceipts(folder, gateway.terminal);
    expect(receipts.submissions.map(({ id }) => id)).toEqual(requests.map(({ envelope }) => envelope.id));
    for (const [index, entry] of receipts.submissions.entries()) {
      if (!entry.taken) throw new Error('not taken');
      const { envelope } = requests[index] ?? {};
      if (envelope === undefined) throw new Error('no request');
      expect((await verifyReceipt(entry.receipt, gateway.terminal.keys, envelope)).ok).toBe(true);
      expect(entry.outcome).toEqual({ state: 'accepted' });
    }
    const document = readFileSync(join(folder, KEYS_NAME), 'utf8');
    expect((await verifyKeyDocument(document, gateway.terminal.enrolment.rootKey)).ok).toBe(true);
  });

  it('takes the same bundle twice with one effect and the same receipts', async () => {
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [await people(3)],
    });
    await importBundle(parts, folder);
    const first = await readReceipts(folder, gateway.terminal);
    expect(await importBundle(parts, folder)).toMatchObject({ ok: true, value: { taken: 0, repeated: 3 } });
    expect((await readReceipts(folder, gateway.terminal)).submissions).toEqual(first.submissions);
    expect(arrived()).toBe(3);
  });

  it('and the network brings the same later: the same receipt', async () => {
    const [request] = await people(1);
    if (request === undefined) throw new Error('one');
    const folder = await writeBundle(drive.path, gateway.terminal, device, { submissions: [[request]] });
    await importBundle(parts, folder);
    const answer = await gateway.post(request);
    expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    const [entry] = (await readReceipts(folder, gateway.terminal)).submissions;
    expect(entry).toMatchObject({ receipt: submissionResponseSchema.parse(answer.json).receipt });
    expect(arrived()).toBe(1);
  });

  it('and the network brought the same before: the same receipt', async () => {
    const [request] = await people(1);
    if (request === undefined) throw new Error('one');
    const { receipt } = submissionResponseSchema.parse((await gateway.post(request)).json);
    const folder = await writeBundle(drive.path, gateway.terminal, device, { submissions: [[request]] });
    expect(await importBundle(parts, folder)).toMatchObject({ ok: true, value: { taken: 0, repeated: 1 } });
    expect((await readReceipts(folder, gateway.terminal)).submissions).toMatchObject([{ receipt }]);
    expect(arrived()).toBe(1);
  });

  it('while the network brings the same at the same time: one effect each', async () => {
    const requests = await people(20);
    const folder = await writeBundle(drive.path, gateway.terminal, device, { submissions: [requests] });
    const [imported] = await Promise.all([
      importBundle(parts, folder),
      ...requests.map((request) => gateway.post(request)),
    ]);
    expect(imported).toMatchObject({ ok: true, value: { refused: 0, waiting: 0 } });
    expect(arrived()).toBe(20);
    expect(readGatewayLedger(gateway.dataDir).references.every(({ count }) => count === 1)).toBe(true);
  });

  it('takes scanned forms along and gives a receipt for each', async () => {
    const id = '01997d2e-7a10-7000-8000-00000000000a';
    const file = await gateway.terminal.attach(new Uint8Array(150_000).fill(7), id);
    const { digest } = file.manifest;
    const request = await gateway.terminal.seal(ADULT_01, {
      id,
      attachments: [{ id: file.manifest.id, digest }],
    });
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [[request]],
      files: [file],
    });
    expect(await importBundle(parts, folder)).toMatchObject({
      ok: true,
      value: { taken: 1, attachments: 1 },
    });
    const [receipt] = (await readReceipts(folder, gateway.terminal)).attachments;
    const expected = { id: file.manifest.id, digest, terminalId: 'K0127' };
    expect((await verifyReceipt(receipt?.receipt ?? '', gateway.terminal.keys, expected)).ok).toBe(true);
    const state = await gateway.call('POST', '/v1/attachments', file.manifest);
    expect(state.json).toMatchObject({ receipt: receipt?.receipt });
  });
});

describe('not all of it can be read', () => {
  const damage: readonly [string, (path: string) => void][] = [
    ['is missing', (path) => rmSync(path)],
    ['was changed by a bit', (path) => flip(path)],
    ['was cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 200))],
  ];
  it.each(damage)(
    'one part %s: it is named, the others count, and a whole copy brings the rest',
    async (_what, harm) => {
      const requests = await people(6);
      const folder = await writeBundle(drive.path, gateway.terminal, device, {
        submissions: [requests.slice(0, 2), requests.slice(2, 4), requests.slice(4)],
      });
      const path = join(folder, 'part-0002.sealed');
      const whole = readFileSync(path);
      harm(path);
      expect(await importBundle(parts, folder)).toMatchObject({
        ok: true,
        value: { taken: 4, unreadableParts: ['part-0002.sealed'] },
      });
      expect(await readReceipts(folder, gateway.terminal)).toMatchObject({
        unreadableParts: ['part-0002.sealed'],
      });
      writeFileSync(path, whole);
      expect(await importBundle(parts, folder)).toMatchObject({ ok: true, value: { taken: 2, repeated: 4 } });
      expect((await readReceipts(folder, gateway.terminal)).submissions).toHaveLength(6);
      expect(arrived()).toBe(6);
    },
  );

  it('a part that was readable last time is not any more: its receipts stay in the file', async () => {
    const requests = await people(4);
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [requests.slice(0, 2), requests.slice(2)],
    });
    await importBundle(parts, folder);
    rmSync(join(folder, 'part-0001.sealed'));
    await importBundle(parts, folder);
    const { submissions } = await readReceipts(folder, gateway.terminal);
    expect(submissions.filter(({ taken }) => taken)).toHaveLength(4);
  });

  it('parts were exchanged for one another: both are refused', async () => {
    const requests = await people(4);
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [requests.slice(0, 2), requests.slice(2)],
    });
    const [one, two] = ['part-0001.sealed', 'part-0002.sealed'].map((name) => join(folder, name)) as [
      string,
      string,
    ];
    const first = readFileSync(one);
    writeFileSync(one, readFileSync(two));
    writeFileSync(two, first);
    expect(await importBundle(parts, folder)).toMatchObject({ ok: true, value: { taken: 0 } });
  });

  it('one submission is refused: later ones of the same member wait, the others count', async () => {
    const bad = await gateway.terminal.seal('not JSON', { lane: 1 });
    const behind = await gateway.terminal.seal(adultNumber(1), { lane: 1 });
    const inNextPart = await gateway.terminal.seal(adultNumber(2), { lane: 1 });
    const other = await gateway.terminal.seal(adultNumber(3), { lane: 2 });
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [[bad, behind, other], [inNextPart]],
    });
    expect(await importBundle(parts, folder)).toMatchObject({
      ok: true,
      value: { taken: 1, refused: 1, waiting: 2 },
    });
    expect((await readReceipts(folder, gateway.terminal)).submissions).toMatchObject([
      { taken: false, code: 'payload-invalid' },
      { taken: false, code: 'busy' },
      { taken: true, id: other.envelope.id },
      { taken: false, code: 'busy' },
    ]);
  });

  it('the drive takes no file any more: what was taken stays, and the next import brings the receipts', async () => {
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [await people(2)],
    });
    // A folder in the place of the receipts: not even root writes a file there.
    mkdirSync(join(folder, RECEIPTS_NAME));
    expect(await importBundle(parts, folder)).toMatchObject({
      ok: true,
      value: { taken: 2, receiptsWritten: false },
    });
    rmdirSync(join(folder, RECEIPTS_NAME));
    expect(await importBundle(parts, folder)).toMatchObject({
      ok: true,
      value: { repeated: 2, receiptsWritten: true },
    });
  });
});

describe('a bundle that cannot be believed', () => {
  const code = (expected: string) => ({ ok: false, code: expected });

  it('without a manifest, with garbage for one, or with one that was changed', async () => {
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [await people(1)],
    });
    const manifest = join(folder, MANIFEST_NAME);
    const whole = readFileSync(manifest, 'utf8');
    const [head = '', body = '', signature = ''] = whole.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const changed = Buffer.from(
      JSON.stringify({ ...claims, createdAt: '2026-11-22T04:00:00.000Z' }),
    ).toString('base64url');
    writeFileSync(manifest, [head, changed, signature].join('.'));
    expect(await importBundle(parts, folder)).toEqual(code('manifest-signature'));
    writeFileSync(manifest, 'garbage');
    expect(await importBundle(parts, folder)).toEqual(code('manifest-malformed'));
    rmSync(manifest);
    expect(await importBundle(parts, folder)).toEqual(code('bundle-missing'));
    expect(arrived()).toBe(0);
  });

  it('of a terminal that nobody enrolled', async () => {
    const folder = await writeBundle(drive.path, gateway.terminal, device, {
      submissions: [await people(1)],
      change: { terminalId: 'K0999' },
    });
    expect(await importBundle(parts, folder)).toEqual(code('terminal-unknown'));
  });

  it('signed by somebody who does not have the terminal’s credential', async () => {
    const stranger = {
      ...gateway.terminal,
      enrolment: { ...gateway.terminal.enrolment, credential: 'x'.repeat(43) },
    };
    const folder = await writeBundle(drive.path, stranger, deviceKey(), { submissions: [await people(1)] });
    expect(await importBundle(parts, folder)).toEqual(code('device-key-differs'));
    expect([arrived(), existsSync(join(folder, RECEIPTS_NAME))]).toEqual([0, false]);
  });

  it('signed by a second machine with a copied credential', async () => {
    const first = await writeBundle(drive.path, gateway.terminal, device, { submissions: [await people(1)] });
    await importBundle(parts, first);
    const second = await writeBundle(drive.path, gateway.terminal, deviceKey(), {
      submissions: [await people(1, 5)],
    });
    expect(await importBundle(parts, second)).toEqual(code('device-key-differs'));
    expect(arrived()).toBe(1);
  });

  it('with a submission of another terminal in it: that one is not taken', async () => {
    const other = await gateway.enrol('K0200');
    const foreign = await other.seal(ADULT_01);
    const [own] = await people(1);
    if (own === undefined) throw new Error('one');
    const folder = await writeBundle(drive.path, gateway.terminal, device, { submissions: [[foreign, own]] });
    expect(await importBundle(parts, folder)).toMatchObject({ ok: true, value: { taken: 1, refused: 1 } });
    expect(readGatewayLedger(gateway.dataDir).references.map(({ terminalId }) => terminalId)).toEqual([
      'K0127',
    ]);
  });
});

it('finds all bundles of a drive, and none that was not finished', async () => {
  const folders = [
    await writeBundle(drive.path, gateway.terminal, device, { submissions: [await people(1)] }),
    await writeBundle(drive.path, gateway.terminal, device, { submissions: [await people(1, 1)] }),
  ];
  const unfinished = await writeBundle(join(drive.path, 'x'), gateway.terminal, device, {
    submissions: [await people(1, 2)],
  });
  expect(findBundles(drive.path)).toEqual({ ok: true, value: folders.sort() });
  expect(findBundles(unfinished)).toEqual({ ok: true, value: [unfinished] });
  expect(findBundles(join(drive.path, 'nothing'))).toEqual({ ok: false, code: 'bundle-missing' });
});

it('leaves nothing readable of a member on the drive or in what it writes', async () => {
  const folder = await writeBundle(drive.path, gateway.terminal, device, {
    submissions: [[await gateway.terminal.seal(ADULT_01)]],
  });
  await importBundle(parts, folder);
  const { person, contact } = ADULT_01;
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'latin1');
    for (const canary of [person.hkid, person.surname, JSON.stringify(contact)])
      expect(text).not.toContain(canary);
  }
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
