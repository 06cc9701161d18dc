import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { ServiceStatus } from '../../domain/service/status.ts';
import type { UsabilityTally } from '../../domain/usability/cell.ts';
import { demoStaff, enrolTerminal, startGateway } from '../../gateway/index.ts';
import { openQueue, startQueueWorker } from '../../queue/index.ts';
import { MIGRATIONS } from '../../queue/store/migrations/index.ts';
import { watchedEvents } from '../../queue/testing/watched-events.ts';
import { good } from '../../queue/testing/values.ts';
import { findPersonalData } from '../support/personal-data.ts';

vi.setConfig({ testTimeout: 60_000 });
/** Of threads and a gateway on a busy machine. */
const PATIENCE = { timeout: 20_000 };

const GATEWAY = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const run = promisify(execFile);
const DAY_AND_A_HALF_MS = 36 * 3_600_000;

const tally: UsabilityTally = {
  mode: 'live',
  profile: 'kiosk',
  flow: 'member-registration',
  step: 'question.mobile',
  locale: 'zh-Hant',
  textSize: 'largest',
  assist: true,
  measure: 'error:mobile-length',
  count: 6,
};

/** A terminal's queue in its thread, with a day of counts that is over, and the reference gateway. */
async function terminalAndGateway() {
  const folder = mkdtempSync(join(tmpdir(), 'empf-usability-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'gateway');
  const gateway = good(await startGateway({ dataDir, logLevel: 'silent' }));
  onTestFinished(gateway.stop);
  const enrolment = good(
    await enrolTerminal({ dataDir, terminalId: 'K0127', gatewayUrl: gateway.url, staff: await demoStaff() }),
  );
  const databasePath = join(folder, 'terminal', 'terminal.db');
  mkdirSync(join(folder, 'terminal'));
  const before = good(
    openQueue(databasePath, { now: () => new Date(Date.now() - DAY_AND_A_HALF_MS).toISOString() }),
  );
  good(before.usability.add([tally]));
  before.close();
  const worker = startQueueWorker({
    workerUrl: new URL('../../queue/worker/main.ts', import.meta.url),
    ...{ databasePath, keyFolder: join(folder, 'terminal', 'keys'), enrolment },
    profile: 'kiosk',
    delays: { idleProbe: 50, usabilityLook: 50 },
  });
  onTestFinished(() => worker.stop());
  good(await worker.opened);
  return { folder, dataDir, worker, ...watchedEvents(worker.port) };
}

it('a day that is over reaches the platform by itself and is offered as a file; what is no count goes nowhere', async () => {
  const { folder, dataDir, worker } = await terminalAndGateway();
  const canary = { ...tally, step: 'ZEPHYRINE' };
  worker.noteUsability([canary]);
  worker.noteUsability([{ ...tally, measure: 'reached', count: 1 }]);
  await vi.waitUntil(async () => (await worker.operations.usability())?.cells.length === 2, PATIENCE);

  const offered = async (): Promise<string> =>
    (await run(process.execPath, [GATEWAY, 'usability', '--data', dataDir])).stdout;
  await vi.waitUntil(async () => (await offered()).includes('error:mobile-length'), PATIENCE);
  const lines = (await offered()).trim().split('\r\n');
  expect(lines[0]).toMatch(/^terminal,epoch,day,mode,/);
  // Today still grows and is not told.
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(
    /^K0127,1,[\d-]{10},live,kiosk,member-registration,question\.mobile,zh-Hant,largest,yes,error:mobile-length,6,no$/,
  );
  await worker.stop();
  expect(findPersonalData(folder, [canary.step])).toEqual([]);
});

it('staff take the terminal out of service through the thread: no visit may begin, until they put it back', async () => {
  const { worker, events, until } = await terminalAndGateway();
  const status = (): ServiceStatus | null => {
    const last = events.findLast((event) => event.type === 'STATUS');
    return last?.type === 'STATUS' ? last.status : null;
  };
  expect((await worker.operations.facts())?.schema).toBe(MIGRATIONS.at(-1)?.version);
  expect(await worker.operations.look()).toBe(true);
  good(await worker.operations.takeOut('closed', 'S1008'));
  await until(() => status()?.freeze.level === 'frozen');
  expect(status()).toMatchObject({
    takenOut: { reason: 'closed' },
    freeze: { findings: [{ reason: 'taken-out', level: 'frozen' }] },
  });
  good(await worker.operations.putBack('S1008'));
  await until(() => status()?.freeze.level === 'open');
  expect(status()?.takenOut).toBeUndefined();
});
