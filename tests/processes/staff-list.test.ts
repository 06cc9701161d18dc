import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createStaffVerifier } from '../../electron/staff/verifier.ts';
import { DEMO_BADGES, DEMO_PINS, demoStaff, enrolTerminal, startGateway } from '../../gateway/index.ts';
import { startQueueWorker } from '../../queue/index.ts';
import { good } from '../../queue/testing/values.ts';
import { type Meddler, meddlerBefore } from '../support/meddler.ts';

vi.setConfig({ testTimeout: 60_000 });
/** Of threads, a gateway and programs on a busy machine. */
const PATIENCE = { timeout: 20_000 };

const GATEWAY = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const ADDRESS = '/v1/staff-list';
const run = promisify(execFile);

/** A gateway with the demo's staff, and a terminal that looks there many times a second. */
async function atWork() {
  const folder = mkdtempSync(join(tmpdir(), 'empf-staff-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'gateway');
  const gateway = good(await startGateway({ dataDir, logLevel: 'silent' }));
  onTestFinished(gateway.stop);
  const meddler = await meddlerBefore(gateway.url);
  onTestFinished(() => meddler.stop());
  const enrolment = good(
    await enrolTerminal({ dataDir, terminalId: 'K0127', gatewayUrl: meddler.url, staff: await demoStaff() }),
  );
  const worker = startQueueWorker({
    workerUrl: new URL('../../queue/worker/main.ts', import.meta.url),
    ...{ databasePath: join(folder, 'terminal', 'terminal.db'), keyFolder: join(folder, 'terminal', 'keys') },
    enrolment,
    profile: 'kiosk',
    delays: { idleProbe: 50, staffListRenewal: 100, auditUpload: 50 },
  });
  onTestFinished(() => worker.stop());
  good(await worker.opened);
  const staff = createStaffVerifier(() => worker.staff);
  return {
    meddler,
    staff,
    /** `npm run gateway -- staff …` at the gateway's machine; what it says, line by line. */
    command: async (...args: readonly string[]): Promise<Record<string, unknown>[]> => {
      const { stdout } = await run(process.execPath, [GATEWAY, 'staff', ...args, '--data', dataDir]);
      return stdout
        .trim()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    /** Until a sign-in is answered so. */
    answers: async (badge: string, pin: string, code: string): Promise<void> => {
      await vi.waitUntil(async () => {
        const answer = await staff.verify(badge, pin);
        return (answer.ok ? 'in' : answer.code) === code;
      }, PATIENCE);
    },
  };
}

/** Asked again means that what came the first time has been judged. */
async function askedTwice(meddler: Meddler): Promise<void> {
  const before = meddler.asked(ADDRESS);
  await vi.waitUntil(() => meddler.asked(ADDRESS) >= before + 2, PATIENCE);
}

it('somebody is added at the gateway and deactivated again: the terminal follows at once, and believes nobody else', async () => {
  const { command, answers, meddler } = await atWork();
  const [added] = await command('add', 'S5001', 'van-operator');
  const { badge, startPin } = added as { badge: string; startPin: string };
  await answers(badge, startPin, 'in');

  const genuine = meddler.lastAnswer(ADDRESS);
  meddler.change(ADDRESS, () => genuine);
  await command('deactivate', 'S5001');
  await askedTwice(meddler);
  await answers(badge, startPin, 'in');
  meddler.change(ADDRESS, (answer) => answer);
  await answers(badge, startPin, 'inactive');
  expect(await command('list')).toContainEqual(expect.objectContaining({ staff: 'S5001', active: false }));
});

it('a start PIN is changed on the terminal: the platform has the new one, and a lost badge opens nothing anywhere', async () => {
  const { command, answers, staff } = await atWork();
  const [added] = await command('add', 'S5002', 'officer');
  const { badge, startPin } = added as { badge: string; startPin: string };
  await answers(badge, startPin, 'in');
  expect(good(await staff.verify(badge, startPin))).toMatchObject({ mustChangePin: true });
  good(await staff.changePin('S5002', '704915'));
  expect(good(await staff.verify(badge, '704915'))).not.toHaveProperty('mustChangePin');
  await vi.waitUntil(
    async () =>
      (await command('list')).some((one) => one['staff'] === 'S5002' && one['mustChangePin'] === false),
    PATIENCE,
  );
  await answers(badge, '704915', 'in');

  expect((await staff.verify(DEMO_BADGES['supervisor-01'], DEMO_PINS['supervisor-01'])).ok).toBe(true);
  good(await staff.blockBadge('S5002', 'S1008'));
  expect(await staff.verify(badge, '704915')).toEqual({ ok: false, code: 'badge-blocked' });
  await vi.waitUntil(
    async () => (await command('list')).some((one) => one['staff'] === 'S5002' && one['active'] === false),
    PATIENCE,
  );
  await vi.waitUntil(
    async () => (await command('alerts')).some(({ event }) => event === 'staff.badge-blocked'),
    PATIENCE,
  );
  const [renewed] = await command('new-badge', 'S5002');
  await answers(String(renewed?.['badge']), '704915', 'in');
});
