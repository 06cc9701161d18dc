import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  EMBEDDED_POLICY,
  type Policy,
  policyResponseSchema,
  policySchema,
} from '../../domain/wire/policy.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import { revokeKey } from '../keys/rotate.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { expectProblem } from '../testing/answers.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { setPolicy } from './policies.ts';

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

async function answered(): Promise<{ readonly policy: Policy; readonly jws: string }> {
  const answer = await gateway.call('GET', '/v1/policy');
  expect(answer.status).toBe(200);
  const { policy: jws } = policyResponseSchema.parse(answer.json);
  const { keys } = gateway.terminal;
  const verified = await verifyUnder(jws, keys, 'reference-data', policySchema, (policy) => policy.issuedAt);
  if (!verified.ok) throw new Error(verified.code);
  return { policy: verified.value, jws };
}

async function set(content: unknown) {
  const opened = openSqliteStore(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  const result = await setPolicy(opened.value, content, NOW);
  opened.value.close();
  return result;
}

const NEWER = { ...EMBEDDED_POLICY, version: 2, retention: { receivedDays: 7 } };

describe('a terminal asks for the policy', () => {
  it('gets the one it has built in, signed and dated now, until another is set', async () => {
    expect((await answered()).policy).toEqual({ ...EMBEDDED_POLICY, issuedAt: NOW });
    expect(await set(NEWER)).toEqual({ ok: true, value: 2 });
    expect((await answered()).policy).toEqual({ ...NEWER, issuedAt: NOW });
    const health = await gateway.call('GET', '/v1/health');
    expect(health.json).toMatchObject({ policyVersion: 2 });
  });

  it('gets one that is dated anew after a minute, and the very same before', async () => {
    const first = await answered();
    gateway.setNow('2026-11-22T03:10:59.999Z');
    expect((await answered()).jws).toBe(first.jws);
    gateway.setNow('2026-11-22T03:11:00.000Z');
    expect((await answered()).policy.issuedAt).toBe('2026-11-22T03:11:00.000Z');
    gateway.setNow('2026-11-22T03:05:00.000Z');
    expect((await answered()).policy.issuedAt).toBe('2026-11-22T03:05:00.000Z');
  });

  it('is asked to come again while no key for it is in force', async () => {
    const key = gateway.terminal.keys.keys.find(({ use }) => use === 'reference-data');
    await revokeKey({ dataDir: gateway.dataDir, kid: key?.kid ?? '' });
    expectProblem(await gateway.call('GET', '/v1/policy'), 503, 'busy');
  });

  it('is refused without its credential', async () => {
    expectProblem(await gateway.get('/v1/policy'), 401, 'terminal-unknown');
  });
});

describe('somebody sets a policy', () => {
  it.each<[string, unknown]>([
    ['of the version that terminals have built in', { ...NEWER, version: 1 }],
    ['of the version that is in force', NEWER],
  ])('%s, and is refused', async (_what, content) => {
    await set(NEWER);
    expect(await set(content)).toMatchObject({ ok: false, code: 'version-not-newer' });
    expect((await answered()).policy.version).toBe(2);
  });

  it.each<[string, unknown, string]>([
    ['null', null, ''],
    ['without a van', { ...NEWER, freeze: { ...NEWER.freeze, van: undefined } }, 'freeze.van'],
    [
      'that freezes before it warns',
      {
        ...NEWER,
        freeze: { ...NEWER.freeze, kiosk: { ...NEWER.freeze.kiosk, pending: { warn: 10, freeze: 5 } } },
      },
      'freeze.kiosk.pending',
    ],
    ['with a field that nobody knows', { ...NEWER, extra: 1 }, ''],
  ])('%s, and is told where it is wrong', async (_what, content, place) => {
    expect(await set(content)).toEqual({ ok: false, code: 'policy-malformed', params: { place } });
    expect((await answered()).policy.version).toBe(1);
  });
});
