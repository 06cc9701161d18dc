import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeyDocument } from '../../domain/wire/contract.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { type TestPlatform, testPlatform } from '../testing/platform.ts';
import { good } from '../testing/values.ts';
import { type KeyStore, openKeyStore } from './key-store.ts';

let platform: TestPlatform;
let folder = '';
let wall = Date.parse('2026-03-02T04:00:00.000Z');
let uptime = 0;

async function open(): Promise<KeyStore> {
  const { enrolment } = platform;
  return good(await openKeyStore({ folder, enrolment, wall: () => wall, uptime: () => uptime }));
}

function version(number: number, changes: Partial<KeyDocument> = {}): Promise<string> {
  return platform.signDocument({ ...platform.document, version: number, ...changes });
}

beforeEach(async () => {
  platform = await testPlatform('http://127.0.0.1:1');
  folder = join(dataFolder(), 'keys');
  wall = Date.parse('2026-03-02T04:00:00.000Z');
  uptime = 0;
});

describe('the key document', () => {
  test('newer versions are taken and kept; equal and older ones are not', async () => {
    const keys = await open();
    expect(keys.document().version).toBe(1);
    good(await keys.offer(await version(5)));
    expect(await keys.offer(await version(5))).toEqual({ ok: false, code: 'keys-not-newer' });
    expect(await keys.offer(await version(4))).toEqual({ ok: false, code: 'keys-not-newer' });
    expect((await open()).document().version).toBe(5);
  });

  test('signed by somebody else it is refused', async () => {
    const keys = await open();
    const other = await testPlatform('http://127.0.0.1:1');
    const foreign = await other.signDocument({ ...other.document, version: 9 });
    expect(await keys.offer(foreign)).toMatchObject({ ok: false, code: 'keys-not-trusted' });
    expect(keys.document().version).toBe(1);
  });

  test('a kept one that somebody exchanged on disk is not believed', async () => {
    const keys = await open();
    good(await keys.offer(await version(5)));
    const other = await testPlatform('http://127.0.0.1:1');
    writeFileSync(join(folder, 'key-document'), await other.signDocument({ ...other.document, version: 9 }));
    expect((await open()).document().version).toBe(1);
  });

  test('an enrolment whose own key document is not signed by its root key is a wrong configuration', async () => {
    const other = await testPlatform('http://127.0.0.1:1');
    const enrolment = { ...platform.enrolment, keyDocument: other.enrolment.keyDocument };
    expect(await openKeyStore({ folder, enrolment })).toEqual({
      ok: false,
      code: 'configuration',
      params: { field: 'keyDocument' },
    });
  });
});

describe('the folder', () => {
  test('everything in it is the terminal’s own', async () => {
    const keys = await open();
    good(await keys.offer(await version(2)));
    keys.noteEpoch(1);
    keys.time.persist();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['device-key', 'epoch', 'key-document', 'lane-key', 'time-mark']);
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  test('one that was left open is closed', async () => {
    await open();
    chmodSync(folder, 0o755);
    await open();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('is a file: said, not thrown', async () => {
    writeFileSync(folder, '');
    expect(await openKeyStore({ folder, enrolment: platform.enrolment })).toMatchObject({
      ok: false,
      code: 'storage-fault',
    });
  });
});

describe('lanes', () => {
  test('one person has one lane, before and after a restart', async () => {
    const keys = await open();
    const lane = keys.laneOf('C6686689');
    expect(lane).toBe(keys.laneOf('C6686689'));
    expect(lane).toBe((await open()).laneOf('C6686689'));
    expect(lane).toBeGreaterThanOrEqual(0);
    expect(lane).toBeLessThan(65_536);
  });

  test('another key, another terminal: other lanes', async () => {
    const keys = await open();
    const numbers = ['A1234563', 'B2345674', 'C3456785', 'D4567896', 'E5678907'];
    const before = numbers.map((number) => keys.laneOf(number));
    keys.rotateLaneKey();
    expect(numbers.map((number) => keys.laneOf(number))).not.toEqual(before);
  });
});

describe('epochs', () => {
  test('go on from the last one noted and never back', async () => {
    const keys = await open();
    expect(keys.nextEpoch()).toBe(1);
    keys.noteEpoch(3);
    keys.noteEpoch(2);
    expect((await open()).nextEpoch()).toBe(4);
  });
});

describe('the time', () => {
  test('a signed instant moves the mark forward only, and uptime goes on from it', async () => {
    const { time } = await open();
    time.note('2026-03-02T04:00:00.000Z');
    uptime += 60_000;
    expect(time.lowerBound()).toBe(Date.parse('2026-03-02T04:01:00.000Z'));
    time.note('2026-03-02T04:00:30.000Z');
    expect(time.lowerBound()).toBe(Date.parse('2026-03-02T04:01:00.000Z'));
  });

  test('the wall clock set back shows the mark instead', async () => {
    const { time } = await open();
    time.note('2026-03-02T04:00:00.000Z');
    wall = Date.parse('1999-12-31T00:00:00.000Z');
    expect(time.now()).toEqual({ instant: '2026-03-02T04:00:00.000Z', trusted: false });
  });

  test('a few minutes apart is the clock’s own business, more is not', async () => {
    const { time } = await open();
    time.note('2026-03-02T04:00:00.000Z');
    wall = Date.parse('2026-03-02T04:05:00.000Z');
    expect(time.now()).toEqual({ instant: '2026-03-02T04:05:00.000Z', trusted: true });
    wall += 1;
    expect(time.now().trusted).toBe(false);
  });

  test('a wrong year ahead does not move the mark, and the terminal can still seal', async () => {
    const keys = await open();
    keys.time.note('2026-03-02T04:00:00.000Z');
    wall = Date.parse('2199-01-01T00:00:00.000Z');
    expect(keys.sealingKey()?.kid).toBe('seal-1');
    keys.time.persist();
    wall = Date.parse('2026-03-02T04:00:00.000Z');
    expect((await open()).time.lowerBound()).toBe(Date.parse('2026-03-02T04:00:00.000Z'));
  });

  test('uptime before a restart is not lost', async () => {
    const keys = await open();
    keys.time.note('2026-03-02T04:00:00.000Z');
    uptime += 3_600_000;
    keys.time.persist();
    uptime = 0;
    expect((await open()).time.lowerBound()).toBe(Date.parse('2026-03-02T05:00:00.000Z'));
  });

  test('a file that is not what was written is passed over', async () => {
    await open();
    writeFileSync(join(folder, 'time-mark'), '{"passed":"tomorrow"}');
    expect((await open()).time.lowerBound()).toBe(Date.parse(platform.document.issuedAt));
  });
});

describe('the sealing key', () => {
  test('a revoked one is not used', async () => {
    const keys = await open();
    const revoked = platform.document.keys.map((key) =>
      key.use === 'seal' ? { ...key, revokedAt: '2026-02-01T00:00:00.000Z' } : key,
    );
    good(await keys.offer(await version(2, { keys: revoked })));
    expect(keys.sealingKey()).toBeNull();
  });

  test.each([
    ['one is in force', [['2026-01-01', '2026-03-12']], 10],
    [
      'a successor is known and takes over in time',
      [
        ['2026-01-01', '2026-03-12'],
        ['2026-03-10', '2026-04-01'],
      ],
      30,
    ],
    [
      'a successor begins after a gap',
      [
        ['2026-01-01', '2026-03-12'],
        ['2026-03-20', '2026-04-01'],
      ],
      10,
    ],
    ['all are over', [['2026-01-01', '2026-02-01']], 0],
    ['none has begun', [['2026-04-01', '2026-05-01']], 0],
  ])('days left: %s', async (_, spans, days) => {
    const keys = await open();
    const [template] = platform.document.keys.filter((key) => key.use === 'seal');
    if (template === undefined) throw new Error('no sealing key');
    const sealing = spans.map(([from, to], index) => ({
      ...template,
      kid: `seal-${String(index)}`,
      notBefore: `${String(from)}T04:00:00.000Z`,
      notAfter: `${String(to)}T04:00:00.000Z`,
    }));
    good(await keys.offer(await version(2, { keys: sealing })));
    keys.time.note('2026-03-02T04:00:00.000Z', 'now');
    expect(keys.sealingKeyDaysLeft()).toBe(days);
    wall = Date.parse('2199-01-01T00:00:00.000Z');
    expect(keys.sealingKeyDaysLeft()).toBe(days);
  });

  test('days left are counted from the lower bound while a wrong year stands on the clock', async () => {
    const keys = await open();
    keys.time.note('2026-03-02T04:00:00.000Z');
    wall = Date.parse('2199-01-01T00:00:00.000Z');
    expect(keys.sealingKeyDaysLeft()).toBeGreaterThan(26_000);
  });
});
