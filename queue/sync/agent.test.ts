import { describe, expect, test, vi } from 'vitest';
import { blackHole, hangUp, json, page, storeAndHangUp } from '../testing/exchange.ts';
import { accept, PLATFORM_ACTS } from '../testing/platform-acts.ts';
import { startedTerminal, testTerminal } from '../testing/terminal.ts';
import { newSubmission } from '../testing/submissions.ts';
import type { NewSubmission } from '../store/submission.ts';
import { good, only } from '../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

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
    for (let look = 0; look < 3; look += 1) {
      const wait = await terminal.asleep();
      expect(wait).toBeGreaterThanOrEqual(54_000);
      expect(wait).toBeLessThanOrEqual(60_000);
      await terminal.sleepThrough();
    }
    await terminal.asleep();
    expect(terminal.asked('GET /v1/health')).toBe(4);
    expect(terminal.asked('GET /v1/policy')).toBe(1);
    expect(terminal.gateway.log).toHaveLength(5);
    const again = ['looking', 'idle'];
    expect(terminal.activities).toEqual(['looking', 'fetching', 'idle', ...again, ...again, ...again]);
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

describe('what may not be sent any more', () => {
  test('lapses, is told once, and never goes', async () => {
    const terminal = await testTerminal();
    await terminal.gateway.down();
    terminal.agent.start();
    const { id } = good(terminal.queue.enqueue(lapsing('2026-03-02T04:06:00.000Z')));
    const stays = good(terminal.queue.enqueue(lapsing('2026-03-02T05:06:00.000Z'))).id;
    terminal.agent.wake();
    await terminal.sleepUntil(() => terminal.state(id) === 'expired');
    await terminal.gateway.up();
    await terminal.sleepUntil(() => terminal.state(stays) === 'accepted');
    expect(terminal.itemStates(id)).toEqual(['expired']);
    expect(terminal.gateway.stored.has(id)).toBe(false);
  });

  function lapsing(validUntil: string): NewSubmission {
    const submission = newSubmission({ lane: 3 });
    return { ...submission, envelope: { ...submission.envelope, validUntil } };
  }
});

describe('a probe', () => {
  test('says how many wait, so that the platform can give turns', async () => {
    const terminal = await testTerminal();
    for (const lane of [1, 2, 3]) terminal.keep(lane);
    let asked = '';
    terminal.gateway.healths.push((exchange) => {
      asked = exchange.url.search;
      return PLATFORM_ACTS.health(exchange);
    });
    terminal.agent.start();
    await terminal.until(() => asked !== '');
    expect(asked).toBe('?pending=3');
  });
});

describe('the last contact', () => {
  test('is noted when the platform answered, and not when somebody else did', async () => {
    const terminal = await testTerminal();
    terminal.gateway.healths.push(page);
    terminal.agent.start();
    await terminal.asleep();
    expect(terminal.contacts).toEqual([]);
    await terminal.sleepThrough();
    await terminal.asleep();
    expect(terminal.contacts).toHaveLength(1);
    expect(good(terminal.queue.status()).lastContact).toBe(terminal.contacts[0]);
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

  test('in the middle of a file: nobody is told that the network is gone', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.always.chunks = blackHole;
    const file = terminal.keepWithFile();
    await terminal.until(() => terminal.gateway.log.some(({ line }) => line.startsWith('PUT ')));
    await terminal.agent.stop();
    expect(terminal.connection()).toBe('online');
    expect(terminal.fileState(file)).toBe('kept');
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
      acknowledgeAll: (...given: Parameters<typeof real.acknowledgeAll>) =>
        failing ? { ok: false, code: 'storage-fault' } : real.acknowledgeAll(...given),
    });
    const id = terminal.keep();
    await terminal.until(() => terminal.gateway.stored.has(id));
    await terminal.asleep();
    expect(terminal.state(id)).toBe('sending');
    failing = false;
    const mended = terminal.clock.uptime();
    await terminal.sleepUntil(() => terminal.state(id) === 'accepted');
    // Not when the lease lapses, which takes ten minutes.
    expect(terminal.clock.uptime() - mended).toBeLessThan(30_000);
    expect(terminal.gateway.stored.size).toBe(1);
  });
});
