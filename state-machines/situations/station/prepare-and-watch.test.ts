import { describe, expect, it } from 'vitest';
import { adult01, BADGES, CANARIES, MOBILE, typedNumber, typedNumberText } from '../../testing/people.ts';
import { serving, prepared } from './counter.fixture.ts';

describe('staff prepare and the member watches', () => {
  it('both windows show the same page, and only staff’s takes touches', async () => {
    const test = await serving();
    expect([test.staff.page(), test.member.page()]).toEqual(['notice', 'notice']);
    expect(test.member.tap({ type: 'CONTINUE' })).toEqual({ accepted: false, reason: 'not-allowed' });
    expect(test.member.view().chrome.station).toMatchObject({ hand: 'staff', works: false });
    test.staff.press({ type: 'CONTINUE' });
    expect(test.member.page()).toBe('identify');
  });

  it('the member’s side is calm while staff look at the card, and shows none of staff’s pages', async () => {
    const test = await serving();
    test.staff.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.staff.press({ type: 'CONTINUE' }, { type: 'STAFF_ATTEST' });
    expect(test.staff.page()).toBe('attest.features');
    expect(test.member.view().screen).toEqual({ id: 'staff-busy', about: 'card' });
    test.staff.press({ type: 'STAFF_CANCEL' }, { type: 'STAFF_MORE' });
    expect(test.member.view().screen).toEqual({ id: 'staff-busy', about: 'other' });
    expect(test.member.view().overlay).toBeNull();
  });

  it('a number that was typed stands in full on the member’s side only, and either may confirm it', async () => {
    const test = await serving();
    test.staff.press(
      { type: 'CONTINUE' },
      { type: 'TYPE_NUMBER' },
      { type: 'ANSWER', value: typedNumberText },
    );
    expect(test.member.view().screen).toMatchObject({ id: 'typed-number-check', number: typedNumberText });
    expect(JSON.stringify(test.staff.view())).not.toContain(typedNumber.body);
    expect(test.member.tap({ type: 'CONTINUE' }).accepted).toBe(true);
  });

  it('staff cannot declare, submit or confirm for the member, wherever they are', async () => {
    const test = await prepared();
    expect(test.staff.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    test.staff.press({ type: 'HAND_BACK' });
    expect(test.member.page()).toBe('staff-work');
    expect(test.staff.view()).toMatchObject({ overlay: null, chrome: { station: { confirming: true } } });
    for (const type of ['CONFIRM_TOUCHED', 'CONTINUE', 'SUBMIT'] as const) {
      expect(test.staff.tap({ type })).toEqual({ accepted: false, reason: 'not-allowed' });
    }
    test.member.press({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' });
    expect(test.member.page()).toBe('declare');
    expect(test.staff.page()).toBe('declare');
    expect(test.staff.tap({ type: 'SUBMIT' })).toEqual({ accepted: false, reason: 'not-allowed' });
    test.member.press({ type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toHaveLength(1);
  });

  it('staff take the page back without another PIN, and then the member cannot submit', async () => {
    const test = await prepared();
    test.staff.press({ type: 'HAND_BACK' });
    test.member.press({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' });
    test.staff.press({ type: 'TAKE_BACK' });
    expect(test.staff.view().chrome.station?.hand).toBe('staff');
    expect(test.member.tap({ type: 'SUBMIT' }).accepted).toBe(false);
    expect(test.staff.tap({ type: 'SUBMIT' }).accepted).toBe(false);
    expect(test.ports.audited.map(({ event }) => event)).toContain('staff.took-back');
  });

  it('what was not confirmed before staff took it back is asked again', async () => {
    const test = await prepared();
    test.staff.press({ type: 'HAND_BACK' }, { type: 'TAKE_BACK' }, { type: 'HAND_BACK' });
    expect(test.member.page()).toBe('staff-work');
  });

  it('nothing is taken back on its way into the store, nor after', async () => {
    const test = await prepared();
    test.staff.press({ type: 'HAND_BACK' });
    test.member.press({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    expect(test.staff.tap({ type: 'TAKE_BACK' }).accepted).toBe(false);
    await test.settle();
    expect(test.member.view().screen).toMatchObject({ id: 'receipt' });
    expect(test.staff.tap({ type: 'TAKE_BACK' }).accepted).toBe(false);
  });

  it('the receipt’s code is the member’s: staff’s window has none', async () => {
    const test = await prepared();
    test.staff.press({ type: 'HAND_BACK' });
    test.member.press({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.member.view().screen).toMatchObject({
      id: 'receipt',
      enquiryCode: expect.any(String) as string,
    });
    expect(test.staff.view().screen).toMatchObject({ id: 'receipt', enquiryCode: null });
    test.member.press({ type: 'DONE' });
    await test.settle();
    expect([test.staff.page(), test.member.page()]).toEqual(['station-ready', 'ended']);
    expect(test.ports.wiped).toHaveLength(1);
    const held = JSON.stringify(test.held());
    expect(CANARIES.filter((canary) => held.includes(canary))).toEqual([]);
  });

  it('what the member types with the page in their hand is not on staff’s side', async () => {
    const test = await serving();
    test.staff.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.staff.press({ type: 'CONTINUE' }, { type: 'ANSWER', value: 'mobile' }, { type: 'HAND_BACK' });
    if (test.member.page() === 'staff-work') test.member.press({ type: 'CONFIRM_TOUCHED' });
    expect(test.member.page()).toBe('question.mobile');
    test.member.press({ type: 'FIELD_DRAFT', value: MOBILE });
    expect(test.staff.view().screen).toEqual({ id: 'with-member', about: 'typing' });
    expect(JSON.stringify(test.staff.view())).not.toContain(MOBILE);
  });

  it('the member asks, and staff take the page', async () => {
    const test = await serving();
    test.staff.press({ type: 'HAND_BACK' });
    test.member.press({ type: 'ASK_STAFF' });
    expect(test.member.page()).toBe('help-called');
    expect(test.staff.view()).toMatchObject({ overlay: null, chrome: { station: { asked: true } } });
    test.staff.press({ type: 'TAKE_BACK' });
    expect([test.member.page(), test.staff.view().chrome.station?.asked]).toEqual(['notice', false]);
  });

  it('the member may leave whoever works the page', async () => {
    const test = await serving();
    test.member.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.staff.page()).toBe('station-ready');
  });

  it('a second badge takes the visit over, and the counter with it', async () => {
    const test = await serving();
    test.scanBadge('badge-officer-02');
    expect([test.staff.page(), test.member.page()]).toEqual(['staff-pin', 'staff-busy']);
    test.staff.press({ type: 'STAFF_PIN', pin: BADGES['badge-officer-02']?.pin ?? '' });
    await test.settle();
    expect(test.staff.view().chrome.assist?.staffId).toBe('S-1002');
    test.staff.press({ type: 'HAND_BACK' }, { type: 'TAKE_BACK' });
    expect(test.staff.view().chrome.assist?.staffId).toBe('S-1002');
    test.staff.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.staff.view().chrome.station?.staffId).toBe('S-1002');
  });

  it('left alone it covers itself on both sides; leaving from there is no way round the PIN', async () => {
    const test = await serving();
    await test.wait(test.delays.counterIdleLock + 1000);
    expect(test.staff.page()).toBe('staff-locked');
    expect(test.member.view().screen).toEqual({ id: 'staff-busy', about: 'away' });
    test.staff.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
  });

  it('the member walks away with the page in their hand: wiped, and the shift is locked', async () => {
    const test = await serving();
    test.staff.press({ type: 'HAND_BACK' });
    await test.wait(test.delays.counterIdleLock + test.delays.idleWarning + 1500);
    expect(test.staff.page()).toBe('station-signed-out');
  });

  it('an intent made on the other window’s page is stale', async () => {
    const test = await serving();
    const { rev } = test.terminal.current('member');
    const { sessionId } = test.member.view();
    const late = { type: 'CONTINUE', sessionId, stepId: 'station-rest', rev } as const;
    expect(test.terminal.intent(late, 'member')).toEqual({ accepted: false, reason: 'stale' });
  });

  it.each([
    [{ type: 'MENU', locale: 'en' }, 'menu'],
    [{ type: 'ENQUIRE', locale: 'en' }, 'enquiry-choice'],
    [{ type: 'RESUME', locale: 'en' }, 'resume-row.1'],
  ] as const)('begins with what the person came for: %j', async (intent, page) => {
    const test = await serving(intent, true);
    expect([test.staff.page(), test.member.page()]).toEqual([page, page]);
  });
});
