import { describe, expect, it } from 'vitest';
import { RUNS } from '../../../domain/catalogue/kinds/benefit-withdrawal/runs.fixture.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { adult01, CANARIES } from '../../testing/people.ts';

const PRINT_RECEIPT = { type: 'PRINT', paper: 'receipt' } as const;

async function withPrinters(): Promise<TestTerminal> {
  const test = await inService();
  test.ports.sendPrinter('slips', 'ready');
  test.ports.sendPrinter('documents', 'ready');
  return test;
}

const offered = (test: TestTerminal): readonly string[] => test.view().chrome.print.offered;

/** Prepared offline: leaving Hong Kong for good, which needs a declaration. */
function prepareWithdrawal(test: TestTerminal): void {
  test.network(false);
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'details' },
    { type: 'CHOOSE_KIND', kind: 'benefit-withdrawal' },
    { type: 'CONTINUE' },
  );
  test.layCard();
  test.read(adult01);
  test.liftCard();
  test.press({ type: 'CONTINUE' });
  const answers = RUNS['permanent-departure'];
  for (let shown = test.view().screen; shown.id === 'ask'; shown = test.view().screen) {
    if (shown.page === 'sworn') expect(offered(test)).toEqual(['statutory-declaration']);
    else expect(offered(test)).toEqual([]);
    test.press({ type: 'ANSWER', value: answers[shown.page] ?? 'read' });
  }
  test.press({ type: 'CONTINUE' });
  test.on('prepared');
}

describe('a receipt on paper', () => {
  it('is printed, taken, and the receipt stands as it stood', async () => {
    const test = await withPrinters();
    await test.goToReceipt();
    const before = test.on('receipt');
    expect(offered(test)).toEqual(['receipt']);
    test.press(PRINT_RECEIPT);
    expect(test.view()).toMatchObject({ stepId: 'print-sending', overlay: { paper: 'receipt' } });
    await test.settle();
    expect(test.view().overlay).toEqual({ id: 'print-done', paper: 'receipt' });
    expect(JSON.stringify(test.ports.printed[0])).toContain(before.reference);
    test.press({ type: 'PRINT_CLOSE' });
    expect(test.view().overlay).toBeNull();
    expect(test.on('receipt')).toMatchObject({ reference: before.reference, state: before.state });
    expect(test.ports.audited.map(({ event }) => event)).toContain('paper.printed');
  });

  it('that nobody took from the slot is printed again only when the member asks', async () => {
    const test = await withPrinters();
    await test.goToReceipt();
    test.press(PRINT_RECEIPT);
    await test.settle();
    expect(test.ports.printed).toHaveLength(1);
    test.press({ type: 'PRINT_AGAIN' });
    await test.settle();
    expect(test.ports.printed).toHaveLength(2);
    expect(test.ports.printed[1]).toEqual(test.ports.printed[0]);
  });

  it('is not offered where there is no printer, and says why where it has trouble', async () => {
    const test = await inService();
    await test.goToReceipt();
    expect(test.view().chrome.print).toEqual({ offered: [], trouble: null });
    expect(test.tap(PRINT_RECEIPT)).toEqual({ accepted: false, reason: 'not-here' });
    test.ports.sendPrinter('slips', 'out-of-paper');
    expect(test.view().chrome.print).toEqual({ offered: [], trouble: 'out-of-paper' });
    expect(test.tap(PRINT_RECEIPT).accepted).toBe(false);
    test.ports.sendPrinter('slips', 'ready');
    expect(test.view().chrome.print).toEqual({ offered: ['receipt'], trouble: null });
  });

  it('is not printed while staff hold the session: it has the code that only the member sees', async () => {
    const test = await withPrinters();
    await test.goToReceipt();
    await test.signIn();
    expect(offered(test)).toEqual([]);
    expect(test.tap(PRINT_RECEIPT).accepted).toBe(false);
  });
});

describe('a printer that fails', () => {
  it.each(['paper-jam', 'not-taken'] as const)('%s: is said, tried again, and works', async (fault) => {
    const test = await withPrinters();
    await test.goToReceipt();
    test.ports.printing = fault;
    test.press(PRINT_RECEIPT);
    await test.settle();
    expect(test.view().overlay).toEqual({ id: 'print-failed', paper: 'receipt', fault });
    test.ports.printing = 'takes';
    test.press({ type: 'PRINT_AGAIN' });
    await test.settle();
    expect(test.view().overlay?.id).toBe('print-done');
    expect(test.ports.audited).toContainEqual(
      expect.objectContaining({ event: 'paper.not-printed', detail: { paper: 'receipt', code: fault } }),
    );
  });

  it('never answers: it is said in time, before the receipt goes away by itself', async () => {
    const test = await withPrinters();
    await test.goToReceipt();
    test.ports.printing = 'silent';
    test.press(PRINT_RECEIPT);
    await test.wait(test.delays.printOverdue);
    expect(test.view().overlay).toEqual({ id: 'print-failed', paper: 'receipt', fault: 'no-answer' });
    expect(test.ports.takenBack).toBe(true);
    test.press({ type: 'PRINT_CLOSE' });
    test.on('receipt');
    await test.wait(test.delays.receiptCloses);
    expect(test.view().screen.id).toBe('ended');
  });

  it('throws: it is said, and nothing else stops', async () => {
    const test = await withPrinters();
    await test.goToReceipt();
    test.ports.printing = 'rejects';
    test.press(PRINT_RECEIPT);
    await test.settle();
    expect(test.view().overlay?.id).toBe('print-failed');
    expect(test.faults).toEqual([]);
  });

  it('is gone on without while it is still busy: what it has not taken is taken back', async () => {
    const test = await withPrinters();
    await test.goToReceipt();
    test.ports.printing = 'silent';
    test.press(PRINT_RECEIPT, { type: 'PRINT_CLOSE' });
    expect(test.view().overlay).toBeNull();
    expect(test.ports.takenBack).toBe(true);
    test.press({ type: 'DONE' });
    expect(test.view().screen.id).toBe('ended');
  });
});

describe('somebody who goes while it prints', () => {
  it('leaves nothing of the paper behind', async () => {
    const test = await withPrinters();
    prepareWithdrawal(test);
    expect(offered(test)).toEqual(['checklist', 'statutory-declaration']);
    test.ports.printing = 'silent';
    test.press({ type: 'PRINT', paper: 'statutory-declaration' });
    expect(JSON.stringify(test.held())).toContain(adult01.surname);
    // Not answered, then nobody there: the warning, the wipe.
    await test.wait(test.delays.printOverdue + test.delays.idleAfter + test.delays.idleWarning + 1_000);
    expect(test.ports.takenBack).toBe(true);
    expect(test.view().sessionId).toBeNull();
    expect(CANARIES.filter((canary) => JSON.stringify(test.held()).includes(canary))).toEqual([]);
  });
});

describe('a withdrawal that needs a sworn paper', () => {
  it('has the declaration printed with the name and without the number', async () => {
    const test = await withPrinters();
    prepareWithdrawal(test);
    test.press({ type: 'PRINT', paper: 'statutory-declaration' });
    await test.settle();
    const text = JSON.stringify(test.ports.printed);
    expect(text).toContain(adult01.surname);
    expect(text).not.toContain(adult01.number.body);
    test.press({ type: 'PRINT_CLOSE' }, { type: 'PRINT', paper: 'checklist' });
    await test.settle();
    expect(test.ports.printed.map(({ kind }) => kind)).toEqual(['statutory-declaration', 'checklist']);
  });
});

describe('a resume slip on paper', () => {
  it('has the code of the slip on the screen', async () => {
    const test = await withPrinters();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
    await test.settle();
    const { rows } = test.on('resume-slip');
    expect(offered(test)).toEqual(['resume-slip']);
    test.press({ type: 'PRINT', paper: 'resume-slip' });
    await test.settle();
    expect(test.ports.printed[0]?.blocks).toContainEqual({ type: 'rows', rows });
  });
});

describe('nobody came to somebody who asked for staff', () => {
  /** At a question of the registration, three minutes after staff were asked. */
  async function unhelped(): Promise<TestTerminal> {
    const test = await withPrinters();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'ASK_STAFF' });
    await test.wait(test.delays.helpNobodyCame);
    expect(test.view().overlay?.id).toBe('help-nobody-came');
    return test;
  }

  it('takes along what it was about, whom to call and where to go, and the way on is where it was', async () => {
    const test = await unhelped();
    expect(offered(test)).toEqual(['help-slip']);
    test.press({ type: 'PRINT', paper: 'help-slip' });
    expect(test.view().overlay).toEqual({ id: 'print-sending', paper: 'help-slip' });
    await test.settle();
    expect(test.view().overlay).toEqual({ id: 'print-done', paper: 'help-slip' });
    const slip = JSON.stringify(test.ports.printed[0]);
    for (const said of ['kind.member-registration.name', 'Test shop', '183 2622', '3197 2834', '09:00']) {
      expect(slip).toContain(said);
    }
    for (const canary of CANARIES) expect(slip).not.toContain(canary);
    // What the paper covers is not to be touched.
    expect(test.tap({ type: 'KEEP_WAITING' }).accepted).toBe(false);
    expect(test.tap({ type: 'FINISH_LATER' }).accepted).toBe(false);
    test.press({ type: 'PRINT_CLOSE' });
    expect(test.view().overlay?.id).toBe('help-nobody-came');
    test.press({ type: 'CANCEL_HELP' });
    expect(test.on('question').step).toBe('mobile');
  });

  it('somebody comes while it is printed: their PIN is asked, and the paper is out of the way', async () => {
    const test = await unhelped();
    test.ports.printing = 'silent';
    test.press({ type: 'PRINT', paper: 'help-slip' });
    await test.signIn();
    expect(test.view().overlay).toBeNull();
    expect(test.view().chrome.assist).not.toBeNull();
  });

  it('finishes another day: the call is over, and the resume slip is made as ever', async () => {
    const test = await unhelped();
    test.press({ type: 'FINISH_LATER' });
    expect(test.view().overlay?.id).toBe('park-asking');
    test.press({ type: 'FINISH_LATER_CONFIRM' });
    await test.settle();
    test.on('resume-slip');
    expect(offered(test)).toEqual(['resume-slip']);
    expect(test.ports.commands.at(-1)).toEqual({ type: 'LIGHT', pattern: 'in-use' });
  });

  it('changes their mind about another day: they are at their page', async () => {
    const test = await unhelped();
    test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CANCEL' });
    expect(test.view().overlay).toBeNull();
    expect(test.on('question').step).toBe('mobile');
  });

  it('before those minutes are over there is no slip, and without a printer none is offered', async () => {
    const test = await withPrinters();
    test.identify();
    test.press({ type: 'ASK_STAFF' });
    expect(offered(test)).toEqual([]);
    expect(test.tap({ type: 'PRINT', paper: 'help-slip' }).accepted).toBe(false);
    const without = await inService();
    without.identify();
    without.press({ type: 'ASK_STAFF' });
    await without.wait(without.delays.helpNobodyCame);
    expect(offered(without)).toEqual([]);
  });
});
