import { describe, expect, it } from 'vitest';
import type { LightPattern } from '../../../domain/terminal/ports/light.ts';
import type { ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { adult01 } from '../../testing/people.ts';
import { callSeen } from '../../testing/staff-calls.ts';
import { kiosk, shown, nowhere, audited } from './calls.fixture.ts';

const light = (test: TestTerminal): LightPattern | undefined => {
  const command = test.ports.commands.findLast(({ type }) => type === 'LIGHT');
  return command?.type === 'LIGHT' ? command.pattern : undefined;
};

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
  expect(test.tap({ type: 'CALL_GOING', callId: 'call-of-K0123' })).toMatchObject({ accepted: false });
});
