import { describe, expect, it } from 'vitest';
import { registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { adult01, MOBILE } from '../../testing/people.ts';
import { frozen } from '../../testing/status.ts';
import { fakeWorkDay, type FakeWorkDay } from '../../testing/work-day.ts';

const OPERATOR = 'badge-van-operator-01';

interface Van extends TestTerminal {
  readonly book: FakeWorkDay;
}

async function van(book: FakeWorkDay = fakeWorkDay()): Promise<Van> {
  const test = await inService({}, { config: { profile: 'van' }, ports: { workDay: book } });
  await test.settle();
  return { ...test, book };
}

/** Signed in, and a stop open. */
async function atStop(): Promise<Van> {
  const test = await van();
  await test.signIn(OPERATOR);
  test.press({ type: 'VAN_CHOOSE_STOP', placeId: null });
  test.press({ type: 'VAN_LANE', lane: 'B' }, { type: 'ANSWER', value: 'Site 7, gate B' });
  await test.settle();
  test.on('van-ready');
  return test;
}

/** One person as far as the attested card, in the operator's hands. */
function prepare(test: Van): void {
  test.press({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  test.answer('mobile', MOBILE);
  test.answer('mobile-again', MOBILE);
  test.answer('communication-language', 'en');
  test.answer('optional-uses', '');
  test.attest();
}

describe('the shift', () => {
  it('begins with badge and PIN, and nothing can be done before', async () => {
    const test = await van();
    expect(test.on('van-signed-out')).toEqual({ id: 'van-signed-out', stop: null });
    expect(test.tap({ type: 'START', locale: 'en' })).toEqual({ accepted: false, reason: 'not-here' });
    test.layCard();
    test.on('van-signed-out');
    await test.signIn(OPERATOR);
    test.on('van-plan');
  });

  it('somebody who may not run a stop gets no further than the end of the day', async () => {
    const test = await van();
    await test.signIn('badge-officer-01');
    await test.settle();
    test.on('day-tally');
    test.press({ type: 'BACK' });
    await test.settle();
    test.on('van-signed-out');
    await test.signIn('badge-assistant-01');
    expect(test.view().overlay).toMatchObject({ id: 'staff-status', canOperate: false });
    test.press({ type: 'STAFF_CANCEL' });
    test.on('van-signed-out');
  });

  it('locks itself when nobody touches it, and the stop stays open', async () => {
    const test = await atStop();
    await test.wait(test.delays.shiftLock + 1000);
    expect(test.on('van-signed-out').stop).toBe('Site 7, gate B');
    await test.signIn(OPERATOR);
    expect(test.on('van-ready').next).toBe('B001');
  });

  it('ends after some hours, whatever is done', async () => {
    const test = await atStop();
    for (let turn = 0; turn < 60; turn += 1) {
      await test.wait(test.delays.shiftLongest / 60);
      test.press({ type: 'VAN_OTHER_LANGUAGE' }, { type: 'BACK' });
    }
    test.press({ type: 'START', locale: 'en' });
    test.on('van-signed-out');
  });

  it('a stop that was open before the power went is taken up with its number', async () => {
    const book = fakeWorkDay();
    book.day = {
      ...{
        number: 3,
        openedAt: '2026-11-23T01:00:00.000Z',
        stopsClosed: 1,
        sessions: 9,
        cut: { kept: true },
      },
      stop: {
        ...{
          placeId: null,
          lane: 'A',
          staffId: 'S-4001',
          openedAt: '2026-11-23T03:00:00.000Z',
          lastNumber: 7,
        },
        location: { site: 'Tunnel mouth', position: null },
      },
    };
    const test = await van(book);
    expect(test.on('van-signed-out').stop).toBe('Tunnel mouth');
    await test.signIn(OPERATOR);
    expect(test.on('van-ready')).toMatchObject({
      next: 'A008',
      served: 7,
      cut: { number: 'A007', kept: true },
    });
  });
});

describe('a stop', () => {
  it('has to have a place, and a long number is none', async () => {
    const test = await van();
    await test.signIn(OPERATOR);
    test.press({ type: 'VAN_CHOOSE_STOP', placeId: null });
    for (const value of ['', ' ', 'X', '9123 4567']) {
      test.press({ type: 'ANSWER', value });
      expect(test.on('van-stop').error).toBe('site');
    }
    test.press({ type: 'BACK' });
    test.on('van-plan');
  });

  it('of the plan brings its venue; one that is not in it is not taken', async () => {
    const test = await van();
    await test.signIn(OPERATOR);
    const { today, later } = test.on('van-plan');
    const planned = [...today, ...later][0];
    if (planned === undefined) throw new Error('no stop in the plan');
    expect(test.tap({ type: 'VAN_CHOOSE_STOP', placeId: 'nowhere' }).accepted).toBe(false);
    test.press({ type: 'VAN_CHOOSE_STOP', placeId: planned.placeId });
    expect(test.on('van-stop')).toMatchObject({ planned, site: planned.venue['zh-Hant'] });
  });

  it.each(['storage-fault', 'rejects', 'silent'] as const)(
    'is not open when the book does not write: %s',
    async (mood) => {
      const test = await van();
      await test.signIn(OPERATOR);
      test.press({ type: 'VAN_CHOOSE_STOP', placeId: null });
      test.book.mood = mood;
      test.press({ type: 'ANSWER', value: 'Site 7' });
      await test.wait(test.delays.workDayOverdue + 500);
      expect(test.on('van-stop').fault).not.toBeNull();
    },
  );

  it('is closed only when asked twice, and the plan comes back', async () => {
    const test = await atStop();
    test.press({ type: 'VAN_CLOSE_STOP' }, { type: 'BACK' });
    test.press({ type: 'VAN_CLOSE_STOP' }, { type: 'CONTINUE' });
    await test.settle();
    expect(test.on('van-plan').stopsClosed).toBe(1);
  });
});

describe('one person after the other', () => {
  it('the operator prepares and cannot submit; the person confirms, and the next one may come at once', async () => {
    const test = await atStop();
    prepare(test);
    expect(test.on('review').rows.length).toBeGreaterThan(0);
    expect(test.view().chrome.assist?.role).toBe('van-operator');
    expect(test.tap({ type: 'CONTINUE' })).toEqual({ accepted: false, reason: 'not-allowed' });
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' });
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    test.press({ type: 'DONE' });
    expect(test.on('van-ready')).toMatchObject({ next: 'B002', served: 1 });
    expect(test.view().chrome.assist).toBeNull();
  });

  it('an operator who was deactivated holds nobody’s page any more, and the shift is over with that visit', async () => {
    const test = await atStop();
    test.ports.people = test.ports.people.filter(({ staffId }) => staffId !== 'S-4001');
    test.press({ type: 'START', locale: 'en' });
    await test.settle();
    expect(test.view().chrome.assist).toBeNull();
    test.press({ type: 'CONFIRM_TOUCHED' }, { type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    test.on('van-signed-out');
  });

  it('what was not asked is named and not made up', async () => {
    const test = await atStop();
    prepare(test);
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    const payload = registrationPayloadSchema.parse(test.ports.submitted[0]?.payload);
    expect(payload.remainder).toEqual({
      by: 'sms',
      notAsked: ['mobile-confirmation', 'email', 'address', 'former-name'],
    });
    expect(payload.interpretation).toBeUndefined();
    expect(payload.identification.attestation?.role).toBe('van-operator');
  });

  it('optional uses stand unticked and are asked for', async () => {
    const test = await atStop();
    test.press({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    test.answer('communication-language', 'en');
    expect(test.on('question')).toMatchObject({ step: 'optional-uses', value: '' });
  });

  it('nothing of one person is there for the next', async () => {
    const test = await atStop();
    prepare(test);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    test.on('van-ready');
    const held = JSON.stringify(test.held());
    expect(held).not.toContain(adult01.surname);
    expect(held).not.toContain(MOBILE);
  });

  it('with an interpreter the language and who recorded it go along', async () => {
    const test = await atStop();
    test.press({ type: 'VAN_OTHER_LANGUAGE' }, { type: 'VAN_INTERPRETED', language: 'ne', locale: 'en' });
    test.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    test.answer('communication-language', 'en');
    test.answer('optional-uses', '');
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    const payload = registrationPayloadSchema.parse(test.ports.submitted[0]?.payload);
    expect(payload.interpretation).toEqual({ language: 'ne', recordedBy: 'S-4001' });
  });

  it('without an interpreter there is a call-back and nothing else', async () => {
    const test = await atStop();
    test.press({ type: 'VAN_OTHER_LANGUAGE' }, { type: 'VAN_CALL_BACK', locale: 'en' });
    expect(test.on('notice').about).toBe('unidentified');
    test.press({ type: 'CONTINUE' });
    expect(test.on('ask').kind).toBe('call-back');
  });

  it('nobody begins while the limits are reached, and the page says why', async () => {
    const test = await atStop();
    test.ports.sendStatus(frozen('too-many-pending'));
    expect(test.on('van-ready').frozen).toBe('too-many-pending');
    expect(test.tap({ type: 'START', locale: 'en' }).accepted).toBe(false);
  });

  it('everybody walked away in the middle: wiped, and the shift is locked', async () => {
    const test = await atStop();
    prepare(test);
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' });
    await test.wait(test.delays.idleAfter + test.delays.idleWarning + 1000);
    test.on('van-signed-out');
  });
});

describe('the end of the day', () => {
  it('is counted, looked at, signed; the next day begins with a sign-in of its own', async () => {
    const test = await van();
    await test.signIn(OPERATOR);
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    expect(test.on('day-tally').report.day).toBe(1);
    test.press({ type: 'DAY_CLOSE' });
    await test.settle();
    expect(test.on('day-report').report.devices).toEqual({ 'id-reader': 'ready' });
    expect(test.book.closed).toHaveLength(1);
    test.press({ type: 'DONE' });
    await test.settle();
    test.on('van-signed-out');
    await test.signIn(OPERATOR);
    expect(test.on('van-plan').day).toBe(2);
  });

  it('nobody closed it yesterday: said in the morning, beside the way to end it', async () => {
    const book = fakeWorkDay();
    book.day = { ...book.day, openedAt: '2026-11-21T02:00:00.000Z', sessions: 9 };
    const test = await van(book);
    await test.signIn(OPERATOR);
    expect(test.on('van-plan').unclosedSince).toBe('2026-11-21');
    // A stop that is opened all the same, or stood open over night, says it as well.
    test.press({ type: 'VAN_CHOOSE_STOP', placeId: null }, { type: 'ANSWER', value: 'Site 7, gate B' });
    await test.settle();
    expect(test.on('van-ready')).toMatchObject({ day: 1, unclosedSince: '2026-11-21' });
    test.press({ type: 'VAN_CLOSE_STOP' }, { type: 'CONTINUE' });
    await test.settle();
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    test.on('day-tally');
  });

  it('the report is printed where there is a printer, and says when it was not', async () => {
    const test = await van();
    await test.signIn(OPERATOR);
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    test.press({ type: 'DAY_CLOSE' });
    await test.settle();
    expect(test.on('day-report').print).toBe('none');
    expect(test.tap({ type: 'DAY_PRINT' })).toEqual({ accepted: false, reason: 'not-here' });

    test.ports.sendPrinter('slips', 'ready');
    test.ports.printing = 'paper-jam';
    test.press({ type: 'DAY_PRINT' });
    await test.settle();
    expect(test.on('day-report').print).toBe('paper-jam');
    test.ports.printing = 'silent';
    test.press({ type: 'DAY_PRINT' });
    expect(test.on('day-report').print).toBe('sending');
    await test.wait(test.delays.printOverdue + 1000);
    expect(test.on('day-report').print).toBe('no-answer');
    test.ports.printing = 'takes';
    test.press({ type: 'DAY_PRINT' });
    await test.settle();
    expect(test.on('day-report').print).toBe('printed');
    expect(test.ports.printed.at(-1)).toMatchObject({ kind: 'day-report', terminalId: 'K0127' });
    expect(test.ports.audited.filter(({ event }) => event.startsWith('paper.'))).toMatchObject([
      { event: 'paper.not-printed', actor: 'staff', staffId: 'S-4001', detail: { code: 'paper-jam' } },
      { event: 'paper.not-printed', detail: { code: 'no-answer' } },
      { event: 'paper.printed', actor: 'staff', detail: { paper: 'day-report' } },
    ]);
    test.press({ type: 'DONE' });
    await test.settle();
    test.on('van-signed-out');
  });

  it('the signing has no answer, though the day was closed: its report is printed all the same, and nothing closed twice', async () => {
    const book = fakeWorkDay();
    book.day = { ...book.day, sessions: 7 };
    const test = await van(book);
    await test.signIn(OPERATOR);
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    test.ports.sendPrinter('slips', 'ready');
    expect(test.on('day-tally')).not.toHaveProperty('last');
    expect(test.tap({ type: 'DAY_PRINT' })).toEqual({ accepted: false, reason: 'not-here' });
    test.book.silentAtClosing = true;
    test.press({ type: 'DAY_CLOSE' });
    await test.wait(test.delays.workDayOverdue + 1000);
    await test.settle();
    const { report, last } = test.on('day-tally');
    expect([report.day, report.tally.sessions]).toEqual([2, 0]);
    expect(last).toMatchObject({ day: 1, staffId: 'S-4001', print: 'ready' });
    test.press({ type: 'DAY_PRINT' });
    await test.settle();
    expect(test.on('day-tally').last).toMatchObject({ day: 1, print: 'printed' });
    expect(JSON.stringify(test.ports.printed.at(-1))).toContain('1 / 1');
    expect(test.ports.audited.at(-1)).toMatchObject({ event: 'paper.printed', staffId: 'S-4001' });
    // Whoever leaves now finds the next day, not the one that is over.
    test.press({ type: 'BACK' });
    await test.settle();
    test.on('van-signed-out');
    await test.signIn(OPERATOR);
    expect(test.on('van-plan')).toMatchObject({ day: 2, sessions: 0 });
    expect(test.book.closed).toHaveLength(1);
  });

  it('the store closes the day only after the count was shown again: it is not closed a second time', async () => {
    const test = await van();
    await test.signIn(OPERATOR);
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    expect(test.on('day-tally').report.day).toBe(1);
    await test.book.closeDay({ by: { staffId: 'S-4001', role: 'van-operator' }, devices: {}, day: 1 });
    test.press({ type: 'DAY_CLOSE' });
    await test.settle();
    expect(test.on('day-tally')).toMatchObject({ report: { day: 2 }, last: { day: 1 } });
    expect(test.book.closed).toHaveLength(1);
  });

  it.each(['storage-fault', 'silent'] as const)(
    'the last report cannot be read (%s): said so, and the day can still be closed',
    async (last) => {
      const test = await van();
      test.book.last = last;
      await test.signIn(OPERATOR);
      test.press({ type: 'VAN_END_DAY' });
      await test.wait(test.delays.workDayOverdue + 1000);
      await test.settle();
      expect(test.on('day-tally').last).toBe('not-read');
      test.press({ type: 'DAY_CLOSE' });
      await test.settle();
      test.on('day-report');
    },
  );

  it('may be left before it is signed, and nothing has changed', async () => {
    const test = await van();
    await test.signIn(OPERATOR);
    test.press({ type: 'VAN_END_DAY' });
    await test.settle();
    test.press({ type: 'BACK' });
    test.on('van-plan');
    expect(test.book.closed).toEqual([]);
  });
});
