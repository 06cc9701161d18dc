import { describe, expect, it } from 'vitest';
import type { CallSeen } from '../../../domain/terminal/ports/staff-calls.ts';
import { callSeen, type FakeStaffCalls, fakeStaffCalls } from '../../testing/staff-calls.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';
import { audited } from '../staff/calls.fixture.ts';
import { counter, type Counter, type Side } from './counter.fixture.ts';

async function station(...seen: readonly CallSeen[]): Promise<Counter & { readonly calls: FakeStaffCalls }> {
  const calls = fakeStaffCalls(...seen);
  return { ...(await counter({ workDay: fakeWorkDay(), staffCalls: calls })), calls };
}
const onWindow = (side: Side) => side.view().chrome.station?.calls ?? [];
const GO = { type: 'CALL_GOING', callId: 'call-of-K0123' } as const;

describe('staff at a counter', () => {
  it('see who is wanted where, for how long, and what the member reads; never on the member’s window', async () => {
    const test = await station(callSeen('K0123'));
    expect(test.calls.asked).toBe(0);
    await test.signIn();
    await test.settle();
    expect(onWindow(test.staff)).toEqual([
      {
        ...{ callId: 'call-of-K0123', terminalId: 'K0123', minutes: 2, locale: 'zh-Hant', step: 'reader' },
        ...{ going: null, telling: false, untold: false },
      },
    ]);
    expect(test.member.view().chrome.station).not.toHaveProperty('calls');
    expect(test.member.tap(GO)).toMatchObject({ accepted: false });
    expect(test.calls.went).toEqual([]);
  });

  it('go: the platform hears the counter, the audit log who and to which terminal', async () => {
    const test = await station(callSeen('K0123'));
    await test.signIn();
    await test.settle();
    expect(test.staff.tap(GO)).toEqual({ accepted: true });
    expect(onWindow(test.staff)).toMatchObject([{ telling: true }]);
    expect(test.staff.tap(GO)).toMatchObject({ accepted: false, reason: 'not-here' });
    await test.settle();
    expect(test.calls.went).toEqual([{ callId: 'call-of-K0123', counter: '3' }]);
    expect(onWindow(test.staff)).toMatchObject([{ telling: false, going: { counter: '3', here: true } }]);
    expect(audited(test, 'call.answered')).toEqual([
      expect.objectContaining({ actor: 'staff', detail: { terminal: 'K0123', result: 'first' } }),
    ]);
    expect(test.staff.tap(GO)).toMatchObject({ accepted: false });
  });

  it('press at the same moment as another counter: they read which one goes', async () => {
    const test = await station(callSeen('K0123'));
    await test.signIn();
    await test.settle();
    test.calls.taken = { counter: '4', here: false };
    test.staff.tap(GO);
    await test.settle();
    expect(onWindow(test.staff)).toMatchObject([{ going: { counter: '4', here: false } }]);
    expect(audited(test, 'call.answered')).toMatchObject([{ detail: { result: 'other-first' } }]);
  });

  it('press when it has just ended: the line is gone', async () => {
    const test = await station(callSeen('K0123'));
    await test.signIn();
    await test.settle();
    test.calls.mood = 'over';
    test.staff.tap(GO);
    await test.settle();
    expect(onWindow(test.staff)).toEqual([]);
  });

  it.each(['offline', 'silent', 'rejects'] as const)(
    'press when nothing can be sent (%s): it is said, and may be pressed again',
    async (mood) => {
      const test = await station(callSeen('K0123'));
      await test.signIn();
      await test.settle();
      test.calls.mood = mood;
      test.staff.tap(GO);
      await test.wait(mood === 'silent' ? test.delays.callOverdue : 0);
      await test.settle();
      expect(onWindow(test.staff)).toMatchObject([{ untold: true, telling: false, going: null }]);
      test.calls.mood = 'answers';
      expect(test.staff.tap(GO)).toEqual({ accepted: true });
      await test.settle();
      expect(onWindow(test.staff)).toMatchObject([{ untold: false, going: { here: true } }]);
    },
  );

  it('see it come and go by itself, also while they serve somebody', async () => {
    const test = await station();
    await test.signIn();
    test.staff.tap({ type: 'STATION_WITHOUT_TICKET' });
    test.staff.tap({ type: 'START', locale: 'en' });
    await test.settle();
    expect(test.staff.view().sessionId).not.toBeNull();
    const { stepId } = test.staff.view();
    test.calls.calls = [callSeen('K0123')];
    await test.wait(test.delays.callsAsk);
    expect(onWindow(test.staff)).toHaveLength(1);
    expect(test.staff.view()).toMatchObject({ stepId, overlay: null });
    expect(onWindow(test.member)).toEqual([]);
    expect(test.staff.tap(GO)).toEqual({ accepted: true });
    await test.settle();
    test.calls.calls = [];
    await test.wait(test.delays.callsAsk);
    expect(onWindow(test.staff)).toEqual([]);
    expect(test.staff.view().stepId).toBe(stepId);
  });

  it('see none that the platform could not stand by: it has not been heard for as long as a call lasts', async () => {
    const test = await station(callSeen('K0123'));
    await test.signIn();
    await test.settle();
    test.calls.mood = 'offline';
    await test.wait(test.delays.callsAsk * 2);
    expect(onWindow(test.staff)).toHaveLength(1);
    await test.wait(test.delays.callsStand);
    expect(onWindow(test.staff)).toEqual([]);
    test.calls.mood = 'answers';
    await test.wait(test.delays.callsAsk);
    expect(onWindow(test.staff)).toHaveLength(1);
  });

  it('ask for nothing before the sign-in, after it, and where they could not see it', async () => {
    const test = await station(callSeen('K0123'));
    await test.wait(test.delays.callsAsk * 2);
    expect(test.calls.asked).toBe(0);
    await test.signIn();
    await test.settle();
    test.memberScreen(true, false);
    const asked = test.calls.asked;
    await test.wait(test.delays.callsAsk * 2);
    expect(test.calls.asked).toBe(asked);
    test.memberScreen(true, true);
    await test.settle();
    expect(onWindow(test.staff)).toHaveLength(1);
    test.staff.tap({ type: 'STATION_SIGN_OUT' });
    const before = test.calls.asked;
    await test.wait(test.delays.callsAsk * 2);
    expect(test.calls.asked).toBe(before);
    expect(onWindow(test.staff)).toEqual([]);
    expect(test.staff.tap(GO)).toMatchObject({ accepted: false });
  });

  it('who have gone away from a visit, so that their window is locked, are shown none', async () => {
    const test = await station(callSeen('K0123'));
    await test.signIn();
    test.staff.tap({ type: 'STATION_WITHOUT_TICKET' });
    test.staff.tap({ type: 'START', locale: 'en' });
    await test.settle();
    await test.wait(test.delays.counterIdleLock);
    expect(test.staff.view().overlay?.id).toBe('staff-locked');
    expect(onWindow(test.staff)).toEqual([]);
    expect(test.staff.tap(GO)).toMatchObject({ accepted: false });
  });

  it('who look after the machine only are not sent to members', async () => {
    const test = await station(callSeen('K0123'));
    await test.signIn('badge-technician-01');
    await test.settle();
    expect(test.staff.view().overlay?.id).toBe('staff-status');
    expect(test.calls.asked).toBe(0);
    expect(onWindow(test.staff)).toEqual([]);
  });

  it('beside a member who asks call nobody else: they are there', async () => {
    const test = await station();
    await test.signIn();
    test.staff.tap({ type: 'STATION_WITHOUT_TICKET' });
    test.staff.tap({ type: 'START', locale: 'en' });
    await test.settle();
    test.staff.tap({ type: 'HAND_BACK' });
    test.member.tap({ type: 'ASK_STAFF' });
    await test.settle();
    expect(test.member.view().overlay?.id).toBe('help-called');
    expect(test.calls.told).toEqual([]);
  });
});
