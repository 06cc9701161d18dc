import { describe, expect, it } from 'vitest';
import type { LightPattern } from '../../../domain/terminal/ports/light.ts';
import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import { adult01, forged01, MOBILE, TRAINING_ENDS, TRAINING_OVER } from '../../testing/people.ts';
import { inService } from '../../testing/harness.ts';

const light = (pattern: LightPattern) => ({ type: 'LIGHT', pattern }) as const;

describe('nobody comes', () => {
  it('owes an answer after three minutes, waits on, and gives up by itself at last', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    expect(test.view()).toMatchObject({ overlay: { id: 'help-called' }, chrome: { canAskStaff: false } });
    expect(test.ports.commands).toContainEqual(light('help-wanted'));
    await test.wait(test.delays.helpNobodyCame);
    expect(test.view().overlay).toEqual({ id: 'help-nobody-came' });
    test.press({ type: 'KEEP_WAITING' });
    expect(test.view().overlay?.id).toBe('help-called');
    await test.wait(test.delays.helpNobodyCame);
    expect(test.view().overlay?.id).toBe('help-nobody-came');
    await test.wait(test.delays.helpWait - test.delays.helpNobodyCame);
    expect(test.view().overlay).toMatchObject({ id: 'idle-warning', stake: 'unsubmitted' });
    await test.wait(test.delays.idleWarning);
    expect(test.on('ended').how).toBe('idle');
    expect(test.ports.commands.findLast(({ type }) => type === 'LIGHT')).toEqual(light('idle'));
  });

  it('lets the member take the call back, and leave', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' }, { type: 'CANCEL_HELP' });
    expect(test.view()).toMatchObject({ overlay: null, screen: { id: 'read-result' } });
    expect(test.ports.commands.at(-1)).toEqual(light('in-use'));
    test.press({ type: 'ASK_STAFF' }, { type: 'LEAVE' });
    expect(test.view().overlay?.id).toBe('leave-confirm');
    test.press({ type: 'LEAVE_CANCEL' });
    expect(test.view().overlay?.id).toBe('help-called');
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(test.on('ended').how).toBe('left');
  });

  it('can be asked from the attract page', async () => {
    const test = await inService();
    test.press({ type: 'ASK_STAFF' });
    expect(test.view()).toMatchObject({ screen: { id: 'language' }, overlay: { id: 'help-called' } });
  });
});

describe('staff attest and hand back', () => {
  it('returns exactly where the member was', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'FIELD_DRAFT', value: '9182' }, { type: 'ASK_STAFF' });
    await test.signIn();
    test.attest();
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    test.press({ type: 'HAND_BACK' });
    expect(test.view().chrome.assist).toBeNull();
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    test.answer('communication-language', 'en');
    test.answer('optional-uses', '');
    expect(test.on('review').rows).toContainEqual(
      expect.objectContaining({ key: 'attested-by', value: 'S-1001' }),
    );
  });

  it('marks what staff filled in, until the member answers it again', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.answerAll();
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' });
    const marked = (): readonly string[] =>
      test
        .on('review')
        .rows.filter(({ byStaff }) => byStaff)
        .map(({ key }) => key);
    expect(marked()).toEqual(['contact-channel', 'mobile', 'communication-language', 'optional-uses']);
    test.press({ type: 'CHANGE', step: 'communication-language' }, { type: 'ANSWER', value: 'zh-Hant' });
    expect(marked()).toEqual(['contact-channel', 'mobile', 'optional-uses']);
  });

  it('needs every feature ticked', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' });
    for (const feature of SECURITY_FEATURES.slice(1))
      test.press({ type: 'TICK_FEATURE', feature, ticked: true });
    expect(test.tap({ type: 'CONTINUE' })).toEqual({ accepted: false, reason: 'not-here' });
    const [first] = SECURITY_FEATURES;
    test.press({ type: 'TICK_FEATURE', feature: first, ticked: true });
    test.press({ type: 'TICK_FEATURE', feature: first, ticked: false });
    expect(test.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    test.press({ type: 'TICK_FEATURE', feature: first, ticked: true }, { type: 'CONTINUE' });
    expect(test.on('attest').page).toBe('face');
    expect(test.tap({ type: 'ATTEST' })).toEqual({ accepted: false, reason: 'not-here' });
  });

  it('attests nothing when the face is another one', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' });
    for (const feature of SECURITY_FEATURES) test.press({ type: 'TICK_FEATURE', feature, ticked: true });
    test.press({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: false });
    test.on('staff-needed');
    test.press({ type: 'HAND_BACK' });
    test.on('staff-needed');
    expect(test.ports.audited.map(({ event }) => event)).not.toContain('staff.attested');
  });

  it('belongs to the card that was seen: another reading drops it, and keeps the answers of the same person', async () => {
    const test = await inService();
    await test.goToReview();
    for (let page = 0; page < 6; page += 1) test.press({ type: 'BACK' });
    test.on('read-result');
    test.press({ type: 'RETRY' });
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    test.on('staff-needed');
  });

  it('stays with the card when the member only went back to look at it', async () => {
    const test = await inService();
    await test.goToReview();
    for (let page = 0; page < 6; page += 1) test.press({ type: 'BACK' });
    test.on('read-result');
    test.press({ type: 'CONTINUE' });
    test.on('review');
  });

  it('is not offered to somebody whose training has ended, and they are told why', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn('badge-officer-ended');
    expect(test.view().chrome.assist).toMatchObject({
      canAttest: false,
      training: { until: TRAINING_OVER, over: true },
    });
    expect(test.tap({ type: 'STAFF_ATTEST' })).toEqual({ accepted: false, reason: 'not-here' });
  });

  it('somebody whose training ends within 30 days attests, and is told so', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn('badge-officer-ending');
    expect(test.view().chrome.assist).toMatchObject({
      canAttest: true,
      training: { until: TRAINING_ENDS, over: false },
    });
    test.attest();
    expect(test.ports.audited.map(({ event }) => event)).toContain('staff.attested');
  });

  it('is not offered to an assistant, nor for a card whose own check failed', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn('badge-assistant-01');
    expect(test.view().chrome.assist).toMatchObject({
      staffId: 'S-2001',
      role: 'assistant',
      canAttest: false,
    });
    expect(test.tap({ type: 'STAFF_ATTEST' })).toEqual({ accepted: false, reason: 'not-here' });
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.liftCard();
    test.identify(forged01);
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    expect(test.view().chrome.assist?.canAttest).toBe(false);
  });
});

describe('declare and submit while staff hold the session', () => {
  it('are refused from the review page and from the declaration', async () => {
    const test = await inService();
    await test.goToReview();
    await test.signIn();
    expect(test.tap({ type: 'CONTINUE' })).toEqual({ accepted: false, reason: 'not-allowed' });
    expect(test.tap({ type: 'SUBMIT' })).toEqual({ accepted: false, reason: 'not-allowed' });
    test.on('review');
    test.press({ type: 'HAND_BACK' }, { type: 'CONTINUE' });
    test.on('declare');
    await test.signIn('badge-officer-02');
    expect(test.tap({ type: 'SUBMIT' })).toEqual({ accepted: false, reason: 'not-allowed' });
    expect(test.ports.submitted).toHaveLength(0);
    test.press({ type: 'HAND_BACK' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toHaveLength(1);
  });

  it('are refused for the second try too', async () => {
    const test = await inService();
    test.ports.store = 'disk-full';
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    test.on('not-saved');
    await test.signIn();
    expect(test.tap({ type: 'RETRY' })).toEqual({ accepted: false, reason: 'not-allowed' });
  });
});

it('somebody who waits for a code on their phone and asks for staff waits ten minutes, too', async () => {
  const test = await inService();
  test.ports.withMobileCodes();
  test.network(true);
  test.identify();
  test.press({ type: 'CONTINUE' });
  test.answer('contact-channel', 'mobile');
  test.answer('mobile', MOBILE);
  await test.settle();
  test.on('mobile-code');
  test.press({ type: 'ASK_STAFF' });
  await test.wait(test.delays.helpWait - 1_000);
  expect(test.view().overlay?.id).toBe('help-nobody-came');
  test.press({ type: 'CANCEL_HELP' });
  expect(test.view().sessionId).not.toBeNull();
});

describe('badge and PIN', () => {
  it('covers typing, loses none of it, and goes away when it is cancelled', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'email');
    test.press({ type: 'FIELD_DRAFT', value: 'ondine.ca' });
    const { rev, view } = test.terminal.current();
    test.scanBadge('badge-officer-01');
    expect(test.view().overlay).toEqual({
      id: 'staff-pin',
      refusal: null,
      waitSeconds: null,
      checking: false,
      canSnooze: false,
    });
    // The draft that was on its way when the badge came.
    const late = { sessionId: view.sessionId, stepId: view.stepId, rev } as const;
    expect(test.terminal.intent({ type: 'FIELD_DRAFT', value: 'ondine.can', ...late }).accepted).toBe(true);
    expect(test.terminal.intent({ type: 'ANSWER', value: 'a@b.hk', ...late })).toEqual({
      accepted: false,
      reason: 'stale',
    });
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view().overlay).toBeNull();
    expect(test.on('question')).toMatchObject({ step: 'email', value: 'ondine.can' });
  });

  it('says why it was refused, and asks again', async () => {
    const test = await inService();
    test.goToReader();
    test.scanBadge('badge-officer-01');
    test.press({ type: 'STAFF_PIN', pin: '0000' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-pin', checking: true });
    await test.settle();
    expect(test.view().overlay).toEqual({
      id: 'staff-pin',
      refusal: 'wrong-pin',
      waitSeconds: null,
      checking: false,
      canSnooze: false,
    });
    test.press({ type: 'STAFF_PIN', pin: '482916' });
    await test.settle();
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: { staffId: 'S-1001' } } });
  });

  it.each(['silent', 'rejects'] as const)('says that the list is not there when it is %s', async (mood) => {
    const test = await inService();
    test.ports.staffList = mood;
    test.goToReader();
    test.scanBadge('badge-officer-01');
    test.press({ type: 'STAFF_PIN', pin: '482916' });
    await test.wait(test.delays.staffVerifyOverdue);
    expect(test.view().overlay).toEqual({
      id: 'staff-pin',
      refusal: 'list-not-available',
      waitSeconds: null,
      checking: false,
      canSnooze: false,
    });
  });

  it('goes away when nobody types a PIN', async () => {
    const test = await inService();
    test.goToReader();
    test.scanBadge('badge-officer-01');
    await test.wait(test.delays.staffPinWait);
    expect(test.view()).toMatchObject({ overlay: null, screen: { id: 'identify' } });
  });

  it('hands over to a second badge, who starts the attestation afresh', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' });
    test.press({ type: 'TICK_FEATURE', feature: 'print-sharp', ticked: true });
    test.scanBadge('badge-officer-02');
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.on('attest').features).toContainEqual({ feature: 'print-sharp', ticked: true });
    expect(test.view().chrome.assist?.staffId).toBe('S-1001');
    await test.signIn('badge-officer-02');
    expect(test.view().chrome.assist?.staffId).toBe('S-1002');
    test.on('question');
    test.press({ type: 'STAFF_ATTEST' });
    expect(test.on('attest').features.every(({ ticked }) => !ticked)).toBe(true);
  });

  it('is asked on the attract page, too, and given up it rests again', async () => {
    const test = await inService();
    test.scanBadge('badge-officer-01');
    expect(test.view().overlay?.id).toBe('staff-pin');
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view()).toMatchObject({ screen: { id: 'attract' }, overlay: null, sessionId: null });
  });

  it('never stands in a view, an audit entry or the machine after the answer', async () => {
    const test = await inService();
    test.goToReader();
    await test.signIn();
    const written = JSON.stringify([test.view(), test.ports.audited]);
    expect(written).not.toContain('badge-officer-01');
    expect(written).not.toContain('482916');
  });
});

describe('staff walk away with the session open', () => {
  it('covers and locks, and opens for the same badge where it was', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' });
    await test.wait(test.delays.staffIdleLock);
    expect(test.view().overlay).toEqual({ id: 'staff-locked' });
    expect(test.tap({ type: 'HAND_BACK' })).toEqual({ accepted: false, reason: 'not-here' });
    expect(test.tap({ type: 'CONTINUE' })).toEqual({ accepted: false, reason: 'not-here' });
    test.press({ type: 'ACTIVITY' });
    expect(test.view().overlay).toEqual({ id: 'staff-locked' });
    await test.signIn();
    expect(test.view().overlay).toBeNull();
    expect(test.on('attest').page).toBe('features');
  });

  it('a technician’s badge does not uncover what the member left', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    await test.wait(test.delays.staffIdleLock);
    await test.signIn('badge-technician-01');
    expect(test.view().overlay?.id).toBe('staff-locked');
    expect(test.tap({ type: 'STAFF_CANCEL' }).accepted).toBe(false);
    expect(test.tap({ type: 'HAND_BACK' }).accepted).toBe(false);
    await test.signIn('badge-officer-02');
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: { staffId: 'S-1002' } } });
  });

  it('ends and wipes when nobody comes back', async () => {
    const test = await inService();
    test.identify();
    await test.signIn();
    await test.wait(test.delays.staffIdleLock + test.delays.staffLockedParks);
    expect(test.on('ended').how).toBe('idle');
    expect(test.ports.wiped).toHaveLength(1);
  });
});
