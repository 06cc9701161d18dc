import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { demoStaff, enrolTerminal, startGateway } from '../../gateway/index.ts';
import { bundle } from '../../gateway/reference-data/bundle.fixture.ts';
import { openQueue, type QueueWorker, startQueueWorker } from '../../queue/index.ts';
import { good } from '../../queue/testing/values.ts';
import { type Meddler, meddlerBefore } from '../support/meddler.ts';

vi.setConfig({ testTimeout: 60_000 });
/** Of threads and a gateway on a busy machine. */
const PATIENCE = { timeout: 20_000 };

const BUILT_IN = EMBEDDED_REFERENCE_DATA.version;
const GATEWAY = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const run = promisify(execFile);
const ADDRESS = '/v1/reference-data';

it('the platform publishes schemes, limits and holidays: the terminal has them, and believes nobody else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'empf-reference-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'gateway');
  const gateway = good(await startGateway({ dataDir, logLevel: 'silent' }));
  onTestFinished(gateway.stop);
  const meddler = await meddlerBefore(gateway.url);
  onTestFinished(() => meddler.stop());
  const enrolment = good(
    await enrolTerminal({ dataDir, terminalId: 'K0127', gatewayUrl: meddler.url, staff: await demoStaff() }),
  );
  const publish = async (data: ReferenceData): Promise<void> => {
    const file = join(folder, 'published.json');
    writeFileSync(file, JSON.stringify(data));
    await run(process.execPath, [GATEWAY, 'reference-data', 'publish', file, '--data', dataDir]);
  };

  const databasePath = join(folder, 'terminal', 'terminal.db');
  const told: ReferenceData[] = [];
  const start = (): QueueWorker => {
    const worker = startQueueWorker({
      workerUrl: new URL('../../queue/worker/main.ts', import.meta.url),
      ...{ databasePath, keyFolder: join(folder, 'terminal', 'keys'), enrolment },
      profile: 'kiosk',
      delays: { idleProbe: 50, policyRenewal: 50 },
      onReferenceData: (data) => told.push(data),
    });
    onTestFinished(() => worker.stop());
    return worker;
  };
  const newest = (): number | undefined => told.at(-1)?.version;

  const first = start();
  await vi.waitUntil(() => newest() === BUILT_IN, PATIENCE);
  let genuine = '';
  meddler.change(ADDRESS, (answer) => {
    // To a terminal that has the newest the platform gives none.
    if (answer.includes('"referenceData":"')) genuine = answer;
    return answer;
  });
  await publish(bundle(BUILT_IN + 1, '2000 0001'));
  await vi.waitUntil(() => newest() === BUILT_IN + 1, PATIENCE);
  expect(told.at(-1)?.contacts.hotline.number).toBe('2000 0001');

  meddler.change(ADDRESS, withAnotherHotline);
  await publish(bundle(BUILT_IN + 2, '2000 0002'));
  await askedTwice(meddler);
  meddler.change(ADDRESS, () => genuine);
  await askedTwice(meddler);
  expect(newest()).toBe(BUILT_IN + 1);
  await first.stop();
  expect(auditedIn(databasePath)).toEqual([
    { event: 'reference-data.taken', detail: { version: BUILT_IN + 1, from: 'today' } },
    { event: 'reference-data.refused', detail: { fault: 'signature' } },
    { event: 'reference-data.refused', detail: { fault: 'older', version: BUILT_IN + 1 } },
  ]);

  told.length = 0;
  start();
  await vi.waitUntil(() => told.length > 0, PATIENCE);
  expect(newest()).toBe(BUILT_IN + 1);
  meddler.change(ADDRESS, (answer) => answer);
  await vi.waitUntil(() => newest() === BUILT_IN + 2, PATIENCE);
  expect(told.at(-1)?.contacts.hotline.number).toBe('2000 0002');
});

/** Asked again means that what came the first time has been judged. */
async function askedTwice(meddler: Meddler): Promise<void> {
  const before = meddler.asked(ADDRESS);
  await vi.waitUntil(() => meddler.asked(ADDRESS) >= before + 2, PATIENCE);
}

function withAnotherHotline(answer: string): string {
  const parsed = JSON.parse(answer) as { referenceData: string | null };
  if (parsed.referenceData === null) return answer;
  const [header = '', payload = '', signature = ''] = parsed.referenceData.split('.');
  const text = Buffer.from(payload, 'base64url').toString('utf8').replace('2000 0002', '2999 9999');
  const changed = [header, Buffer.from(text).toString('base64url'), signature].join('.');
  return JSON.stringify({ ...parsed, referenceData: changed });
}

function auditedIn(path: string): { readonly event: string; readonly detail?: unknown }[] {
  const queue = good(openQueue(path));
  const { rows } = good(queue.auditSince(0, 1_000));
  queue.close();
  return rows
    .map(({ entry }) => JSON.parse(entry) as { event: string; detail?: unknown })
    .filter(({ event }) => event.startsWith('reference-data.'))
    .map(({ event, detail }) => ({ event, detail }));
}
