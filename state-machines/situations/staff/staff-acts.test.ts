import { describe, expect, it } from 'vitest';
import { AUDIT_CATALOGUE } from '../../../domain/terminal/audit/catalogue.ts';
import { AUDIT_VALUES } from '../../../domain/terminal/audit/values.ts';
import type { ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import type { AuditEntry } from '../../../domain/terminal/audit/entry.ts';
import type { Surface } from '../../../domain/terminal/surface.ts';
import { fakeTickets, ticket } from '../../testing/counter-tickets.ts';
import { inService, type TestTerminal, typeNumber, typeNumberHere } from '../../testing/harness.ts';
import { typedNumber } from '../../testing/people.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';

const actsOf = (test: TestTerminal): readonly AuditEntry[] =>
  test.ports.audited.filter(({ event }) => event === 'staff.acted');
const shownOf = (test: TestTerminal) =>
  actsOf(test).filter(({ detail }) => detail?.['act'] === 'showed-number');

/** As the queue asks before it writes: every word of a closed list. */
function isWritten({ event, detail }: AuditEntry): boolean {
  return Object.entries(detail ?? {}).every(([key, value]) => {
    const allowed = AUDIT_VALUES[key];
    return AUDIT_CATALOGUE[event].detail.includes(key) && Array.isArray(allowed) && allowed.includes(value);
  });
}

function from({ terminal }: TestTerminal, surface: Surface, ...intents: readonly ScreenIntent[]): void {
  for (const intent of intents) {
    const { rev, view } = terminal.current(surface);
    const place = { sessionId: view.sessionId, stepId: view.stepId, rev };
    const answer = terminal.intent({ ...intent, ...place }, surface);
    if (!answer.accepted) throw new Error(`${intent.type} on ${view.stepId}: ${answer.reason}`);
  }
}

describe('a number is shown while staff hold the button', () => {
  it('is said once for each hold, with who and whose number it is, and never which', async () => {
    const test = await inService();
    typeNumber(test);
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' }, { type: 'NUMBER_SHOWN' }, { type: 'NUMBER_SHOWN' });
    const shown = shownOf(test);
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatchObject({
      ...{ actor: 'staff', staffId: 'S-1001', sessionId: test.view().sessionId },
      detail: { act: 'showed-number', field: 'own-number' },
    });
    expect(shown.every(isWritten)).toBe(true);
    expect(JSON.stringify(test.ports.audited)).not.toContain(typedNumber.body);
  });

  it('on a page that shows none, it is refused and not said', async () => {
    const test = await inService();
    test.identify();
    expect(test.tap({ type: 'NUMBER_SHOWN' })).toEqual({ accepted: false, reason: 'not-here' });
    await test.signIn();
    expect(test.tap({ type: 'NUMBER_SHOWN' })).toEqual({ accepted: false, reason: 'not-here' });
    expect(shownOf(test)).toEqual([]);
  });
});

describe('staff at a kiosk', () => {
  it('whoever snoozed a call is named, with no PIN', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    test.ports.sendHardware({ type: 'BADGE_SCANNED', text: 'badge-assistant-01' });
    test.press({ type: 'STAFF_SNOOZE' });
    await test.settle();
    expect(test.ports.audited.at(-1)).toEqual({
      ...{ event: 'help.snoozed', actor: 'staff', staffId: 'S-2001' },
      sessionId: test.view().sessionId,
    });
    // The member learns that somebody comes, and not who.
    expect(JSON.stringify(test.view())).not.toContain('S-2001');
  });

  it('language, sizes, time, interpreter, typed number, handing back: each with who', async () => {
    const test = await inService();
    test.goToReader();
    await test.signIn('badge-assistant-01');
    typeNumberHere(test);
    test.press({ type: 'SET_LOCALE', locale: 'zh-Hant' }, { type: 'SET_CONTRAST', contrast: 'high' });
    test.press({ type: 'STAFF_MORE' }, { type: 'MORE_TIME' }, { type: 'INTERPRETER_PRESENT' });
    test.press({ type: 'STAFF_CANCEL' }, { type: 'HAND_BACK' });
    const byStaff = test.ports.audited.filter(({ actor }) => actor === 'staff');
    expect(byStaff.every(({ staffId }) => staffId === 'S-2001')).toBe(true);
    expect(byStaff.map(({ event, detail }) => detail?.['act'] ?? event)).toEqual([
      'staff.signed-in',
      'typed-number',
      'answered',
      'set-language',
      'set-contrast',
      'staff.more-time',
      'staff.interpreter-present',
      'staff.handed-back',
    ]);
  });
});

it('what staff put aside for a member is said of them', async () => {
  const test = await inService();
  test.identify();
  test.press({ type: 'CONTINUE' });
  test.answer('contact-channel', 'mobile');
  await test.signIn('badge-assistant-01');
  test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
  await test.settle();
  const parked = test.ports.audited.find(({ event }) => event === 'draft.parked');
  expect(parked).toMatchObject({ actor: 'staff', staffId: 'S-2001' });
});

describe('staff at a counter', () => {
  async function counter(): Promise<TestTerminal> {
    const test = await inService(
      {},
      {
        config: { profile: 'station', counter: '3' },
        ports: { workDay: fakeWorkDay(), tickets: fakeTickets(ticket('A012')) },
      },
    );
    await test.settle();
    test.scanBadge('badge-officer-01');
    from(test, 'staff', { type: 'STAFF_PIN', pin: '482916' });
    await test.settle();
    return test;
  }

  it('what they do between two visits is said, and a visit that they begin is theirs', async () => {
    const test = await counter();
    from(test, 'staff', { type: 'SET_TEXT_SIZE', textSize: 'large' }, { type: 'STATION_CALL_NEXT' });
    await test.settle();
    from(test, 'staff', { type: 'START', locale: 'en' });
    await test.settle();
    const begun = test.ports.audited.find(({ event }) => event === 'session.started');
    expect(begun).toMatchObject({ actor: 'staff', staffId: 'S-1001' });
    // The size of letters in their own window is nobody's act.
    expect(actsOf(test).map(({ detail }) => detail)).toEqual([
      { act: 'called-next' },
      { act: 'chose-purpose', locale: 'en' },
    ]);
    expect(actsOf(test).every((entry) => entry.staffId === 'S-1001' && isWritten(entry))).toBe(true);
  });

  it('what the member touches in their own window is not said of staff, who hold the visit', async () => {
    const test = await counter();
    from(test, 'staff', { type: 'STATION_WITHOUT_TICKET' }, { type: 'START', locale: 'en' });
    await test.settle();
    const before = actsOf(test).length;
    from(test, 'member', { type: 'SET_LOCALE', locale: 'zh-Hant' });
    expect(actsOf(test)).toHaveLength(before);
    from(test, 'staff', { type: 'CONTINUE' });
    expect(actsOf(test).at(-1)?.detail).toMatchObject({ act: 'read-notice' });
  });
});

describe('an operator in a van', () => {
  it('stop, lane, an interpreter and the end of the shift are said', async () => {
    const test = await inService({}, { config: { profile: 'van' }, ports: { workDay: fakeWorkDay() } });
    await test.settle();
    await test.signIn('badge-van-operator-01');
    test.press({ type: 'VAN_CHOOSE_STOP', placeId: null }, { type: 'VAN_LANE', lane: 'B' });
    test.press({ type: 'ANSWER', value: 'Site 7, gate B' });
    await test.settle();
    test.press({ type: 'VAN_OTHER_LANGUAGE' });
    test.press({ type: 'VAN_INTERPRETED', language: 'ne', locale: 'en' });
    await test.settle();
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    test.press({ type: 'VAN_SIGN_OUT' });
    expect(actsOf(test).map(({ detail }) => detail)).toEqual([
      { act: 'chose-stop' },
      { act: 'chose-lane' },
      { act: 'answered' },
      { act: 'began-with-interpreter', locale: 'en', language: 'ne' },
      { act: 'ended-visit', part: 'notice' },
      { act: 'ended-shift' },
    ]);
    const inVisit = actsOf(test).map(({ sessionId }) => sessionId !== undefined);
    expect(inVisit).toEqual([false, false, false, false, true, false]);
    expect(actsOf(test).every((entry) => entry.staffId !== undefined && isWritten(entry))).toBe(true);
  });
});
