import { describe, expect, it } from 'vitest';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { refusedByFullDisk, submittedAgainAfterFullDisk } from '../../testing/full-disk.ts';
import { adult01 } from '../../testing/people.ts';

async function submitOnline(): Promise<TestTerminal> {
  const test = await inService();
  test.network(true);
  await test.goToReview();
  test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
  return test;
}

function idHeld(test: TestTerminal): string | undefined {
  return /"submissionId":"([^"]+)"/.exec(JSON.stringify(test.held()))?.[1];
}

describe('submit fails, then is tried again', () => {
  it('keeps the draft, shows no receipt, and sends the same bytes under the same id', async () => {
    const test = await refusedByFullDisk();
    expect(test.on('not-saved').fault).toBe('disk-full');
    test.press({ type: 'SET_LOCALE', locale: 'zh-Hant' }, { type: 'RETRY' });
    await test.settle();
    expect(test.on('receipt').state).toBe('kept');
    const [first, second] = test.ports.submitted;
    expect(second).toEqual(first);
  });

  it('lets the member change something after the store said no, under another id', async () => {
    const test = await submittedAgainAfterFullDisk();
    const [first, second] = test.ports.submitted;
    expect(second?.id).not.toBe(first?.id);
    test.on('receipt');
  });

  it.each(['silent', 'rejects'] as const)('says not saved when the store is %s', async (mood) => {
    const test = await inService();
    test.ports.store = mood;
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.wait(test.delays.submitOverdue);
    expect(test.on('not-saved').fault).toBe('unavailable');
    // It may be there after all: the draft must not change under the same id.
    expect(test.tap({ type: 'BACK' })).toEqual({ accepted: false, reason: 'not-here' });
    test.ports.store = 'keeps';
    test.press({ type: 'RETRY' });
    await test.settle();
    expect(test.ports.submitted[1]?.id).toBe(test.ports.submitted[0]?.id);
    test.on('receipt');
  });

  it('shows the receipt when the store turns out to have kept it', async () => {
    const test = await inService();
    test.ports.store = 'silent';
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.wait(test.delays.submitOverdue);
    test.item('received');
    expect(test.on('receipt').state).toBe('received');
  });
});

describe('a draft that the wire contract refuses', () => {
  it('is not saved, is not sent, and can be gone back from', async () => {
    const test = await inService();
    test.identify({ ...adult01, surname: 'Q'.repeat(81) });
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.on('not-saved').fault).toBe('incomplete');
    expect(test.ports.submitted).toEqual([]);
    test.press({ type: 'BACK' });
    test.on('review');
  });
});

describe('a store that takes longer than anybody stays', () => {
  it('is waited for: nothing is wiped while it is on its way', async () => {
    const test = await inService({ submitOverdue: 300_000 });
    test.ports.store = 'silent';
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.wait(test.delays.idleAfter + test.delays.idleWarning);
    expect(test.view()).toMatchObject({
      overlay: null,
      screen: { id: 'submitting' },
      chrome: { canLeave: false, canGoBack: false },
    });
  });
});

describe('the id of a submission', () => {
  it('is made when the declaration is reached, and stays when it is left and reached again', async () => {
    const test = await inService();
    await test.goToReview();
    test.press({ type: 'CONTINUE' });
    const made = idHeld(test);
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
    test.press({ type: 'BACK' }, { type: 'CONTINUE' });
    expect(idHeld(test)).toBe(made);
    test.press({ type: 'SUBMIT' });
    expect(test.ports.submitted[0]?.id).toBe(made);
  });
});

describe('a double tap on submit', () => {
  it('submits once', async () => {
    const test = await inService();
    await test.goToReview();
    test.press({ type: 'CONTINUE' });
    const { rev, view } = test.terminal.current();
    const tap = { type: 'SUBMIT', sessionId: view.sessionId, stepId: view.stepId, rev } as const;
    expect(test.terminal.intent(tap)).toEqual({ accepted: true });
    expect(test.terminal.intent(tap)).toEqual({ accepted: false, reason: 'stale' });
    await test.settle();
    expect(test.terminal.intent(tap)).toEqual({ accepted: false, reason: 'stale' });
    expect(test.ports.submitted).toHaveLength(1);
  });
});

describe('the network while submitting', () => {
  it('shows "kept" when the receipt does not come in time, and "received" when it comes after', async () => {
    const test = await submitOnline();
    test.on('submitting');
    await test.wait(test.delays.receiptWait);
    const kept = test.on('receipt');
    expect(kept.state).toBe('kept');
    await test.wait(10_000);
    test.item('received');
    const received = test.on('receipt');
    expect(received).toMatchObject({ state: 'received', reference: kept.reference });
    expect(received.closesAt > kept.closesAt).toBe(true);
  });

  it('comes back while the receipt is shown', async () => {
    const test = await inService();
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.on('receipt').state).toBe('kept');
    test.network(true);
    test.item('received');
    expect(test.on('receipt').state).toBe('received');
    test.item('accepted');
    expect(test.on('receipt').state).toBe('accepted');
    test.item('received');
    test.item('kept');
    test.item('parked');
    expect(test.on('receipt').state).toBe('accepted');
  });

  it('goes away while the receipt is awaited', async () => {
    const test = await submitOnline();
    test.network(false);
    expect(test.on('receipt').state).toBe('kept');
  });

  it('brings news of an earlier person’s item, which is not shown', async () => {
    const test = await submitOnline();
    test.ports.sendQueue({
      type: 'ITEM',
      id: 'of-somebody-else',
      reference: 'K0127-1-000000-0',
      state: 'rejected',
      receivedAt: test.ports.now(),
      outcome: 'already-registered',
    });
    test.on('submitting');
  });
});

describe('the receipt', () => {
  it('closes by itself, wipes, and says that it was submitted', async () => {
    const test = await inService();
    await test.goToReceipt();
    await test.wait(test.delays.receiptCloses - 1_000);
    test.on('receipt');
    await test.wait(1_000);
    expect(test.on('ended').how).toBe('submitted');
    expect(test.ports.wiped).toHaveLength(1);
  });

  it('stays for someone who touches it', async () => {
    const test = await inService();
    await test.goToReceipt();
    await test.wait(20_000);
    test.press({ type: 'ACTIVITY' });
    await test.wait(20_000);
    test.on('receipt');
  });

  it('stays while help is called, and then warns that what was submitted is safe', async () => {
    const test = await inService();
    await test.goToReceipt();
    test.press({ type: 'ASK_STAFF' });
    await test.wait(test.delays.helpWait);
    expect(test.view().overlay).toMatchObject({ id: 'idle-warning', stake: 'submitted' });
    await test.wait(test.delays.idleWarning);
    expect(test.on('ended').how).toBe('submitted');
  });

  it('counts as submitted even for those who leave from it', async () => {
    const test = await inService();
    await test.goToReceipt();
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(test.on('ended').how).toBe('submitted');
  });
});

describe('change on the review page', () => {
  it('asks only what the change opens, and comes back', async () => {
    const test = await inService();
    await test.goToReview();
    test.press({ type: 'CHANGE', step: 'mobile' });
    expect(test.on('question')).toMatchObject({ step: 'mobile', changing: true });
    test.answer('mobile', '91820735');
    test.answer('mobile-again', '91820735');
    expect(test.on('review').rows).toContainEqual(
      expect.objectContaining({ key: 'mobile', value: '9182 0735' }),
    );
    test.press({ type: 'CHANGE', step: 'contact-channel' });
    test.answer('contact-channel', 'post');
    test.answer('address', '1 Test Lane\nTest Court');
    test.answer('district', 'sai-kung');
    test.on('review');
  });

  it('given up half-way leaves everything as it was', async () => {
    const test = await inService();
    await test.goToReview();
    const { rows } = test.on('review');
    test.press({ type: 'CHANGE', step: 'contact-channel' });
    test.answer('contact-channel', 'post');
    test.press({ type: 'BACK' }, { type: 'BACK' });
    expect(test.on('review').rows).toEqual(rows);
  });
});
