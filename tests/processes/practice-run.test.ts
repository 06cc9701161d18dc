import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { PRACTICE_STAFF } from '../../domain/practice/people.ts';
import { bootId, markPractice } from '../../electron/practice/marker.ts';
import { demoStaff, enrolTerminal } from '../../gateway/index.ts';
import { good } from '../../queue/testing/values.ts';
import { PowerGone, startTerminal, type TerminalProcess } from '../van-run/terminal-process.ts';

// Whole terminals in processes of their own, on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 120_000 });

const LIVE = 'V0401';
const PRACTICE = 'X0401';
/** Short for a person; every view says from the first that it is practice, however slowly the machine starts. */
const LIMIT_MS = 2_000;

/** A van's machine that was enrolled and starts as the program does, with its marker of practice. */
async function machine() {
  const root = mkdtempSync(join(tmpdir(), 'empf-practice-run-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [configuration, data] = [join(root, 'configuration'), join(root, 'data')];
  for (const one of [configuration, data]) mkdirSync(one, { mode: 0o700 });
  const enrolment = good(
    await enrolTerminal({
      ...{ dataDir: join(root, 'gateway'), terminalId: LIVE, staff: await demoStaff() },
      gatewayUrl: 'http://127.0.0.1:9',
    }),
  );
  writeFileSync(join(configuration, 'enrolment.json'), JSON.stringify(enrolment), { mode: 0o600 });
  return {
    data,
    async start(sessionDelays: Readonly<Record<string, number>> = {}): Promise<TerminalProcess> {
      const terminal = await startTerminal({
        ...{ configuration, data, sessionDelays, syncDelays: {} },
        simulationSocket: join(root, 'devices.sock'),
        drives: join(root, 'drives'),
      });
      onTestFinished(() => terminal.cutPower());
      return terminal;
    },
    practiseNext: () => markPractice(data, { boot: bootId(), waiting: 2 }),
  };
}

/** The program ends by itself: nobody taps, and nothing is killed. */
const endedByItself = (terminal: TerminalProcess) =>
  expect(terminal.until('its end', () => false)).rejects.toBeInstanceOf(PowerGone);

function counted(data: string) {
  const database = new Database(join(data, 'terminal.db'), { readonly: true });
  const all = (sql: string): readonly unknown[] => database.prepare(sql).pluck().all();
  try {
    return {
      sessions: all('SELECT count(*) FROM work_sessions')[0],
      stops: all('SELECT count(*) FROM work_stops')[0],
      modes: all('SELECT DISTINCT mode FROM usability'),
      audit: all(`SELECT entry ->> '$.event' FROM audit ORDER BY number`),
    };
  } finally {
    database.close();
  }
}

it('its time is over: the program starts again and works, with nobody at the machine', async () => {
  const at = await machine();
  at.practiseNext();
  const practising = await at.start({ practiceEnds: LIMIT_MS });
  const { chrome } = practising.view();
  expect(chrome).toMatchObject({ terminalId: PRACTICE, practice: { waiting: 2 } });
  await endedByItself(practising);

  const working = await at.start({ practiceEnds: LIMIT_MS });
  await working.until('the first page', ({ screen }) => screen.id === 'van-signed-out');
  expect(working.view().chrome).toMatchObject({ terminalId: LIVE });
  expect(working.view().chrome.practice).toBeUndefined();
  expect(existsSync(join(at.data, 'practice'))).toBe(false);
  await working.stop();
});

it('what was practised is in no count of what is real: day’s book, usability, audit', async () => {
  const at = await machine();
  at.practiseNext();
  const practising = await at.start();
  const operator = PRACTICE_STAFF.find(({ role }) => role === 'van-operator');
  if (operator === undefined) throw new Error('nobody drives the van');
  await practising.until(
    'the first page, and its devices',
    ({ screen, chrome }) => screen.id === 'van-signed-out' && chrome.readerReady,
  );
  await practising.tap({ type: 'PRACTICE_BADGE', role: operator.role });
  await practising.until('the PIN', ({ overlay }) => overlay?.id === 'staff-pin');
  await practising.tap({ type: 'STAFF_PIN', pin: operator.pin });
  await practising.until('the plan', ({ screen }) => screen.id === 'van-plan');
  await practising.tap({ type: 'VAN_CHOOSE_STOP', placeId: null });
  await practising.tap({ type: 'ANSWER', value: 'Training yard' });
  await practising.until('the ready page', ({ screen }) => screen.id === 'van-ready');
  await practising.tap({ type: 'START', locale: 'en' });
  await practising.until('the notice', ({ screen }) => screen.id === 'notice');
  await practising.tap({ type: 'LEAVE' });
  await practising.until('whether to leave', ({ overlay }) => overlay !== null);
  await practising.tap({ type: 'LEAVE_CONFIRM' });
  await practising.until('the ready page', ({ screen }) => screen.id === 'van-ready');
  await vi.waitFor(
    () => {
      expect(counted(join(at.data, 'practice'))).toMatchObject({
        ...{ sessions: 1, stops: 1, modes: ['practice'] },
        audit: expect.arrayContaining(['session.started', 'session.ended']) as unknown,
      });
    },
    { timeout: 30_000, interval: 50 },
  );
  await practising.tap({ type: 'PRACTICE_END' }).catch((error: unknown) => {
    // The process may be gone before it has answered.
    if (!(error instanceof PowerGone)) throw error;
  });
  await endedByItself(practising);

  const working = await at.start();
  await working.until('the first page', ({ screen }) => screen.id === 'van-signed-out');
  await working.stop();
  const { sessions, stops, modes, audit } = counted(at.data);
  expect({ sessions, stops, modes }).toEqual({ sessions: 0, stops: 0, modes: [] });
  expect(audit).toContain('practice.ended');
  expect(audit.filter((event) => String(event).startsWith('session.'))).toEqual([]);
});
