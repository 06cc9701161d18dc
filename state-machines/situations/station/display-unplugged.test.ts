import { describe, expect, it } from 'vitest';
import { prepared, serving, onShift } from './counter.fixture.ts';

describe("staff's display is unplugged", () => {
  const waits = { screen: { id: 'staff-busy', about: 'screen' }, overlay: null };

  it('in a visit: the member waits in plain words, changes nothing, and it goes on from the same page', async () => {
    const test = await prepared();
    test.staff.press({ type: 'HAND_BACK' });
    test.member.press({ type: 'CONFIRM_TOUCHED' });
    expect(test.member.page()).toBe('review');
    test.memberScreen(true, false);
    expect(test.member.view()).toMatchObject(waits);
    expect(test.member.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    expect(test.member.tap({ type: 'SUBMIT' }).accepted).toBe(false);
    test.memberScreen(true, true);
    expect(test.member.page()).toBe('review');
    test.member.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.member.page()).toBe('receipt');
  });

  it('the member may leave and clear meanwhile', async () => {
    const test = await serving();
    test.memberScreen(true, false);
    test.member.press({ type: 'LEAVE' });
    expect(test.member.view().overlay?.id).toBe('leave-confirm');
    test.member.press({ type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.member.view().sessionId).toBeNull();
  });

  it('after something was kept: the receipt with its number stays with the member', async () => {
    const test = await prepared();
    test.staff.press({ type: 'HAND_BACK' });
    test.member.press({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    test.memberScreen(true, false);
    expect(test.member.page()).toBe('receipt');
    test.member.press({ type: 'DONE' });
  });

  it('between two visits: the counter is closed for a moment, and open again with the display', async () => {
    const test = await onShift();
    test.memberScreen(true, false);
    expect(test.member.view().screen).toMatchObject({ id: 'station-rest', state: 'moment' });
    test.memberScreen(true, true);
    expect(test.member.view().screen).toMatchObject({ id: 'station-rest', state: 'open' });
  });

  it("both are out, and the member's is back first: nothing of staff's is on it", async () => {
    const test = await serving();
    test.memberScreen(false, false);
    test.memberScreen(true, false);
    expect(test.member.view()).toMatchObject(waits);
  });
});
