import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { CHUNK_BYTES } from '../../../domain/wire/attachment.ts';
import { type Act, blackHole, hangUp, json, problem } from '../../testing/exchange.ts';
import { PLATFORM_ACTS } from '../../testing/platform-acts.ts';
import { startedTerminal, type TestTerminal } from '../../testing/terminal.ts';
import { good, only } from '../../testing/values.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const chunksSent = ({ gateway }: TestTerminal): readonly string[] =>
  gateway.log.filter(({ line }) => line.startsWith('PUT ')).map(({ line }) => line.split('/').at(-1) ?? '');

describe('a submission has a file', () => {
  test('it follows the submission, chunk by chunk, and is received whole', async () => {
    const terminal = await startedTerminal();
    const manifest = terminal.keepWithFile();
    await terminal.until(() => terminal.fileState(manifest) === 'received');
    const lines = terminal.gateway.log.map(({ line }) =>
      line.replace(/[0-9a-f]{8}-.*\/chunks/, 'file/chunks'),
    );
    expect(lines.slice(lines.indexOf('POST /v1/submissions'))).toEqual([
      'POST /v1/submissions',
      'POST /v1/attachments',
      ...[0, 1, 2, 3].map((index) => `PUT /v1/attachments/file/chunks/${String(index)}`),
      'POST /v1/attachments',
    ]);
    const held = terminal.gateway.files.get(manifest.id);
    expect(held?.chunks.get(3)?.byteLength).toBe(100);
    const stored = only(good(terminal.queue.attachmentsOf(manifest.submissionId)));
    expect(stored.receivedAt).toBe('2026-03-02T04:10:00.000Z');
    expect(terminal.audited()).toContain('attachment.received');
  });

  test('one of 20 MB goes too, and the platform is asked again every 64 chunks', async () => {
    const terminal = await startedTerminal();
    const manifest = terminal.keepWithFile(20 * 1024 * 1024);
    await terminal.until(() => terminal.fileState(manifest) === 'received');
    expect(new Set(chunksSent(terminal)).size).toBe(320);
    expect(chunksSent(terminal)).toHaveLength(320);
    expect(terminal.asked('POST /v1/attachments')).toBe(6);
  });

  test('two files take turns', async () => {
    const terminal = await startedTerminal();
    const files = [terminal.keepWithFile(100 * CHUNK_BYTES), terminal.keepWithFile(100 * CHUNK_BYTES)];
    await terminal.until(() => files.every((file) => terminal.fileState(file) === 'received'));
    const owners = terminal.gateway.log
      .filter(({ line }) => line.startsWith('PUT '))
      .map(({ line }) => line.split('/')[3]);
    expect(owners.indexOf(files[1]?.id)).toBeLessThan(owners.lastIndexOf(files[0]?.id));
  });

  test('a submission that is kept meanwhile does not wait for the rest of it', async () => {
    const terminal = await startedTerminal();
    let kept = '';
    let after = 0;
    terminal.gateway.script.chunks.push((exchange) => {
      kept = terminal.keep(9);
      return PLATFORM_ACTS.chunks(exchange);
    });
    terminal.gateway.posts.push(PLATFORM_ACTS.submissions, (exchange) => {
      after = chunksSent(terminal).length;
      return PLATFORM_ACTS.submissions(exchange);
    });
    const manifest = terminal.keepWithFile(40 * CHUNK_BYTES);
    await terminal.until(() => terminal.fileState(manifest) === 'received');
    expect(terminal.state(kept)).toBe('accepted');
    expect(after).toBeLessThanOrEqual(8);
  });

  test('while a submission is on its way, no further chunk is begun', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.chunks.push((exchange) => {
      terminal.gateway.everyPost = blackHole;
      terminal.keep(9);
      return PLATFORM_ACTS.chunks(exchange);
    });
    const manifest = terminal.keepWithFile(8 * CHUNK_BYTES);
    await terminal.until(() => terminal.gateway.files.get(manifest.id)?.chunks.size === 1);
    await terminal.until(() => terminal.posts() === 2);
    // Exchanges that began later have come back by now; a chunk begun at once would have come before them.
    for (let index = 0; index < 5; index += 1) {
      await terminal.agent.enquire({ reference: 'K0127-A0001-4', by: 'code', code: 'K7M29XQA' });
    }
    expect(chunksSent(terminal)).toEqual(['0']);
    terminal.gateway.everyPost = null;
    terminal.clock.advance(30_000);
    await terminal.sleepUntil(() => terminal.fileState(manifest) === 'received');
  });
});

describe('the link breaks', () => {
  test('every fifth chunk is lost: no chunk that arrived is sent again, and the file arrives', async () => {
    const terminal = await startedTerminal();
    let count = 0;
    const lossy: Act = (exchange) => {
      count += 1;
      return count % 5 === 0 ? hangUp(exchange) : PLATFORM_ACTS.chunks(exchange);
    };
    terminal.gateway.always.chunks = lossy;
    const manifest = terminal.keepWithFile(40 * CHUNK_BYTES);
    await terminal.sleepUntil(() => terminal.fileState(manifest) === 'received');
    expect(chunksSent(terminal).length).toBeLessThanOrEqual(51);
  });

  test('a chunk is stored and the reply lost: it is not asked for again', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.chunks.push(async (exchange) => {
      const { response } = exchange;
      response.end = () => response;
      await PLATFORM_ACTS.chunks(exchange);
      exchange.request.socket.destroy();
    });
    const manifest = terminal.keepWithFile();
    while (terminal.fileState(manifest) !== 'received') await terminal.sleepThrough();
    expect(chunksSent(terminal)).toEqual(['0', '1', '2', '3']);
  });

  test('the program ends in the middle: the next one goes on where it was', async () => {
    const terminal = await startedTerminal();
    const manifest = terminal.keepWithFile(12 * CHUNK_BYTES);
    terminal.gateway.always.chunks = (exchange) =>
      (terminal.gateway.files.get(manifest.id)?.chunks.size ?? 0) >= 6
        ? blackHole(exchange)
        : PLATFORM_ACTS.chunks(exchange);
    await terminal.until(() => (terminal.gateway.files.get(manifest.id)?.chunks.size ?? 0) >= 6);
    const before = new Set(terminal.gateway.files.get(manifest.id)?.chunks.keys());
    delete terminal.gateway.always.chunks;
    await terminal.restart();
    const mark = chunksSent(terminal).length;
    await terminal.until(() => terminal.fileState(manifest) === 'received');
    const again = chunksSent(terminal).slice(mark).map(Number);
    expect(again.filter((index) => before.has(index))).toEqual([]);
  });

  test('a chunk that gets no reply is given up after its deadline, alone, and gets more time', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.chunks.push(blackHole);
    const manifest = terminal.keepWithFile(CHUNK_BYTES);
    await terminal.until(() => chunksSent(terminal).length === 1);
    terminal.clock.advance(30_000);
    await terminal.asleep();
    terminal.gateway.script.chunks.push(blackHole);
    await terminal.sleepUntil(() => chunksSent(terminal).length === 2);
    terminal.clock.advance(30_000);
    expect(terminal.agent.sending()).toBe(true);
    terminal.clock.advance(30_000);
    await terminal.asleep();
    while (terminal.fileState(manifest) !== 'received') await terminal.sleepThrough();
  });
});

describe('the platform or the disk says no', () => {
  test.each([
    [422, 'attachment-type'],
    [413, 'attachment-too-large'],
    [404, 'not-found'],
  ])('%i %s: that file is set aside with its code, and the next one goes', async (status, code) => {
    const terminal = await startedTerminal();
    terminal.gateway.script.attachments.push(problem(status, code));
    const refused = terminal.keepWithFile();
    await terminal.until(() => terminal.fileState(refused) === 'parked');
    expect(only(good(terminal.queue.attachmentsOf(refused.submissionId))).parkedReason).toBe(code);
    const next = terminal.keepWithFile();
    await terminal.until(() => terminal.fileState(next) === 'received');
    expect(terminal.connection()).toBe('online');
  });

  test('a chunk is damaged on the way: sent again', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.chunks.push(problem(422, 'digest-differs'));
    const manifest = terminal.keepWithFile();
    while (terminal.fileState(manifest) !== 'received') await terminal.sleepThrough();
    expect(terminal.gateway.files.get(manifest.id)?.chunks.size).toBe(4);
  });

  test('the platform forgot what it wanted: asked again', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.chunks.push(problem(422, 'chunk-unknown'));
    const manifest = terminal.keepWithFile();
    while (terminal.fileState(manifest) !== 'received') await terminal.sleepThrough();
    expect(terminal.asked('POST /v1/attachments')).toBe(3);
  });

  test('the file was changed on disk: set aside, and nothing of it is sent', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.script.attachments.push(hangUp);
    const manifest = terminal.keepWithFile(CHUNK_BYTES);
    await terminal.until(() => terminal.asked('POST /v1/attachments') === 1);
    await terminal.asleep();
    const real = { ...terminal.queue };
    Object.assign(terminal.queue, {
      claimAttachment: (request: { owner: string }) => {
        const claimed = real.claimAttachment(request);
        if (claimed.ok && claimed.value !== null) {
          const bytes = readFileSync(claimed.value.path);
          bytes.fill(7, 10, 20);
          writeFileSync(claimed.value.path, bytes);
        }
        return claimed;
      },
    });
    while (terminal.fileState(manifest) !== 'parked') await terminal.sleepThrough();
    expect(chunksSent(terminal)).toEqual([]);
  });

  test('a receipt for other bytes: the file stays, it is said, and a good one counts', async () => {
    const terminal = await startedTerminal();
    const forged: Act = async ({ gateway, response }) => {
      const receipt = await gateway.platform.signReceipt({
        id: manifest.id,
        digest: 'A'.repeat(43),
        terminalId: 'K0127',
        receivedAt: '2026-03-02T04:10:00.000Z',
      });
      json(response, 200, { wants: [], missing: 0, receipt });
    };
    terminal.gateway.script.attachments.push(forged);
    const manifest = terminal.keepWithFile();
    await terminal.until(() => terminal.asked('POST /v1/attachments') === 1);
    await terminal.asleep();
    expect(terminal.fileState(manifest)).toBe('kept');
    expect(terminal.connection()).toBe('online receipt-not-trusted');
    while (terminal.fileState(manifest) !== 'received') await terminal.sleepThrough();
    expect(terminal.connection()).toBe('online');
  });

  test.each([
    ['wants nothing and has not got it all', { wants: [], missing: 4, receipt: null }],
    ['wants the same chunk for ever', { wants: [1], missing: 4, receipt: null }],
  ])('a platform that %s is asked less and less often', async (_, state) => {
    const terminal = await startedTerminal();
    terminal.gateway.always.attachments = ({ response }) => json(response, 200, state);
    terminal.gateway.always.chunks = ({ response }) => json(response, 200, { taken: true });
    const manifest = terminal.keepWithFile();
    const since = terminal.clock.uptime();
    await terminal.sleepUntil(() => terminal.asked('POST /v1/attachments') >= 24);
    expect(terminal.clock.uptime() - since).toBeGreaterThan(600_000);
    expect(terminal.fileState(manifest)).not.toBe('received');
  });

  test('a gateway that takes no files: they wait, and submissions go on', async () => {
    const terminal = await startedTerminal();
    terminal.gateway.always.attachments = problem(405, 'malformed');
    const manifest = terminal.keepWithFile();
    await terminal.asleep();
    expect(terminal.fileState(manifest)).toBe('kept');
    expect(terminal.connection()).toBe('online');
    const id = terminal.keep(5);
    await terminal.until(() => terminal.state(id) === 'accepted');
    delete terminal.gateway.always.attachments;
    while (terminal.fileState(manifest) !== 'received') await terminal.sleepThrough();
  });
});
