import { describe, expect, it } from 'vitest';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { IntentAnswer, ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import { inService, type TestTerminal } from '../testing/harness.ts';
import {
  adult01,
  BADGES,
  CANARIES,
  MOBILE,
  officer01,
  typedNumber,
  typedNumberText,
  TRAINING_OVER,
} from '../testing/people.ts';
import { frozen } from '../testing/status.ts';
import { fakeTickets, type FakeTickets, ticket } from '../testing/counter-tickets.ts';
import { fakeWorkDay, type FakeWorkDay } from '../testing/work-day.ts';

/** One side of the counter: what is on its window, and taps on it. */
interface Side {
  view(): View;
  page(): string;
  tap(intent: ScreenIntent): IntentAnswer;
  press(...intents: readonly ScreenIntent[]): void;
}

interface Station extends TestTerminal {
  readonly book: FakeWorkDay;
  readonly queue: FakeTickets | null;
  readonly staff: Side;
  readonly member: Side;
  memberScreen(there: boolean, staffs?: boolean): void;
}

function sideOf({ terminal }: TestTerminal, surface: Surface): Side {
  const tap = (intent: ScreenIntent): IntentAnswer => {
    const { rev, view } = terminal.current(surface);
    return terminal.intent({ ...intent, sessionId: view.sessionId, stepId: view.stepId, rev }, surface);
  };
  return {
    tap,
    view: () => terminal.current(surface).view,
    page: () => terminal.current(surface).view.stepId,
    press: (...intents) => {
      for (const intent of intents) {
        const { stepId } = terminal.current(surface).view;
        const answer = tap(intent);
        if (!answer.accepted) throw new Error(`${intent.type} on ${surface}'s ${stepId}: ${answer.reason}`);
      }
    },
  };
}

async function station(
  queue: FakeTickets | null = fakeTickets(ticket('A012')),
  book = fakeWorkDay(),
): Promise<Station> {
  const screens = new Set<(there: boolean, staffs?: boolean) => void>();
  const test = await inService(
    {},
    {
      config: { profile: 'station', counter: '3' },
      ports: {
        workDay: book,
        ...(queue === null ? {} : { tickets: queue }),
        memberScreen: {
          subscribe: (listener) => {
            screens.add(listener);
            return () => screens.delete(listener);
          },
        },
      },
    },
  );
  await test.settle();
  return {
    ...test,
    ...{ book, queue, staff: sideOf(test, 'staff'), member: sideOf(test, 'member') },
    memberScreen: (there, staffs = true) => {
      for (const tell of screens) tell(there, staffs);
    },
  };
}

async function onShift(queue?: FakeTickets | null): Promise<Station> {
  const test = await station(queue);
  await test.signIn();
  expect(test.staff.page()).toBe('station-ready');
  return test;
}

/** A visit that staff have just begun for somebody. */
async function serving(
  intent: ScreenIntent = { type: 'START', locale: 'en' },
  online = false,
): Promise<Station> {
  const test = await onShift();
  test.network(online);
  test.staff.press({ type: 'STATION_WITHOUT_TICKET' }, intent);
  await test.settle();
  return test;
}

const answer = (test: Station, value: string): void => test.staff.press({ type: 'ANSWER', value });

function attest(test: Station): void {
  test.staff.press({ type: 'STAFF_ATTEST' });
  for (const feature of SECURITY_FEATURES) test.staff.press({ type: 'TICK_FEATURE', feature, ticked: true });
  test.staff.press({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true }, { type: 'ATTEST' });
}

/** Everything filled in and attested, in staff's hand, on the review. */
async function prepared(): Promise<Station> {
  const test = await serving();
  test.staff.press({ type: 'CONTINUE' });
  test.layCard();
  test.read(adult01);
  test.staff.press({ type: 'CONTINUE' });
  for (const value of ['mobile', MOBILE, MOBILE, 'en', '']) answer(test, value);
  attest(test);
  expect(test.staff.page()).toBe('review');
  return test;
}

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

describe('calling the next one', () => {
  it('shows the number on the member’s side, and the queue hears when they were served', async () => {
    const test = await onShift();
    expect(test.staff.view().screen).toMatchObject({ waiting: { count: 1 }, tickets: true });
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    expect(test.queue?.counters).toEqual(['3']);
    expect(test.member.view().screen).toMatchObject({ state: 'called', number: 'A012', counter: '3' });
    test.staff.press({ type: 'START', locale: 'en' });
    await test.settle();
    expect(test.member.page()).toBe('notice');
    test.staff.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.queue?.ended).toEqual([{ ticketId: 'ticket-A012', how: 'served' }]);
    expect(test.staff.page()).toBe('station-ready');
  });

  it('who is not there is told to the queue, and the next one may be called', async () => {
    const test = await onShift(fakeTickets(ticket('A012'), ticket('C003', 'contribution')));
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    test.staff.press({ type: 'STATION_MISSED' });
    await test.settle();
    expect(test.queue?.ended).toEqual([{ ticketId: 'ticket-A012', how: 'missed' }]);
    expect(test.member.view().screen).toMatchObject({ state: 'open', number: null });
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ number: 'C003', purpose: 'contribution' });
  });

  it('says that nobody waits', async () => {
    const test = await onShift(fakeTickets());
    test.staff.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ id: 'station-ready', nobody: true });
  });

  it.each(['offline', 'silent', 'rejects'] as const)(
    'goes on without the queue when it does not answer: %s',
    async (mood) => {
      const test = await onShift();
      if (test.queue !== null) test.queue.mood = mood;
      test.staff.press({ type: 'STATION_CALL_NEXT' });
      await test.wait(test.delays.ticketOverdue + 500);
      expect(test.staff.view().screen).toMatchObject({ id: 'station-ready' });
      expect(test.staff.view().screen).toHaveProperty(
        'trouble',
        mood === 'offline' ? 'offline' : 'unavailable',
      );
      test.staff.press({ type: 'STATION_TYPE_TICKET' }, { type: 'ANSWER', value: 'b 7' });
      expect(test.member.view().screen).toMatchObject({ state: 'called', number: 'B007' });
    },
  );

  it('without a queue a number is typed; an ID card number is none', async () => {
    const test = await onShift(null);
    expect(test.staff.tap({ type: 'STATION_CALL_NEXT' }).accepted).toBe(false);
    test.staff.press({ type: 'STATION_TYPE_TICKET' }, { type: 'ANSWER', value: typedNumberText });
    expect(test.staff.view().screen).toMatchObject({ id: 'station-ticket', error: 'number' });
    test.staff.press({ type: 'BACK' });
    expect(test.staff.page()).toBe('station-ready');
  });

  it('nobody is served while the member’s display is gone, and staff read why', async () => {
    const test = await onShift();
    test.memberScreen(false);
    expect(test.staff.view().screen).toMatchObject({ memberScreen: false });
    test.staff.press({ type: 'STATION_WITHOUT_TICKET' });
    expect(test.staff.tap({ type: 'START', locale: 'en' }).accepted).toBe(false);
    test.memberScreen(true);
    test.staff.press({ type: 'START', locale: 'en' });
  });

  it('nobody is served while the limits are reached', async () => {
    const test = await onShift();
    test.ports.sendStatus(frozen('too-many-pending'));
    test.staff.press({ type: 'STATION_WITHOUT_TICKET' });
    expect(test.staff.tap({ type: 'START', locale: 'en' }).accepted).toBe(false);
  });
});

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

describe('the end of the day at a counter', () => {
  it('is counted, signed and over; the next day begins with a sign-in of its own', async () => {
    const test = await onShift();
    test.staff.press({ type: 'STATION_END_DAY' });
    await test.settle();
    expect(test.staff.page()).toBe('day-tally');
    expect(test.member.view().screen).toMatchObject({ state: 'closed' });
    test.staff.press({ type: 'DAY_CLOSE' });
    await test.settle();
    expect(test.staff.page()).toBe('day-report');
    expect(test.book.closed[0]?.closedBy).toEqual({ staffId: officer01.staffId, role: 'officer' });
    test.ports.sendPrinter('slips', 'ready');
    test.staff.press({ type: 'DAY_PRINT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ print: 'printed' });
    expect(test.member.tap({ type: 'DAY_PRINT' }).accepted).toBe(false);
    test.staff.press({ type: 'DONE' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
    await test.signIn();
    expect(test.staff.view().screen).toMatchObject({ id: 'station-ready', day: 2, sessions: 0 });
  });

  it('the signing has no answer, though the day was closed: its report can be printed at this counter all the same', async () => {
    const test = await onShift();
    test.staff.press({ type: 'STATION_END_DAY' });
    await test.settle();
    test.ports.sendPrinter('slips', 'ready');
    test.book.silentAtClosing = true;
    test.staff.press({ type: 'DAY_CLOSE' });
    await test.wait(test.delays.workDayOverdue + 1000);
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ id: 'day-tally', report: { day: 2 }, last: { day: 1 } });
    test.staff.press({ type: 'DAY_PRINT' });
    await test.settle();
    expect(test.staff.view().screen).toMatchObject({ last: { day: 1, print: 'printed' } });
    test.staff.press({ type: 'BACK' });
    await test.settle();
    expect(test.staff.page()).toBe('station-signed-out');
    expect(test.book.closed).toHaveLength(1);
  });

  it('nobody closed it yesterday: said in the morning, on the page on which it is ended', async () => {
    const openedOn = async (openedAt: string): Promise<View> => {
      const book = fakeWorkDay();
      book.day = { ...book.day, openedAt, sessions: 9 };
      const test = await station(null, book);
      await test.signIn();
      return test.staff.view();
    };
    // One minute before midnight in Hong Kong, and one after.
    const before = (await openedOn('2026-11-22T15:59:00.000Z')).screen;
    expect(before).toMatchObject({ id: 'station-ready', unclosedSince: '2026-11-22' });
    expect((await openedOn('2026-11-22T16:01:00.000Z')).screen).not.toHaveProperty('unclosedSince');
  });

  it('nobody closed it yesterday, and somebody is at the counter already: said there, too', async () => {
    const book = fakeWorkDay();
    book.day = { ...book.day, openedAt: '2026-11-22T02:00:00.000Z', sessions: 9 };
    const test = await station(null, book);
    await test.signIn();
    test.staff.press({ type: 'STATION_WITHOUT_TICKET' });
    expect(test.staff.view().screen).toMatchObject({ id: 'station-called', unclosedSince: '2026-11-22' });
  });

  it('may be left before it is signed', async () => {
    const test = await onShift();
    test.staff.press({ type: 'STATION_END_DAY' });
    await test.settle();
    test.staff.press({ type: 'BACK' });
    await test.settle();
    expect(test.staff.page()).toBe('station-ready');
    expect(test.book.closed).toEqual([]);
  });
});

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
