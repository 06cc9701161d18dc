import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../domain/operations/checks.ts';
import { fail } from '../../../domain/result.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { OPERATIONS_FACTS } from '../../testing/operations.ts';
import { ALL_WELL } from '../../testing/status.ts';

const TAKEN_OUT = {
  ...ALL_WELL,
  freeze: { level: 'frozen', findings: [{ reason: 'taken-out', level: 'frozen', value: 0, limit: 0 }] },
  takenOut: { reason: 'repair', at: '2026-11-23T04:00:00.000Z' },
} as const;

const events = (test: TestTerminal): readonly string[] => test.ports.audited.map(({ event }) => event);

/** A technician at the attract page, at the machine's own pages. */
async function atOperations(): Promise<TestTerminal> {
  const test = await inService();
  test.press({ type: 'ASK_STAFF' });
  await test.signIn('badge-technician-01');
  expect(test.view().overlay).toMatchObject({ id: 'staff-status', canOperate: true });
  test.press({ type: 'OPERATIONS' });
  await test.settle();
  return test;
}

describe('a technician looks after the machine', () => {
  it('sees devices, queue and versions, and the log without anything of a member', async () => {
    const test = await atOperations();
    expect(test.view().overlay).toMatchObject({
      id: 'operations',
      facts: OPERATIONS_FACTS,
      devices: [{ device: 'id-reader', status: 'ready' }, { status: 'absent' }, { status: 'absent' }],
      inHand: false,
      canSeeUsability: true,
      takenOut: null,
    });
    expect(events(test)).toContain('operations.opened');
    test.press({ type: 'OPERATE', page: 'log' });
    expect(test.view().overlay).toEqual({ id: 'operations-log', lines: OPERATIONS_FACTS.log });
    test.press({ type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    expect(test.view().overlay?.id).toBe('staff-status');
  });

  it('has everything tried in turn, is told what does not work, and it is in the audit log', async () => {
    const test = await atOperations();
    test.ports.operations.results.platform = 'failed';
    test.ports.operations.results.printer = 'not-fitted';
    test.press({ type: 'OPERATE', page: 'test' });
    expect(test.view().overlay).toMatchObject({
      checks: [{ state: 'running' }, { state: 'waiting' }, {}, {}, {}, {}, {}],
    });
    await test.settle();
    for (const _ of CHECKS) await test.settle();
    expect(test.view().overlay).toMatchObject({
      id: 'operations-test',
      ended: true,
      checks: [
        { name: 'id-reader', state: 'passed' },
        { name: 'badge-reader', state: 'passed' },
        { name: 'light', state: 'passed' },
        { name: 'disk', state: 'passed' },
        { name: 'clock', state: 'passed' },
        { name: 'platform', state: 'failed' },
        { name: 'printer', state: 'not-fitted' },
      ],
    });
    expect(test.ports.audited.at(-1)).toEqual({
      event: 'terminal.tested',
      actor: 'staff',
      staffId: 'S-3001',
      detail: { result: 'failed', count: 1 },
    });
  });

  it('a thing that does not answer has failed, and the test goes on', async () => {
    const test = await atOperations();
    test.ports.operations.mood = 'silent';
    test.press({ type: 'OPERATE', page: 'test' });
    await test.wait(test.delays.operationOverdue);
    expect(test.view().overlay).toMatchObject({
      checks: [{ state: 'failed' }, { state: 'running' }, {}, {}, {}, {}, {}],
    });
  });

  it('takes it out of service with what members read, and puts it back', async () => {
    const test = await atOperations();
    test.press({ type: 'OPERATE', page: 'take-out' }, { type: 'TAKE_OUT', reason: 'repair' });
    await test.settle();
    expect(test.ports.operations.asked).toContain('take-out repair S-3001');
    test.ports.sendStatus(TAKEN_OUT);
    expect(test.view().overlay).toMatchObject({ id: 'operations', takenOut: { reason: 'repair' } });
    test.press({ type: 'PUT_BACK' });
    await test.settle();
    expect(test.ports.operations.asked).toContain('put-back S-3001');
  });

  it('chooses the hours in which a prepared update is taken up', async () => {
    const test = await atOperations();
    expect(test.view().overlay).toMatchObject({ canChooseUpdates: true });
    test.press({ type: 'OPERATE', page: 'updates' });
    expect(test.view().overlay).toEqual({ id: 'operations-updates', chosen: null, saving: false });
    test.press({ type: 'CHOOSE_UPDATES', from: '02:00' });
    await test.settle();
    expect(test.ports.operations.asked).toContain('updates 02:00 S-3001');
    expect(test.view().overlay).toMatchObject({ id: 'operations', change: null });
    test.ports.operations.kept = false;
    test.press({ type: 'OPERATE', page: 'updates' }, { type: 'CHOOSE_UPDATES', from: null });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'operations', change: 'not-saved' });
  });

  it('is told when that could not be saved', async () => {
    const test = await atOperations();
    test.ports.operations.kept = false;
    test.press({ type: 'OPERATE', page: 'take-out' }, { type: 'TAKE_OUT', reason: 'closed' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'operations', change: 'not-saved' });
  });

  it('starts practice from the restart page, and a power cut or the next start ends it', async () => {
    const test = await atOperations();
    test.press({ type: 'OPERATE', page: 'restart' }, { type: 'START_PRACTICE' });
    expect(test.ports.operations.asked).toContain('practise S-3001');
    expect(test.view().overlay).toMatchObject({ restarting: true });
  });

  it('is asked before the machine restarts', async () => {
    const test = await atOperations();
    test.press({ type: 'OPERATE', page: 'restart' });
    expect(test.ports.operations.asked).not.toContain('restart S-3001');
    test.press({ type: 'RESTART_TERMINAL' });
    expect(test.ports.operations.asked).toContain('restart S-3001');
    expect(test.view().overlay).toEqual({ id: 'operations-restart', restarting: true, canPractise: true });
  });

  it('saves the figures, or hears that no drive is in', async () => {
    const test = await atOperations();
    test.press({ type: 'OPERATE', page: 'usability' });
    await test.settle();
    test.ports.operations.saved = fail('no-drive');
    test.press({ type: 'SAVE_USABILITY' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'usability', saved: { ok: false, code: 'no-drive' } });
    expect(test.ports.audited.at(-1)).toMatchObject({
      event: 'usability.saved',
      detail: { result: 'not-saved' },
    });
  });
});

describe('a machine that was taken out of service', () => {
  it('tells members what staff chose, and staff who come with a badge may put it back', async () => {
    const test = await inService();
    test.ports.sendStatus(TAKEN_OUT);
    expect(test.on('not-today')).toMatchObject({ reason: 'taken-out', takenOut: 'repair' });
    expect(test.tap({ type: 'START', locale: 'en' }).accepted).toBe(false);
    await test.signIn('badge-technician-01');
    test.press({ type: 'OPERATIONS' });
    await test.settle();
    test.press({ type: 'PUT_BACK' });
    await test.settle();
    expect(test.ports.operations.asked).toContain('put-back S-3001');
    test.ports.sendStatus({ ...ALL_WELL, takenOut: undefined } as never);
    test.press({ type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    expect(test.view().chrome.assist).toBeNull();
  });
});

describe('with a member’s visit in hand', () => {
  it('a supervisor may look, and not restart the machine under their hands', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.signIn('badge-officer-02');
    test.press({ type: 'STAFF_STATUS' }, { type: 'OPERATIONS' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'operations', inHand: true });
    expect(test.tap({ type: 'OPERATE', page: 'restart' }).accepted).toBe(false);
  });

  it('an officer does not come to the machine’s own pages', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.signIn();
    test.press({ type: 'STAFF_STATUS' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-status', canOperate: false });
    expect(test.tap({ type: 'OPERATIONS' }).accepted).toBe(false);
  });
});

describe('one tap at the end', () => {
  it('is thanked for, once, and leads on to a complaint without anything of the visit before', async () => {
    const test = await inService();
    await test.goToReceipt();
    test.press({ type: 'DONE' });
    expect(test.on('ended').feedback).toBe('ask');
    await test.wait(test.delays.endedCloses - 500);
    test.press({ type: 'FEEDBACK', face: 'poor' });
    await test.wait(test.delays.endedCloses - 500);
    expect(test.on('ended').feedback).toBe('poor');
    expect(test.tap({ type: 'FEEDBACK', face: 'good' }).accepted).toBe(false);
    test.press({ type: 'COMPLAIN' });
    expect(test.on('menu').group).toBe('help');
    expect(test.view().locale).toBe('en');
  });

  it('is skipped by who goes away, and by the next one who comes', async () => {
    const test = await inService();
    await test.goToReceipt();
    test.press({ type: 'DONE' });
    await test.wait(test.delays.endedCloses);
    test.on('attract');
    test.press({ type: 'START', locale: 'en' }, { type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(test.on('ended').feedback).toBe('ask');
    test.press({ type: 'START', locale: 'en' });
    test.on('notice');
  });

  it('is not asked of nobody', async () => {
    const test = await inService();
    test.identify();
    await test.wait(test.delays.idleAfter + test.delays.idleWarning);
    expect(test.on('ended')).toMatchObject({ how: 'idle', feedback: null });
    expect(test.tap({ type: 'FEEDBACK', face: 'good' }).accepted).toBe(false);
  });
});
