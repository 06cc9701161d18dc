import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MANIFEST_NAME, type ReceiptFile } from '../../domain/wire/bundle.ts';
import { type DayReport, dayReportAcknowledgementSchema } from '../../domain/wire/day-report.ts';
import { signJson, verifyUnder } from '../../domain/wire/signing.ts';
import { NO_TALLY } from '../../domain/work-day/tally.ts';
import { digestOf } from '../accept/fingerprint.ts';
import { dayReports } from '../day-reports/day-report-store.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import { NOW, startTestGateway, temporaryFolder, type TestGateway } from '../testing/gateway.ts';
import { adultNumber } from '../testing/people.ts';
import { deviceKey, readReceipts, writeBundle } from './bundle.fixture.ts';
import { importBundle } from './import-bundle.ts';

// Disks sync slowly where tests run, and what is tested syncs often.
vi.setConfig({ testTimeout: 30_000 });

const REPORT: DayReport = {
  ...{ v: 1, terminalId: 'K0127', epoch: 1, day: 1, profile: 'van' },
  openedAt: '2026-11-22T00:10:00.000Z',
  closedAt: '2026-11-22T03:00:00.000Z',
  closedBy: { staffId: 'S4052', role: 'van-operator' },
  tally: { ...NO_TALLY, sessions: 2, submitted: 2 },
  kept: { kept: 2, received: 0, pending: 2, setAside: 0, receiptsShown: 2 },
  differences: [],
  balanced: true,
  ...{ stops: [], devices: {} },
};

let gateway: TestGateway;
let parts: GatewayParts;
let drive: ReturnType<typeof temporaryFolder>;
const device = deviceKey();

beforeEach(async () => {
  gateway = await startTestGateway();
  drive = temporaryFolder();
  const opened = await openGatewayParts({ dataDir: gateway.dataDir, now: () => new Date(NOW) });
  if (!opened.ok) throw new Error(opened.code);
  parts = opened.value;
});
afterEach(async () => {
  parts.close();
  drive.remove();
  await gateway.stop();
});

const signed = (change: Partial<DayReport> = {}, key = device) =>
  signJson({ ...REPORT, ...change }, 'device', key.privateJwk);

const bundle = (reports: readonly string[], submissions = 0) =>
  Promise.all(
    Array.from({ length: submissions }, (_, index) => gateway.terminal.seal(adultNumber(index))),
  ).then((all) =>
    writeBundle(drive.path, gateway.terminal, device, {
      submissions: all.length === 0 ? [] : [all],
      dayReports: reports,
    }),
  );

/** As the network leaves it, introduced by the bundle's own words. */
async function leave(jws: string, folder: string) {
  const [, body = ''] = readFileSync(join(folder, MANIFEST_NAME), 'utf8').split('.');
  const { introduction } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { introduction: unknown };
  return gateway.call('POST', '/v1/day-reports', { introduction, report: jws });
}

const held = () => dayReports(parts.database).map(({ day, epoch, tally }) => ({ day, epoch, tally }));
const only = ({ dayReports: said = [] }: ReceiptFile) => {
  const [one] = said;
  if (one === undefined || said.length !== 1) throw new Error('not one report');
  return one;
};

describe('reports of days come in by drive', () => {
  it('and are held with the figures that were signed, acknowledged as by network', async () => {
    const jws = await signed();
    const folder = await bundle([jws, await signed({ day: 2 })], 2);
    expect(await importBundle(parts, folder)).toMatchObject({
      ok: true,
      value: { taken: 2, dayReports: 2, dayReportsRefused: 0, receiptsWritten: true },
    });
    expect(held().map(({ day }) => day)).toEqual(expect.arrayContaining([1, 2]));
    expect(held()[0]?.tally).toEqual(REPORT.tally);
    const { dayReports: said = [] } = await readReceipts(folder, gateway.terminal);
    const [first] = said;
    if (first?.taken !== true) throw new Error('not taken');
    const { keys } = gateway.terminal;
    expect(
      await verifyUnder(first.acknowledgement, keys, 'receipt', dayReportAcknowledgementSchema, () => NOW),
    ).toMatchObject({
      value: {
        ...{ terminalId: 'K0127', epoch: 1, day: 1, receivedAt: NOW },
        digest: digestOf(new TextEncoder().encode(jws)),
      },
    });
  });

  it('the same drive twice: held once, the same acknowledgement again', async () => {
    const folder = await bundle([await signed()]);
    await importBundle(parts, folder);
    const first = only(await readReceipts(folder, gateway.terminal));
    expect(await importBundle(parts, folder)).toMatchObject({
      value: { dayReports: 1, dayReportsRefused: 0 },
    });
    expect(only(await readReceipts(folder, gateway.terminal))).toEqual(first);
    expect(held()).toHaveLength(1);
  });

  it('copied onto a second drive, and by network before and after: held once', async () => {
    const jws = await signed();
    const folder = await bundle([jws]);
    expect((await leave(jws, folder)).status).toBe(200);
    expect(await importBundle(parts, folder)).toMatchObject({ value: { dayReports: 1 } });
    expect(await importBundle(parts, await bundle([jws]))).toMatchObject({ value: { dayReports: 1 } });
    expect((await leave(jws, folder)).status).toBe(200);
    expect(held()).toHaveLength(1);
  });

  it('another report for the same day is refused, and does not take the first one’s place', async () => {
    await importBundle(parts, await bundle([await signed()]));
    const other = await bundle([await signed({ tally: { ...NO_TALLY, sessions: 9, submitted: 9 } })]);
    expect(await importBundle(parts, other)).toMatchObject({
      value: { dayReports: 0, dayReportsRefused: 1 },
    });
    expect(only(await readReceipts(other, gateway.terminal))).toMatchObject({
      taken: false,
      code: 'idempotency-key-reused',
    });
    expect(held()).toEqual([{ day: 1, epoch: 1, tally: REPORT.tally }]);
  });

  it('of another terminal, under another key, or not a report at all: refused, the others count', async () => {
    const folder = await bundle([
      await signed({ terminalId: 'K0200' }),
      await signed({}, deviceKey()),
      'garbage',
      await signed({ day: 3 }),
    ]);
    expect(await importBundle(parts, folder)).toMatchObject({
      value: { dayReports: 1, dayReportsRefused: 3 },
    });
    expect(held().map(({ day }) => day)).toEqual([3]);
  });

  it('the part with the report is damaged: named, the rest counts, a whole copy brings it', async () => {
    const folder = await bundle([await signed()], 1);
    const path = join(folder, 'part-0001.sealed');
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 100));
    expect(await importBundle(parts, folder)).toMatchObject({
      value: { taken: 1, dayReports: 0, unreadableParts: ['part-0001.sealed'] },
    });
    expect((await readReceipts(folder, gateway.terminal)).dayReports).toBeUndefined();
    writeFileSync(path, whole);
    expect(await importBundle(parts, folder)).toMatchObject({ value: { repeated: 1, dayReports: 1 } });
    writeFileSync(path, whole.subarray(0, 100));
    await importBundle(parts, folder);
    // What an earlier import told stays told.
    expect(only(await readReceipts(folder, gateway.terminal))).toMatchObject({ taken: true });
  });
});

it('an older bundle without reports comes in as ever, and its receipts are what an older terminal reads', async () => {
  const folder = await bundle([], 2);
  expect(await importBundle(parts, folder)).toMatchObject({ value: { taken: 2, dayReports: 0 } });
  expect(await readReceipts(folder, gateway.terminal)).not.toHaveProperty('dayReports');
});

it('a bundle of a later version is refused with words that say so', async () => {
  const folder = await writeBundle(drive.path, gateway.terminal, device, {
    submissions: [[await gateway.terminal.seal(adultNumber(1))]],
    change: { v: 3 as 2 },
  });
  expect(await importBundle(parts, folder)).toEqual({ ok: false, code: 'bundle-newer' });
});
