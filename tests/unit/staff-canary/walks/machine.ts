import { SECURITY_FEATURES } from '../../../../domain/identity/staff.ts';
import type { ScreenIntent } from '../../../../domain/terminal/intent/intent.ts';
import type { View } from '../../../../domain/terminal/view/view.ts';
import { withPractice } from '../../../../state-machines/practice/with-practice.ts';
import { caseWith, fakeCases } from '../../../../state-machines/testing/cases.ts';
import { fakeTickets, ticket } from '../../../../state-machines/testing/counter-tickets.ts';
import { assemble, inService, type TestTerminal } from '../../../../state-machines/testing/harness.ts';
import { adult01, BADGES, MOBILE, typedNumberText } from '../../../../state-machines/testing/people.ts';
import { frozen } from '../../../../state-machines/testing/status.ts';
import { fakeWorkDay } from '../../../../state-machines/testing/work-day.ts';
import { type Eye, type Walk, walkKiosk, walkOn } from '../eye.ts';
import { layAndRead } from './registration.ts';

/** Before a visit, and when there can be none. */
export async function outOfVisits(eye: Eye): Promise<void> {
  eye.forget();
  const test = assemble();
  eye.note(test.terminal.current().view, 'shared');
  test.ports.runSelfTest = () => new Promise(() => undefined);
  eye.watch(test, 'shared');
  test.terminal.start();
  await test.settle();
  await test.wait(test.delays.selfTestOverdue);
  const tired = await walkKiosk(eye);
  tired.test.ports.sendStatus(frozen('too-many-pending'));
  await tired.test.settle();
}

/** A supervisor beside a member's page opens everything that staff have. */
export async function staffsOwnPages(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  await walk.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  await walk.answer('mobile', MOBILE);
  await walk.stay('badge-officer-02');
  await walk.go({ type: 'STAFF_MORE' }, { type: 'INTERPRETER_PRESENT' }, { type: 'MORE_TIME' });
  await walk.go({ type: 'STAFF_PEOPLE' }, { type: 'STAFF_CANCEL' }, { type: 'STAFF_MORE' });
  await walk.go({ type: 'CHANGE_PIN' }, { type: 'STAFF_CANCEL' }, { type: 'STAFF_STATUS' });
  await operations(walk);
  await walk.go({ type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
  await walk.go({ type: 'LEAVE' }, { type: 'LEAVE_CANCEL' });
  await test.wait(test.delays.staffIdleLock);
  await test.settle();
}

/** A technician at the resting machine: all of it, taking out and restarting, too. */
export async function technician(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  walk.test.press({ type: 'ASK_STAFF' });
  await walk.test.signIn('badge-technician-01');
  await operations(walk);
  await walk.go({ type: 'OPERATE', page: 'restart' }, { type: 'STAFF_CANCEL' });
  await walk.go({ type: 'OPERATE', page: 'take-out' }, { type: 'TAKE_OUT', reason: 'repair' });
}

async function operations(walk: Walk): Promise<void> {
  await walk.go({ type: 'OPERATIONS' });
  for (const page of ['log', 'test', 'usability', 'updates'] as const) {
    await walk.go({ type: 'OPERATE', page });
    if (page === 'usability') await walk.go({ type: 'SAVE_USABILITY' });
    await walk.go({ type: 'STAFF_CANCEL' });
  }
}

/** The member is called for, waits, and is asked whether they are still there. */
export async function waitingForStaff(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  await walk.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' }, { type: 'ASK_STAFF' });
  await test.wait(test.delays.helpNobodyCame);
  await walk.stay('badge-officer-01');
  await walk.handBack();
  await test.wait(test.delays.idleAfter);
}

/** The whole day of a van: shift, stop, a worker, the trouble in between, the report. */
export async function van(eye: Eye): Promise<void> {
  eye.forget();
  const book = fakeWorkDay();
  book.mood = 'storage-fault';
  const test = await inService({}, { config: { profile: 'van' }, ports: { workDay: book } });
  eye.watch(test, 'shared');
  await test.settle();
  const walk = walkOn(eye, test);
  book.mood = 'writes';
  await walk.go({ type: 'RETRY' });
  await test.signIn('badge-van-operator-01');
  await walk.go({ type: 'VAN_CHOOSE_STOP', placeId: null }, { type: 'VAN_LANE', lane: 'B' });
  test.press({ type: 'ANSWER', value: 'Site 7, gate B' });
  await test.settle();
  await walk.go({ type: 'VAN_OTHER_LANGUAGE' }, { type: 'BACK' });
  await walk.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  await walk.answer(MOBILE, MOBILE, 'en', '');
  await walk.go({ type: 'STAFF_ATTEST' });
  for (const feature of SECURITY_FEATURES) await walk.go({ type: 'TICK_FEATURE', feature, ticked: true });
  await walk.go({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true }, { type: 'ATTEST' });
  await walk.handBack();
  await walk.look();
  await walk.go({ type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.wait(test.delays.receiptWait);
  await walk.go({ type: 'DONE' });
  await test.wait(test.delays.endedCloses);
  await walk.go(
    { type: 'VAN_CLOSE_STOP' },
    { type: 'CONTINUE' },
    { type: 'VAN_END_DAY' },
    { type: 'DAY_CLOSE' },
  );
}

type Press = (...intents: readonly ScreenIntent[]) => Promise<void>;

/** One side of a counter: taps on its window, each of which must be heard. */
function sideOf(test: TestTerminal, surface: 'staff' | 'member'): Press {
  const { terminal } = test;
  return async (...intents) => {
    for (const intent of intents) {
      const { rev, view } = terminal.current(surface);
      const { sessionId, stepId } = view;
      const said = terminal.intent({ ...intent, sessionId, stepId, rev }, surface);
      if (!said.accepted) throw new Error(`${intent.type} on ${surface}'s ${stepId}: ${said.reason}`);
      await test.settle();
    }
  };
}

/** A counter: shift, ticket, cases, and a visit in which the page goes to and fro; staff's window is seen all along. */
export async function station(eye: Eye): Promise<void> {
  eye.forget();
  const book = fakeWorkDay();
  const cases = fakeCases();
  const queue = fakeTickets(ticket('A012'));
  book.mood = 'storage-fault';
  const test = await inService(
    {},
    { config: { profile: 'station', counter: '3' }, ports: { workDay: book, tickets: queue, cases } },
  );
  test.ports.withMobileCodes();
  for (const surface of ['staff', 'member'] as const) eye.watch(test, surface);
  await test.settle();
  const [staff, member] = [sideOf(test, 'staff'), sideOf(test, 'member')];
  book.mood = 'writes';
  await staff({ type: 'RETRY' });
  test.scanBadge('badge-officer-01');
  await staff({ type: 'STAFF_PIN', pin: BADGES['badge-officer-01']?.pin ?? '' });
  test.network(true);
  await staff({ type: 'STATION_TYPE_TICKET' }, { type: 'BACK' });

  cases.fault = 'storage-fault';
  await staff({ type: 'STATION_CASES' });
  cases.fault = null;
  cases.cases = [caseWith(), caseWith({ id: 2, state: 'parked', until: '2026-11-30T15:59:59.000Z' })];
  await staff(
    { type: 'RETRY' },
    { type: 'CASE_OPEN', id: 1 },
    { type: 'CASE_NOTE', action: 'told-by-phone' },
  );
  await staff({ type: 'BACK' }, { type: 'BACK' });

  await staff({ type: 'STATION_CALL_NEXT' }, { type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await staff({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: typedNumberText });
  await member({ type: 'BACK' });
  await staff({ type: 'BACK' });
  test.layCard();
  test.read(adult01);
  await test.settle();
  await staff({ type: 'CONTINUE' }, { type: 'ANSWER', value: 'mobile' }, { type: 'HAND_BACK' });
  await member({ type: 'CONFIRM_TOUCHED' });
  // The member types their number and then the code, on their own side.
  test.ports.codeSent = { ok: true, value: { id: 'B'.repeat(22), secondsLeft: 300, againAfter: 30 } };
  test.ports.codeTried = { ok: true, value: { state: 'confirmed', token: 'a.word.of-the-gateway' } };
  await member({ type: 'FIELD_DRAFT', value: MOBILE }, { type: 'ANSWER', value: MOBILE });
  await member({ type: 'ANSWER', value: '482173' });
  await member({ type: 'ANSWER', value: 'en' }, { type: 'ANSWER', value: '' });
  await staff({ type: 'TAKE_BACK' }, { type: 'STAFF_ATTEST' });
  for (const feature of SECURITY_FEATURES) await staff({ type: 'TICK_FEATURE', feature, ticked: true });
  await staff(
    { type: 'CONTINUE' },
    { type: 'FACE_COMPARED', same: true },
    { type: 'ATTEST' },
    { type: 'HAND_BACK' },
  );
  if (test.terminal.current('member').view.overlay?.id === 'staff-work')
    await member({ type: 'CONFIRM_TOUCHED' });
  await member({ type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.wait(test.delays.receiptWait);
  await member({ type: 'DONE' });
  await test.wait(test.delays.endedCloses);

  // Signed in with the phone: what staff see of it.
  await staff({ type: 'STATION_WITHOUT_TICKET' }, { type: 'MENU', locale: 'en' });
  await staff(
    { type: 'CHOOSE_GROUP', group: 'contributions' },
    { type: 'CHOOSE_KIND', kind: 'contribution-enquiry' },
  );
  await staff({ type: 'CONTINUE' });
  test.layCard();
  test.read(adult01);
  await test.settle();
  await staff({ type: 'CONTINUE' }, { type: 'HAND_BACK' });
  if (test.terminal.current('member').view.overlay?.id === 'staff-work')
    await member({ type: 'CONFIRM_TOUCHED' });
  await member({ type: 'IAM_SMART' });
  await test.wait(test.delays.iamSmartIdle);
  if (test.terminal.current('member').view.overlay?.id === 'idle-warning')
    await member({ type: 'STILL_HERE' });
  await member({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
  await test.wait(test.delays.endedCloses);

  await staff({ type: 'STATION_END_DAY' }, { type: 'DAY_CLOSE' });
}

/** In practice every view carries the panel, and the people are invented; staff hold the visit. */
export async function practice(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  const practising = withPractice(test.terminal, {
    port: { card: () => undefined, badge: () => undefined, end: () => undefined },
    waiting: 2,
    clock: { now: () => 0, setTimeout: () => 0, clearTimeout: () => undefined },
    now: () => test.ports.now(),
  });
  practising.subscribe(({ view }: { readonly view: View }) => eye.note(view, 'shared'));
  await walk.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  eye.note(practising.current().view, 'shared');
}
