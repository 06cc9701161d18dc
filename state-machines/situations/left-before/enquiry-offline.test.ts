import { describe, expect, it } from 'vitest';
import type { SubmissionKind } from '../../../domain/kinds/kinds.ts';
import { fail, ok } from '../../../domain/result.ts';
import { inService, LEFT, LEFT_ID, type TestTerminal } from '../../testing/harness.ts';
import { adult01 } from '../../testing/people.ts';

const KEPT_AT = '2026-11-23T03:05:00.000Z';

/** Without a network, with something kept here: from the attract page to the choice. */
async function offlineAt(pending: number): Promise<TestTerminal> {
  const test = await inService();
  test.ports.sendStatus({ pending, online: false });
  test.press({ type: 'ENQUIRE', locale: 'en' });
  return test;
}

async function asked(kind: SubmissionKind): Promise<TestTerminal> {
  const test = await offlineAt(1);
  test.ports.enquiryAnswer = ok({ id: LEFT_ID, kind, status: 'kept', code: null, receivedAt: KEPT_AT });
  test.press({ type: 'ENQUIRE_BY', by: 'code' }, { type: 'ANSWER', value: LEFT.reference });
  test.press({ type: 'ANSWER', value: LEFT.code });
  await test.settle();
  return test;
}

describe('without a network somebody looks for what they left at this very machine', () => {
  it('is told that it is kept here and not received, and since when', async () => {
    const test = await asked('member-registration');
    expect(test.on('enquiry-result')).toMatchObject({
      ofKind: 'member-registration',
      status: 'kept',
      receivedAt: KEPT_AT,
      canWithdraw: true,
      canCorrect: false,
    });
  });

  it('with the slip only: the card is not offered, for only the platform knows what is whose', async () => {
    const test = await offlineAt(1);
    expect(test.on('enquiry-choice').online).toBe(false);
    expect(test.tap({ type: 'ENQUIRE_BY', by: 'document' }).accepted).toBe(false);
    test.network(true);
    expect(test.on('enquiry-choice').online).toBe(true);
    test.press({ type: 'ENQUIRE_BY', by: 'document' });
    test.on('enquiry-notice');
  });

  it('nothing at all is kept here: said before anybody types', async () => {
    const test = await offlineAt(0);
    expect(test.on('enquiry-trouble').fault).toBe('offline');
  });

  it('left elsewhere: said before the code is typed', async () => {
    const test = await offlineAt(1);
    test.press({ type: 'ENQUIRE_BY', by: 'code' }, { type: 'ANSWER', value: 'K0400-A0042-N' });
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'offline', canRetry: false });
    expect(test.ports.enquiries).toEqual([]);
  });

  it('is not here, or mistyped: may look at what was typed', async () => {
    const test = await offlineAt(1);
    test.ports.enquiryAnswer = fail('not-here');
    test.press({ type: 'ENQUIRE_BY', by: 'code' }, { type: 'ANSWER', value: LEFT.reference });
    test.press({ type: 'ANSWER', value: LEFT.code });
    await test.settle();
    expect(test.on('enquiry-trouble')).toEqual({ id: 'enquiry-trouble', fault: 'not-here', canRetry: true });
    test.press({ type: 'RETRY' });
    expect(test.on('enquiry-reference').value).toBe(LEFT.reference);
  });
});

describe('without a network somebody takes back what is kept here', () => {
  it('a call-back: with its slip', async () => {
    const test = await asked('call-back');
    test.press({ type: 'WITHDRAW' }, { type: 'CONTINUE' });
    expect(test.on('withdraw-confirm').online).toBe(false);
    test.press({ type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toMatchObject([{ payload: { cancels: LEFT_ID, slipCode: LEFT.code } }]);
  });

  it('a registration: with the card, attested as it was left', async () => {
    const test = await asked('member-registration');
    test.press({ type: 'WITHDRAW' }, { type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    test.on('staff-needed');
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toMatchObject([{ kind: 'cancellation', payload: { cancels: LEFT_ID } }]);
  });
});
