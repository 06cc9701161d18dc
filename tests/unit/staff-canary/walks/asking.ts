import { SAMPLE_FILE } from '../../../../domain/catalogue/testing/sample-file.ts';
import { sampleList } from '../../../../domain/catalogue/testing/sample-list.ts';
import { ok } from '../../../../domain/result.ts';
import type { LeftItem } from '../../../../domain/wire/enquiry.ts';
import { listing } from '../../../../state-machines/testing/clerk.ts';
import { type FakeFiles, fakeFiles } from '../../../../state-machines/testing/files.ts';
import { foundAs, LEFT, LEFT_ID } from '../../../../state-machines/testing/harness.ts';
import { adult01, adult02, leftBefore } from '../../../../state-machines/testing/people.ts';
import { fakeTickets } from '../../../../state-machines/testing/tickets.ts';
import { fileFindings, listFindings } from '../file-findings.ts';
import { type Eye, type Walk, walkKiosk } from '../eye.ts';
import { attest, end, layAndRead, questions } from './registration.ts';

const REGISTRATION: LeftItem = {
  ...{ id: LEFT_ID, reference: LEFT.reference, kind: 'member-registration', status: 'received' },
  ...{ code: null, receivedAt: '2026-11-20T02:05:00.000Z' },
};
const SWITCH: LeftItem = { ...REGISTRATION, id: `${LEFT_ID.slice(0, -1)}3`, kind: 'fund-switch' };

async function byCode(walk: Walk): Promise<void> {
  await walk.go({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'code' });
  await walk.answer(LEFT.reference, LEFT.code);
}

/** With the slip's code; the platform does not answer at first; then what was left is withdrawn. */
export async function enquiryAndWithdrawal(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  test.ports.enquiryAnswer = 'silent';
  await byCode(walk);
  await test.wait(test.delays.enquiryOverdue);
  await walk.look();
  test.ports.enquiryAnswer = foundAs('received');
  await walk.go({ type: 'RETRY' }, { type: 'WITHDRAW' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  await walk.stay('badge-officer-01');
  await attest(walk);
  await walk.handBack();
  await walk.look();
  await walk.go({ type: 'SUBMIT' });
  await end(walk);
}

/** With the card, since the slip is lost: what was left, and one of it corrected. */
export async function enquiryByCard(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  const correctable = { ...REGISTRATION, status: 'needs-correction', code: 'details-differ' } as const;
  test.ports.leftAnswer = ok({ items: [correctable, SWITCH], more: true });
  test.ports.correction = 'silent';
  await walk.go(
    { type: 'ENQUIRE', locale: 'zh-Hant' },
    { type: 'ENQUIRE_BY', by: 'document' },
    { type: 'CONTINUE' },
  );
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' }, { type: 'CHOOSE_LEFT', id: correctable.id }, { type: 'CORRECT' });
  await walk.go({ type: 'CONTINUE' });
  if (test.view().screen.id === 'staff-needed') {
    await walk.stay('badge-officer-01');
    await attest(walk);
    await walk.handBack();
    await walk.look();
  }
  await test.wait(test.delays.enquiryOverdue);
  await walk.look();
  test.ports.correction = ok({ id: LEFT_ID, code: 'details-differ', payload: leftBefore });
  await walk.go({ type: 'RETRY' });
  await questions(walk, 'mobile');
  await walk.look();
}

/** A registration is put aside, and taken up again with the slip: not at once, and not by somebody else's card. */
export async function parking(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  await walk.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  await walk.stay('badge-officer-01');
  await questions(walk, 'mobile');
  test.ports.parking = 'disk-full';
  await walk.go({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' }, { type: 'FINISH_LATER_CANCEL' });
  test.ports.parking = 'silent';
  await walk.go({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
  await test.wait(test.delays.parkOverdue);
  await walk.go({ type: 'FINISH_LATER_CANCEL' });
  test.ports.parking = 'elsewhere';
  await walk.go({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
  const { screen } = test.view();
  if (screen.id !== 'resume-slip') throw new Error(`no slip, but ${screen.id}`);
  await walk.look();
  const [first, second] = screen.rows;
  await walk.handBack();
  await walk.go({ type: 'DONE' });
  await test.wait(test.delays.endedCloses);
  test.liftCard();

  test.ports.takingUp = 'silent';
  await walk.go({ type: 'RESUME', locale: 'en' });
  await walk.answer(first.replaceAll(' ', ''), second.replaceAll(' ', ''));
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  await test.wait(test.delays.enquiryOverdue);
  await walk.look();
  test.ports.takingUp = null;
  for (const request of test.ports.parked.values()) {
    // The rules have changed since.
    Object.assign(request.draft, { answers: { contactChannel: 'pigeon' } });
  }
  if (test.tap({ type: 'RETRY' }).accepted) await test.settle();
  await walk.look();
}

/** Nobody is identified for a ticket. */
export async function tickets(eye: Eye): Promise<void> {
  const queue = fakeTickets();
  const walk = await walkKiosk(eye, { ports: { tickets: queue } });
  const { test } = walk;
  queue.mood = 'silent';
  await walk.go({ type: 'TICKET', locale: 'en' }, { type: 'TICKET_WAY', way: 'take' });
  await walk.go({ type: 'TICKET_FOR', purpose: 'contribution' });
  await test.wait(test.delays.enquiryOverdue);
  await walk.look();
  queue.mood = 'answers';
  await walk.go({ type: 'RETRY' });
  await walk.go({ type: 'TICKET_CANCEL' }, { type: 'CONTINUE' });
  const booked = await walkKiosk(eye, { ports: { tickets: fakeTickets() } });
  await booked.go({ type: 'TICKET', locale: 'en' }, { type: 'TICKET_WAY', way: 'appointment' });
}

const ACCOUNT = '3777463656273';

/** One after the other: where it is, that it is read, what is wrong, what was found. */
async function eachFilePage(walk: Walk, files: FakeFiles): Promise<void> {
  files.list(listing);
  await walk.look();
  await walk.go({ type: 'FILE_OPEN', entry: 'e2' });
  files.tell({ type: 'TROUBLE', trouble: 'drive-gone' });
  await walk.look();
  await walk.go({ type: 'FILE_AGAIN' });
  files.list(listing);
  await walk.go({ type: 'FILE_OPEN', entry: 'e2' });
  const request = files.checking();
  if (request !== null && 'standing' in request) {
    const list = sampleList(request.standing, '2026-11-23');
    files.tell({ type: 'LIST_CHECKED', findings: listFindings(), list });
  } else {
    const findings = await fileFindings({ name: 'Lantern Street Bakery Ltd', account: ACCOUNT });
    const facts = { ...SAMPLE_FILE, employerAccountNo: ACCOUNT, held: findings.held };
    files.tell({ type: 'CHECKED', findings, facts });
  }
  await walk.look();
  if (walk.test.tap({ type: 'FILE_SAVE' }).accepted) await walk.test.settle();
  await walk.look();
}

/** An employer's file: paid with, only checked, and a list of companies. */
export async function files(eye: Eye): Promise<void> {
  for (const way of ['remittance', 'mock-run', 'companies', 'companies-by-papers'] as const) {
    const held = fakeFiles();
    const walk = await walkKiosk(eye);
    Object.assign(walk.test.ports, { files: held });
    await walk.go({ type: 'MENU', locale: 'en' });
    if (way === 'mock-run') {
      await walk.go({ type: 'CHOOSE_GROUP', group: 'contributions' }, { type: 'MOCK_RUN' });
      await walk.answer('read', ACCOUNT, 'none');
    } else {
      const kind = way === 'remittance' ? 'employer-remittance' : 'employer-registration';
      const group = way === 'remittance' ? 'contributions' : 'joining';
      await walk.go({ type: 'CHOOSE_GROUP', group }, { type: 'CHOOSE_KIND', kind }, { type: 'CONTINUE' });
      await layAndRead(walk, way === 'remittance' ? adult01 : adult02);
      await walk.go({ type: 'CONTINUE' });
      await walk.stay('badge-officer-01');
      if (way === 'remittance') {
        await walk.answer(
          'yes',
          'file',
          'no',
          'Lantern Street Bakery Ltd',
          ACCOUNT,
          'bea-value',
          'read',
          'none',
        );
      } else await untilFile(walk);
    }
    await eachFilePage(walk, held);
    if (walk.test.tap({ type: 'CONTINUE' }).accepted) await walk.look();
    await sharedAnswers(walk, way === 'companies' ? 'trustee-document' : 'company-papers');
  }
}

/** Where several companies are registered their list is brought. */
async function untilFile(walk: Walk): Promise<void> {
  const wanted: Readonly<Record<string, string>> = {
    standing: 'new',
    how: 'list',
    several: 'list',
    count: 'list',
  };
  for (let count = 0; count < 12; count += 1) {
    const { screen } = walk.test.view();
    if (screen.id !== 'ask') return;
    const { ask, page } = screen;
    const codes = ask.type === 'choice' ? ask.options.map(({ code }) => code) : [];
    const list = codes.find((code) => code.includes('list') || code === 'many' || code === 'existing');
    await walk.answer(list ?? wanted[page] ?? codes[0] ?? 'read');
  }
}

/** What all companies of a list share, and the slip of a remittance. */
async function sharedAnswers(walk: Walk, route: string): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    const { screen } = walk.test.view();
    if (screen.id !== 'ask') return;
    const { ask } = screen;
    const value =
      ask.type === 'choice'
        ? ((ask.options.find(({ code }) => code === route) ?? ask.options[0])?.code ?? '')
        : ask.type === 'several'
          ? ask.options.map(({ code }) => code).join(',')
          : ask.type === 'date'
            ? '2026-11-02'
            : ask.type === 'text'
              ? 'Ondine Example'
              : 'read';
    await walk.answer(value);
  }
}
