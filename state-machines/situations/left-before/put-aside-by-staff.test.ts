import { describe, expect, it } from 'vitest';
import { inService } from '../../testing/harness.ts';
import { CANARIES } from '../../testing/people.ts';
import { begin, putAside, audited, codeOf, LATER } from './parking.fixture.ts';

describe('staff hold the session', () => {
  it('and put it aside for the member: the log says who', async () => {
    const test = await inService();
    begin(test);
    await test.signIn();
    await putAside(test);
    expect(audited(test, 'draft.parked')).toMatchObject([{ actor: 'staff', staffId: 'S-1001' }]);
    expect(test.view().chrome.assist?.staffId).toBe('S-1001');
    test.press({ type: 'HAND_BACK' });
    test.on('resume-slip');
  });

  it('and go away: covered, then put aside, and only the slip waits beneath the cover for who has the badge', async () => {
    const test = await inService();
    begin(test);
    await test.signIn();
    await test.wait(test.delays.staffIdleLock);
    expect(test.view().overlay?.id).toBe('staff-locked');
    expect(test.ports.parked.size).toBe(0);
    await test.wait(test.delays.staffLockedParks);
    expect(test.view().overlay?.id).toBe('staff-locked');
    expect(test.ports.parked.size).toBe(1);
    const held = JSON.stringify(test.held());
    expect([...CANARIES, '9182'].filter((canary) => held.includes(canary))).toEqual([]);
    expect(test.tap({ type: 'DONE' }).accepted).toBe(false);
    await test.signIn();
    expect(test.view().overlay).toBeNull();
    expect(codeOf(test)).toBe([...test.ports.parked.keys()][0]);
  });

  it('and nobody comes back: the slip goes, too', async () => {
    const test = await inService();
    begin(test);
    await test.signIn();
    await test.wait(test.delays.staffIdleLock + test.delays.staffLockedParks);
    await test.wait(test.delays.staffLockedSlip - 1_000);
    expect(test.view().overlay?.id).toBe('staff-locked');
    await test.wait(1_000);
    expect(test.on('ended').how).toBe('parked');
  });

  it('and go away while it cannot be put aside: it is wiped as ever', async () => {
    const test = await inService();
    test.ports.parking = 'disk-full';
    begin(test);
    await test.signIn();
    await test.wait(test.delays.staffIdleLock + test.delays.staffLockedParks);
    expect(test.on('ended').how).toBe('idle');
  });

  it('and go away before anything was typed: it is wiped as ever', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    await test.wait(test.delays.staffIdleLock + test.delays.staffLockedParks);
    expect(test.on('ended').how).toBe('idle');
    expect(test.ports.parked.size).toBe(0);
  });

  it('and come while the member is asked: the question goes away, the page stays', async () => {
    const test = await inService();
    begin(test);
    test.press(LATER);
    await test.signIn();
    expect(test.view().overlay).toBeNull();
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
  });
});
