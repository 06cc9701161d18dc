import { describe, expect, it } from 'vitest';
import { cancellationPayloadSchema } from '../../../domain/kinds/cancellation.ts';
import type { SubmissionKind } from '../../../domain/kinds/kinds.ts';
import { ok } from '../../../domain/result.ts';
import {
  foundAs,
  inService,
  LEFT,
  LEFT_ID,
  type TestTerminal,
  typeNumberHere,
} from '../../testing/harness.ts';
import { adult01, adult02, CANARIES, officer01, traveller01, typedNumberText } from '../../testing/people.ts';

/** From attract to the page that says what a withdrawal means. */
async function wantsToWithdraw(): Promise<TestTerminal> {
  const test = await inService();
  test.ports.enquiryAnswer = foundAs('received');
  await test.enquire();
  test.press({ type: 'WITHDRAW' });
  expect(test.on('withdraw-notice').reference).toBe(LEFT.reference);
  return test;
}

/** ... to the confirmation: card read, attested, staff gone. */
async function mayWithdraw(): Promise<TestTerminal> {
  const test = await wantsToWithdraw();
  test.press({ type: 'CONTINUE' });
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  test.on('staff-needed');
  await test.signIn();
  test.attest();
  test.press({ type: 'HAND_BACK' });
  test.on('withdraw-confirm');
  return test;
}

describe('a member withdraws what is not processed yet', () => {
  it('is identified and attested as for what was left, confirms, and has it kept', async () => {
    const test = await mayWithdraw();
    expect(test.view().chrome.progress).toEqual({ flow: 'withdrawal', step: 4, of: 5, name: 'declare' });
    test.press({ type: 'SUBMIT' });
    await test.settle();
    await test.wait(test.delays.receiptWait);
    const [request] = test.ports.submitted;
    expect(request?.kind).toBe('cancellation');
    expect(request?.payload).toMatchObject({
      cancels: LEFT_ID,
      reference: LEFT.reference,
      person: { hkid: `${adult01.number.body}${adult01.number.check}` },
      identification: { means: 'reader', attestation: { staffId: officer01.staffId } },
    });
    expect(cancellationPayloadSchema.safeParse(request?.payload).success).toBe(true);
    expect(test.on('receipt')).toMatchObject({ state: 'kept', withdraws: LEFT.reference, enquiryCode: null });
    test.item('accepted');
    expect(test.on('receipt').state).toBe('accepted');
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('submitted');
  });

  it('is not to be confirmed by staff', async () => {
    const test = await mayWithdraw();
    await test.signIn();
    expect(test.tap({ type: 'SUBMIT' })).toEqual({ accepted: false, reason: 'not-allowed' });
    test.press({ type: 'HAND_BACK' }, { type: 'SUBMIT' });
  });

  it('goes offline before confirming, and is kept here', async () => {
    const test = await mayWithdraw();
    test.network(false);
    expect(test.on('withdraw-confirm').online).toBe(false);
    test.press({ type: 'SUBMIT' });
    await test.settle();
    expect(test.on('receipt').state).toBe('kept');
  });

  it('is not saved: nothing is lost, and the same bytes are tried again', async () => {
    const test = await mayWithdraw();
    test.ports.store = 'disk-full';
    test.press({ type: 'SUBMIT' });
    await test.settle();
    test.on('not-saved');
    test.press({ type: 'BACK' });
    test.on('withdraw-confirm');
    test.press({ type: 'SUBMIT' });
    await test.settle();
    test.ports.store = 'keeps';
    test.press({ type: 'RETRY' });
    await test.settle();
    await test.wait(test.delays.receiptWait);
    const [first, second, third] = test.ports.submitted;
    expect(second?.id).not.toBe(first?.id);
    expect(third).toEqual(second);
    test.on('receipt');
  });

  it('another card is read: staff have to look at it too', async () => {
    const test = await mayWithdraw();
    test.press({ type: 'BACK' }, { type: 'RETRY' });
    test.read(adult02);
    test.press({ type: 'CONTINUE' });
    test.on('staff-needed');
  });

  it('the number was typed, staff see another one, and it is typed again', async () => {
    const test = await wantsToWithdraw();
    test.press(
      { type: 'CONTINUE' },
      { type: 'TYPE_NUMBER' },
      { type: 'ANSWER', value: typedNumberText },
      { type: 'CONTINUE' },
    );
    test.on('staff-needed');
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' }, { type: 'NUMBER_MATCHES', matches: false }, { type: 'HAND_BACK' });
    test.on('typed-number');
  });

  it('has only a passport: what to bring where', async () => {
    const test = await wantsToWithdraw();
    test.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(traveller01);
    test.on('bring-documents');
    expect(test.ports.submitted).toEqual([]);
  });
});

describe('a member withdraws an instruction', () => {
  it('every page says which kind it is, up to the receipt', async () => {
    const test = await inService();
    test.ports.enquiryAnswer = ok({
      id: LEFT_ID,
      kind: 'fund-switch',
      status: 'received',
      code: null,
      receivedAt: '2026-11-20T02:05:00.000Z',
    });
    await test.enquire();
    test.press({ type: 'WITHDRAW' });
    expect(test.on('withdraw-notice').ofKind).toBe('fund-switch');
    test.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    expect(test.on('withdraw-confirm').ofKind).toBe('fund-switch');
    test.press({ type: 'SUBMIT' });
    await test.settle();
    await test.wait(test.delays.receiptWait);
    expect(test.on('receipt')).toMatchObject({ withdraws: LEFT.reference, withdrawsKind: 'fund-switch' });
  });
});

describe('a member thinks better of withdrawing', () => {
  it('goes back page by page to what became of it', async () => {
    const test = await mayWithdraw();
    test.press({ type: 'BACK' });
    test.on('read-result');
    test.press({ type: 'BACK' });
    test.on('withdraw-notice');
    test.press({ type: 'BACK' });
    expect(test.on('enquiry-result').reference).toBe(LEFT.reference);
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('enquired');
    expect(test.ports.submitted).toEqual([]);
  });

  it.each(['leaves', 'walks away'] as const)(
    '%s: nothing is withdrawn, and nothing of anybody stays',
    async (how) => {
      const test = await mayWithdraw();
      if (how === 'leaves') {
        test.press({ type: 'LEAVE' });
        expect(test.view().overlay).toEqual({ id: 'leave-confirm', stake: 'unsubmitted' });
        test.press({ type: 'LEAVE_CONFIRM' });
      } else {
        await test.wait(test.delays.idleAfter + test.delays.idleWarning);
      }
      expect(test.on('ended').how).toBe('enquired');
      expect(test.ports.submitted).toEqual([]);
      const text = JSON.stringify([test.view(), test.held(), test.ports.audited]);
      expect([...CANARIES, LEFT.reference].filter((canary) => text.includes(canary))).toEqual([]);
    },
  );
});

describe('a member withdraws what needs less than an attested card', () => {
  async function found(kind: SubmissionKind): Promise<TestTerminal> {
    const test = await inService();
    const answer = { id: LEFT_ID, kind, status: 'received', code: null } as const;
    test.ports.enquiryAnswer = ok({ ...answer, receivedAt: '2026-11-20T02:05:00.000Z' });
    await test.enquire();
    test.press({ type: 'WITHDRAW' });
    return test;
  }

  it.each(['call-back', 'complaint', 'visit-request'] as const)(
    '%s, left without a card: the slip is enough, and nobody is identified',
    async (kind) => {
      const test = await found(kind);
      expect(test.on('withdraw-notice').proof).toBe('slip');
      expect(test.view().chrome.progress).toMatchObject({ step: 1, of: 3 });
      test.press({ type: 'CONTINUE' });
      test.on('withdraw-confirm');
      expect(test.view().chrome.progress).toMatchObject({ step: 2, of: 3 });
      test.press({ type: 'BACK' });
      test.on('withdraw-notice');
      test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
      await test.settle();
      const [request] = test.ports.submitted;
      expect(request?.payload).toMatchObject({
        cancels: LEFT_ID,
        person: null,
        identification: null,
        slipCode: LEFT.code,
      });
      expect(cancellationPayloadSchema.safeParse(request?.payload).success).toBe(true);
      expect(test.ports.commands.some(({ type }) => type === 'ARM_READ')).toBe(false);
    },
  );

  it('a contribution enquiry, left with a card that was only read: so it is withdrawn, without staff', async () => {
    const test = await found('contribution-enquiry');
    expect(test.on('withdraw-notice').proof).toBe('card');
    test.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    test.on('withdraw-confirm');
    test.press({ type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toMatchObject([
      { payload: { identification: { means: 'reader', attestation: null } } },
    ]);
  });

  it('but not with a number that was only typed', async () => {
    const test = await found('contribution-enquiry');
    test.press({ type: 'CONTINUE' });
    typeNumberHere(test);
    test.on('staff-needed');
  });

  it('and the code is gone with the visit, and was never shown again', async () => {
    const test = await found('call-back');
    test.press({ type: 'CONTINUE' });
    expect(JSON.stringify(test.view())).not.toContain(LEFT.code);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(JSON.stringify([test.view(), test.held(), test.ports.audited])).not.toContain(LEFT.code);
  });
});
