import { describe, expect, it } from 'vitest';
import { fail } from '../../../domain/result.ts';
import { ACCOUNT, checked, clerk, FACTS, listing, nothingWrong } from '../../testing/clerk.ts';

const wrongTotals = {
  ...nothingWrong,
  ...{ rows: 5, held: 2 },
  groups: [{ code: 'total-differs', severity: 'error', count: 2, problems: [] }],
} as const;

/** A file of five rows of which two are wrong. */
function splitUp({ test, files }: Awaited<ReturnType<typeof clerk>>): void {
  files.list(listing);
  test.press({ type: 'FILE_OPEN', entry: 'e2' });
  files.tell({ type: 'CHECKED', findings: wrongTotals, facts: { ...FACTS, held: 2 } });
}

/** From the page after the file to what is sent. */
async function leave(test: Awaited<ReturnType<typeof clerk>>['test']) {
  for (let page = test.view(); page.screen.id === 'ask'; page = test.view()) {
    test.press({ type: 'ANSWER', value: page.screen.ask.type === 'statement' ? 'read' : 'cheque' });
  }
  await test.signIn();
  test.attest();
  test.press({ type: 'HAND_BACK' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
}

describe('an employer brings a file of 47 columns', () => {
  it('is asked who pays first, and the file is held against that account', async () => {
    const { test, files } = await clerk();
    expect(test.on('file-choose')).toMatchObject({ listing: null, payer: 'Lantern Street Bakery Ltd' });
    files.list(listing);
    test.press({ type: 'FILE_OPEN', entry: 'e2' });
    expect(test.on('file-reading').name).toBe('十月供款.csv');
    expect(files.checking()).toMatchObject({
      entry: 'e2',
      payer: { name: 'Lantern Street Bakery Ltd', account: ACCOUNT },
    });
    files.tell({ type: 'PROGRESS', progress: { done: 40, rows: 2 } });
    expect(test.on('file-reading').progress).toEqual({ done: 40, rows: 2 });
  });

  it('goes on to the payment slip with a clean file, and the rows travel beside the submission', async () => {
    const at = await clerk();
    const { test } = at;
    checked(at);
    expect(test.on('file-result')).toMatchObject({ going: 3 });
    test.press({ type: 'CONTINUE' });
    for (let page = test.view(); page.screen.id === 'ask'; page = test.view()) {
      const value = page.screen.ask.type === 'statement' ? 'read' : 'cheque';
      test.press({ type: 'ANSWER', value });
    }
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    expect(test.on('instruction-review').rows.map(({ page }) => page)).toContain('file');
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toMatchObject([
      { kind: 'employer-remittance', files: [FACTS.id], payload: { details: { file: { rows: 3 } } } },
    ]);
  });

  it('is let no further with a file in which something is wrong, whatever the page sends', async () => {
    const { test, files } = await clerk();
    files.list(listing);
    test.press({ type: 'FILE_OPEN', entry: 'e2' });
    files.tell({ type: 'CHECKED', findings: { ...nothingWrong, held: 1 }, facts: null });
    expect(test.on('file-result').going).toBe(0);
    expect(test.tap({ type: 'CONTINUE' }).accepted).toBe(false);
    expect(test.tap({ type: 'ANSWER', value: JSON.stringify(FACTS) }).accepted).toBe(false);
    test.press({ type: 'BACK' });
    expect(test.on('file-choose')).toBeTruthy();
  });

  it('pulls the drive out while it is read, is told so, and chooses again', async () => {
    const { test, files } = await clerk();
    files.list(listing);
    test.press({ type: 'FILE_OPEN', entry: 'e2' });
    files.tell({ type: 'TROUBLE', trouble: 'drive-gone' });
    expect(test.on('file-trouble').trouble).toBe('drive-gone');
    test.press({ type: 'FILE_AGAIN' });
    expect(test.on('file-choose')).toBeTruthy();
  });

  it('stops reading: the check under way is stopped with it', async () => {
    const { test, files } = await clerk();
    files.list(listing);
    test.press({ type: 'FILE_OPEN', entry: 'e2' }, { type: 'FILE_STOP' });
    expect(files.checking()).toBeNull();
    expect(files.looking()).toBe(true);
  });

  it('names an entry that is not in the list: nothing happens', async () => {
    const { test, files } = await clerk();
    files.list(listing);
    expect(test.tap({ type: 'FILE_OPEN', entry: '/etc/passwd' }).accepted).toBe(false);
  });

  it('saves the list of problems on the drive', async () => {
    const { test, files } = await clerk();
    files.list(listing);
    test.press({ type: 'FILE_OPEN', entry: 'e2' });
    const group = { code: 'total-differs', severity: 'error', count: 1, problems: [] } as const;
    files.tell({ type: 'CHECKED', findings: { ...nothingWrong, held: 1, groups: [group] }, facts: null });
    test.press({ type: 'FILE_SAVE' });
    await test.settle();
    expect(test.on('file-result').saved).toMatchObject({ ok: true });
  });

  it('has two rows wrong: the others go, once the two are saved on the drive', async () => {
    const at = await clerk();
    const { test } = at;
    splitUp(at);
    expect(test.on('file-result')).toMatchObject({ going: 3, findings: { held: 2 }, saved: null });
    test.press({ type: 'FILE_SAVE' });
    await test.settle();
    expect(test.on('file-result').saved).toMatchObject({
      value: { rows: 'remittance-rows-to-correct-20261123-1542.csv' },
    });
    test.press({ type: 'CONTINUE' });
    await leave(test);
    expect(test.ports.submitted).toMatchObject([
      { files: [FACTS.id], payload: { details: { file: { rows: 3, held: 2 } } } },
    ]);
  });

  it('goes on without having saved the rows that stay: is asked once, and may still save or go back', async () => {
    const at = await clerk();
    const { test } = at;
    splitUp(at);
    test.press({ type: 'CONTINUE' });
    expect(test.on('file-result').unsaved).toBe(true);
    test.press({ type: 'BACK' });
    expect(test.on('file-result').unsaved).toBeUndefined();
    test.press({ type: 'CONTINUE' }, { type: 'FILE_SAVE' });
    await test.settle();
    expect(test.on('file-result').saved).toMatchObject({ ok: true });
    test.press({ type: 'CONTINUE' });
    expect(test.on('ask')).toBeTruthy();
  });

  it('goes on although the rows that stay were not saved, having been asked', async () => {
    const at = await clerk();
    splitUp(at);
    at.test.press({ type: 'CONTINUE' }, { type: 'CONTINUE' });
    expect(at.test.on('ask')).toBeTruthy();
  });

  it('finds the drive full: what stays is not taken for saved', async () => {
    const at = await clerk();
    Object.assign(at.files, { saveProblems: () => Promise.resolve(fail('drive-full')) });
    splitUp(at);
    at.test.press({ type: 'FILE_SAVE' });
    await at.test.settle();
    expect(at.test.on('file-result').saved).toEqual({ ok: false, code: 'drive-full' });
    at.test.press({ type: 'CONTINUE' });
    expect(at.test.on('file-result').unsaved).toBe(true);
  });

  it('leaves: the rows and the drive are let go of', async () => {
    const at = await clerk();
    checked(at);
    at.test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(at.files.forgotten()).toBeGreaterThan(0);
    expect(at.files.held()).toBeNull();
  });

  it('without a network it is only prepared, and the drive is to be brought along', async () => {
    const at = await clerk();
    const { test } = at;
    test.network(false);
    checked(at);
    test.press({ type: 'CONTINUE' });
    for (let page = test.view(); page.screen.id === 'ask'; page = test.view()) {
      const value = page.screen.ask.type === 'statement' ? 'read' : 'cheque';
      test.press({ type: 'ANSWER', value });
    }
    expect(test.on('instruction-review').ending).toBe('prepare');
    test.press({ type: 'CONTINUE' });
    expect(test.on('prepared').bring).toContainEqual({ message: 'ask.employer-remittance.bring-file' });
  });
});
