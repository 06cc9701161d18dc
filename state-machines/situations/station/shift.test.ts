import { describe, expect, it } from 'vitest';
import { BADGES, officer01, TRAINING_OVER } from '../../testing/people.ts';
import { station, onShift, serving } from './counter.fixture.ts';

describe('the shift at a counter', () => {
  it('begins with badge and PIN on staff’s side; the member’s side says that it is closed', async () => {
    const test = await station();
    expect(test.staff.page()).toBe('station-signed-out');
    expect(test.member.view().screen).toMatchObject({ id: 'station-rest', state: 'closed' });
    test.scanBadge('badge-officer-01');
    expect(test.staff.page()).toBe('staff-pin');
    expect(test.member.page()).toBe('station-rest');
    const pin = BADGES['badge-officer-01']?.pin ?? '';
    expect(test.member.tap({ type: 'STAFF_PIN', pin }).accepted).toBe(false);
    test.staff.press({ type: 'STAFF_PIN', pin });
    await test.settle();
    expect(test.staff.page()).toBe('station-ready');
    expect(test.member.view().screen).toMatchObject({ id: 'station-rest', state: 'open', counter: '3' });
  });

  it('nobody begins alone: neither a touch nor a card nor a question on the member’s side', async () => {
    const test = await onShift();
    for (const type of ['START', 'MENU', 'ENQUIRE', 'RESUME'] as const) {
      expect(test.member.tap({ type, locale: 'en' }).accepted).toBe(false);
    }
    expect(test.member.tap({ type: 'ASK_STAFF' }).accepted).toBe(false);
    test.layCard();
    expect(test.member.page()).toBe('station-rest');
  });

  it('a technician, who sees no member, gets no counter', async () => {
    const test = await station();
    await test.signIn('badge-technician-01');
    expect(test.staff.page()).toBe('staff-status');
    test.staff.press({ type: 'STAFF_CANCEL' });
    expect(test.staff.page()).toBe('station-signed-out');
  });

  it('a start PIN is changed before anything else', async () => {
    const test = await station();
    await test.signIn('badge-starter-01');
    expect(test.staff.page()).toBe('staff-new-pin');
    test.staff.press({ type: 'STAFF_CANCEL' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
  });

  it('locks itself when nobody touches it, and a touch begins the wait anew', async () => {
    const test = await onShift();
    await test.wait(test.delays.shiftLock - 1000);
    test.staff.press({ type: 'STATION_TYPE_TICKET' }, { type: 'BACK' });
    await test.wait(test.delays.shiftLock - 1000);
    expect(test.staff.page()).toBe('station-ready');
    await test.wait(2000);
    expect(test.staff.page()).toBe('station-signed-out');
  });

  it('a second badge takes the counter over, and who was called is still called', async () => {
    const test = await onShift();
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    await test.signIn('badge-officer-02');
    expect(test.staff.view().chrome.station?.staffId).toBe('S-1002');
    expect(test.staff.view().screen).toMatchObject({ id: 'station-called', number: 'A012' });
  });

  it('somebody who was taken off the list meanwhile serves nobody more', async () => {
    const test = await onShift();
    const rest = (await test.ports.staff.people()).filter(({ staffId }) => staffId !== officer01.staffId);
    Object.assign(test.ports.staff, { people: () => Promise.resolve(rest) });
    test.staff.press({ type: 'STATION_WITHOUT_TICKET' }, { type: 'START', locale: 'en' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
    expect(test.member.view().sessionId).toBeNull();
  });

  it('deactivated in the middle of a visit: the page is the member’s, and the counter closes after it', async () => {
    const test = await serving();
    test.ports.people = test.ports.people.filter(({ staffId }) => staffId !== officer01.staffId);
    await test.wait(test.delays.staffStanding);
    expect(test.member.view().chrome.station).toMatchObject({ hand: 'member', works: true });
    expect(test.staff.tap({ type: 'TAKE_BACK' }).accepted).toBe(false);
    test.member.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
  });

  it('staff read their own language, and the member theirs', async () => {
    const test = await serving({ type: 'START', locale: 'en' });
    expect([test.staff.view().locale, test.member.view().locale]).toEqual(['zh-Hant', 'en']);
    test.member.press({ type: 'SET_TEXT_SIZE', textSize: 'largest' });
    expect(test.staff.view().textSize).toBe('normal');
    test.staff.press({ type: 'SET_LOCALE', locale: 'en' }, { type: 'SET_LOCALE', locale: 'zh-Hant' });
    expect(test.member.view().locale).toBe('en');
  });
});

describe('whoever sits at the counter', () => {
  it('is told before the first number is called that their identity training has ended', async () => {
    const test = await station();
    await test.signIn('badge-officer-ended');
    expect(test.staff.view().screen).toMatchObject({
      id: 'station-ready',
      training: { until: TRAINING_OVER, over: true },
    });
  });
});
