import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CATALOGUES } from '../../domain/messages/catalogue.ts';
import { parkedDraft } from '../../domain/parking/draft.fixture.ts';
import { RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../domain/parking/resume-code.ts';
import type { CaseState } from '../../domain/work-day/cases.ts';
import { DEMO_BADGES, DEMO_PINS, demoStaff, enrolTerminal } from '../../gateway/index.ts';
import { SIMULATED_DOCUMENTS } from '../../hardware/devices/id-reader/simulator/documents.ts';
import { answerPages, answersOf, type Instructed } from '../../scripts/demo/instruction.ts';
import { MEMBERS, type Member } from '../../scripts/demo/people.ts';
import type { VisitTools } from '../../scripts/demo/visit.ts';
import { PROJECT } from '../../scripts/dev/environment.ts';
import { startTerminalQueue, type TerminalQueue } from '../support/terminal-queue.ts';
import { auditOf } from './support/audit.ts';
import { type Sides, sidesOf, signIn, STATION } from './support/station.ts';
import { expect, type RunningTerminal, test } from './support/terminal.ts';

test.describe.configure({ timeout: 240_000 });
// What is processed at once is decided before anybody looks.
test.use({ configuration: STATION, firstPage: null, gatewayArguments: ['--process-after', '3600'] });

const run = promisify(execFile);
const member = MEMBERS[1] as Member;
const OTHER_PLACE = { 'zh-Hant': '東涌服務站', en: 'Tung Chung station' } as const;
const CALL_BACK: Instructed = { kind: 'call-back', locale: 'en', document: 'adult-01', born: '1985-03-14' };

/** Of the card that the member carries. */
function numberOf({ document }: Member): string {
  const simulated = SIMULATED_DOCUMENTS[document as keyof typeof SIMULATED_DOCUMENTS];
  if (simulated.reads !== 'document' || simulated.document.kind !== 'hkid') throw new Error('no card');
  return simulated.document.number;
}

async function serve(sides: Sides, ticket: string, way: string): Promise<void> {
  const { staff, member: theirs } = sides;
  await staff.tap('type-ticket');
  await staff.waitFor({ screen: 'station-ticket' });
  await staff.key(ticket);
  await staff.tap('call-typed');
  await theirs.page.locator('[data-number]').getByText(ticket).waitFor();
  await staff.tap(way);
}

async function layCard(terminal: RunningTerminal, { staff }: Sides): Promise<void> {
  const { simulate } = terminal.tools;
  await staff.waitFor({ screen: 'identify' });
  await simulate({ device: 'id-reader', action: 'insert', document: member.document });
  await staff.waitFor({ screen: 'read-result' });
  await simulate({ device: 'id-reader', action: 'remove' });
  await staff.tap('continue');
}

async function handOver({ staff, member: theirs }: Sides): Promise<void> {
  await staff.tap('hand-back');
  await theirs.waitFor({ overlay: 'staff-work' });
  await theirs.tap('confirm-touched');
  await theirs.waitFor({ overlay: '' });
}

/** The member puts it aside; the code on their slip, as it is typed. */
async function putAside({ staff, member: theirs }: Sides): Promise<readonly string[]> {
  await theirs.tap('finish-later');
  await theirs.waitFor({ overlay: 'park-asking' });
  await theirs.tap('finish-later-confirm');
  await theirs.waitFor({ screen: 'resume-slip' });
  // The code is the member's alone.
  await staff.waitFor({ screen: 'with-member' });
  const rows = await theirs.page.locator('[data-resume-row]').allTextContents();
  const typed = rows.map((row) => row.replaceAll(/\s/g, '').slice(1));
  for (const row of typed) expect(await staff.page.content()).not.toContain(row);
  await theirs.tap('done');
  await staff.waitFor({ screen: 'station-ready' });
  return typed;
}

/** Somebody asks to be called back; the reference that they take home. */
async function leaveCallBack(terminal: RunningTerminal, sides: Sides, ticket: string): Promise<string> {
  const { staff, member: theirs } = sides;
  const tools: VisitTools = { ...terminal.tools, screen: () => staff };
  await serve(sides, ticket, 'menu-en');
  await staff.choose('help');
  await staff.choose('call-back');
  await staff.waitFor({ screen: 'notice' });
  await staff.tap('continue');
  await answerPages(tools, CALL_BACK, answersOf(CALL_BACK));
  await staff.waitFor({ screen: 'instruction-review' });
  await handOver(sides);
  await theirs.tap('continue');
  await theirs.waitFor({ screen: 'declare' });
  await theirs.tap('submit');
  await theirs.page.locator('[data-screen="receipt"] [data-state="received"]').waitFor();
  const reference = (await theirs.text('[data-reference]')).trim();
  await theirs.tap('done');
  await staff.waitFor({ screen: 'station-ready' });
  return reference;
}

async function decide({ environment }: RunningTerminal, ...words: readonly string[]): Promise<void> {
  await run(process.execPath, [
    join(PROJECT, 'gateway/main.ts'),
    ...['decide', ...words, '--data', environment.gatewayData],
  ]);
}

/** The line of a ticket in the list, and what it says. */
const lineOf = ({ staff }: Sides, ticket: string) =>
  staff.page.locator('[data-action="open-case"]').filter({ hasText: ticket });
const stateIn = (state: CaseState): string => CATALOGUES['zh-Hant'][`case-state.${state}`];

async function openCase(sides: Sides, ticket: string): Promise<void> {
  await sides.staff.waitFor({ screen: 'cases-list' });
  await lineOf(sides, ticket).click();
  await sides.staff.waitFor({ screen: 'case' });
}

const badgeOf = (who: keyof typeof DEMO_PINS) => ({ badge: DEMO_BADGES[who], pin: DEMO_PINS[who] });

/** Another station at the same gateway, as a process with its own disk. */
async function otherStation({ environment }: RunningTerminal): Promise<TerminalQueue> {
  const { gatewayData: dataDir, gatewayUrl, runFolder } = environment;
  const enrolled = await enrolTerminal({
    ...{ dataDir, terminalId: 'K0128', gatewayUrl },
    staff: await demoStaff(),
  });
  if (!enrolled.ok) throw new Error(enrolled.code);
  const folder = join(runFolder, 'other-station');
  const queue = await startTerminalQueue({ folder, enrolment: enrolled.value, place: OTHER_PLACE });
  await queue.until((events) => events.findLast((event) => event.type === 'CONNECTION')?.online === true);
  return queue;
}

test('parked, rejected and to be corrected: each is in today’s list and acted upon, and what another station holds is not overwritten', async ({
  terminal,
}) => {
  const sides = await sidesOf(terminal.application());
  const { staff, member: theirs } = sides;
  await signIn(terminal, sides, badgeOf('assistant-01'));

  await test.step('an assistant and a van’s operator may serve, and see no cases', async () => {
    for (const who of ['van-operator-01', 'assistant-01'] as const) {
      await signIn(terminal, sides, badgeOf(who));
      await staff.tap('cases');
      await staff.waitFor({ screen: 'cases-trouble' });
      await expect(staff.page.locator('[data-action="retry"]')).toHaveCount(0);
      await staff.tap('back');
      await staff.waitFor({ screen: 'station-ready' });
    }
  });

  await serve(sides, 'A012', 'start-en');
  await staff.waitFor({ screen: 'notice' });
  await staff.tap('continue');
  await layCard(terminal, sides);
  await staff.waitFor({ step: 'question.contact-channel' });
  await staff.choose('email');
  await staff.tap('continue');
  await staff.waitFor({ step: 'question.email' });
  await handOver(sides);
  const rows = await putAside(sides);
  // A badge is enough to take the counter over.
  await signIn(terminal, sides, badgeOf('supervisor-01'));
  const rejected = await leaveCallBack(terminal, sides, 'A013');
  const toCorrect = await leaveCallBack(terminal, sides, 'A014');
  await decide(terminal, rejected, 'rejected', 'details-differ');
  await decide(terminal, toCorrect, 'needs-correction', 'details-differ');

  await test.step('the list says plainly how each stands, and follows', async () => {
    await staff.tap('cases');
    await staff.waitFor({ screen: 'cases-list' });
    await expect(lineOf(sides, 'A012')).toContainText(stateIn('parked'));
    await expect(lineOf(sides, 'A013')).toContainText(stateIn('rejected'), { timeout: 20_000 });
    await expect(lineOf(sides, 'A014')).toContainText(stateIn('needs-correction'), { timeout: 20_000 });
    const shown = await staff.page.content();
    for (const text of ['SAMPLE', numberOf(member)]) expect(shown).not.toContain(text);
    await theirs.waitFor({ screen: 'station-rest' });
  });

  await test.step('the member of the rejected one is told by telephone: noted', async () => {
    await openCase(sides, 'A013');
    await staff.page.locator('[data-action="note-case"][data-option="told-by-phone"]').click();
    await staff.page.getByText(CATALOGUES['zh-Hant']['case-action.told-by-phone']).first().waitFor();
    await staff.page.getByText('S1008').first().waitFor();
    await expect(staff.page.locator('[data-action="note-case"]')).toHaveCount(0);
    await staff.tap('back');
  });

  await test.step('the member of the one to be corrected is here: asked about with their document', async () => {
    await openCase(sides, 'A014');
    await staff.page.locator('[data-action="case-go-on"][data-option="en"]').click();
    await theirs.waitFor({ screen: 'enquiry-choice' });
    await staff.waitFor({ screen: 'enquiry-choice' });
    await staff.tap('leave');
    await staff.tap('leave-confirm');
    await staff.waitFor({ screen: 'station-ready' });
  });

  await signIn(terminal, sides);
  const other = await otherStation(terminal);
  const number = numberOf(member);
  const slip = rows.join('');
  const takenUp = await other.takeUp({ code: slip, number });
  expect(takenUp.ok ? null : takenUp.code).toBeNull();

  await test.step('the parked one is held by another station: it is named, and the member goes on with a copy', async () => {
    await staff.tap('cases');
    await openCase(sides, 'A012');
    await staff.page.locator('[data-action="case-go-on"][data-option="en"]').click();
    for (const [at, row] of rows.entries()) {
      await staff.waitFor({ step: `resume-row.${String(at + 1)}` });
      await staff.key(row);
      await staff.tap('continue');
    }
    await layCard(terminal, sides);
    await staff.waitFor({ screen: 'resume-trouble' });
    await expect(staff.page.locator('[data-held-by="K0128"]')).toContainText(OTHER_PLACE['zh-Hant']);
    await expect(theirs.page.locator('[data-held-by="K0128"]')).toContainText(OTHER_PLACE.en);
    await staff.tap('take-copy');
    await staff.waitFor({ step: 'question.email' });
    await staff.tap('back');
    await staff.waitFor({ step: 'question.contact-channel' });
    await staff.choose('mobile');
    await staff.tap('continue');
    await staff.waitFor({ step: 'question.mobile' });
    await handOver(sides);
  });

  const copied = (await putAside(sides)).join('');
  const theirSlip = resumeCodeFrom(new Uint8Array(RESUME_RANDOM_BYTES).fill(201));
  if (!takenUp.ok) return;
  const draft = { ...takenUp.value, answers: { ...takenUp.value.answers, email: 'held@example.com' } };
  const parked = await other.park({ code: theirSlip, draft: parkedDraft(draft), number, replaces: slip });
  expect(parked.ok ? null : parked.code).toBeNull();
  const opened = async (code: string) => {
    const answer = await other.takeUp({ code, number, copy: true });
    return answer.ok ? answer.value.answers : answer.code;
  };
  expect(await opened(theirSlip)).toMatchObject({ contactChannel: 'email', email: 'held@example.com' });
  expect(await opened(copied)).toMatchObject({ contactChannel: 'mobile' });
  await other.cutPower();

  const events = auditOf(terminal).map(({ event }) => event);
  expect(events).toEqual(expect.arrayContaining(['case.noted', 'case.taken', 'draft.parked']));
});
