import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { KeyDocument } from '../../domain/wire/contract.ts';
import { parseAuditEntry } from '../audit/audit-entry.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { type TestPlatform, testPlatform } from '../testing/platform.ts';
import { good } from '../testing/values.ts';
import { openReferenceDataStore, type ReferenceDataStore } from './reference-data-store.ts';

const DAY = 24 * 3_600_000;
const FIRST = '2026-11-23T04:00:00.000Z';
const BUILT_IN = EMBEDDED_REFERENCE_DATA.version;

let platform: TestPlatform;
let folder = '';
let wall = 0;
let keys: KeyStore;
let audited: AuditEntry[] = [];

async function start(): Promise<ReferenceDataStore> {
  keys = good(
    await openKeyStore({ folder, enrolment: platform.enrolment, uptime: () => wall, wall: () => wall }),
  );
  // As the log takes it: what does not fit the catalogue would be written bare.
  const audit = (entry: unknown) => audited.push(good(parseAuditEntry(entry)));
  return good(await openReferenceDataStore({ folder, keys, audit }));
}

function bundle(version: number, changes: Partial<ReferenceData> = {}): ReferenceData {
  return { ...structuredClone(EMBEDDED_REFERENCE_DATA), version, issuedAt: FIRST, ...changes };
}

function sign(content: unknown): Promise<string> {
  return platform.sign('reference-data', content);
}

function changedKeys(
  change: (key: KeyDocument['keys'][number]) => KeyDocument['keys'][number],
): Promise<string> {
  const { document } = platform;
  return platform.signDocument({
    ...document,
    version: document.version + 1,
    keys: document.keys.map((key) => (key.use === 'reference-data' ? change(key) : key)),
  });
}

beforeEach(async () => {
  platform = await testPlatform('http://127.0.0.1:1');
  folder = join(dataFolder(), 'keys');
  wall = Date.parse(FIRST);
  audited = [];
  await start();
});

describe('the reference data in force', () => {
  test('is what is built in until the platform sends newer, and then that, after a restart too', async () => {
    let store = await start();
    expect(store.current()).toEqual(EMBEDDED_REFERENCE_DATA);
    expect(await store.offer(await sign(bundle(BUILT_IN + 1)))).toEqual({ ok: true, value: 'taken' });
    expect(store.current()).toEqual(bundle(BUILT_IN + 1));
    store = await start();
    expect(store.current()).toEqual(bundle(BUILT_IN + 1));
    expect(store.newestVersion()).toBe(BUILT_IN + 1);
    expect(audited).toEqual([
      {
        event: 'reference-data.taken',
        actor: 'system',
        detail: { version: BUILT_IN + 1, from: 'today' },
      },
    ]);
    expect(statSync(join(folder, 'reference-data')).mode & 0o777).toBe(0o600);
  });

  test('is the waiting one from its day on in Hong Kong, and the old one the evening before', async () => {
    let store = await start();
    good(await store.offer(await sign(bundle(BUILT_IN + 1))));
    const tomorrow = bundle(BUILT_IN + 2, { effectiveFrom: '2026-11-24' });
    expect(await store.offer(await sign(tomorrow))).toEqual({ ok: true, value: 'waiting' });
    expect(audited.at(-1)?.detail).toEqual({ version: BUILT_IN + 2, from: 'later' });
    wall = Date.parse('2026-11-23T23:59:59.999+08:00');
    expect(store.current().version).toBe(BUILT_IN + 1);
    store = await start();
    expect(store.current().version).toBe(BUILT_IN + 1);
    expect(store.newestVersion()).toBe(BUILT_IN + 2);
    wall += 1;
    expect(store.current()).toEqual(tomorrow);
    store = await start();
    expect(store.current()).toEqual(tomorrow);
  });

  test('stays when another comes to wait after the first has begun', async () => {
    let store = await start();
    good(await store.offer(await sign(bundle(BUILT_IN + 1, { effectiveFrom: '2026-11-24' }))));
    wall += DAY;
    good(await store.offer(await sign(bundle(BUILT_IN + 2, { effectiveFrom: '2026-12-01' }))));
    expect(store.current().version).toBe(BUILT_IN + 1);
    store = await start();
    expect(store.current().version).toBe(BUILT_IN + 1);
    wall += 7 * DAY;
    expect(store.current().version).toBe(BUILT_IN + 2);
  });

  test('is a newer one at once, though one was waiting', async () => {
    const store = await start();
    good(await store.offer(await sign(bundle(BUILT_IN + 1, { effectiveFrom: '2026-12-01' }))));
    expect(await store.offer(await sign(bundle(BUILT_IN + 2)))).toEqual({ ok: true, value: 'taken' });
    wall += 30 * DAY;
    expect(store.current().version).toBe(BUILT_IN + 2);
  });

  test('is what a newer release has built in, above what an older one had been sent', async () => {
    const jws = await sign(bundle(BUILT_IN));
    writeFileSync(join(folder, 'reference-data'), JSON.stringify({ inForce: jws, waiting: jws }));
    const store = await start();
    expect(store.current()).toEqual(EMBEDDED_REFERENCE_DATA);
    expect(store.newestVersion()).toBe(BUILT_IN);
  });
});

describe('a bundle is refused and the old one stays', () => {
  test.each([
    ['of the version that is built in', BUILT_IN],
    ['of the version that is held', BUILT_IN + 5],
    ['of an older version', BUILT_IN + 4],
  ])('%s, however new its signature', async (_what, version) => {
    const store = await start();
    good(await store.offer(await sign(bundle(BUILT_IN + 5))));
    const older = await sign(bundle(version, { issuedAt: '2026-12-01T00:00:00.000Z' }));
    expect(await store.offer(older)).toEqual({ ok: false, code: 'reference-data-not-newer' });
    expect(store.current()).toEqual(bundle(BUILT_IN + 5));
    expect(audited.at(-1)).toMatchObject({ event: 'reference-data.refused', detail: { fault: 'older' } });
  });

  test('older than the one that waits', async () => {
    const store = await start();
    good(await store.offer(await sign(bundle(BUILT_IN + 2, { effectiveFrom: '2026-12-01' }))));
    expect((await store.offer(await sign(bundle(BUILT_IN + 1)))).ok).toBe(false);
    expect(store.current()).toEqual(EMBEDDED_REFERENCE_DATA);
  });

  test('signed by somebody else, and that is audited once', async () => {
    const store = await start();
    const foreign = await platform.signForeign(bundle(BUILT_IN + 1));
    for (let answer = 0; answer < 3; answer += 1) {
      expect(await store.offer(foreign)).toMatchObject({ ok: false, code: 'reference-data-not-trusted' });
    }
    expect(store.current()).toEqual(EMBEDDED_REFERENCE_DATA);
    expect(audited).toEqual([
      { event: 'reference-data.refused', actor: 'system', detail: { fault: 'key-unknown' } },
    ]);
  });

  test('changed by one letter on its way', async () => {
    const store = await start();
    const [header = '', payload = '', signature = ''] = (await sign(bundle(BUILT_IN + 1))).split('.');
    const text = Buffer.from(payload, 'base64url').toString('utf8').replace('7100.00', '7200.00');
    const changed = [header, Buffer.from(text).toString('base64url'), signature].join('.');
    expect(await store.offer(changed)).toMatchObject({ params: { fault: 'signature' } });
    expect(store.current()).toEqual(EMBEDDED_REFERENCE_DATA);
  });

  test('signed with a receipt key of the platform', async () => {
    const store = await start();
    const jws = await platform.sign('receipt', bundle(BUILT_IN + 1));
    expect(await store.offer(jws)).toMatchObject({ params: { fault: 'key-unknown' } });
  });

  test('with a broken rule, and the audit names the rule and the part', async () => {
    const store = await start();
    const jws = await sign(bundle(BUILT_IN + 1, { funds: [] }));
    expect(await store.offer(jws)).toMatchObject({ params: { fault: 'reference-data-broken-rule' } });
    expect(store.current()).toEqual(EMBEDDED_REFERENCE_DATA);
    expect(audited.at(-1)?.detail).toEqual({
      fault: 'reference-data-broken-rule',
      rule: 'fund-missing',
      place: 'schemes',
    });
    const [limits] = EMBEDDED_REFERENCE_DATA.contributionLimits;
    if (limits === undefined) throw new Error('no limits');
    await store.offer(await sign(bundle(BUILT_IN + 1, { contributionLimits: [limits, limits] })));
    expect(audited.at(-1)?.detail).toMatchObject({ place: 'contribution-limits' });
  });

  test('that is a policy, signed by the right key', async () => {
    const store = await start();
    expect(await store.offer(await sign({ version: 9, issuedAt: FIRST }))).toMatchObject({
      params: { fault: 'content' },
    });
  });

  test('under a key that was revoked since, at the next start', async () => {
    let store = await start();
    good(await store.offer(await sign(bundle(BUILT_IN + 1))));
    good(await keys.offer(await changedKeys((key) => ({ ...key, revokedAt: FIRST }))));
    store = await start();
    expect(store.current()).toEqual(EMBEDDED_REFERENCE_DATA);
    expect(audited.at(-1)).toMatchObject({ detail: { fault: 'key-revoked' } });
  });
});

describe('what is on the disk', () => {
  test.each([
    ['cut off', '{"inForce":"'],
    ['changed', JSON.stringify({ inForce: 'a.b.c', waiting: null })],
    ['of another shape', '{"jws":"a.b.c"}'],
  ])('%s is passed over', async (_what, content) => {
    good(await (await start()).offer(await sign(bundle(BUILT_IN + 1))));
    writeFileSync(join(folder, 'reference-data'), content);
    expect((await start()).current()).toEqual(EMBEDDED_REFERENCE_DATA);
  });

  test('is nothing while the disk takes no file, and what came is in force all the same', async () => {
    const store = await start();
    mkdirSync(join(folder, 'reference-data.new'));
    good(await store.offer(await sign(bundle(BUILT_IN + 1))));
    expect(store.current().version).toBe(BUILT_IN + 1);
    expect((await start()).current()).toEqual(EMBEDDED_REFERENCE_DATA);
  });

  test('cannot be read: the store does not open', async () => {
    mkdirSync(join(folder, 'reference-data'));
    expect(await openReferenceDataStore({ folder, keys, audit: () => undefined })).toMatchObject({
      ok: false,
      code: 'storage-fault',
    });
    expect(() => readFileSync(join(folder, 'reference-data'))).toThrow('EISDIR');
  });
});
