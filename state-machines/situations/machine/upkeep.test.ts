import { describe, expect, it } from 'vitest';
import type { Surface } from '../../../domain/terminal/surface.ts';
import type { ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { ALL_WELL } from '../../testing/status.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';

const TAKEN_OUT = {
  ...ALL_WELL,
  freeze: { level: 'frozen', findings: [{ reason: 'taken-out', level: 'frozen', value: 0, limit: 0 }] },
  takenOut: { reason: 'repair', at: '2026-11-23T04:00:00.000Z' },
} as const;

function tap({ terminal }: TestTerminal, intent: ScreenIntent, surface: Surface) {
  const { rev, view } = terminal.current(surface);
  return terminal.intent({ ...intent, sessionId: view.sessionId, stepId: view.stepId, rev }, surface);
}
const staffs = (test: TestTerminal) => test.terminal.current('staff').view;
const members = (test: TestTerminal) => test.terminal.current('member').view;
async function press(test: TestTerminal, ...intents: readonly ScreenIntent[]): Promise<void> {
  for (const intent of intents) {
    expect(tap(test, intent, 'staff'), intent.type).toEqual({ accepted: true });
    await test.settle();
  }
}

async function station(badge: string): Promise<TestTerminal> {
  const test = await inService(
    {},
    { config: { profile: 'station', counter: '3' }, ports: { workDay: fakeWorkDay() } },
  );
  await test.settle();
  test.ports.sendStatus(ALL_WELL);
  await test.signIn(badge);
  await test.settle();
  return test;
}

describe('a technician at a counter, between two visits', () => {
  it('signs in to the machine itself; the member reads that the counter is closed for a moment', async () => {
    const test = await station('badge-technician-01');
    expect(staffs(test).overlay).toMatchObject({ id: 'staff-status', canOperate: true, canChangePin: true });
    expect(members(test)).toMatchObject({ screen: { id: 'station-rest', state: 'moment' }, overlay: null });
    await press(test, { type: 'OPERATIONS' }, { type: 'OPERATE', page: 'test' });
    for (let check = 0; check < 8; check += 1) await test.settle();
    expect(staffs(test).overlay).toMatchObject({ id: 'operations-test', ended: true });
    await press(test, { type: 'STAFF_CANCEL' }, { type: 'OPERATE', page: 'log' });
    expect(staffs(test).overlay?.id).toBe('operations-log');
    await press(test, { type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    expect(staffs(test)).toMatchObject({ screen: { id: 'station-signed-out' }, overlay: null });
    expect(members(test).screen).toMatchObject({ state: 'closed' });
  });

  it('changes their PIN', async () => {
    const test = await station('badge-technician-01');
    await press(test, { type: 'CHANGE_PIN' });
    expect(staffs(test).overlay).toMatchObject({ id: 'staff-new-pin', start: false });
    await press(test, { type: 'NEW_PIN', pin: '741593', again: '741594' });
    expect(staffs(test).overlay).toMatchObject({ refusal: 'pin-differs' });
    await press(test, { type: 'NEW_PIN', pin: '741593', again: '741593' });
    expect(staffs(test).overlay?.id).toBe('staff-status');
  });

  it('takes it out of service: the member reads why, also when the technician has gone', async () => {
    const test = await station('badge-technician-01');
    await press(
      test,
      { type: 'OPERATIONS' },
      { type: 'OPERATE', page: 'take-out' },
      { type: 'TAKE_OUT', reason: 'repair' },
    );
    expect(test.ports.operations.asked).toContain('take-out repair S-3001');
    test.ports.sendStatus(TAKEN_OUT);
    expect(members(test).screen).toMatchObject({ state: 'taken-out', reason: 'repair' });
    await press(test, { type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    expect(staffs(test).screen).toEqual({ id: 'station-signed-out', takenOut: 'repair' });
    expect(members(test).screen).toMatchObject({ state: 'taken-out', reason: 'repair' });
  });

  it('restarts it: asked and audited, and no visit is in the way', async () => {
    const test = await station('badge-technician-01');
    await press(
      test,
      { type: 'OPERATIONS' },
      { type: 'OPERATE', page: 'restart' },
      { type: 'RESTART_TERMINAL' },
    );
    expect(test.ports.operations.asked).toContain('restart S-3001');
  });

  it("nothing of it is taken from the member's window", async () => {
    const test = await station('badge-technician-01');
    for (const intent of [
      { type: 'OPERATIONS' },
      { type: 'CHANGE_PIN' },
      { type: 'STAFF_CANCEL' },
      { type: 'RESTART_TERMINAL' },
    ] as const) {
      expect(tap(test, intent, 'member').accepted, intent.type).toBe(false);
    }
    expect(staffs(test).overlay?.id).toBe('staff-status');
  });

  it('walks away: the pages close by themselves', async () => {
    const test = await station('badge-technician-01');
    await press(test, { type: 'OPERATIONS' });
    await test.wait(test.delays.shiftLock + 1_000);
    expect(staffs(test)).toMatchObject({ screen: { id: 'station-signed-out' }, overlay: null });
  });

  it('somebody else lays their badge: the pages close, and theirs is asked', async () => {
    const test = await station('badge-technician-01');
    test.scanBadge('badge-officer-01');
    await test.settle();
    expect(staffs(test).overlay?.id).toBe('staff-pin');
  });
});

describe('staff of the counter', () => {
  it('an officer looks how the machine stands and is back at the counter; the operations view is not theirs', async () => {
    const test = await station('badge-officer-01');
    expect(staffs(test)).toMatchObject({
      screen: { id: 'station-ready' },
      chrome: { station: { canSeeMachine: true } },
    });
    await press(test, { type: 'STAFF_STATUS' });
    expect(staffs(test).overlay).toMatchObject({ id: 'staff-status', canOperate: false });
    expect(members(test).screen).toMatchObject({ state: 'moment' });
    expect(tap(test, { type: 'OPERATIONS' }, 'staff').accepted).toBe(false);
    await press(test, { type: 'STAFF_CANCEL' });
    expect(staffs(test).screen.id).toBe('station-ready');
    expect(members(test).screen).toMatchObject({ state: 'open' });
  });
});

describe('a technician at a van, while nobody is served', () => {
  it('signs in to the machine itself, and is out again', async () => {
    const test = await inService({}, { config: { profile: 'van' }, ports: { workDay: fakeWorkDay() } });
    await test.settle();
    test.ports.sendStatus(ALL_WELL);
    await test.signIn('badge-technician-01');
    expect(test.view().overlay).toMatchObject({ id: 'staff-status', canOperate: true, canChangePin: true });
    test.press({ type: 'OPERATIONS' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'operations', inHand: false });
    test.press({ type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    expect(test.on('van-signed-out')).toEqual({ id: 'van-signed-out', stop: null });
    // Taken out: whoever comes next reads why before they lay their badge down.
    test.ports.sendStatus(TAKEN_OUT);
    expect(test.on('van-signed-out').takenOut).toBe('repair');
  });

  it('the operator looks how it stands with a stop open, which stays open', async () => {
    const test = await inService({}, { config: { profile: 'van' }, ports: { workDay: fakeWorkDay() } });
    await test.settle();
    test.ports.sendStatus(ALL_WELL);
    await test.signIn('badge-van-operator-01');
    test.press({ type: 'VAN_CHOOSE_STOP', placeId: null }, { type: 'ANSWER', value: 'Site 7' });
    await test.settle();
    test.on('van-ready');
    test.press({ type: 'STAFF_STATUS' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-status', canOperate: false });
    test.press({ type: 'STAFF_CANCEL' });
    test.on('van-ready');
  });
});
