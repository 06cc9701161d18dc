import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { EMBEDDED_POLICY } from '../../domain/wire/policy.ts';
import { openQueue } from '../store/queue.ts';
import { dataFolder } from '../testing/data-folder.ts';
import { scriptedGateway, type ScriptedGateway } from '../testing/scripted-gateway.ts';
import { submitRequest } from '../testing/submissions.ts';
import { good } from '../testing/values.ts';
import { auditedIn, firstCall, statusOf, tooBusy, workerWith } from './running-worker.fixture.ts';

vi.setConfig({ testTimeout: 30_000 });

const DYING = new URL('../testing/dying-worker.ts', import.meta.url);

describe('no new visit may begin', () => {
  /** Limits that hold from the first moment. */
  async function frozen(gateway: ScriptedGateway): Promise<void> {
    const policy = structuredClone(EMBEDDED_POLICY);
    policy.version = 2;
    policy.issuedAt = '2026-03-02T04:10:00.000Z';
    policy.freeze.kiosk.pending = { warn: 0, freeze: 0 };
    gateway.policy = await gateway.platform.sign('reference-data', policy);
    gateway.policyVersion = 2;
  }

  test('that is told with its reason, and what a running visit submits is kept all the same', async () => {
    const { worker, gateway, path, events, until } = await workerWith({ delays: { statusLeast: 0 } });
    await frozen(gateway);
    good(await worker.port.submit(submitRequest()));
    await until(() => statusOf(events)?.freeze.level === 'frozen');
    expect(statusOf(events)?.freeze.findings[0]).toMatchObject({ reason: 'too-many-pending', limit: 0 });
    const request = submitRequest();
    expect((await worker.port.submit(request)).ok).toBe(true);
    await worker.stop();
    expect(auditedIn(path)).toEqual(expect.arrayContaining(['policy.taken', 'freeze.began']));
  });

  test('the limits are those of the terminal’s profile', async () => {
    const { worker, gateway, events, until } = await workerWith({
      profile: 'van',
      delays: { statusLeast: 0 },
    });
    await frozen(gateway);
    good(await worker.port.submit(submitRequest()));
    await until(() => events.some((event) => event.type === 'ITEM' && event.state === 'accepted'));
    expect(statusOf(events)?.freeze.level).toBe('open');
  });
});

describe('the database was damaged while the terminal was off', () => {
  test('it is salvaged, and the screens can say so', async () => {
    const folder = dataFolder();
    const first = await workerWith({}, folder);
    tooBusy(first.gateway);
    const request = submitRequest();
    const kept = good(await first.worker.port.submit(request));
    await first.worker.stop();
    const handle = openSync(first.path, 'r+');
    writeSync(handle, Buffer.alloc(100, 0xa5), 0, 100, 0);
    closeSync(handle);

    const second = await workerWith({ enrolment: first.gateway.platform.enrolment }, folder);
    expect(await second.worker.opened).toMatchObject({
      ok: true,
      value: { keptItemsSafe: true, salvage: { salvaged: 1, missing: 0 } },
    });
    await second.until(() => statusOf(second.events) !== null);
    expect(statusOf(second.events)).toMatchObject({ pending: 1, salvage: { salvaged: 1 } });
    expect(good(await second.worker.port.submit(request))).toMatchObject({ reference: kept.reference });
  });
});

describe('the nightly check', () => {
  /** The first minute is a night, again and again. */
  const OFTEN = { maintenanceLook: 20, maintenanceAfter: 20 };

  test('finds nothing: a backup is there', async () => {
    const { worker, path } = await workerWith({ delays: OFTEN });
    good(await worker.port.submit(submitRequest()));
    while (!existsSync(`${path}.backup`)) await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    expect(auditedIn(path)).toEqual(expect.arrayContaining(['database.checked', 'database.backed-up']));
  });

  test('finds that the disk has changed a submission: nothing more is kept before a technician has seen it', async () => {
    const folder = dataFolder();
    const first = await workerWith({}, folder);
    await first.gateway.down();
    const { id } = good(await first.worker.port.submit(submitRequest()));
    await first.worker.stop();
    const queue = good(openQueue(first.path));
    const sealed = Buffer.from(good(queue.sealedOf(id)) ?? []);
    queue.close();

    const { enrolment } = first.gateway.platform;
    const reopened = firstCall<unknown>();
    const onReopened = reopened.call;
    const second = await workerWith({ enrolment, delays: OFTEN, onReopened }, folder);
    expect((await second.worker.opened).ok).toBe(true);
    const at = readFileSync(first.path).indexOf(sealed.subarray(100, 200));
    expect(at).toBeGreaterThan(0);
    const handle = openSync(first.path, 'r+');
    writeSync(handle, Buffer.from([(sealed[100] ?? 0) ^ 0xff]), 0, 1, at);
    closeSync(handle);

    expect(await reopened.happened).toEqual({
      ok: false,
      code: 'database-salvaged',
      params: { salvaged: 0, missing: 1, filesMissing: 0 },
    });
    expect(await second.worker.port.submit(submitRequest())).toEqual({ ok: false, code: 'unavailable' });
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

  test('the proxy is no address of a proxy', async () => {
    const { worker } = await workerWith({ proxy: 'file:///etc/passwd' });
    expect(await worker.opened).toEqual({ ok: false, code: 'configuration', params: { field: 'proxy' } });
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
