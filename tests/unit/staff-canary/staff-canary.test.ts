import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import type { View } from '../../../domain/terminal/view/view.ts';
import { enrolmentSchema } from '../../../domain/wire/contract.ts';
import { DEMO_PINS } from '../../../gateway/index.ts';
import { workerDocument } from '../../../hardware/devices/id-reader/simulator/documents.ts';
import { openKeyStore, openQueue } from '../../../queue/index.ts';
import { exportPending } from '../../../queue/transfer/export.ts';
import { paperHtml } from '../../../renderer/paper/paper-html.ts';
import { outputFor } from '../../../domain/paper/paper.ts';
import { findPersonalData } from '../../support/personal-data.ts';
import { type Composed, composed } from './composed.ts';
import { WRITTEN } from './written.ts';

vi.setConfig({ testTimeout: 90_000 });

const WORKER = 4_711;
const MOBILE = '97531864';
const card = workerDocument(WORKER);
if (card.reads !== 'document' || card.document.kind !== 'hkid') throw new Error('no card');
const { number, surname, givenNames } = card.document;
const body = number.slice(0, -1);

/** Every way in which the number of the card may be written. */
const printed = `${body}(${number.slice(-1)})`;
const NUMBER_FORMS = [body, ...WRITTEN.map((write) => write(printed))];
const MOBILE_FORMS = [
  MOBILE,
  `${MOBILE.slice(0, 4)} ${MOBILE.slice(4)}`,
  ...WRITTEN.map((write) => write(MOBILE)),
];
const NAME_FORMS = [surname, givenNames];

/**
 * Steps that cannot be done without the number ("masked unless the step needs them"), and why. The list is short on
 * purpose; a name on any of them fails all the same.
 */
const NEEDS_THE_NUMBER: Readonly<Record<string, string>> = {
  'typed-number': 'staff key it from the card in their hand, since the reader cannot read it',
  'typed-number-check': 'shown once, alone, so that the letter is compared with the card',
  'attest.number': 'staff compare the typed number with the card; alone on its page, hidden until held',
};
const NEEDS_THE_MOBILE: Readonly<Record<string, string>> = {
  'question.mobile': 'staff key what the member tells them',
  'question.mobile-again': 'the same, typed twice',
};

let terminal: Composed | null = null;
afterEach(async () => {
  await terminal?.stop();
  terminal?.remove();
  terminal = null;
});

const on =
  (id: View['screen']['id'], overlay: string | null = null) =>
  (view: View): boolean =>
    view.screen.id === id && (view.overlay?.id ?? null) === overlay;
const asked =
  (step: string) =>
  ({ screen, overlay }: View): boolean =>
    overlay === null && screen.id === 'question' && screen.step === step;
const covered =
  (id: string) =>
  ({ overlay }: View): boolean =>
    overlay?.id === id;

async function signIn(here: Composed, badge: keyof typeof DEMO_PINS): Promise<void> {
  await here.simulate({ device: 'badge', action: 'scan', badge });
  await here.until('the PIN', covered('staff-pin'));
  here.tap({ type: 'STAFF_PIN', pin: DEMO_PINS[badge] });
  await here.until('signed in', ({ overlay }) => overlay?.id !== 'staff-pin');
}

async function insert(here: Composed): Promise<void> {
  await here.simulate({ device: 'id-reader', action: 'insert', worker: WORKER });
  await here.until('what was read', on('read-result'));
  await here.simulate({ device: 'id-reader', action: 'remove' });
}

/** Every page that staff can open beside a member's. */
async function staffsOwnPages(here: Composed): Promise<void> {
  here.tap({ type: 'STAFF_MORE' });
  const { overlay: more } = await here.until('more', covered('staff-more'));
  if (more?.id === 'staff-more' && !more.interpreter) here.tap({ type: 'INTERPRETER_PRESENT' });
  here.tap({ type: 'MORE_TIME' }, { type: 'STAFF_PEOPLE' });
  await here.until('people', (view) => view.overlay?.id === 'staff-people' && view.overlay.people.length > 0);
  here.tap({ type: 'STAFF_CANCEL' }, { type: 'STAFF_MORE' }, { type: 'CHANGE_PIN' });
  await here.until('a new PIN', covered('staff-new-pin'));
  here.tap({ type: 'STAFF_CANCEL' }, { type: 'STAFF_STATUS' });
  await here.until('the status', covered('staff-status'));
  here.tap({ type: 'OPERATIONS' });
  await here.until('the machine', covered('operations'));
  // Taking the machine out and restarting it is not offered while somebody's visit is under way.
  for (const page of ['log', 'usability', 'test'] as const) {
    here.tap({ type: 'OPERATE', page });
    await here.until(page, ({ overlay }) => overlay?.id === `operations-${page}` || overlay?.id === page);
    if (page === 'usability') {
      await here.until(
        'the counts',
        (view) => view.overlay?.id === 'usability' && view.overlay.report !== null,
      );
      here.tap({ type: 'SAVE_USABILITY' });
      await vi.waitFor(() =>
        expect(readdirSync(here.drive).some((name) => name.endsWith('.csv'))).toBe(true),
      );
    }
    here.tap({ type: 'STAFF_CANCEL' });
    await here.until('the machine again', covered('operations'));
  }
  here.tap({ type: 'STAFF_CANCEL' });
  await here.until('the status again', covered('staff-status'));
  here.tap({ type: 'STAFF_CANCEL' });
  await here.until('the member’s page', ({ overlay }) => overlay === null);
}

async function attest(here: Composed): Promise<void> {
  here.tap({ type: 'STAFF_ATTEST' });
  const { screen } = await here.until('the attestation', on('attest'));
  if (screen.id === 'attest' && screen.page === 'number') here.tap({ type: 'NUMBER_MATCHES', matches: true });
  for (const feature of SECURITY_FEATURES) here.tap({ type: 'TICK_FEATURE', feature, ticked: true });
  here.tap({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true }, { type: 'ATTEST' });
}

async function answers(here: Composed): Promise<void> {
  await here.until('mobile', asked('mobile'));
  here.tap({ type: 'ANSWER', value: MOBILE });
  here.tap({ type: 'ANSWER', value: MOBILE }, { type: 'ANSWER', value: 'en' }, { type: 'ANSWER', value: '' });
}

async function confirmAndSubmit(here: Composed): Promise<void> {
  here.tap({ type: 'HAND_BACK' });
  await here.until('what staff touched', covered('staff-work'));
  here.tap({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' });
  await here.until('the declaration', on('declare'));
  here.tap({ type: 'SUBMIT' });
  await here.until('the receipt', on('receipt'));
  here.tap({ type: 'PRINT', paper: 'receipt' });
  await here.until('printed', covered('print-done'));
  here.tap({ type: 'PRINT_CLOSE' }, { type: 'DONE' });
}

const has = (text: string, forms: readonly string[]): boolean =>
  forms.some((form) => text.toUpperCase().includes(form.toUpperCase()));

/** Views that left for a page while staff held the session, or while a van's own pages stood. */
function seenByStaff(here: Composed): readonly View[] {
  return here.sent
    .map(({ view }) => view)
    .filter(
      ({ chrome, sessionId }) => chrome.assist !== null || (chrome.van !== undefined && sessionId === null),
    );
}

/** What staff saw and should not have: page, and which of the two. */
function slips(here: Composed): readonly string[] {
  return seenByStaff(here).flatMap((view) => {
    const text = JSON.stringify(view);
    const page = pageOf(view);
    return [
      ...(has(text, NUMBER_FORMS) && NEEDS_THE_NUMBER[page] === undefined ? [`number on ${page}`] : []),
      ...(has(text, MOBILE_FORMS) && NEEDS_THE_MOBILE[page] === undefined ? [`mobile on ${page}`] : []),
      ...(has(text, NAME_FORMS) && (has(text, NUMBER_FORMS) || has(text, MOBILE_FORMS))
        ? [`name with number on ${page}`]
        : []),
    ];
  });
}

/** The page beneath any cover, which a view carries as well. */
function pageOf({ screen }: View): string {
  if (screen.id === 'question') return `question.${screen.step}`;
  return screen.id === 'attest' ? `attest.${screen.page}` : screen.id;
}

/** Everything that leaves the machine or stays on it for others to read, written below one folder and searched. */
async function searched(here: Composed): Promise<void> {
  await here.stop();
  const enrolment = enrolmentSchema.parse(
    JSON.parse(readFileSync(join(here.configuration, 'enrolment.json'), 'utf8')),
  );
  const keys = await openKeyStore({ folder: join(here.data, 'keys'), enrolment });
  const queue = openQueue(join(here.data, 'terminal.db'));
  if (!keys.ok || !queue.ok) throw new Error('the store cannot be opened');
  const { terminalId } = enrolment;
  const exported = await exportPending({
    ...{ queue: queue.value, keys: keys.value, terminalId, targetFolder: here.drive },
  });
  expect(exported.ok && exported.value.submissions).toBeGreaterThan(0);
  const audited = queue.value.auditSince(0, 1_000);
  queue.value.close();
  if (!audited.ok) throw new Error(audited.code);

  const out = join(here.folder, 'out');
  mkdirSync(out);
  writeFileSync(join(out, 'log.txt'), here.log.join(''));
  writeFileSync(join(out, 'audit.txt'), audited.value.rows.map(({ entry }) => entry).join('\n'));
  writeFileSync(join(out, 'answers.txt'), JSON.stringify(here.answers));
  const printers = { slips: 'ready', documents: 'ready' } as const;
  for (const [index, paper] of here.papers.entries()) {
    writeFileSync(
      join(out, `paper-${String(index)}.html`),
      paperHtml(paper, outputFor(paper.kind, printers)),
    );
  }
  expect(audited.value.rows.length).toBeGreaterThan(5);
  expect(here.papers.length).toBeGreaterThan(0);
  const canary = [...NUMBER_FORMS, ...MOBILE_FORMS, surname, surname.toLowerCase()];
  for (const folder of [out, here.drive]) expect(findPersonalData(folder, canary)).toEqual([]);
  // The search finds what is there.
  writeFileSync(join(out, 'control.txt'), JSON.stringify(card));
  expect(findPersonalData(out, canary).map(({ file }) => file)).toContain('control.txt');
}

it('a supervisor sees the whole of a visit, and no number that a step does not need', async () => {
  const here = await composed('kiosk');
  terminal = here;
  await here.until('attract', ({ screen, chrome }) => screen.id === 'attract' && chrome.readerReady);
  here.tap({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await here.until('the reader', on('identify'));
  await signIn(here, 'supervisor-01');
  await insert(here);
  await staffsOwnPages(here);
  here.tap({ type: 'CONTINUE' }, { type: 'ANSWER', value: 'mobile' });
  await answers(here);
  await here.until('staff needed', on('staff-needed'));
  await attest(here);
  await here.until('the review', on('review'));
  await staffsOwnPages(here);
  // Somebody else takes over by the badge, and looks at the same page.
  await signIn(here, 'officer-01');
  await here.until('the review', on('review'));
  await confirmAndSubmit(here);
  await here.until('the end', on('ended'));

  expect(slips(here)).toEqual([]);
  expect(new Set(seenByStaff(here).map(({ stepId }) => stepId)).size).toBeGreaterThan(20);
  await searched(here);
});

it('a number that staff type for the member is seen where it is typed and compared, and nowhere else', async () => {
  const here = await composed('kiosk');
  terminal = here;
  await here.until('attract', ({ screen, chrome }) => screen.id === 'attract' && chrome.readerReady);
  here.tap({ type: 'START', locale: 'zh-Hant' }, { type: 'CONTINUE' });
  await here.until('the reader', on('identify'));
  await signIn(here, 'officer-01');
  here.tap({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: `${body}(${number.slice(-1)})` });
  await here.until('the check', on('typed-number-check'));
  here.tap({ type: 'CONTINUE' });
  await here.until('surname', asked('surname'));
  here.tap({ type: 'ANSWER', value: surname }, { type: 'ANSWER', value: givenNames });
  await here.until('codes', asked('chinese-codes'));
  here.tap({ type: 'ANSWER', value: '' });
  await here.until('birth', asked('date-of-birth'));
  here.tap({ type: 'ANSWER', value: '1975-03-15' });
  here.tap({ type: 'ANSWER', value: 'mobile' });
  await answers(here);
  await here.until('staff needed', on('staff-needed'));
  await attest(here);
  await here.until('the review', on('review'));
  here.tap({ type: 'FINISH_LATER' });
  await here.until('finish later', covered('park-asking'));
  here.tap({ type: 'FINISH_LATER_CANCEL' });
  await here.until('the review', on('review'));
  await confirmAndSubmit(here);
  await here.until('the end', on('ended'));

  expect(slips(here)).toEqual([]);
  // Each exception is met: one that is not is taken off the list.
  const met = new Set(
    seenByStaff(here)
      .filter((view) => has(JSON.stringify(view), [...NUMBER_FORMS, ...MOBILE_FORMS]))
      .map(pageOf),
  );
  const { 'typed-number': _typed, ...others } = NEEDS_THE_NUMBER;
  expect(Object.keys(others).filter((page) => !met.has(page))).toEqual([]);
  await searched(here);
});

it('a van’s operator prepares a worker, closes stop and day, and the report says nothing of anybody', async () => {
  const here = await composed('van');
  terminal = here;
  await here.until(
    'the sign-in',
    ({ screen, chrome }) => screen.id === 'van-signed-out' && chrome.readerReady,
  );
  await signIn(here, 'van-operator-01');
  await here.until('the plan', on('van-plan'));
  here.tap({ type: 'VAN_CHOOSE_STOP', placeId: null }, { type: 'ANSWER', value: 'Site 7, gate B' });
  await here.until('the ready page', on('van-ready'));
  here.tap({ type: 'START', locale: 'en' });
  await here.until('the notice', on('notice'));
  here.tap({ type: 'CONTINUE' });
  await here.until('the reader', on('identify'));
  await insert(here);
  here.tap({ type: 'CONTINUE' });
  await answers(here);
  await here.until('staff needed', on('staff-needed'));
  await attest(here);
  await here.until('the review', on('review'));
  await confirmAndSubmit(here);
  await here.until('the ready page', on('van-ready'));
  here.tap({ type: 'VAN_CLOSE_STOP' }, { type: 'CONTINUE' });
  await here.until('the plan', on('van-plan'));
  here.tap({ type: 'VAN_END_DAY' });
  await here.until('the tally', on('day-tally'));
  here.tap({ type: 'DAY_CLOSE' });
  await here.until('the report', on('day-report'));

  expect(slips(here)).toEqual([]);
  const report = here.sent.map(({ view }) => view).filter(({ screen }) => screen.id === 'day-report');
  expect(has(JSON.stringify(report), [...NUMBER_FORMS, ...MOBILE_FORMS, ...NAME_FORMS])).toBe(false);
  await searched(here);
});
