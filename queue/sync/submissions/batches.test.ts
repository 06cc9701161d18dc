import { describe, expect, test, vi } from 'vitest';
import { batchRequestSchema, MOST_BATCH_BYTES } from '../../../domain/wire/batch.ts';
import type { SubmissionRequest } from '../../../domain/wire/contract.ts';
import { type Act, blackHole, hangUp, json, page, problem } from '../../testing/exchange.ts';
import { accept, acceptBatch, taken } from '../../testing/platform-acts.ts';
import { newSubmission } from '../../testing/submissions.ts';
import { startedTerminal, type TestTerminal } from '../../testing/terminal.ts';
import { good } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 60_000 });

const BATCHES = 'POST /v1/batches';

function itemsOf(body: Buffer): readonly SubmissionRequest[] {
  return batchRequestSchema.parse(JSON.parse(body.toString('utf8'))).items;
}

/** A terminal whose platform takes fifty at a time. */
async function batchTerminal(batch = 50): Promise<TestTerminal> {
  const terminal = await startedTerminal();
  terminal.gateway.drain = { afterMs: 0, batch };
  await terminal.sleepThrough();
  await terminal.asleep();
  return terminal;
}

/** All at once: the agent is told when they are all there. */
function keepMany(terminal: TestTerminal, count: number, bytes = 900): readonly string[] {
  const ids = Array.from(
    { length: count },
    (_, lane) => good(terminal.queue.enqueue(newSubmission({ lane, bytes }))).id,
  );
  terminal.agent.wake();
  return ids;
}

const allAre = (terminal: TestTerminal, ids: readonly string[], state: string): boolean =>
  ids.every((id) => terminal.state(id) === state);

describe('many are kept and the platform takes fifty at a time', () => {
  test('they go together, with one commit to claim and one to acknowledge for each exchange', async () => {
    const terminal = await batchTerminal();
    let commits = 0;
    const real = { ...terminal.queue };
    const counted = <R>(result: R): R => {
      commits += 1;
      return result;
    };
    Object.assign(terminal.queue, {
      acknowledge: (...given: Parameters<typeof real.acknowledge>) => counted(real.acknowledge(...given)),
      acknowledgeAll: (...given: Parameters<typeof real.acknowledgeAll>) =>
        counted(real.acknowledgeAll(...given)),
      release: (...given: Parameters<typeof real.release>) => counted(real.release(...given)),
      releaseAll: (...given: Parameters<typeof real.releaseAll>) => counted(real.releaseAll(...given)),
    });
    const ids = keepMany(terminal, 200);
    await terminal.until(() => good(terminal.queue.counts()).accepted === 200);
    await terminal.asleep();
    expect(terminal.gateway.stored.size).toBe(200);
    expect(terminal.asked(BATCHES)).toBeLessThanOrEqual(10);
    expect(terminal.posts()).toBe(0);
    expect(commits).toBe(terminal.asked(BATCHES));
    expect(terminal.itemStates(ids[0] ?? '')).toEqual(['received', 'accepted']);
  });

  test('a van comes back with 2,000 after eight hours: all arrive within two minutes at 50 ms', async () => {
    const terminal = await batchTerminal();
    terminal.gateway.always.batches = async (exchange) => {
      terminal.clock.advance(50);
      await acceptBatch(exchange);
    };
    await terminal.gateway.down();
    terminal.agent.wake();
    const ids = keepMany(terminal, 2_000, 300);
    terminal.clock.advance(8 * 3_600_000);
    await terminal.asleep();
    await terminal.gateway.up();
    const back = terminal.clock.uptime();
    await terminal.sleepThrough();
    await terminal.until(() => terminal.gateway.stored.size === 2_000);
    await terminal.until(() => good(terminal.queue.counts()).pending === 0);
    expect(allAre(terminal, ids, 'accepted')).toBe(true);
    expect(terminal.clock.uptime() - back).toBeLessThan(120_000);
  });

  test('one member’s submissions arrive in the order they were kept', async () => {
    const terminal = await batchTerminal();
    const order: string[] = [];
    terminal.gateway.always.batches = async (exchange) => {
      order.push(...itemsOf(exchange.body).map((item) => item.envelope.id));
      await acceptBatch(exchange);
    };
    const ids = Array.from({ length: 12 }, (_, index) => terminal.keep(index % 2));
    await terminal.until(() => allAre(terminal, ids, 'accepted'));
    for (const lane of [0, 1]) {
      const ofLane = ids.filter((_, index) => index % 2 === lane);
      expect([...terminal.gateway.stored.keys()].filter((id) => ofLane.includes(id))).toEqual(ofLane);
    }
  });

  test('large ones: no request is larger than the platform takes', async () => {
    const terminal = await batchTerminal();
    const ids = keepMany(terminal, 40, 64 * 1024);
    await terminal.until(() => allAre(terminal, ids, 'accepted'));
    const sizes = terminal.gateway.log.filter(({ line }) => line === BATCHES).map(({ bytes }) => bytes);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BATCH_BYTES);
    expect(Math.max(...sizes)).toBeGreaterThan(MOST_BATCH_BYTES / 2);
  });

  test('a single one goes as a single one', async () => {
    const terminal = await batchTerminal();
    const id = terminal.keep();
    await terminal.until(() => terminal.state(id) === 'accepted');
    expect(terminal.asked(BATCHES)).toBe(0);
  });
});

describe('each item of a batch is answered by itself', () => {
  test('refused, put off, forged, forgotten: only that one is held up', async () => {
    const terminal = await batchTerminal();
    const [fine, refused, busy, forged, forgotten, last] = keepMany(terminal, 6);
    terminal.gateway.script.batches.push(async ({ body, gateway, response }) => {
      const results = [];
      for (const item of itemsOf(body)) {
        const { id, digest, terminalId } = item.envelope;
        if (id === refused) {
          results.push({ taken: false, id, status: 422, code: 'payload-invalid', retryAfterSeconds: null });
        } else if (id === busy) {
          results.push({ taken: false, id, status: 409, code: 'busy', retryAfterSeconds: 7 });
        } else if (id === forged) {
          const receivedAt = '2026-03-02T04:10:00.000Z';
          const receipt = await gateway.platform.signForeign({ id, digest, terminalId, receivedAt });
          results.push({ taken: true, id, response: { receipt, outcome: null } });
        } else if (id !== forgotten) {
          results.push({ taken: true, id, response: await taken(gateway, item) });
        }
      }
      json(response, 200, { results: results.reverse(), drain: gateway.drain });
    });
    await terminal.asleep();
    expect([fine, last].map((id) => terminal.state(id ?? ''))).toEqual(['accepted', 'accepted']);
    expect(terminal.state(refused ?? '')).toBe('parked');
    expect([busy, forged, forgotten].map((id) => terminal.state(id ?? ''))).toEqual(['kept', 'kept', 'kept']);
    expect(terminal.connection()).toBe('online receipt-not-trusted');
    const busySince = terminal.clock.uptime();
    const others = [busy, forged, forgotten].map((id) => id ?? '');
    while (!allAre(terminal, others, 'accepted')) await terminal.sleepThrough();
    expect(terminal.clock.uptime() - busySince).toBeGreaterThanOrEqual(7_000);
    expect(terminal.gateway.stored.size).toBe(5);
    expect(terminal.connection()).toBe('online');
  });

  test('the reply of a whole batch is lost: sent again, one effect each', async () => {
    const terminal = await batchTerminal();
    terminal.gateway.script.batches.push(async ({ body, gateway, request }) => {
      for (const item of itemsOf(body)) await taken(gateway, item);
      request.socket.destroy();
    });
    const ids = keepMany(terminal, 20);
    while (!allAre(terminal, ids, 'accepted')) await terminal.sleepThrough();
    expect(terminal.gateway.stored.size).toBe(20);
  });

  test('results for something else are none', async () => {
    const terminal = await batchTerminal();
    const ids = keepMany(terminal, 3);
    terminal.gateway.script.batches.push(async ({ gateway, response }) => {
      const stranger = newSubmission();
      const envelope = { ...stranger.envelope, reference: 'K0127-A0001-4', sequence: 1 };
      const answer = await taken(gateway, { envelope, sealed: 'x' });
      gateway.stored.clear();
      json(response, 200, {
        results: [{ taken: true, id: envelope.id, response: answer }],
        drain: gateway.drain,
      });
    });
    await terminal.asleep();
    expect(allAre(terminal, ids, 'kept')).toBe(true);
    while (!allAre(terminal, ids, 'accepted')) await terminal.sleepThrough();
  });
});

describe('a gateway without batches', () => {
  test.each([
    ['404 as a problem', problem(404, 'malformed')],
    ['405 without a word', (({ response }) => void response.writeHead(405).end()) satisfies Act],
    [
      '404 as a page',
      (({ response }) =>
        void response.writeHead(404, { 'content-type': 'text/html' }).end('<html>')) satisfies Act,
    ],
    ['400 for the whole', problem(400, 'malformed')],
    ['413 for the whole', problem(413, 'too-large')],
  ])('%s: the same are sent one by one, without waiting', async (_, act) => {
    const terminal = await batchTerminal();
    terminal.gateway.always.batches = act;
    const ids = keepMany(terminal, 5);
    await terminal.until(() => allAre(terminal, ids, 'accepted'));
    expect(terminal.posts()).toBe(5);
    expect(terminal.asked(BATCHES)).toBe(1);
    expect(good(terminal.queue.get(ids[0] ?? ''))?.attempts).toBe(1);
  });

  test('is asked for batches again after the next probe', async () => {
    const terminal = await batchTerminal();
    terminal.gateway.script.batches.push(problem(404, 'malformed'));
    const first = keepMany(terminal, 5);
    await terminal.until(() => allAre(terminal, first, 'accepted'));
    await terminal.sleepThrough();
    await terminal.asleep();
    const second = keepMany(terminal, 5);
    await terminal.until(() => allAre(terminal, second, 'accepted'));
    expect(terminal.posts()).toBe(5);
    expect(terminal.asked(BATCHES)).toBe(2);
  });

  test('a portal’s page in place of a batch is not taken for the gateway', async () => {
    const terminal = await batchTerminal();
    terminal.gateway.script.batches.push(page);
    const ids = keepMany(terminal, 5);
    await terminal.asleep();
    expect(terminal.connection()).toBe('offline not-the-platform');
    expect(allAre(terminal, ids, 'kept')).toBe(true);
  });
});

describe('the link is slow or breaks', () => {
  test('batches become smaller on a slow link and larger again when it is quick', async () => {
    const terminal = await batchTerminal();
    const sizes: number[] = [];
    let milliseconds = 400;
    terminal.gateway.always.batches = async (exchange) => {
      const { length } = itemsOf(exchange.body);
      sizes.push(length);
      terminal.clock.advance(length * milliseconds);
      await acceptBatch(exchange);
    };
    keepMany(terminal, 150);
    await terminal.until(() => good(terminal.queue.counts()).accepted === 150);
    const settled = sizes.slice(4, -1);
    expect(Math.max(...settled)).toBeLessThanOrEqual(16);
    expect(Math.min(...settled)).toBeGreaterThanOrEqual(2);
    milliseconds = 1;
    keepMany(terminal, 300);
    await terminal.until(() => good(terminal.queue.counts()).accepted === 450);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(30);
  });

  test('no reply within the deadline: halved, and the rest goes on', async () => {
    const terminal = await batchTerminal();
    const sizes: number[] = [];
    terminal.gateway.script.batches.push(({ body }) => {
      sizes.push(itemsOf(body).length);
    });
    terminal.gateway.always.batches = async (exchange) => {
      sizes.push(itemsOf(exchange.body).length);
      await acceptBatch(exchange);
    };
    const ids = keepMany(terminal, 8);
    await terminal.until(() => terminal.asked(BATCHES) === 1);
    terminal.clock.advance(30_000);
    while (!allAre(terminal, ids, 'accepted')) await terminal.sleepThrough();
    expect(sizes.slice(0, 3)).toEqual([8, 4, 4]);
  });

  test('a batch that hangs holds up nobody who comes after it', async () => {
    const terminal = await batchTerminal();
    terminal.gateway.script.batches.push(blackHole);
    const stuck = keepMany(terminal, 5);
    await terminal.until(() => terminal.asked(BATCHES) === 1);
    const later = terminal.keep(900);
    await terminal.until(() => terminal.state(later) === 'accepted');
    expect(allAre(terminal, stuck, 'sending')).toBe(true);
  });

  test('one that breaks every connection it is in ends up alone, and all others arrive', async () => {
    const terminal = await batchTerminal();
    const ids = keepMany(terminal, 30);
    const poison = ids[7] ?? '';
    terminal.gateway.always.batches = (exchange) =>
      itemsOf(exchange.body).some(({ envelope }) => envelope.id === poison)
        ? hangUp(exchange)
        : acceptBatch(exchange);
    terminal.gateway.everyPost = (exchange) =>
      exchange.submission?.envelope.id === poison ? hangUp(exchange) : accept(exchange);
    const others = ids.filter((id) => id !== poison);
    const since = terminal.clock.uptime();
    while (!allAre(terminal, others, 'accepted')) await terminal.sleepThrough();
    expect(terminal.clock.uptime() - since).toBeLessThan(60_000);
    expect(['kept', 'sending']).toContain(terminal.state(poison));
  });
});

describe('the platform says when', () => {
  test('it is not our turn yet: kept, said, and sent then', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.drain = { afterMs: 40_000, batch: 50 };
    await terminal.sleepThrough();
    await terminal.asleep();
    const ids = keepMany(terminal, 10);
    const told = terminal.clock.uptime();
    expect(await terminal.asleep()).toBe(40_000);
    expect(terminal.agent.activity()).toBe('waiting-turn');
    expect(terminal.connection()).toBe('online');
    terminal.gateway.drain = { afterMs: 0, batch: 50 };
    await terminal.sleepThrough();
    await terminal.until(() => allAre(terminal, ids, 'accepted'));
    expect(terminal.clock.uptime() - told).toBeGreaterThanOrEqual(40_000);
    await terminal.asleep();
    expect(terminal.agent.activity()).toBe('idle');
  });

  test('so many, then a pause, then the next', async () => {
    const terminal = await batchTerminal();
    terminal.gateway.drain = { afterMs: 5_000, batch: 10 };
    const at: number[] = [];
    terminal.gateway.always.batches = async (exchange) => {
      at.push(terminal.clock.uptime());
      expect(itemsOf(exchange.body).length).toBeLessThanOrEqual(10);
      await acceptBatch(exchange);
    };
    await terminal.sleepThrough();
    await terminal.asleep();
    const ids = keepMany(terminal, 30);
    while (!allAre(terminal, ids, 'accepted')) await terminal.sleepThrough();
    const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(2);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(5_000);
  });

  test('429 for a batch with Retry-After: no call of any kind before that, then all arrive', async () => {
    const terminal = await batchTerminal();
    terminal.gateway.script.batches.push(problem(429, 'busy', { 'retry-after': '20' }));
    const ids = keepMany(terminal, 10);
    await terminal.asleep();
    const calls = terminal.gateway.log.length;
    terminal.clock.advance(19_990);
    await terminal.asleep();
    expect(terminal.gateway.log).toHaveLength(calls);
    while (!allAre(terminal, ids, 'accepted')) await terminal.sleepThrough();
    expect(good(terminal.queue.get(ids[0] ?? ''))?.attempts).toBe(2);
  });
});
