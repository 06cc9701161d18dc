import { describe, expect, test, vi } from 'vitest';
import { type Act, json, page, problem } from '../testing/exchange.ts';
import { startedTerminal, testTerminal } from '../testing/terminal.ts';
import { good } from '../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

describe('somebody else answers', () => {
  const redirect: Act = ({ response }) => {
    response.writeHead(302, { location: 'http://portal.example/login' }).end();
  };
  const garbage: Act = ({ response }) => json(response, 201, { receipt: 7 });
  const untyped: Act = ({ response }) => {
    response.writeHead(201, { 'content-type': 'text/plain' }).end('ok');
  };
  const empty: Act = ({ response }) => {
    response.writeHead(204).end();
  };
  const refusedByProxy: Act = ({ response }) => {
    response.writeHead(403, { 'content-type': 'text/html; charset=utf-8' }).end('<html>blocked</html>');
  };
  const wrongProblem: Act = ({ response }) => {
    response.writeHead(422, { 'content-type': 'text/html' }).end('<html>422 payload-invalid</html>');
  };
  const endless: Act = ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(' '.repeat(300_000));
  };
  const noHttp: Act = ({ request }) => {
    request.socket.end('SSH-2.0-OpenSSH_9.2\r\n');
  };

  test.each([
    ['a captive portal’s page', page],
    ['a redirect', redirect],
    ['JSON that is none of ours', garbage],
    ['plain text', untyped],
    ['nothing at all, successfully', empty],
    ['a proxy’s refusal', refusedByProxy],
    ['a page that calls itself 422', wrongProblem],
    ['more than any answer of ours', endless],
    ['something that is not HTTP', noHttp],
  ])('%s: kept, said, and sent when the platform is back', async (_, act) => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(act);
    const id = terminal.keep();
    await terminal.until(() => terminal.posts() === 1);
    await terminal.asleep();
    expect(terminal.state(id)).toBe('kept');
    expect(terminal.connection()).toBe('offline not-the-platform');
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
    expect(terminal.connection()).toBe('online');
  });

  test('a portal that also answers the probe', async () => {
    const terminal = await testTerminal();
    terminal.gateway.healths.push(page, page, page);
    terminal.agent.start();
    for (let look = 0; look < 3; look += 1) {
      expect(await terminal.asleep()).toBeLessThanOrEqual(15_000);
      expect(terminal.connection()).toBe('offline not-the-platform');
      await terminal.sleepThrough();
    }
    await terminal.asleep();
    expect(terminal.connection()).toBe('online');
    expect(terminal.posts()).toBe(0);
  });
});

describe('the platform says no, or not now', () => {
  test.each([401, 403])('%i: kept, said, nothing dropped', async (status) => {
    const terminal = await startedTerminal();
    terminal.gateway.everyPost = problem(status, 'terminal-unknown');
    const ids = [1, 2, 3].map((lane) => terminal.keep(lane));
    await terminal.asleep();
    expect(terminal.connection()).toBe('offline terminal-refused');
    expect(ids.map(terminal.state)).toEqual(['kept', 'kept', 'kept']);
    terminal.gateway.everyPost = null;
    while (!ids.every((id) => terminal.state(id) === 'accepted')) await terminal.sleepThrough();
  });

  test('refused again and again while probes are answered: asked less and less often', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.everyPost = problem(401, 'terminal-unknown');
    terminal.keep();
    for (let attempt = 0; attempt < 12; attempt += 1) await terminal.sleepThrough();
    expect(await terminal.asleep()).toBeGreaterThan(250_000);
    expect(terminal.connection()).toBe('offline terminal-refused');
  });

  test.each([408, 425, 500, 502, 503, 504])('%i: sent again after a while', async (status) => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(({ response }) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html>oops</html>');
    });
    const id = terminal.keep();
    await terminal.asleep();
    expect(terminal.state(id)).toBe('kept');
    expect(terminal.connection()).toBe('online platform-busy');
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
    expect(terminal.posts()).toBe(2);
    expect(terminal.connection()).toBe('online');
  });

  test('the waits grow, to a limit', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.everyPost = problem(503, 'busy');
    terminal.keep();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      waits.push(await terminal.asleep());
      await terminal.sleepThrough();
    }
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeLessThanOrEqual(Math.min(300_000, 1_000 * 2 ** index) + 10);
    }
    expect(Math.max(...waits)).toBeGreaterThan(250_000);
  });

  const AT = 'Mon, 02 Mar 2026 04:00:00 GMT';
  const LATER = 'Mon, 02 Mar 2026 04:00:07 GMT';
  test.each([
    ['429 with seconds', 429, { 'retry-after': '7' }],
    ['503 with seconds', 503, { 'retry-after': '7' }],
    ['503 with a date, whatever our own clock says', 503, { 'retry-after': LATER, date: AT }],
  ])('%s: no call of any kind before that', async (_, status, headers) => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(problem(status, 'busy', headers));
    const id = terminal.keep(1);
    await terminal.asleep();
    const calls = terminal.gateway.log.length;
    terminal.keep(2);
    expect(terminal.agent.activity()).toBe('waiting-retry');
    terminal.clock.advance(6_990);
    await terminal.asleep();
    expect(terminal.gateway.log).toHaveLength(calls);
    // Not all whom it asked for seven seconds come in the same moment, but all within a tenth more.
    terminal.clock.advance(720);
    await terminal.until(() => terminal.state(id) === 'accepted');
  });

  test('a date in a wrong year stops nobody for long', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(problem(503, 'busy', { 'retry-after': 'Fri, 02 Mar 2096 04:00:07 GMT' }));
    terminal.keep();
    expect(await terminal.asleep()).toBeLessThanOrEqual(3_600_000);
  });

  test('409, still working on it: waited for, one effect', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(problem(409, 'idempotency-in-progress', { 'retry-after': '3' }));
    const id = terminal.keep();
    expect(await terminal.asleep()).toBeGreaterThanOrEqual(3_000);
    expect(terminal.connection()).toBe('online');
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
    expect(terminal.posts()).toBe(2);
  });

  test('409 because the platform is busy with that member: sent again, nothing is parked', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(problem(409, 'busy'));
    const id = terminal.keep();
    await terminal.asleep();
    expect(terminal.state(id)).toBe('kept');
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
  });

  test('409 without a code of ours is not the platform', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(problem(409, 'conflict'));
    const id = terminal.keep();
    await terminal.asleep();
    expect(terminal.state(id)).toBe('kept');
    expect(terminal.connection()).toBe('offline not-the-platform');
  });

  test.each([
    [400, 'malformed'],
    [409, 'idempotency-key-reused'],
    [413, 'too-large'],
    [422, 'payload-invalid'],
    [422, 'idempotency-key-reused'],
    [422, 'cannot-open'],
  ])('%i %s: parked with its code; holds its own lane and no other', async (status, code) => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(problem(status, code));
    const poisoned = terminal.keep(1);
    await terminal.until(() => terminal.state(poisoned) === 'parked');
    const [held, free] = [terminal.keep(1), terminal.keep(2)];
    await terminal.until(() => terminal.state(free) === 'accepted');
    await terminal.asleep();
    expect(terminal.state(held)).toBe('kept');
    expect(good(terminal.queue.get(poisoned))).toMatchObject({ state: 'parked', parkedReason: code });
    expect(terminal.itemStates(poisoned)).toEqual(['parked']);
    expect(terminal.posts()).toBe(2);
    expect(terminal.events.findLast((event) => event.type === 'COUNTS')).toMatchObject({
      pending: 1,
      parked: 1,
    });
  });
});

describe('a receipt that cannot be trusted', () => {
  const forged: Act = async ({ submission, gateway, response }) => {
    if (submission === null) return;
    const { id, digest, terminalId } = submission.envelope;
    const receipt = await gateway.platform.signForeign({
      id,
      digest,
      terminalId,
      receivedAt: '2026-03-02T04:10:00.000Z',
    });
    json(response, 201, { receipt, outcome: { state: 'accepted' } });
  };
  const ofAnother: Act = async ({ submission, gateway, response }) => {
    if (submission === null) return;
    const { id, terminalId } = submission.envelope;
    const receipt = await gateway.platform.signReceipt({
      id,
      digest: 'A'.repeat(43),
      terminalId,
      receivedAt: '2026-03-02T04:10:00.000Z',
    });
    json(response, 201, { receipt, outcome: null });
  };
  const nonsense: Act = ({ response }) => json(response, 201, { receipt: 'x'.repeat(40), outcome: null });

  test.each([
    ['signed by somebody else', forged],
    ['for other bytes', ofAnother],
    ['no signature at all', nonsense],
  ])('%s: kept, visible, audited once, and received when a good one comes', async (_, act) => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(act, act);
    const id = terminal.keep();
    await terminal.until(() => terminal.posts() === 1);
    await terminal.asleep();
    expect(terminal.state(id)).toBe('kept');
    expect(good(terminal.queue.get(id))?.receipt).toBeNull();
    expect(terminal.connection()).toBe('online receipt-not-trusted');
    await terminal.until(() => terminal.gateway.log.some((entry) => entry.line === 'GET /v1/keys'));
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
    expect(terminal.connection()).toBe('online');
    expect(terminal.posts()).toBe(3);
    // The second refusal was the same fault.
    expect(terminal.audited().filter((event) => event.startsWith('submission.'))).toEqual([
      'submission.kept',
      'submission.receipt-refused',
      'submission.received',
    ]);
  });

  test('under a key that has been revoked: purges nothing', async () => {
    const terminal = await startedTerminal();
    const { platform } = terminal.gateway;
    const keys = platform.document.keys.map((key) =>
      key.use === 'receipt' ? { ...key, revokedAt: '2026-03-01T00:00:00.000Z' } : key,
    );
    terminal.gateway.keyDocument = await platform.signDocument({ ...platform.document, version: 2, keys });
    terminal.gateway.keyDocumentVersion = 2;
    await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.keys.document().version).toBe(2);
    const id = terminal.keep();
    await terminal.until(() => terminal.posts() === 1);
    await terminal.asleep();
    expect(terminal.state(id)).toBe('kept');
    expect(terminal.connection()).toBe('online receipt-not-trusted');
  });

  test('under a key that is newer than ours: the keys are fetched and the same answer counts', async () => {
    const terminal = await testTerminal();
    const { platform } = terminal.gateway;
    const old = platform.document.keys.filter((key) => key.use !== 'receipt');
    good(
      await terminal.keys.offer(await platform.signDocument({ ...platform.document, version: 2, keys: old })),
    );
    terminal.gateway.keyDocument = await platform.signDocument({ ...platform.document, version: 3 });
    terminal.gateway.keyDocumentVersion = 2;
    terminal.agent.start();
    const id = terminal.keep();
    await terminal.until(() => terminal.state(id) === 'accepted');
    expect(terminal.posts()).toBe(1);
    expect(terminal.keys.document().version).toBe(3);
  });

  test('newer keys that the root did not sign are not taken, and it is said', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.keyDocument = await terminal.gateway.platform.signForeign({
      ...terminal.gateway.platform.document,
      version: 9,
    });
    terminal.gateway.keyDocumentVersion = 9;
    await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.keys.document().version).toBe(1);
    expect(terminal.connection()).toBe('online keys-not-trusted');
  });
});
