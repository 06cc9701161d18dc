import { describe, expect, it } from 'vitest';
import { fail } from '../../../domain/result.ts';
import type { ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { ALL_WELL } from '../../testing/status.ts';
import { EXPORTED, fakeTransfer, type FakeTransfer, RECEIPTS } from '../../testing/transfer.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';

interface Van extends TestTerminal {
  readonly drive: FakeTransfer;
}

async function vanWith(badge: string): Promise<Van> {
  const drive = fakeTransfer();
  const test = await inService(
    {},
    { config: { profile: 'van' }, ports: { workDay: fakeWorkDay(), transfer: drive } },
  );
  await test.settle();
  test.ports.sendStatus({ ...ALL_WELL, pending: 12 });
  await test.signIn(badge);
  await test.settle();
  return Object.assign(test, { drive });
}

function refused({ terminal }: TestTerminal, intent: ScreenIntent): boolean {
  const { rev, view } = terminal.current();
  return !terminal.intent({ ...intent, sessionId: view.sessionId, stepId: view.stepId, rev }).accepted;
}

/** To the page of the drive, from the plan. */
async function atDrive(): Promise<Van> {
  const test = await vanWith('badge-van-operator-01');
  test.on('van-plan');
  test.press({ type: 'STAFF_STATUS' }, { type: 'TO_DRIVE' });
  await test.settle();
  return test;
}

const overlay = (test: Van) => test.view().overlay;

describe('an operator whose van had no network all day', () => {
  it('takes everything home on the drive that is in, sees how far it is, and what to do with it', async () => {
    const test = await atDrive();
    expect(overlay(test)).toEqual({
      ...{ id: 'transfer', chosen: 'd1' },
      drives: [{ id: 'd1', name: 'OFFICE' }],
    });
    test.press({ type: 'DRIVE_EXPORT' });
    expect(overlay(test)).toEqual({
      ...{ id: 'transfer-exporting', drive: 'OFFICE', progress: null, stopping: false },
    });
    test.drive.progress({ phase: 'writing', done: 10, of: 15 });
    expect(overlay(test)).toMatchObject({ progress: { phase: 'writing', done: 10, of: 15 } });
    await test.drive.end(EXPORTED);
    await test.settle();
    expect(overlay(test)).toEqual({ id: 'transfer-exported', answer: EXPORTED });
    expect(test.drive.asked).toContain('export d1 S-4001');
    test.press({ type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    expect(overlay(test)?.id).toBe('staff-status');
    expect(test.drive.watched()).toBe(false);
    test.press({ type: 'STAFF_CANCEL' });
    test.on('van-plan');
  });

  it('stops it: the page waits for the part under way, then says that nothing was taken along', async () => {
    const test = await atDrive();
    test.drive.hangs = true;
    test.press({ type: 'DRIVE_EXPORT' }, { type: 'DRIVE_STOP' });
    expect(overlay(test)).toMatchObject({ id: 'transfer-exporting', stopping: true });
    await test.drive.end(fail('stopped'));
    await test.settle();
    expect(overlay(test)).toEqual({ id: 'transfer-exported', answer: fail('stopped') });
  });

  it('stops it too late: it is whole, and the page says so', async () => {
    const test = await atDrive();
    test.drive.hangs = true;
    test.press({ type: 'DRIVE_EXPORT' }, { type: 'DRIVE_STOP' });
    await test.drive.end(EXPORTED);
    await test.settle();
    expect(overlay(test)).toEqual({ id: 'transfer-exported', answer: EXPORTED });
  });

  it('stops it, and the drive does not answer: the page lets go of it', async () => {
    const test = await atDrive();
    test.drive.hangs = true;
    test.press({ type: 'DRIVE_EXPORT' }, { type: 'DRIVE_STOP' });
    await test.wait(test.delays.transferOverdue);
    expect(overlay(test)).toEqual({ id: 'transfer-exported', answer: fail('no-answer') });
  });

  it('pulls the drive out in the middle: told so, and another can be put in', async () => {
    const test = await atDrive();
    test.press({ type: 'DRIVE_EXPORT' });
    test.drive.plug();
    await test.drive.end(fail('drive-gone'));
    await test.settle();
    expect(overlay(test)).toEqual({ id: 'transfer-exported', answer: fail('drive-gone') });
    test.press({ type: 'STAFF_CANCEL' });
    expect(overlay(test)).toEqual({ id: 'transfer', drives: [], chosen: null });
    expect(refused(test, { type: 'DRIVE_EXPORT' })).toBe(true);
    test.drive.plug({ id: 'd2', name: '' });
    test.press({ type: 'DRIVE_EXPORT' });
    expect(test.drive.asked.at(-1)).toBe('export d2 S-4001');
  });

  it('has two drives in: one is chosen before anything is written', async () => {
    const test = await atDrive();
    test.drive.plug({ id: 'd1', name: 'OFFICE' }, { id: 'd2', name: 'SPARE' });
    expect(refused(test, { type: 'DRIVE_EXPORT' })).toBe(true);
    expect(refused(test, { type: 'DRIVE_CHOOSE', drive: 'd7' })).toBe(true);
    test.press({ type: 'DRIVE_CHOOSE', drive: 'd2' }, { type: 'DRIVE_EXPORT' });
    expect(test.drive.asked).toEqual(['export d2 S-4001']);
  });

  it('waits for a long export without a touch: the page stays for as long as the drive is at work', async () => {
    const test = await atDrive();
    test.press({ type: 'DRIVE_EXPORT' });
    for (let minutes = 0; minutes < 4; minutes += 1) {
      await test.wait(test.delays.shiftLock / 2);
      test.drive.progress({ phase: 'writing', done: minutes, of: 15 });
    }
    expect(overlay(test)?.id).toBe('transfer-exporting');
  });

  it('goes away while the drive hangs: the page closes, and the export ends with it', async () => {
    const test = await atDrive();
    test.press({ type: 'DRIVE_EXPORT' });
    await test.wait(test.delays.shiftLock + 1_000);
    expect(overlay(test)).toBeNull();
    expect(test.drive.asked.at(-1)).toBe('stop');
    expect(test.drive.watched()).toBe(false);
  });

  it('reads the receipts that came back', async () => {
    const test = await atDrive();
    test.press({ type: 'DRIVE_RECEIPTS' });
    await test.settle();
    expect(overlay(test)).toEqual({ id: 'transfer-received', answer: RECEIPTS });
    expect(test.drive.asked).toEqual(['receipts d1 S-4001']);
  });

  it.each([
    ['a drive that does not answer', 'silent', 'no-answer'],
    ['a thread that is gone', 'rejects', 'unavailable'],
    ['receipts of somebody else', fail('receipts-not-trusted'), 'receipts-not-trusted'],
  ] as const)('reads receipts from %s: told so', async (_, receipts, code) => {
    const test = await atDrive();
    test.drive.receipts = receipts;
    test.press({ type: 'DRIVE_RECEIPTS' });
    await test.settle();
    await test.wait(test.delays.transferOverdue);
    expect(overlay(test)).toEqual({ id: 'transfer-received', answer: fail(code) });
  });
});

describe('from the report of the day that was just closed', () => {
  it('it goes onto the drive at once, and the next day begins clean afterwards', async () => {
    const test = await vanWith('badge-van-operator-01');
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    expect(refused(test, { type: 'TO_DRIVE' })).toBe(true);
    test.press({ type: 'DAY_CLOSE' });
    await test.settle();
    expect(test.view().screen).toMatchObject({ id: 'day-report', canCarry: true });
    test.press({ type: 'TO_DRIVE' });
    await test.settle();
    expect(overlay(test)?.id).toBe('transfer');
    test.press({ type: 'STAFF_CANCEL' });
    await test.settle();
    test.on('van-signed-out');
  });

  it('nobody touches it there either: the shift ends, and the next day begins clean', async () => {
    const test = await vanWith('badge-van-operator-01');
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    test.press({ type: 'DAY_CLOSE' });
    await test.settle();
    test.press({ type: 'TO_DRIVE' });
    await test.wait(test.delays.shiftLock + 1_000);
    test.on('van-signed-out');
  });
});

describe('who may', () => {
  it('a technician at a van, from the status page and from the machine itself', async () => {
    const test = await vanWith('badge-technician-01');
    expect(overlay(test)).toMatchObject({ id: 'staff-status', canCarry: true });
    test.press({ type: 'OPERATIONS' });
    await test.settle();
    expect(overlay(test)).toMatchObject({ id: 'operations', canCarry: true });
    test.press({ type: 'OPERATE', page: 'drive' });
    await test.settle();
    expect(overlay(test)?.id).toBe('transfer');
    test.press({ type: 'STAFF_CANCEL' });
    await test.settle();
    expect(overlay(test)?.id).toBe('operations');
  });

  it('not an officer, nor an assistant: it is neither offered nor taken', async () => {
    for (const badge of ['badge-officer-01', 'badge-assistant-01']) {
      const test = await vanWith(badge);
      if (overlay(test)?.id !== 'staff-status') {
        expect(refused(test, { type: 'STAFF_STATUS' }), badge).toBe(true);
        continue;
      }
      expect(overlay(test), badge).toMatchObject({ canCarry: false });
      expect(refused(test, { type: 'TO_DRIVE' }), badge).toBe(true);
    }
  });

  it('nobody where there is no such port', async () => {
    const test = await inService({}, { config: { profile: 'van' }, ports: { workDay: fakeWorkDay() } });
    await test.settle();
    test.ports.sendStatus(ALL_WELL);
    await test.signIn('badge-van-operator-01');
    test.press({ type: 'STAFF_STATUS' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-status', canCarry: false });
  });
});
