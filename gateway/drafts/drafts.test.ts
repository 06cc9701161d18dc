import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftPath, MAX_DRAFT_BYTES, type StoredDraft } from '../../domain/parking/wire.ts';
import { expectProblem } from '../testing/answers.ts';
import { callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';

const KEY = 'k'.repeat(43);
const DAY_MS = 24 * 3_600_000;
const draft: StoredDraft = {
  draftId: 'K7M2',
  schemaVersion: 1,
  expiresAt: inDays(7),
  sealed: 'q'.repeat(400),
};

function inDays(days: number): string {
  return new Date(Date.parse(NOW) + days * DAY_MS).toISOString();
}

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

const put = (change: Readonly<Record<string, unknown>> = {}, key = KEY) =>
  gateway.call('PUT', draftPath(key), { ...draft, ...change });
const get = (key = KEY) => gateway.call('GET', draftPath(key));
const end = (key = KEY) => gateway.call('DELETE', draftPath(key));

describe('a draft at the gateway', () => {
  it('is given to any enrolled terminal that has its key, as often as it asks, until it is over', async () => {
    expect((await put()).json).toEqual({ stored: true });
    const other = await gateway.enrol('K0128');
    for (let time = 0; time < 2; time += 1) {
      expect((await callAs(gateway.url, other, 'GET', draftPath(KEY))).json).toEqual(draft);
    }
    expect((await callAs(gateway.url, other, 'DELETE', draftPath(KEY))).json).toEqual({ gone: true });
    expectProblem(await get(), 404, 'draft-gone');
  });

  it('is not given to who is no terminal', async () => {
    await put();
    expect((await gateway.get(draftPath(KEY))).status).toBe(401);
  });

  it('may be left twice, and nothing is ever overwritten', async () => {
    await put();
    expect((await put()).json).toEqual({ stored: true });
    expectProblem(await put({ sealed: 'r'.repeat(400) }), 422, 'idempotency-key-reused');
    expectProblem(await put({ expiresAt: inDays(8) }), 422, 'idempotency-key-reused');
    expect((await get()).json).toEqual(draft);
  });

  it('that is over does not come back with an upload that was late', async () => {
    await put();
    await end();
    expectProblem(await put(), 404, 'draft-gone');
    expect((await end()).json).toEqual({ gone: true });
  });

  it('that nobody left is not found, and is over as well as any', async () => {
    expectProblem(await get(), 404, 'not-found');
    expect((await end()).json).toEqual({ gone: true });
    expect((await put()).json).toEqual({ stored: true });
  });

  it('is over at its time, and then forgotten with its key', async () => {
    await put();
    gateway.setNow(draft.expiresAt);
    const answer = await get();
    expect(answer.status).toBe(404);
    expectProblem(await put(), 422, 'expired');
  });
});

describe('what is not taken', () => {
  it.each([
    ['its time is over', { expiresAt: inDays(-1) }, 422, 'expired'],
    ['it would wait for months', { expiresAt: inDays(32) }, 400, 'malformed'],
    ['it is not what the contract says', { draftId: 'lower' }, 400, 'malformed'],
    ['it brings something in the open', { name: 'somebody' }, 400, 'malformed'],
    ['it is empty', { sealed: '' }, 400, 'malformed'],
    ['it is no base64url', { sealed: '{"name":"somebody"}'.padEnd(80, ' ') }, 400, 'malformed'],
    ['it is huge', { sealed: 'q'.repeat(MAX_DRAFT_BYTES * 2) }, 413, 'too-large'],
  ] as const)('%s', async (_, change, status, code) => {
    expectProblem(await put(change), status, code);
    expectProblem(await get(), 404, 'not-found');
  });

  it.each(['short', '%2e%2e%2fetc', `${KEY}x`])('a key that is none: %s', async (key) => {
    expect((await get(key)).status).toBeGreaterThanOrEqual(400);
    expect((await put({}, key)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('somebody tries', () => {
  it('keys that nobody has: after thirty in an hour the terminal has to wait, and what is there waits with it', async () => {
    await put();
    for (let count = 0; count < 30; count += 1) {
      expectProblem(await get(String(count).padStart(43, 'x')), 404, 'not-found');
    }
    const refused = await get();
    expectProblem(refused, 429, 'too-many-tries');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const other = await gateway.enrol('K0128');
    expect((await callAs(gateway.url, other, 'GET', draftPath(KEY))).status).toBe(200);
    gateway.setNow(new Date(Date.parse(NOW) + 3_700_000).toISOString());
    expect((await get()).status).toBe(200);
  });

  it('to fill the gateway: after sixty new ones in an hour the terminal has to wait; the same again is no new one', async () => {
    for (let count = 0; count < 60; count += 1) {
      expect((await put({}, String(count).padStart(43, 'x'))).status).toBe(200);
    }
    expectProblem(await put(), 429, 'too-many-tries');
  });

  it('fetching what is there costs nothing', async () => {
    await put();
    for (let count = 0; count < 40; count += 1) expect((await get()).status).toBe(200);
  });
});

it('is in no log, neither key nor bytes', async () => {
  const sealed = 'Zephyr-Canary-'.repeat(20);
  await put({ sealed });
  await get();
  await put({ sealed: sealed.replace('Z', 'z') });
  await end();
  await gateway.call('POST', draftPath(KEY), { sealed });
  expect(gateway.log.length).toBeGreaterThan(0);
  expect(gateway.log.join('\n')).not.toContain(KEY);
  expect(gateway.log.join('\n')).not.toContain('Canary');
});
