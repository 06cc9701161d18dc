import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { QueueEvent } from '../../domain/terminal/ports.ts';
import { openQueue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { scriptedGateway, type ScriptedGateway } from '../testing/scripted-gateway.ts';
import { submitRequest } from '../testing/submissions.ts';
import { good } from '../testing/values.ts';
import { type QueueWorker, type QueueWorkerOptions, startQueueWorker } from './client.ts';

vi.setConfig({ testTimeout: 30_000 });

const MAIN = new URL('./main.ts', import.meta.url);
const DYING = new URL('../testing/dying-worker.ts', import.meta.url);

interface Running {
  readonly worker: QueueWorker;
  readonly gateway: ScriptedGateway;
  readonly path: string;
  readonly events: QueueEvent[];
  readonly until: (condition: () => boolean) => Promise<void>;
}

async function workerWith(
  options: Partial<QueueWorkerOptions> = {},
  folder = dataFolder(),
): Promise<Running> {
  const gateway = await scriptedGateway();
  const path = join(folder, 'queue.db');
  const worker = startQueueWorker({
    workerUrl: MAIN,
    databasePath: path,
    keyFolder: join(folder, 'keys'),
    enrolment: gateway.platform.enrolment,
    ...options,
  });
  onTestFinished(async () => {
    await worker.stop();
    await gateway.close();
  });
  const events: QueueEvent[] = [];
  const watchers = new Set<() => void>();
  worker.port.subscribe((event) => {
    events.push(event);
    for (const watcher of [...watchers]) watcher();
  });
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (condition()) resolve();
      };
      watchers.add(look);
      look();
    });
  return { worker, gateway, path, events, until };
}

describe('the queue in its own thread', () => {
  test('keeps, sends and tells', async () => {
    const { worker, gateway, path, events, until } = await workerWith();
    expect(await worker.opened).toEqual({ ok: true, value: { recovered: 0, keptItemsSafe: true } });
    const request = submitRequest();
    const kept = good(await worker.port.submit(request));
    await until(() => events.some((event) => event.type === 'ITEM' && event.state === 'accepted'));
    const states = events.flatMap((event) => (event.type === 'ITEM' ? [event.state] : []));
    expect(states).toEqual(['kept', 'received', 'accepted']);
    expect(events.find((event) => event.type === 'ITEM')).toMatchObject({
      id: request.id,
      reference: kept.reference,
    });
    worker.port.audit({ event: 'session.ended', actor: 'system', detail: { how: 'done' } });
    await worker.stop();
    expect(gateway.stored.size).toBe(1);
    const queue = good(openQueue(path));
    expect(good(queue.get(request.id))?.state).toBe('accepted');
    expect(good(queue.verifyAudit()).entries).toBe(3);
    queue.close();
  });

  test('who subscribes later hears the connection and the counts at once', async () => {
    const { worker, events, until } = await workerWith();
    await until(() => events.some((event) => event.type === 'CONNECTION' && event.online));
    const heard: QueueEvent[] = [];
    const leave = worker.port.subscribe((event) => heard.push(event));
    expect(heard.map((event) => event.type).sort()).toEqual(['CONNECTION', 'COUNTS']);
    leave();
  });

  test('an audit entry that says too much loses what it says, not that it was', async () => {
    const { worker, path } = await workerWith();
    await worker.opened;
    worker.port.audit({
      event: 'session.ended',
      actor: 'member',
      detail: { how: 'CHAN Tai Man C668668(9)' },
    });
    await worker.stop();
    const queue = good(openQueue(path));
    expect(good(queue.verifyAudit()).entries).toBe(1);
    queue.close();
  });

  test('a payload that is not complete is refused with its code', async () => {
    const { worker } = await workerWith();
    const request = { ...submitRequest(), payload: {} as ReturnType<typeof submitRequest>['payload'] };
    expect(await worker.port.submit(request)).toEqual({ ok: false, code: 'incomplete' });
  });

  test('leases that a killed terminal left are reported as recovered', async () => {
    const folder = dataFolder();
    const first = await workerWith({}, folder);
    first.gateway.everyPost = () => undefined;
    const request = submitRequest();
    good(await first.worker.port.submit(request));
    await first.worker.stop();
    const queue = good(openQueue(first.path));
    good(queue.claim({ owner: 'killed', limit: 1 }));
    queue.close();
    const second = await workerWith({ enrolment: first.gateway.platform.enrolment }, folder);
    expect(await second.worker.opened).toMatchObject({ ok: true, value: { recovered: 1 } });
  });
});

describe('it cannot open', () => {
  test('the database is in use', async () => {
    const folder = dataFolder();
    const queue = good(openQueue(join(folder, 'queue.db')));
    const { worker } = await workerWith({}, folder);
    expect(await worker.opened).toEqual({ ok: false, code: 'database-locked' });
    expect(await worker.port.submit(submitRequest())).toEqual({ ok: false, code: 'unavailable' });
    queue.close();
  });

  test('the gateway’s address is plain http on another machine', async () => {
    const { platform } = await scriptedGatewayOnce();
    const { worker } = await workerWith({
      enrolment: { ...platform.enrolment, gatewayUrl: 'http://gateway.example' },
    });
    expect(await worker.opened).toEqual({
      ok: false,
      code: 'configuration',
      params: { field: 'gatewayUrl' },
    });
  });

  test('the key document is not the root’s', async () => {
    const { platform } = await scriptedGatewayOnce();
    const other = await scriptedGatewayOnce();
    const enrolment = { ...platform.enrolment, keyDocument: other.platform.enrolment.keyDocument };
    const { worker } = await workerWith({ enrolment });
    expect(await worker.opened).toEqual({
      ok: false,
      code: 'configuration',
      params: { field: 'keyDocument' },
    });
  });
});

describe('the thread dies', () => {
  test('calls under way are answered, it is restarted once, and asking again finds out', async () => {
    const deaths: boolean[] = [];
    const folder = dataFolder();
    const { worker, path } = await workerWith(
      { workerUrl: DYING, onDeath: ({ restarted }) => deaths.push(restarted) },
      folder,
    );
    await worker.opened;
    const request = submitRequest();
    expect(await worker.port.submit(request)).toEqual({ ok: false, code: 'unavailable' });
    // The second thread is the real one: it opens the same database in the same process.
    const again = await eventually(() => worker.port.submit(request));
    expect(again.ok).toBe(true);
    expect(deaths).toEqual([true]);
    await worker.stop();
    const queue = good(openQueue(path));
    expect(good(queue.list())).toHaveLength(1);
    queue.close();
  });

  test('one that dies at once is not started for ever', async () => {
    const deaths: boolean[] = [];
    const { worker } = await workerWith({
      workerUrl: new URL('file:///no/such/worker.js'),
      onDeath: ({ restarted }) => deaths.push(restarted),
    });
    expect(await worker.opened).toMatchObject({ ok: false, code: 'storage-fault' });
    expect(deaths).toEqual([true, false]);
    expect(await worker.port.submit(submitRequest())).toEqual({ ok: false, code: 'unavailable' });
  });
});

async function scriptedGatewayOnce(): Promise<ScriptedGateway> {
  const gateway = await scriptedGateway();
  await gateway.close();
  return gateway;
}

/** Asks until the answer is another than `unavailable`; the restart has a wait of its own. */
async function eventually<T extends { readonly ok: boolean }>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer.ok) return answer;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
