import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { foundAs, inService, LEFT, LEFT_ID, type TestTerminal } from '../../testing/harness.ts';
import { adult01, adult02, CANARIES, EMAIL, leftBefore, MOBILE } from '../../testing/people.ts';

const opened = ok({ id: LEFT_ID, code: 'details-differ', payload: leftBefore } as const);

/** From attract, through enquiry, notice, card and attestation; the platform's answer is on its way. */
async function identifiedAgain(test: TestTerminal): Promise<void> {
  test.ports.enquiryAnswer = foundAs('needs-correction', 'details-differ');
  await test.enquire();
  test.press({ type: 'CORRECT' });
  test.on('notice');
  test.press({ type: 'CONTINUE' });
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  test.on('staff-needed');
  expect(test.ports.correctionsOpened).toEqual([]);
  await test.signIn();
  test.attest();
  await test.settle();
  test.press({ type: 'HAND_BACK' });
}

async function correcting(): Promise<TestTerminal> {
  const test = await inService();
  test.ports.correction = opened;
  await identifiedAgain(test);
  return test;
}

const results = (test: TestTerminal): unknown[] =>
  test.ports.audited.filter(({ event }) => event === 'correction.opened').map(({ detail }) => detail);

describe('a member corrects what was left', () => {
  it('finds the answers of that day, changes one, and sends it in place of the first', async () => {
    const test = await correcting();
    expect(test.ports.correctionsOpened).toMatchObject([
      {
        reference: LEFT.reference,
        person: { hkid: leftBefore.person.hkid },
        identification: { attestation: { cardSeen: true } },
      },
    ]);
    expect(test.view().chrome.progress).toMatchObject({ flow: 'correction', name: 'details' });
    expect(test.on('question')).toMatchObject({ step: 'contact-channel', value: 'email' });
    test.answer('contact-channel', 'email');
    expect(test.on('question')).toMatchObject({ step: 'email', value: EMAIL });
    test.answer('email', `new.${EMAIL}`);
    test.answer('communication-language', 'zh-Hant');
    test.answer('optional-uses', '');
    expect(test.on('review').correcting).toEqual({ reference: LEFT.reference, code: 'details-differ' });
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    await test.wait(test.delays.receiptWait);
    expect(test.ports.submitted[0]).toMatchObject({
      kind: 'member-registration',
      supersedes: LEFT_ID,
      payload: { contact: { email: `new.${EMAIL}` }, consents: { optionalUses: [] } },
    });
    expect(test.on('receipt').enquiryCode).not.toBeNull();
    expect(results(test)).toEqual([{ id: LEFT_ID, result: 'opened' }]);
  });

  it('goes back to the card and forward again without fetching a second time', async () => {
    const test = await correcting();
    test.press({ type: 'BACK' });
    test.on('read-result');
    test.press({ type: 'CONTINUE' });
    test.on('review');
    expect(test.ports.correctionsOpened).toHaveLength(1);
  });

  it('another card is read: nothing of the first member stays, staff look, and it is asked for anew', async () => {
    const test = await correcting();
    test.press({ type: 'BACK' }, { type: 'RETRY' });
    test.read(adult02);
    test.press({ type: 'CONTINUE' });
    test.on('staff-needed');
    expect(JSON.stringify(test.held())).not.toContain(EMAIL);
    test.ports.correction = fail('not-found');
    await test.signIn();
    test.attest();
    await test.settle();
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'not-found', canRetry: false });
  });

  it.each(['offline', 'unavailable'] as const)('%s: tries again', async (fault) => {
    const test = await inService();
    test.ports.correction = fail(fault);
    await identifiedAgain(test);
    expect(test.on('enquiry-trouble')).toMatchObject({ fault, canRetry: true });
    test.ports.correction = opened;
    test.press({ type: 'RETRY' });
    await test.settle();
    test.on('question');
    expect(results(test)).toMatchObject([{ result: fault }, { result: 'opened' }]);
  });

  it.each(['silent', 'rejects'] as const)('the platform is %s: the wait has an end', async (mood) => {
    const test = await inService();
    test.ports.correction = mood;
    await identifiedAgain(test);
    await test.wait(test.delays.enquiryOverdue);
    expect(test.on('enquiry-trouble').fault).toBe('unavailable');
  });

  it('not correctable any more: back to what became of it, or out', async () => {
    const test = await inService();
    test.ports.correction = fail('not-correctable');
    await identifiedAgain(test);
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'not-correctable', canRetry: false });
    test.press({ type: 'BACK' });
    test.on('enquiry-result');
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('enquired');
  });

  it('walks away: nothing is corrected, and nothing of anybody stays', async () => {
    const test = await correcting();
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'FIELD_DRAFT', value: MOBILE });
    await test.wait(test.delays.idleAfter + test.delays.idleWarning);
    expect(test.on('ended').how).toBe('enquired');
    const text = JSON.stringify([test.view(), test.held(), test.ports.audited]);
    expect([...CANARIES, LEFT.reference].filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('goes back to register anew: what was fetched is gone', async () => {
    const test = await correcting();
    for (let page = 0; page < 6; page += 1) test.press({ type: 'BACK' });
    test.on('language');
    expect(JSON.stringify(test.held())).not.toContain(EMAIL);
  });
});
