import { describe, expect, it } from 'vitest';
import { registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import { fail } from '../../../domain/result.ts';
import { inService, type TestTerminal, typeNumberHere } from '../../testing/harness.ts';
import { typedNumber, typedNumberText } from '../../testing/people.ts';

/** Somebody stands at the details, and staff have come with this badge. */
async function helped(badge = 'badge-officer-01'): Promise<TestTerminal> {
  const test = await inService();
  test.identify();
  test.press({ type: 'CONTINUE' });
  await test.signIn(badge);
  return test;
}

/** Badge and PIN as they are; the page may be another than the one below. */
async function badgeAndPin(test: TestTerminal, badge: string, pin: string): Promise<void> {
  test.ports.sendHardware({ type: 'BADGE_SCANNED', text: badge });
  test.press({ type: 'STAFF_PIN', pin });
  await test.settle();
}

const events = (test: TestTerminal): readonly string[] => test.ports.audited.map(({ event }) => event);

describe('staff hand back what they filled in', () => {
  it('the member sees every line of it, marked, before the page goes on', async () => {
    const test = await helped();
    test.answerAll();
    test.press({ type: 'STAFF_MORE' }, { type: 'INTERPRETER_PRESENT' }, { type: 'STAFF_CANCEL' });
    test.press({ type: 'HAND_BACK' });
    const { overlay } = test.view();
    expect(overlay).toMatchObject({
      ...{ id: 'staff-work', interpreter: { language: null }, attestedBy: [], asked: [] },
      changes: ['contact-channel', 'mobile', 'communication-language', 'optional-uses'],
    });
    const keys = overlay?.id === 'staff-work' ? overlay.rows.map(({ key, byStaff }) => [key, byStaff]) : [];
    expect(keys).toEqual([
      ['contact-channel', true],
      ['mobile', true],
      ['communication-language', true],
      ['optional-uses', true],
    ]);
    expect(test.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    expect(test.tap({ type: 'SUBMIT' }).accepted).toBe(false);
    test.press({ type: 'CONFIRM_TOUCHED' });
    expect(test.view().overlay).toBeNull();
    expect(events(test)).toEqual(
      expect.arrayContaining(['staff.interpreter-present', 'staff.handed-back', 'staff.work-confirmed']),
    );
  });

  it('an interpreter who was there travels with the registration, and who recorded it', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    await test.signIn();
    test.press({ type: 'STAFF_MORE' }, { type: 'INTERPRETER_PRESENT' }, { type: 'STAFF_CANCEL' });
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    const payload = test.ports.submitted[0]?.payload;
    expect(registrationPayloadSchema.safeParse(payload).success).toBe(true);
    expect(payload).toMatchObject({
      interpretation: { recordedBy: 'S-1001' },
      identification: { attestation: { staffId: 'S-1001', cardSeen: true, faceCompared: true } },
    });
  });

  it('a number that staff typed is among it, masked; one that the member typed is not', async () => {
    const test = await inService();
    test.goToReader();
    await test.signIn('badge-assistant-01');
    typeNumberHere(test);
    test.press({ type: 'HAND_BACK' });
    const { overlay } = test.view();
    expect(overlay).toMatchObject({ id: 'staff-work', rows: [{ key: 'number', byStaff: true }] });
    expect(JSON.stringify(overlay)).not.toContain(typedNumber.body);
    // It stands in full where the member goes back to it, and says that it is theirs.
    test.press({ type: 'CONFIRM_TOUCHED' }, { type: 'BACK' }, { type: 'CONTINUE' });
    await test.signIn('badge-assistant-01');
    test.press({ type: 'HAND_BACK' });
    expect(test.view().overlay).toBeNull();
  });

  it('identity that staff attested, and an interpreter and their language, stand in the same list', async () => {
    const test = await helped();
    test.answerAll();
    test.press({ type: 'STAFF_MORE' }, { type: 'INTERPRETER_PRESENT' }, { type: 'STAFF_CANCEL' });
    test.attest();
    test.press({ type: 'HAND_BACK' });
    expect(test.view().overlay).toMatchObject({ attestedBy: ['S-1001'], interpreter: { language: null } });
  });

  it('an interpreter alone is shown, since it goes out with what is submitted', async () => {
    const test = await helped();
    test.press({ type: 'STAFF_MORE' }, { type: 'INTERPRETER_PRESENT' }, { type: 'STAFF_CANCEL' });
    test.press({ type: 'HAND_BACK' });
    expect(test.view().overlay).toMatchObject({
      id: 'staff-work',
      rows: [],
      interpreter: { language: null },
    });
  });

  it('what is not right is changed on its own page; the rest is shown again before anything is declared', async () => {
    const test = await helped();
    test.answerAll();
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'CHANGE_TOUCHED', row: 'communication-language' });
    expect(test.view().overlay).toBeNull();
    expect(test.on('question')).toMatchObject({ step: 'communication-language', changing: true });
    test.answer('communication-language', 'zh-Hant');
    const { overlay } = test.view();
    expect(overlay?.id === 'staff-work' ? overlay.rows.map(({ key }) => key) : []).toEqual([
      'contact-channel',
      'mobile',
      'optional-uses',
    ]);
    // Nothing was declared meanwhile, and the attested card stands.
    expect(test.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    test.press({ type: 'CONFIRM_TOUCHED' });
    test.on('review');
    test.press({ type: 'CONTINUE' });
    test.on('declare');
  });

  it('when the member has changed all of it, nothing is left to be shown', async () => {
    const test = await helped();
    test.answer('contact-channel', 'email');
    test.press({ type: 'HAND_BACK' }, { type: 'CHANGE_TOUCHED', row: 'contact-channel' });
    test.answer('contact-channel', 'mobile');
    // In the middle of the pages it goes on with what is still open.
    expect(test.on('question').step).toBe('mobile');
    test.answer('mobile', '61234567');
    test.answer('mobile-again', '61234567');
    test.answer('communication-language', 'en');
    test.answer('optional-uses', '');
    expect(test.view().overlay).toBeNull();
    expect(events(test)).toContain('staff.work-confirmed');
  });

  it('going back from the page changes nothing, and shows all of it again', async () => {
    const test = await helped();
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'HAND_BACK' }, { type: 'CHANGE_TOUCHED', row: 'contact-channel' }, { type: 'BACK' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-work', rows: [{ key: 'contact-channel' }] });
    test.press({ type: 'CONFIRM_TOUCHED' });
    expect(test.on('question').step).toBe('mobile');
  });

  it('a number that staff typed is typed anew by the member', async () => {
    const test = await inService();
    test.goToReader();
    await test.signIn('badge-assistant-01');
    typeNumberHere(test);
    test.press({ type: 'HAND_BACK' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-work', changes: ['number'] });
    test.press({ type: 'CHANGE_TOUCHED', row: 'number' });
    test.on('typed-number');
    test.press({ type: 'ANSWER', value: typedNumberText }, { type: 'CONTINUE' });
    expect(test.view().overlay).toBeNull();
  });

  it('a page of an instruction, too; what staff did not fill in is not theirs to open', async () => {
    const test = await inService();
    test.press({ type: 'MENU', locale: 'en' }, { type: 'CHOOSE_GROUP', group: 'help' });
    test.press({ type: 'CHOOSE_KIND', kind: 'call-back' }, { type: 'CONTINUE' });
    await test.signIn('badge-assistant-01');
    const first = test.on('ask');
    test.press({ type: 'ANSWER', value: 'general' }, { type: 'HAND_BACK' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-work', changes: [first.page] });
    expect(test.tap({ type: 'CHANGE_TOUCHED', row: 'mobile' }).accepted).toBe(false);
    test.press({ type: 'CHANGE_TOUCHED', row: first.page });
    expect(test.on('ask')).toMatchObject({ page: first.page, changing: true });
    test.press({ type: 'BACK' });
    test.press({ type: 'CONFIRM_TOUCHED' });
    expect(test.on('ask').page).not.toBe(first.page);
  });

  it('a badge scanned over it, with no PIN, is no way round', async () => {
    const test = await helped();
    test.answerAll();
    test.press({ type: 'HAND_BACK' });
    test.ports.sendHardware({ type: 'BADGE_SCANNED', text: 'badge-officer-01' });
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view().overlay?.id).toBe('staff-work');
  });

  it('who filled in nothing hands back at once', async () => {
    const test = await helped();
    test.press({ type: 'HAND_BACK' });
    expect(test.view().overlay).toBeNull();
  });
});

describe('numbers while staff hold the session', () => {
  it('are covered on the page that only shows them, and the member’s own again afterwards', async () => {
    const test = await helped();
    test.answerAll();
    test.attest();
    const mobile = (): string | undefined =>
      test.on('review').rows.find(({ key }) => key === 'mobile')?.value;
    expect(mobile()).toMatch(/^[• ]+\d{3}$/);
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' });
    expect(mobile()).toMatch(/^\d{4} \d{4}$/);
  });
});

describe('the rule of a page', () => {
  const reading = (test: TestTerminal): unknown => {
    test.press({ type: 'STAFF_MORE' });
    const { overlay } = test.view();
    test.press({ type: 'STAFF_CANCEL' });
    return overlay?.id === 'staff-more' ? overlay.reading : undefined;
  };

  it('is in the language that staff chose, on every page and in the next visit; the member’s stays', async () => {
    const test = await helped('badge-assistant-01');
    const { locale } = test.view();
    expect(reading(test)).toBeNull();
    const other = locale === 'en' ? 'zh-Hant' : 'en';
    test.press({ type: 'STAFF_MORE' }, { type: 'RULE_LANGUAGE', locale: other }, { type: 'STAFF_CANCEL' });
    test.answer('contact-channel', 'mobile');
    expect(reading(test)).toBe(other);
    expect(test.view().locale).toBe(locale);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn('badge-assistant-01');
    expect(reading(test)).toBe(other);
    // Somebody else's choice is their own.
    await badgeAndPin(test, 'badge-officer-01', '482916');
    expect(reading(test)).toBeNull();
  });
});

describe('staff are called and busy', () => {
  it('the badge is enough to say so: the member is told, and an answer is owed again', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    test.ports.sendHardware({ type: 'BADGE_SCANNED', text: 'badge-assistant-01' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-pin', canSnooze: true });
    test.press({ type: 'STAFF_SNOOZE' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'help-called', snoozed: true });
    expect(test.ports.audited.at(-1)).toMatchObject({ event: 'help.snoozed', actor: 'staff' });
    await test.wait(test.delays.helpSnoozed);
    expect(test.view().overlay?.id).toBe('help-nobody-came');
  });

  it('a badge nobody knows says nothing to the member', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    test.ports.sendHardware({ type: 'BADGE_SCANNED', text: 'found-in-the-street' });
    test.press({ type: 'STAFF_SNOOZE' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'staff-pin', refusal: 'unknown-badge' });
  });
});

describe('somebody is deactivated while they hold the session', () => {
  const without = (test: TestTerminal, staffId: string): void => {
    test.ports.people = test.ports.people.filter((one) => one.staffId !== staffId);
  };

  it('the page is the member’s within seconds, who sees what was filled in; the badge is refused', async () => {
    const test = await helped();
    test.answerAll();
    without(test, 'S-1001');
    await test.wait(test.delays.staffStanding);
    expect(test.view()).toMatchObject({ chrome: { assist: null }, overlay: { id: 'staff-work' } });
    expect(test.ports.audited.at(-1)).toMatchObject({
      ...{ event: 'staff.handed-back', actor: 'system', staffId: 'S-1001' },
      detail: { how: 'not-on-list' },
    });
  });

  it('in the middle of an attestation nothing is attested', async () => {
    const test = await helped();
    test.answerAll();
    test.press({ type: 'STAFF_ATTEST' });
    without(test, 'S-1001');
    await test.wait(test.delays.staffStanding);
    expect(test.view().chrome.assist).toBeNull();
    test.press({ type: 'CONFIRM_TOUCHED' });
    test.on('staff-needed');
  });

  it('a technician at the machine’s own pages is turned out, too', async () => {
    const test = await inService();
    await test.signIn('badge-technician-01');
    test.press({ type: 'OPERATIONS' });
    without(test, 'S-3001');
    await test.wait(test.delays.staffStanding);
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: null } });
  });

  it('a list that does not answer for a moment turns nobody out, nor do wrong PINs with their badge', async () => {
    const test = await helped();
    const { staff } = test.ports;
    const answers = { ...staff };
    Object.assign(staff, { people: () => Promise.reject(new Error('busy')) });
    await test.wait(test.delays.staffStanding * 2);
    expect(test.view().chrome.assist).not.toBeNull();
    Object.assign(staff, answers);
    test.ports.people = test.ports.people.map((one) => ({ ...one, standing: 'locked' }));
    await test.wait(test.delays.staffStanding * 2);
    expect(test.view().chrome.assist).not.toBeNull();
  });
});

describe('a start PIN', () => {
  it('lets its holder do nothing but change it, a second badge notwithstanding', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await badgeAndPin(test, 'badge-starter-01', '111222');
    expect(test.view().overlay).toMatchObject({ id: 'staff-new-pin', start: true });
    for (const intent of [{ type: 'STAFF_ATTEST' }, { type: 'HAND_BACK' }, { type: 'STAFF_MORE' }] as const)
      expect(test.tap(intent).accepted).toBe(false);
    test.ports.sendHardware({ type: 'BADGE_SCANNED', text: 'badge-starter-01' });
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view().overlay).toMatchObject({ id: 'staff-new-pin', start: true });
    expect(events(test)).not.toContain('staff.signed-in');
  });

  it('the two do not agree, or it is too easy: said, and asked again; then the session is theirs', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await badgeAndPin(test, 'badge-starter-01', '111222');
    test.press({ type: 'NEW_PIN', pin: '704915', again: '704916' });
    expect(test.view().overlay).toMatchObject({ refusal: 'pin-differs' });
    test.press({ type: 'NEW_PIN', pin: '123456', again: '123456' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ refusal: 'pin-easy' });
    test.press({ type: 'NEW_PIN', pin: '704915', again: '704915' });
    await test.settle();
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: { staffId: 'S-1003' } } });
    expect(events(test)).toContain('staff.signed-in');
  });

  it('its holder was called: the call is over, and the new PIN is asked', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' }, { type: 'ASK_STAFF' });
    await badgeAndPin(test, 'badge-starter-01', '111222');
    expect(test.view().overlay).toMatchObject({ id: 'staff-new-pin', start: true });
    test.press({ type: 'NEW_PIN', pin: '704915', again: '704915' });
    await test.settle();
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: { staffId: 'S-1003' } } });
  });

  it('a technician’s leads to the machine’s figures and to no member’s session', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await badgeAndPin(test, 'badge-starter-technician', '222111');
    test.press({ type: 'NEW_PIN', pin: '704915', again: '704915' });
    await test.settle();
    expect(test.view().overlay?.id).toBe('staff-status');
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: null } });
    for (const intent of [{ type: 'STAFF_MORE' }, { type: 'HAND_BACK' }] as const)
      expect(test.tap(intent).accepted).toBe(false);
  });

  it('its holder goes away: the page is the member’s', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await badgeAndPin(test, 'badge-starter-01', '111222');
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: null } });
  });
});

describe('who may do what', () => {
  it('a technician sees the machine’s figures and nothing of the member, and hands back from there', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await badgeAndPin(test, 'badge-technician-01', '930417');
    expect(test.view().overlay?.id).toBe('staff-status');
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: null } });
  });

  it('a technician puts the badge on the resting machine: figures, and then it rests again', async () => {
    const test = await inService();
    await badgeAndPin(test, 'badge-technician-01', '930417');
    expect(test.view().overlay).toMatchObject({ id: 'staff-status', canOperate: true, canChangePin: true });
    test.press({ type: 'STAFF_CANCEL' });
    test.on('attract');
    expect(test.view().sessionId).toBeNull();
  });

  it('a technician changes the PIN and comes back to the figures, never to a member’s page', async () => {
    const test = await inService();
    await badgeAndPin(test, 'badge-technician-01', '930417');
    test.press({ type: 'CHANGE_PIN' }, { type: 'STAFF_CANCEL' });
    expect(test.view().overlay?.id).toBe('staff-status');
    test.press({ type: 'CHANGE_PIN' }, { type: 'NEW_PIN', pin: '582614', again: '582614' });
    await test.settle();
    expect(test.view().overlay?.id).toBe('staff-status');
    expect(test.tap({ type: 'STAFF_MORE' }).accepted).toBe(false);
    test.press({ type: 'STAFF_CANCEL' });
    test.on('attract');
  });

  it('a technician at a member’s page changes nothing of it: by way of the PIN back to the member', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await badgeAndPin(test, 'badge-technician-01', '930417');
    test.press({ type: 'CHANGE_PIN' }, { type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    expect(test.view()).toMatchObject({ overlay: null, chrome: { assist: null } });
    expect(test.on('question').step).toBe('contact-channel');
  });

  it('an officer’s badge on the resting machine: they hold it at its first page, and it rests when they go', async () => {
    const test = await inService();
    await test.signIn();
    test.on('language');
    expect(test.view().chrome.assist).toMatchObject({ role: 'officer' });
    test.press({ type: 'HAND_BACK' });
    test.on('attract');
  });

  it('an officer begins for somebody: once a language is chosen, it is that person’s visit and stays', async () => {
    const test = await inService();
    await test.signIn();
    test.press({ type: 'START', locale: 'en' }, { type: 'HAND_BACK' });
    test.on('notice');
    test.press({ type: 'BACK' });
    test.on('language');
  });

  it('a badge nobody follows with a PIN: the machine rests again', async () => {
    const test = await inService();
    test.scanBadge('badge-officer-01');
    expect(test.view().overlay?.id).toBe('staff-pin');
    await test.wait(test.delays.staffPinWait);
    test.on('attract');
  });

  it('an officer has no way to the page of staff and badges; a supervisor unlocks and blocks there, not themselves', async () => {
    const officer = await helped();
    officer.press({ type: 'STAFF_MORE' });
    expect(officer.view().overlay).toMatchObject({ id: 'staff-more', canSeePeople: false });
    expect(officer.tap({ type: 'STAFF_PEOPLE' }).accepted).toBe(false);

    const test = await helped('badge-officer-02');
    test.press({ type: 'STAFF_MORE' }, { type: 'STAFF_PEOPLE' });
    await test.settle();
    expect(test.tap({ type: 'UNLOCK_STAFF', staffId: 'S-1002' }).accepted).toBe(false);
    test.press({ type: 'UNLOCK_STAFF', staffId: 'S-2001' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ id: 'staff-people', change: 'done', self: 'S-1002' });
    test.ports.staffChanged = fail('not-saved');
    test.press({ type: 'BLOCK_BADGE', staffId: 'S-1001' });
    await test.settle();
    expect(test.view().overlay).toMatchObject({ change: 'not-saved' });
    expect(test.ports.staffChanges).toEqual([
      { what: 'unlock', staffId: 'S-2001', by: 'S-1002' },
      { what: 'block', staffId: 'S-1001', by: 'S-1002' },
    ]);
  });

  it('a second badge with its PIN takes over, and both are in the audit chain by their number', async () => {
    const test = await helped();
    await badgeAndPin(test, 'badge-officer-02', '730155');
    expect(test.view().chrome.assist?.staffId).toBe('S-1002');
    expect(
      test.ports.audited
        .filter(({ event }) => event.startsWith('staff.'))
        .map(({ event, staffId }) => [event, staffId]),
    ).toEqual([
      ['staff.signed-in', 'S-1001'],
      ['staff.handed-over', 'S-1002'],
    ]);
  });
});

it('more time: the wait for a touch is three times as long once the session is the member’s again', async () => {
  const test = await helped();
  test.press({ type: 'STAFF_MORE' }, { type: 'MORE_TIME' }, { type: 'STAFF_CANCEL' }, { type: 'HAND_BACK' });
  await test.wait(test.delays.idleAfter * 3 - 1);
  expect(test.view().overlay).toBeNull();
  await test.wait(1);
  expect(test.view().overlay?.id).toBe('idle-warning');
});
