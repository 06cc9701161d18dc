import { describe, expect, it } from 'vitest';
import type { LightPattern } from '../../domain/terminal/ports/light.ts';
import type { IntentAnswer, ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import type { CallSeen } from '../../domain/terminal/ports/staff-calls.ts';
import { inService, type TestTerminal } from '../testing/harness.ts';
import { adult01 } from '../testing/people.ts';
import { callSeen, type FakeStaffCalls, fakeStaffCalls } from '../testing/staff-calls.ts';
import { fakeWorkDay } from '../testing/work-day.ts';

type Kiosk = TestTerminal & { readonly calls: FakeStaffCalls };

async function kiosk(): Promise<Kiosk> {
  const calls = fakeStaffCalls();
  return { ...(await inService({}, { ports: { staffCalls: calls } })), calls };
}
const shown = (test: TestTerminal) => test.view().overlay;
const light = (test: TestTerminal): LightPattern | undefined => {
  const command = test.ports.commands.findLast(({ type }) => type === 'LIGHT');
  return command?.type === 'LIGHT' ? command.pattern : undefined;
};
const audited = (test: TestTerminal, event: string) =>
  test.ports.audited.filter((entry) => entry.event === event);
const nowhere = { id: 'help-called', snoozed: false, since: expect.any(String) as string };

describe('a member calls at a kiosk', () => {
  it('is told at once: since when, in which language they read, roughly where; nothing of the visit', async () => {
    const test = await kiosk();
    test.goToReader();
    test.press({ type: 'ASK_STAFF' });
    await test.settle();
    const [call] = test.calls.told;
    expect(call).toEqual({
      callId: expect.any(String) as string,
      ...{ waitedSeconds: 0, locale: 'en', step: 'reader' },
    });
    expect(JSON.stringify(call)).not.toContain(test.view().sessionId);
    expect(shown(test)).toEqual(nowhere);
  });

  it('reads that staff saw it once they have, and that somebody is on the way once they said so', async () => {
    const test = await kiosk();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.settle();
    test.calls.standing = 'shown';
    await test.wait(test.delays.callBeat);
    expect(shown(test)).toEqual({ ...nowhere, told: 'seen' });
    expect(light(test)).toBe('help-wanted');
    test.calls.standing = 'going';
    await test.wait(test.delays.callBeat);
    expect(shown(test)).toEqual({ ...nowhere, told: 'going' });
    expect(light(test)).toBe('help-coming');
    expect(audited(test, 'help.going')).toHaveLength(1);
    expect(test.calls.told.map(({ waitedSeconds }) => waitedSeconds)).toEqual([0, 10, 20]);
    expect(new Set(test.calls.told.map(({ callId }) => callId)).size).toBe(1);
  });

  it('is over when staff come with their badge, and the platform is told', async () => {
    const test = await kiosk();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.signIn();
    await test.settle();
    expect(test.calls.ended).toEqual([test.calls.told[0]?.callId]);
    const beats = test.calls.told.length;
    await test.wait(test.delays.callBeat * 3);
    expect(test.calls.told).toHaveLength(beats);
  });

  it.each<[string, readonly ScreenIntent[]]>([
    ['takes the call back', [{ type: 'CANCEL_HELP' }]],
    ['leaves', [{ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }]],
  ])('%s: it is over', async (_, intents) => {
    const test = await kiosk();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.settle();
    test.press(...intents);
    await test.settle();
    expect(test.calls.ended).toHaveLength(1);
  });

  it('takes it back before the platform has answered: it is told first, and then that it is over', async () => {
    const test = await kiosk();
    test.identify();
    test.calls.mood = 'silent';
    test.press({ type: 'ASK_STAFF' }, { type: 'CANCEL_HELP' });
    await test.settle();
    expect(test.calls.ended).toEqual([]);
    test.calls.mood = 'answers';
    await test.wait(test.delays.callOverdue);
    expect(test.calls.ended).toEqual([test.calls.told[0]?.callId]);
  });

  it('calls twice: two calls', async () => {
    const test = await kiosk();
    test.identify();
    test.press({ type: 'ASK_STAFF' }, { type: 'CANCEL_HELP' });
    await test.settle();
    test.press({ type: 'ASK_STAFF' });
    await test.settle();
    expect(new Set(test.calls.told.map(({ callId }) => callId)).size).toBe(2);
    expect(test.calls.ended).toHaveLength(1);
  });

  it('waits for somebody who was on the way and did not come: another call, which nobody has taken', async () => {
    const test = await kiosk();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.settle();
    test.calls.standing = 'going';
    await test.wait(test.delays.callBeat);
    await test.wait(test.delays.helpGoing - test.delays.callBeat);
    // A beat that hears "going" again does not begin the wait anew.
    expect(shown(test)).toMatchObject({ told: 'going' });
    test.calls.standing = 'open';
    await test.wait(test.delays.callBeat * 2);
    expect(shown(test)?.id).toBe('help-nobody-came');
    const first = test.calls.told[0];
    expect(test.calls.ended).toEqual([first?.callId]);
    const last = test.calls.told.at(-1);
    expect(last?.callId).not.toBe(first?.callId);
    // Since the member called, not since the second one began.
    expect(last?.waitedSeconds).toBeGreaterThanOrEqual(test.delays.helpGoing / 1000);
    test.press({ type: 'KEEP_WAITING' });
    expect(shown(test)).toEqual(nowhere);
    test.calls.standing = 'going';
    await test.wait(test.delays.callBeat);
    expect(shown(test)).toMatchObject({ told: 'going' });
  });

  it.each(['offline', 'unavailable', 'no-place', 'silent', 'rejects'] as const)(
    'promises nothing while nobody could be told (%s); the lamp burns, and each beat tries once',
    async (mood) => {
      const test = await kiosk();
      test.calls.mood = mood;
      test.calls.standing = 'going';
      test.identify();
      test.press({ type: 'ASK_STAFF' });
      await test.wait(test.delays.callBeat);
      expect(shown(test)).toEqual(nowhere);
      expect(light(test)).toBe('help-wanted');
      await test.wait(test.delays.callOverdue + test.delays.callBeat);
      expect(test.calls.told.length).toBeLessThanOrEqual(5);
      expect(test.faults).toEqual([]);
    },
  );

  it('is told late, with how long it has been, when the network comes back while they wait', async () => {
    const test = await kiosk();
    test.calls.mood = 'offline';
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.wait(40_000);
    test.calls.mood = 'answers';
    test.calls.standing = 'shown';
    await test.wait(test.delays.callBeat);
    expect(test.calls.told.at(-1)?.waitedSeconds).toBeGreaterThanOrEqual(40);
    expect(shown(test)).toEqual({ ...nowhere, told: 'seen' });
  });

  it('who was told stays told when the network goes', async () => {
    const test = await kiosk();
    test.calls.standing = 'shown';
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.settle();
    test.calls.mood = 'offline';
    await test.wait(test.delays.callBeat * 2);
    expect(shown(test)).toEqual({ ...nowhere, told: 'seen' });
  });

  it('goes out of service: the visit is wiped, and a new start calls nobody', async () => {
    const test = await kiosk();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    await test.settle();
    test.terminal.enterOutOfService('disk-full');
    await test.wait(test.delays.selfTestRetry);
    const beats = test.calls.told.length;
    await test.wait(test.delays.callBeat * 2);
    expect(test.calls.told).toHaveLength(beats);
    expect(test.view().screen.id).toBe('attract');
  });
});

interface Side {
  view(): View;
  tap(intent: ScreenIntent): IntentAnswer;
}
interface Station extends TestTerminal {
  readonly calls: FakeStaffCalls;
  readonly staff: Side;
  readonly member: Side;
  screens(there: boolean, staffs: boolean): void;
}

function sideOf({ terminal }: TestTerminal, surface: Surface): Side {
  return {
    view: () => terminal.current(surface).view,
    tap: (intent) => {
      const { rev, view } = terminal.current(surface);
      return terminal.intent({ ...intent, sessionId: view.sessionId, stepId: view.stepId, rev }, surface);
    },
  };
}

async function station(...seen: readonly CallSeen[]): Promise<Station> {
  const calls = fakeStaffCalls(...seen);
  const listeners = new Set<(there: boolean, staffs?: boolean) => void>();
  const test = await inService(
    {},
    {
      config: { profile: 'station', counter: '3' },
      ports: {
        workDay: fakeWorkDay(),
        staffCalls: calls,
        memberScreen: {
          subscribe: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        },
      },
    },
  );
  await test.settle();
  return {
    ...{ ...test, calls, staff: sideOf(test, 'staff'), member: sideOf(test, 'member') },
    screens: (there, staffs) => {
      for (const tell of listeners) tell(there, staffs);
    },
  };
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
    test.screens(true, false);
    const asked = test.calls.asked;
    await test.wait(test.delays.callsAsk * 2);
    expect(test.calls.asked).toBe(asked);
    test.screens(true, true);
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

it('a van and a machine that is nowhere have no calls, and a kiosk is shown none', async () => {
  const alone = await inService();
  alone.identify(adult01);
  alone.press({ type: 'ASK_STAFF' });
  await alone.settle();
  expect(shown(alone)).toEqual(nowhere);
  const test = await kiosk();
  test.calls.calls = [callSeen('K0123')];
  await test.wait(test.delays.callsAsk * 2);
  expect(test.calls.asked).toBe(0);
  expect(test.tap(GO)).toMatchObject({ accepted: false });
});
