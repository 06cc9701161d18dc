import { describe, expect, test, vi } from 'vitest';
import { accept, type Act, hangUp, json, storeAndHangUp } from '../testing/scripted-gateway.ts';
import { startedTerminal, testTerminal } from '../testing/terminal.ts';
import { good, only } from '../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

/** Never answers; the connection stays open. */
const blackHole: Act = () => undefined;

describe('the network is there', () => {
  test('what is kept arrives once, with a verified receipt', async () => {
    const terminal = await startedTerminal();
    const id = terminal.keep();
    await terminal.until(() => terminal.state(id) === 'accepted');
    expect(terminal.gateway.stored.size).toBe(1);
    expect(good(terminal.queue.get(id))).toMatchObject({
      receivedAt: '2026-03-02T04:10:00.000Z',
      outcome: { state: 'accepted' },
      attempts: 1,
    });
    await terminal.asleep();
    expect(terminal.itemStates(id)).toEqual(['received', 'accepted']);
    expect(terminal.connection()).toBe('online');
    expect(terminal.events.findLast((event) => event.type === 'COUNTS')).toEqual({
      type: 'COUNTS',
      pending: 0,
      parked: 0,
    });
    expect(terminal.posts()).toBe(1);
  });

  test('the request carries credential, key and the very bytes that were sealed', async () => {
    const terminal = await startedTerminal();
    let headers: Record<string, unknown> = {};
    terminal.gateway.posts.push((exchange) => {
      headers = exchange.request.headers;
      return accept(exchange);
    });
    const id = terminal.keep();
    await terminal.until(() => terminal.state(id) === 'accepted');
    expect(headers).toMatchObject({
      authorization: `Bearer ${terminal.gateway.platform.enrolment.credential}`,
      'idempotency-key': id,
      'content-type': 'application/json',
    });
    const sent = only([...terminal.gateway.stored.values()]);
    expect(sent.sealed).toBe(Buffer.from(good(terminal.queue.sealedOf(id)) ?? []).toString('base64url'));
    expect(sent.envelope).toEqual(good(terminal.queue.get(id))?.envelope);
  });

  test('one member’s submissions arrive in the order they were kept', async () => {
    const terminal = await testTerminal();
    const ids = Array.from({ length: 6 }, () => terminal.keep(7));
    terminal.agent.start();
    await terminal.until(() => ids.every((id) => terminal.state(id) === 'accepted'));
    expect([...terminal.gateway.stored.keys()]).toEqual(ids);
  });

  test('an outcome that says no is told with its code', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(async ({ submission, gateway, response }) => {
      if (submission === null) return;
      const { id, digest, terminalId } = submission.envelope;
      const receipt = await gateway.platform.signReceipt({
        id,
        digest,
        terminalId,
        receivedAt: '2026-03-02T04:10:00.000Z',
      });
      json(response, 201, { receipt, outcome: { state: 'rejected', code: 'already-registered' } });
    });
    const id = terminal.keep();
    await terminal.until(() => terminal.state(id) === 'rejected');
    expect(terminal.events.findLast((event) => event.type === 'ITEM')).toMatchObject({
      state: 'rejected',
      outcome: 'already-registered',
    });
  });

  test('idle, it looks once a minute', async () => {
    const terminal = await startedTerminal();
    expect(await terminal.asleep()).toBe(60_000);
    await terminal.sleepThrough();
    expect(await terminal.asleep()).toBe(60_000);
    expect(terminal.gateway.log.map((entry) => entry.line)).toEqual(['GET /v1/health', 'GET /v1/health']);
  });
});

describe('the network is weather', () => {
  test('gone while things are kept: nothing is lost, and all arrive once it is back', async () => {
    const terminal = await testTerminal();
    await terminal.gateway.down();
    terminal.agent.start();
    const ids = [1, 2, 3].map((lane) => terminal.keep(lane));
    await terminal.asleep();
    expect(terminal.connection()).toBe('offline no-network');
    for (let look = 0; look < 20; look += 1) {
      expect(await terminal.asleep()).toBeLessThanOrEqual(2_000);
      await terminal.sleepThrough();
    }
    expect(ids.map(terminal.state)).toEqual(['kept', 'kept', 'kept']);
    await terminal.gateway.up();
    await terminal.sleepThrough();
    await terminal.until(() => ids.every((id) => terminal.state(id) === 'accepted'));
    expect(terminal.connection()).toBe('online');
    expect(terminal.gateway.stored.size).toBe(3);
  });

  test('the reply is lost after the platform stored it: sent again, one effect', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(storeAndHangUp);
    const id = terminal.keep();
    await terminal.until(() => terminal.gateway.stored.has(id));
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
    expect(terminal.posts()).toBe(2);
    expect(terminal.gateway.stored.size).toBe(1);
    expect(good(terminal.queue.get(id))?.attempts).toBe(2);
  });

  test('the reply is cut in the middle', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(({ response, request }) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"receipt":"', () => request.socket.destroy());
    });
    const id = terminal.keep();
    await terminal.asleep();
    expect(terminal.state(id)).toBe('kept');
    expect(terminal.connection()).toBe('offline no-network');
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
  });

  test('the reply never comes: given up after the deadline, and others are let past', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(blackHole);
    const stuck = terminal.keep(1);
    const other = terminal.keep(2);
    await terminal.until(() => terminal.state(other) === 'accepted');
    expect(terminal.state(stuck)).toBe('sending');
    terminal.clock.advance(30_000);
    await terminal.asleep();
    expect(terminal.state(stuck)).toBe('kept');
    while (terminal.state(stuck) !== 'accepted') await terminal.sleepThrough();
  });

  test('a connection that breaks every time holds up its own submission only', async () => {
    const terminal = await startedTerminal();
    const poisoned = terminal.keep(1);
    terminal.gateway.everyPost = (exchange) =>
      exchange.submission?.envelope.id === poisoned ? hangUp(exchange) : accept(exchange);
    const others = [2, 3, 4, 5, 6, 7].map((lane) => terminal.keep(lane));
    while (!others.every((id) => terminal.state(id) === 'accepted')) await terminal.sleepThrough();
    expect(['kept', 'sending']).toContain(terminal.state(poisoned));
  });
});

describe('stopping', () => {
  test('in the middle of a request: the submission is given back untried', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.posts.push(blackHole);
    const id = terminal.keep();
    await terminal.until(() => terminal.posts() === 1);
    await terminal.agent.stop();
    expect(good(terminal.queue.get(id))).toMatchObject({ state: 'kept', attempts: 0 });
    expect(terminal.clock.timers()).toEqual([]);
  });

  test('before starting, and twice', async () => {
    const terminal = await testTerminal();
    await terminal.agent.stop();
    await terminal.agent.stop();
    terminal.agent.start();
    expect(terminal.gateway.log).toEqual([]);
  });
});

describe('the disk fails while a receipt is being stored', () => {
  test('the submission stays, and is sent again: one effect', async () => {
    const terminal = await startedTerminal();
    let failing = true;
    const real = { ...terminal.queue };
    Object.assign(terminal.queue, {
      acknowledge: (...given: Parameters<typeof real.acknowledge>) =>
        failing ? { ok: false, code: 'storage-fault' } : real.acknowledge(...given),
    });
    const id = terminal.keep();
    await terminal.until(() => terminal.gateway.stored.has(id));
    await terminal.asleep();
    expect(terminal.state(id)).toBe('sending');
    failing = false;
    while (terminal.state(id) !== 'accepted') await terminal.sleepThrough();
    expect(terminal.gateway.stored.size).toBe(1);
  });
});
