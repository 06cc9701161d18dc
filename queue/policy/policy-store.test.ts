import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { PublicKey } from '../../domain/wire/contract.ts';
import { deviceKeySchema } from '../../domain/wire/device-key.ts';
import { EMBEDDED_POLICY, type Policy } from '../../domain/wire/policy.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { type KeyStore, openKeyStore } from '../keys/key-store.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { type TestPlatform, testPlatform } from '../testing/platform.ts';
import { good } from '../testing/values.ts';
import { openPolicyStore, type PolicyStore } from './policy-store.ts';

const HOUR = 3_600_000;
const FIRST = '2026-03-02T04:00:00.000Z';

let platform: TestPlatform;
let sign: (content: unknown) => Promise<string>;
let reference: PublicKey;
let folder = '';
let uptime = 0;
let keys: KeyStore;
let audited: AuditEntry[] = [];

async function start(): Promise<PolicyStore> {
  uptime = 0;
  keys = good(
    await openKeyStore({
      folder,
      enrolment: platform.enrolment,
      uptime: () => uptime,
      wall: () => Date.parse(FIRST),
    }),
  );
  return good(await openPolicyStore({ folder, keys, audit: (entry) => audited.push(entry) }));
}

function policy(changes: Partial<Policy> = {}): Policy {
  return {
    ...structuredClone(EMBEDDED_POLICY),
    version: 2,
    issuedAt: FIRST,
    retention: { receivedDays: 7 },
    ...changes,
  };
}

function keyDocument(version: number, key: PublicKey): Promise<string> {
  const { document } = platform;
  return platform.signDocument({ ...document, version, keys: [...document.keys, key] });
}

beforeEach(async () => {
  platform = await testPlatform('http://127.0.0.1:1');
  folder = join(dataFolder(), 'keys');
  audited = [];
  const pair = generateKeyPairSync('ed25519');
  const privateJwk = pair.privateKey.export({ format: 'jwk' }) as { kty: string };
  reference = {
    kid: 'reference-1',
    use: 'reference-data',
    jwk: deviceKeySchema.parse(pair.publicKey.export({ format: 'jwk' })),
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2027-01-01T00:00:00.000Z',
    revokedAt: null,
  };
  sign = (content) => signJson(content, 'reference-1', privateJwk);
  await start();
  good(await keys.offer(await keyDocument(2, reference)));
});

describe('the policy in force', () => {
  test('is the embedded one until the platform sends its own, and then that, after a restart too', async () => {
    let policies = await start();
    expect(policies.current()).toEqual(EMBEDDED_POLICY);
    expect(await policies.offer(await sign(policy()))).toEqual({ ok: true, value: 'taken' });
    expect(policies.current()).toEqual(policy());
    policies = await start();
    expect(policies.current()).toEqual(policy());
    expect(audited).toEqual([{ event: 'policy.taken', actor: 'system', detail: { version: 2 } }]);
    expect(statSync(join(folder, 'policy')).mode & 0o777).toBe(0o600);
  });

  test('signed by the platform stands above the embedded one even with its number', async () => {
    const policies = await start();
    good(await policies.offer(await sign(policy({ version: EMBEDDED_POLICY.version }))));
    expect(policies.current().retention.receivedDays).toBe(7);
  });

  test('an older version is refused', async () => {
    const policies = await start();
    good(await policies.offer(await sign(policy({ version: 5 }))));
    const older = await sign(policy({ version: 4, issuedAt: '2026-04-01T00:00:00.000Z' }));
    expect(await policies.offer(older)).toEqual({ ok: false, code: 'policy-not-newer' });
    expect(policies.current().version).toBe(5);
    expect(audited.at(-1)).toMatchObject({ event: 'policy.refused', detail: { fault: 'older' } });
  });

  test('signed by somebody else it is refused, and that is audited once', async () => {
    const policies = await start();
    const foreign = await platform.signForeign(policy());
    for (let answer = 0; answer < 3; answer += 1) {
      expect(await policies.offer(foreign)).toMatchObject({ ok: false, code: 'policy-not-trusted' });
    }
    expect(policies.current()).toEqual(EMBEDDED_POLICY);
    expect(audited).toEqual([{ event: 'policy.refused', actor: 'system', detail: { fault: 'key-unknown' } }]);
  });

  test('a receipt key signs no policy', async () => {
    const policies = await start();
    const receipt = await platform.signReceipt({ id: '', digest: '', terminalId: '', receivedAt: '' });
    expect((await policies.offer(receipt)).ok).toBe(false);
  });

  test('with limits that contradict each other is refused as a whole', async () => {
    const policies = await start();
    const wrong = policy();
    wrong.freeze.kiosk.pending = { warn: 10, freeze: 5 };
    expect(await policies.offer(await sign(wrong))).toMatchObject({ params: { fault: 'content' } });
    expect(policies.current()).toEqual(EMBEDDED_POLICY);
  });

  test('kept under a key that was revoked since is not in force any more', async () => {
    let policies = await start();
    good(await policies.offer(await sign(policy())));
    good(await keys.offer(await keyDocument(3, { ...reference, revokedAt: FIRST })));
    policies = await start();
    expect(policies.current()).toEqual(EMBEDDED_POLICY);
    expect(audited.at(-1)).toMatchObject({ event: 'policy.refused', detail: { fault: 'key-revoked' } });
  });

  test.each([
    ['cut off', '{"jws":"'],
    ['changed', JSON.stringify({ jws: 'a.b.c', confirmed: 0 })],
    ['of another shape', '{"policy":{}}'],
  ])('kept in a file that is %s is passed over', async (_, content) => {
    let policies = await start();
    good(await policies.offer(await sign(policy())));
    writeFileSync(join(folder, 'policy'), content);
    policies = await start();
    expect(policies.current()).toEqual(EMBEDDED_POLICY);
  });
});

describe('how long ago it was confirmed', () => {
  test('counts hours of the budget clock, through restarts, and begins anew with every fresh signature', async () => {
    let policies = await start();
    uptime += 5 * HOUR;
    expect(policies.hoursSinceConfirmed()).toBe(5);
    good(await policies.offer(await sign(policy())));
    expect(policies.hoursSinceConfirmed()).toBe(0);
    uptime += 3 * HOUR;
    keys.time.persist();
    policies = await start();
    uptime += HOUR;
    expect(policies.hoursSinceConfirmed()).toBe(4);
    const again = await sign(policy({ issuedAt: '2026-03-02T08:00:00.000Z' }));
    expect(await policies.offer(again)).toEqual({ ok: true, value: 'confirmed' });
    expect(policies.hoursSinceConfirmed()).toBe(0);
    policies = await start();
    expect(policies.hoursSinceConfirmed()).toBe(0);
  });

  test('an answer that was recorded and is played again confirms nothing', async () => {
    const policies = await start();
    const recorded = await sign(policy());
    good(await policies.offer(recorded));
    uptime += 100 * HOUR;
    expect(await policies.offer(recorded)).toEqual({ ok: true, value: 'known' });
    expect(policies.hoursSinceConfirmed()).toBe(100);
  });

  test('hours with the power off count once a signed time proves them', async () => {
    let policies = await start();
    good(await policies.offer(await sign(policy())));
    keys.time.persist();
    policies = await start();
    keys.time.note('2026-03-12T04:00:00.000Z');
    expect(policies.hoursSinceConfirmed()).toBe(240);
  });

  test('a lost time mark makes it no younger', async () => {
    let policies = await start();
    uptime += 500 * HOUR;
    good(await policies.offer(await sign(policy())));
    writeFileSync(join(folder, 'time-mark'), '');
    policies = await start();
    uptime += HOUR;
    expect(policies.hoursSinceConfirmed()).toBe(1);
    expect(keys.time.budget()).toBe(501 * HOUR);
  });

  test('a confirmation tells the time, too', async () => {
    const policies = await start();
    good(await policies.offer(await sign(policy({ issuedAt: '2026-03-05T04:00:00.000Z' }))));
    expect(keys.time.now()).toEqual({ instant: '2026-03-05T04:00:00.000Z', trusted: true });
  });

  test('a disk that takes no file does not keep it from being in force', async () => {
    const policies = await start();
    mkdirSync(join(folder, 'policy.new'));
    good(await policies.offer(await sign(policy())));
    expect(policies.current().version).toBe(2);
    expect((await start()).current()).toEqual(EMBEDDED_POLICY);
  });
});
