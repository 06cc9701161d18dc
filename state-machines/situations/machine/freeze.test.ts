import { describe, expect, it } from 'vitest';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { MOBILE } from '../../testing/people.ts';
import { ALL_WELL, frozen, warned } from '../../testing/status.ts';

async function frozenTerminal(): Promise<TestTerminal> {
  const test = await inService();
  test.ports.sendStatus(frozen('too-many-pending'));
  return test;
}

const refused = { accepted: false, reason: 'not-here' } as const;

describe('the machine may take no more', () => {
  it('says so instead of inviting, begins nothing, and invites again when it may', async () => {
    const test = await frozenTerminal();
    expect(test.on('not-today').reason).toBe('too-many-pending');
    expect(test.tap({ type: 'START', locale: 'en' })).toEqual(refused);
    expect(test.tap({ type: 'ENQUIRE', locale: 'en' })).toEqual(refused);
    test.layCard();
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, sessionId: null });
    test.ports.sendStatus(ALL_WELL);
    test.on('attract');
  });

  it('says that nothing is lost only when nothing is', async () => {
    const test = await frozenTerminal();
    expect(test.on('not-today').nothingLost).toBe(true);
    const salvage = { at: '2026-11-22T22:10:00.000Z', salvaged: 41, missing: 0 };
    test.ports.sendStatus({ salvage });
    expect(test.on('not-today').nothingLost).toBe(true);
    test.ports.sendStatus({ salvage: { ...salvage, missing: 2 } });
    expect(test.on('not-today').nothingLost).toBe(false);
    test.ports.sendStatus({ salvage: { ...salvage, missing: null } });
    expect(test.on('not-today').nothingLost).toBe(false);
  });

  it('names the gravest reason, and another one when that is left', async () => {
    const test = await frozenTerminal();
    test.ports.sendStatus(frozen('clock-not-trusted'));
    expect(test.on('not-today').reason).toBe('clock-not-trusted');
  });

  it('can be read in the other language, which goes back by itself', async () => {
    const test = await frozenTerminal();
    test.press({ type: 'SET_LOCALE', locale: 'en' });
    expect(test.view()).toMatchObject({ locale: 'en', screen: { id: 'not-today' } });
    await test.wait(test.delays.attractSettings);
    expect(test.view()).toMatchObject({ locale: 'zh-Hant', screen: { id: 'not-today' } });
  });

  it('near a limit still serves', async () => {
    const test = await inService();
    test.ports.sendStatus(warned('too-many-pending'));
    test.on('attract');
    await test.goToReceipt();
  });

  it('is frozen already when it comes into service', async () => {
    const test = await frozenTerminal();
    test.terminal.enterOutOfService('disk-full');
    await test.wait(test.delays.selfTestRetry);
    test.on('not-today');
  });
});

describe('it freezes while a member is typing', () => {
  it('lets the visit go on to its receipt, and only then says so', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'FIELD_DRAFT', value: '9182' });
    test.ports.sendStatus(frozen('disk-nearly-full'));
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    test.answer('communication-language', 'en');
    test.answer('optional-uses', '');
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    test.on('receipt');
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('submitted');
    expect(test.tap({ type: 'START', locale: 'en' })).toEqual(refused);
    await test.wait(test.delays.endedCloses);
    expect(test.on('not-today').reason).toBe('disk-nearly-full');
  });
});

describe('somebody asks staff at a machine that serves nobody', () => {
  it('calls them, and goes back to rest when the call is taken back', async () => {
    const test = await frozenTerminal();
    test.press({ type: 'ASK_STAFF' });
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, overlay: { id: 'help-called' } });
    test.press({ type: 'CANCEL_HELP' });
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, overlay: null, sessionId: null });
    expect(test.ports.commands.findLast(({ type }) => type === 'LIGHT')).toEqual({
      type: 'LIGHT',
      pattern: 'out-of-service',
    });
  });

  it('goes back to rest by itself when nobody comes and everybody has gone', async () => {
    const test = await frozenTerminal();
    test.press({ type: 'ASK_STAFF' });
    await test.wait(test.delays.helpWait + test.delays.idleWarning);
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, overlay: null, sessionId: null });
  });

  it('goes on to the language when it may serve again meanwhile', async () => {
    const test = await frozenTerminal();
    test.press({ type: 'ASK_STAFF' });
    test.ports.sendStatus(ALL_WELL);
    test.press({ type: 'CANCEL_HELP' });
    expect(test.view()).toMatchObject({ screen: { id: 'language' }, overlay: null });
  });
});

describe('staff come to see why', () => {
  it('badge and PIN lead to how the machine stands, and back', async () => {
    const test = await frozenTerminal();
    await test.signIn('badge-assistant-01');
    expect(test.view().overlay).toEqual({
      id: 'staff-status',
      status: test.ports.status,
      canOperate: false,
      canChangePin: true,
      canCarry: false,
    });
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, overlay: null });
    test.press({ type: 'STAFF_STATUS' }, { type: 'STAFF_CANCEL' }, { type: 'HAND_BACK' });
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, sessionId: null });
    expect(test.view().chrome.assist).toBeNull();
  });

  it('a wrong PIN shows nothing, and giving up goes back to rest', async () => {
    const test = await frozenTerminal();
    test.scanBadge('badge-officer-01');
    test.press({ type: 'STAFF_PIN', pin: '0000' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'staff-pin', refusal: 'wrong-pin' });
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, overlay: null, sessionId: null });
  });

  it('forgotten there, the machine locks and goes back to rest', async () => {
    const test = await frozenTerminal();
    await test.signIn();
    await test.wait(test.delays.staffIdleLock);
    expect(test.view().overlay?.id).toBe('staff-locked');
    await test.wait(test.delays.staffLockedParks);
    expect(test.view()).toMatchObject({ screen: { id: 'not-today' }, sessionId: null });
  });

  it('sees the figures change under their eyes, and goes on to serve when the limit falls', async () => {
    const test = await frozenTerminal();
    await test.signIn();
    test.ports.sendStatus({ ...ALL_WELL, pending: 3 });
    expect(test.view().overlay).toMatchObject({ id: 'staff-status', status: { pending: 3 } });
    test.press({ type: 'STAFF_CANCEL' });
    test.on('language');
  });
});

describe('staff look at how the machine stands during a visit', () => {
  it('covers what the member filled in, and keeps it', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'FIELD_DRAFT', value: '9182' });
    await test.signIn();
    expect(test.view().chrome.assist).toMatchObject({ canSeeStatus: true });
    test.press({ type: 'STAFF_STATUS' });
    expect(test.view().overlay?.id).toBe('staff-status');
    expect(test.tap({ type: 'ANSWER', value: MOBILE })).toEqual(refused);
    expect(test.tap({ type: 'HAND_BACK' })).toEqual(refused);
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
  });

  it('is not for the member', async () => {
    const test = await inService();
    test.identify();
    expect(test.tap({ type: 'STAFF_STATUS' })).toEqual(refused);
  });
});
