import { describe, expect, it } from 'vitest';
import { ACCOUNT, checked, clerk, FACTS, listing, nothingWrong } from '../testing/clerk.ts';

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
    expect(test.on('file-result')).toMatchObject({ clean: true });
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
    expect(test.on('file-result').clean).toBe(false);
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
