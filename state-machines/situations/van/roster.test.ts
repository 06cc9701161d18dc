import { describe, expect, it } from 'vitest';
import { canonicalHkid } from '../../../domain/identity/document/hkid.ts';
import { registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import { formInQrText, formQrText } from '../../../domain/roster/form-code.ts';
import type { Brought } from '../../../domain/roster/prefill.ts';
import type { FileListing } from '../../../domain/terminal/ports/remittance-files.ts';
import { fakeFiles } from '../../testing/files.ts';
import { inService } from '../../testing/harness.ts';
import { adult01, adult02, MOBILE, typedNumberText } from '../../testing/people.ts';
import { fakeRoster } from '../../testing/roster.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';

const ADULT_01 = canonicalHkid(adult01.number);
const ADULT_02 = canonicalHkid(adult02.number);
const BROUGHT: Brought = {
  mobile: MOBILE,
  language: 'en',
  employment: { employer: 'Harbour Scaffolding Ltd', businessRegistration: '41234567', casual: true },
};
const LISTING: FileListing = {
  places: [{ id: 'drive', kind: 'drive', name: 'KINGSTON' }],
  at: {
    ...{ place: { id: 'drive', kind: 'drive', name: 'KINGSTON' }, folders: [], others: 0, more: 0 },
    readable: true,
    entries: [{ id: 'list', kind: 'file', name: 'site-7.csv', changedAt: '2026-11-23T01:00:00Z', bytes: 9 }],
  },
};
const FOUND = { rows: 2, people: 1, held: 1, groups: [] } as const;

/** At a stop that stands open, with a list to be read. */
async function van() {
  const files = fakeFiles();
  const roster = fakeRoster();
  roster.next = new Map([[ADULT_01, BROUGHT]]);
  const test = await inService(
    {},
    { config: { profile: 'van' }, ports: { workDay: fakeWorkDay(), files, roster } },
  );
  await test.settle();
  await test.signIn('badge-van-operator-01');
  test.press({ type: 'VAN_CHOOSE_STOP', placeId: null }, { type: 'ANSWER', value: 'Site 7, gate B' });
  await test.settle();
  test.on('van-ready');
  return { ...test, files, roster };
}
type Van = Awaited<ReturnType<typeof van>>;

function readList(test: Van): void {
  test.press({ type: 'VAN_ROSTER' });
  test.files.list(LISTING);
  test.press({ type: 'FILE_OPEN', entry: 'list' });
  test.files.tell({ type: 'ROSTER_CHECKED', findings: FOUND, again: false });
  test.press({ type: 'CONTINUE' });
  test.on('roster-held');
  test.press({ type: 'CONTINUE' });
}

function cardOf(test: Van, document = adult01): void {
  test.press({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  test.layCard();
  test.read(document);
}

const scan = (test: Van, text: string): void =>
  test.ports.sendHardware({ type: 'FORM_SCANNED', scanned: formInQrText(text) });
const formOf = (number: string, brought = BROUGHT): string => formQrText(number, brought);
const noteOf = (test: Van) => test.view().chrome.van?.prefill?.note ?? null;
const listOf = (test: Van) => test.view().chrome.van?.prefill?.list ?? null;

/** Who is said to have filled in from a list or a form, as often as it was. */
const prefilledBy = (test: Van) =>
  test.ports.audited.filter(({ detail }) => detail?.['act'] === 'prefilled').map(({ staffId }) => staffId);

async function finish(test: Van) {
  test.attest();
  const rows = test.on('review').rows;
  test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
  const payload = registrationPayloadSchema.parse(test.ports.submitted.at(-1)?.payload);
  test.press({ type: 'DONE' });
  return { rows, payload };
}

describe('the list of workers', () => {
  it('is read from a drive, and shown in counts', async () => {
    const test = await van();
    expect(test.on('van-ready').roster).toBeNull();
    test.press({ type: 'VAN_ROSTER' });
    expect(test.on('roster-choose').listing).toBeNull();
    test.files.list(LISTING);
    test.press({ type: 'FILE_OPEN', entry: 'list' });
    test.files.tell({ type: 'PROGRESS', progress: { done: 40, rows: 5 } });
    expect(test.on('roster-reading')).toMatchObject({ name: 'site-7.csv', progress: { done: 40 } });
    test.files.tell({ type: 'ROSTER_CHECKED', findings: FOUND, again: false });
    expect(test.on('roster-result').findings).toEqual(FOUND);
    test.press({ type: 'FILE_AGAIN' });
    test.files.list(LISTING);
    test.press({ type: 'FILE_OPEN', entry: 'list' });
    test.files.tell({ type: 'TROUBLE', trouble: 'drive-gone' });
    expect(test.on('roster-trouble').trouble).toBe('drive-gone');
    test.press({ type: 'BACK' }, { type: 'BACK' });
    expect(test.on('van-ready').roster).toBeNull();
    // Nobody looks at the drive any more.
    expect(test.files.looking()).toBe(false);

    readList(test);
    expect(test.on('van-ready').roster).toEqual({ people: 1, registered: 0, lists: 1 });
    expect(test.ports.audited.at(-1)).toMatchObject({
      ...{ event: 'roster.taken', staffId: 'S-4001', detail: { count: 1, held: 1 } },
    });
  });

  it('in which nobody can be used is not taken', async () => {
    const test = await van();
    test.press({ type: 'VAN_ROSTER' });
    test.files.list(LISTING);
    test.press({ type: 'FILE_OPEN', entry: 'list' });
    test.files.tell({ type: 'ROSTER_CHECKED', findings: { ...FOUND, people: 0 }, again: false });
    expect(test.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    expect(test.roster.counts()).toBeNull();
  });

  it.each([
    ['is closed', (test: Van) => test.press({ type: 'VAN_CLOSE_STOP' }, { type: 'CONTINUE' })],
    ['is signed out of', (test: Van) => test.press({ type: 'VAN_SIGN_OUT' })],
    ['has it removed', (test: Van) => test.press({ type: 'VAN_ROSTER' }, { type: 'ROSTER_REMOVE' })],
    ['goes out of service', (test: Van) => test.terminal.enterOutOfService('storage-fault')],
  ])('is gone when the stop %s', async (_how, end) => {
    const test = await van();
    readList(test);
    end(test);
    await test.settle();
    expect(test.roster.counts()).toBeNull();
    expect(test.ports.audited.some(({ event }) => event === 'roster.removed')).toBe(true);
  });

  it('stays while the shift has locked itself, and its pages lock, too', async () => {
    const test = await van();
    readList(test);
    test.press({ type: 'VAN_ROSTER' });
    await test.wait(test.delays.shiftLock + 1_000);
    test.on('van-signed-out');
    expect(test.roster.counts()).not.toBeNull();
  });

  it('fills in the pages of whoever is on it, and they count when they are answered', async () => {
    const test = await van();
    readList(test);
    cardOf(test);
    test.press({ type: 'CONTINUE' });
    expect(listOf(test)).toBe('listed');
    expect(prefilledBy(test)).toEqual(['S-4001']);
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: MOBILE, from: 'roster' });
    test.answer('mobile', MOBILE);
    // Typed once by whoever has the telephone: a wrong list is found out here.
    expect(test.on('question')).toMatchObject({ step: 'mobile-again', value: '' });
    test.answer('mobile-again', MOBILE);
    expect(test.on('question')).toMatchObject({
      ...{ step: 'employer', value: '', from: 'roster', employment: BROUGHT.employment },
    });
    test.answer('employer', 'mine');
    expect(test.on('question')).toMatchObject({ step: 'communication-language', value: 'en' });
    test.answer('communication-language', 'en');
    test.answer('optional-uses', '');
    const { rows, payload } = await finish(test);
    expect(rows.find(({ key }) => key === 'mobile')).toMatchObject({ from: 'roster', byStaff: true });
    expect(rows.find(({ key }) => key === 'employer')?.value).toBe('Harbour Scaffolding Ltd');
    expect(payload).toMatchObject({
      employment: BROUGHT.employment,
      prefilled: [
        { field: 'mobile', from: 'roster' },
        { field: 'communicationLanguage', from: 'roster' },
        { field: 'employment', from: 'roster' },
      ],
      person: { surname: adult01.surname },
    });
    expect(test.on('van-ready').roster).toEqual({ people: 1, registered: 1, lists: 1 });

    cardOf(test);
    test.press({ type: 'CONTINUE' });
    expect(listOf(test)).toBe('registered');
  });

  it('is changed by whoever knows better: then the payload does not name it', async () => {
    const test = await van();
    readList(test);
    cardOf(test);
    test.press({ type: 'CONTINUE' });
    test.answer('mobile', '61234567');
    test.answer('mobile-again', '61234567');
    test.answer('employer', 'not-mine');
    test.answer('communication-language', 'zh-Hant');
    test.answer('optional-uses', '');
    const { payload } = await finish(test);
    expect(payload.prefilled).toBeUndefined();
    expect(payload.employment).toBeUndefined();
  });

  it('without somebody: they go on as if there were none', async () => {
    const test = await van();
    readList(test);
    cardOf(test, adult02);
    test.press({ type: 'CONTINUE' });
    expect(listOf(test)).toBe('not-listed');
    expect(test.on('question')).toEqual({
      ...{ id: 'question', step: 'mobile', value: '', error: null, changing: false },
    });
  });

  it('says nothing of anybody else, and nothing of one person to the next', async () => {
    const test = await van();
    readList(test);
    cardOf(test);
    test.press({ type: 'CONTINUE' }, { type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(JSON.stringify([test.held(), test.view()])).not.toContain(MOBILE);
    expect(JSON.stringify(test.ports.audited)).not.toContain(MOBILE);
  });
});

describe("a worker's form", () => {
  it('before the card is kept and held against it', async () => {
    const test = await van();
    test.press({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
    scan(test, formOf(ADULT_01));
    expect(noteOf(test)).toBe('qr-held');
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    expect(noteOf(test)).toBe('qr-used');
    expect(listOf(test)).toBeNull();
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: MOBILE, from: 'qr' });
    test.answer('mobile', MOBILE);
    expect(noteOf(test)).toBeNull();
  });

  it('after the card fills in the page that is open, and goes before the list', async () => {
    const test = await van();
    readList(test);
    cardOf(test);
    test.press({ type: 'CONTINUE' });
    scan(test, formOf(ADULT_01, { ...BROUGHT, mobile: '61234567' }));
    expect(prefilledBy(test)).toEqual(['S-4001', 'S-4001']);
    // What stood there already is somebody's to change.
    expect(test.on('question').value).toBe(MOBILE);
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    expect(test.on('question')).toMatchObject({ step: 'employer', from: 'qr' });
  });

  it('before a page that is still empty fills it in, once', async () => {
    const test = await van();
    const filled = () => test.view().chrome.van?.prefill?.filled ?? 0;
    cardOf(test);
    test.press({ type: 'CONTINUE' });
    expect(test.on('question').value).toBe('');
    scan(test, formOf(ADULT_02));
    expect(filled()).toBe(0);
    scan(test, formOf(ADULT_01));
    expect(test.on('question')).toMatchObject({ value: MOBILE, from: 'qr' });
    expect(filled()).toBe(1);
    scan(test, formOf(ADULT_01));
    expect(noteOf(test)).toBe('qr-twice');
    expect(filled()).toBe(1);
  });

  it('of another person fills in nothing', async () => {
    const test = await van();
    scan(test, formOf(ADULT_02));
    expect(test.on('van-ready').earlyCode).toBe(true);
    cardOf(test);
    test.press({ type: 'CONTINUE' });
    scan(test, formOf(ADULT_02));
    expect(prefilledBy(test)).toEqual([]);
    expect(noteOf(test)).toBe('qr-other-person');
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '' });
    test.answer('mobile', MOBILE);
    expect(noteOf(test)).toBeNull();
  });

  it('twice, or when everything is answered, changes nothing', async () => {
    const test = await van();
    cardOf(test);
    test.press({ type: 'CONTINUE' });
    scan(test, formOf(ADULT_01, { ...BROUGHT, employment: null }));
    expect(noteOf(test)).toBe('qr-used');
    scan(test, formOf(ADULT_01, { ...BROUGHT, employment: null }));
    expect(noteOf(test)).toBe('qr-twice');
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    test.answer('communication-language', 'en');
    scan(test, formOf(ADULT_01, { ...BROUGHT, mobile: '61234567', employment: null }));
    expect(noteOf(test)).toBe('qr-nothing-open');
  });

  it.each([
    ['damaged', formOf(ADULT_01).slice(0, -2), 'qr-damaged'],
    ['of another version', formOf(ADULT_01).replace(':1:', ':9:'), 'qr-other-version'],
    ['far too long', formOf(ADULT_01).padEnd(2_000, 'x'), 'qr-too-long'],
    ['a code for paying', '00020101021226', 'qr-other-code'],
  ])('that is %s is said to be, and the visit goes on', async (_what, text, note) => {
    const test = await van();
    cardOf(test);
    scan(test, text);
    expect(noteOf(test)).toBe(note);
    test.press({ type: 'CONTINUE' });
    test.answer('mobile', MOBILE);
  });

  it('a slip or a ticket instead is said to be one', async () => {
    const test = await van();
    cardOf(test);
    test.ports.sendHardware({ type: 'SLIP_SCANNED', code: null });
    expect(noteOf(test)).toBe('qr-slip');
    test.ports.sendHardware({ type: 'TICKET_SCANNED', scanned: null });
    expect(noteOf(test)).toBe('qr-ticket');
  });

  it('with a number that was only typed is not used: nothing is looked up by it', async () => {
    const test = await van();
    readList(test);
    test.press({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
    scan(test, formOf(ADULT_01));
    test.press({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: typedNumberText }, { type: 'CONTINUE' });
    expect(noteOf(test)).toBe('qr-needs-card');
    expect(listOf(test)).toBeNull();
  });
});
