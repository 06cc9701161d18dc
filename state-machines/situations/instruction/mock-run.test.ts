import { describe, expect, it } from 'vitest';
import { SAMPLE_FILE } from '../../../domain/catalogue/testing/sample-file.ts';
import type { FileFindings } from '../../../domain/remittance/summary/summarise.ts';
import type { FileListing } from '../../../domain/terminal/ports/remittance-files.ts';
import { flowOf } from '../../usability/of-view.ts';
import { type FakeFiles, fakeFiles } from '../../testing/files.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';

const ACCOUNT = '3777463656273';
const listing: FileListing = {
  places: [{ id: 'e1', kind: 'drive', name: 'KINGSTON' }],
  at: {
    place: { id: 'e1', kind: 'drive', name: 'KINGSTON' },
    folders: [],
    entries: [
      { id: 'e2', kind: 'file', name: '十月供款.csv', changedAt: '2026-11-20T03:20:00.000Z', bytes: 812 },
    ],
    others: 0,
    more: 0,
    readable: true,
  },
};
const clean: FileFindings = { rows: 3, held: 0, warnings: 0, accounts: [], groups: [] };
const wrong: FileFindings = {
  ...clean,
  held: 1,
  groups: [{ code: 'total-differs', severity: 'error', count: 1, problems: [] }],
};

/** An employer who only wants to know: no card, nobody at their side. */
async function employer(): Promise<{ test: TestTerminal; files: FakeFiles }> {
  const test = await inService();
  const files = fakeFiles();
  Object.assign(test.ports, { files });
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'contributions' },
    { type: 'MOCK_RUN' },
  );
  return { test, files };
}

async function atTheFile(rules: 'none' | 'drive' = 'none') {
  const at = await employer();
  for (const value of ['read', ACCOUNT, rules]) at.test.press({ type: 'ANSWER', value });
  at.files.list(listing);
  at.test.press({ type: 'FILE_OPEN', entry: 'e2' });
  return at;
}

describe('an employer has a file checked and sends nothing', () => {
  it('is told so before anything is asked, and needs no card', async () => {
    const { test } = await employer();
    expect(test.on('ask')).toMatchObject({ page: 'mock-run', ask: { type: 'statement' } });
    expect(test.view().chrome).toMatchObject({ mockRun: true, progress: null });
    test.press({ type: 'ANSWER', value: 'read' }, { type: 'ANSWER', value: '12' });
    expect(test.on('ask')).toMatchObject({
      page: 'employer-account',
      error: { code: 'remittance-employer-account' },
    });
  });

  it('has every row held against the account and the rules on the drive', async () => {
    const { files } = await atTheFile('drive');
    expect(files.checking()).toMatchObject({
      payer: { name: ACCOUNT, account: ACCOUNT },
      rules: true,
      stored: null,
    });
  });

  it('saves the list of errors on the drive, checks a corrected file, and ends with nothing kept', async () => {
    const { test, files } = await atTheFile();
    files.tell({ type: 'CHECKED', findings: wrong, facts: null });
    expect(test.on('file-result')).toMatchObject({ going: 0, saved: null });
    test.press({ type: 'FILE_SAVE' });
    await test.settle();
    expect(test.on('file-result').saved).toMatchObject({ ok: true });
    test.press({ type: 'BACK' });
    files.list(listing);
    test.press({ type: 'FILE_OPEN', entry: 'e2' });
    files.tell({ type: 'CHECKED', findings: clean, facts: { ...SAMPLE_FILE, employerAccountNo: ACCOUNT } });
    expect(test.on('file-result')).toMatchObject({ going: 3 });
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('checked');
    expect(files.held()).toBeNull();
    expect(test.ports.submitted).toEqual([]);
  });

  it('is told to correct the whole file where some rows are wrong: none is set apart', async () => {
    const { test, files } = await atTheFile();
    files.tell({
      type: 'CHECKED',
      findings: wrong,
      facts: { ...SAMPLE_FILE, held: 1, employerAccountNo: ACCOUNT },
    });
    expect(test.on('file-result').going).toBe(0);
    expect(test.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    test.press({ type: 'FILE_SAVE' });
    await test.settle();
    expect(test.on('file-result').saved).toEqual({
      ok: true,
      value: { name: 'mock-run-remittance-problems-20261123-1542.csv' },
    });
  });

  it('comes to no declaration by any way on: a clean file that is "used" ends the check', async () => {
    const { test, files } = await atTheFile();
    files.tell({ type: 'CHECKED', findings: clean, facts: { ...SAMPLE_FILE, employerAccountNo: ACCOUNT } });
    test.press({ type: 'CONTINUE' });
    expect(test.on('ended').how).toBe('checked');
    expect(test.ports.submitted).toEqual([]);
  });

  it('goes back page by page to the menu, and what was typed stays while they go back', async () => {
    const { test } = await employer();
    test.press({ type: 'ANSWER', value: 'read' }, { type: 'ANSWER', value: ACCOUNT }, { type: 'BACK' });
    expect(test.on('ask')).toMatchObject({ page: 'employer-account', value: ACCOUNT });
    test.press({ type: 'BACK' }, { type: 'BACK' });
    expect(test.on('menu').group).toBe('contributions');
    expect(test.view().chrome.mockRun).toBeUndefined();
  });

  it('is counted as a mock run and never among the remittances', async () => {
    const { test } = await atTheFile();
    expect(flowOf(test.view())).toBe('mock-run');
  });

  it('walks away: the file is let go of like everything else', async () => {
    const { test, files } = await atTheFile();
    files.tell({ type: 'CHECKED', findings: clean, facts: { ...SAMPLE_FILE, employerAccountNo: ACCOUNT } });
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(files.held()).toBeNull();
  });
});
