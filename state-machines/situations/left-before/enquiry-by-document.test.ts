import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import type { LeftItem } from '../../../domain/wire/enquiry.ts';
import { inService, LEFT, LEFT_ID, type TestTerminal, typeNumberHere } from '../../testing/harness.ts';
import { adult01, CANARIES, officer01, traveller01 } from '../../testing/people.ts';

const SWITCH: LeftItem = {
  id: LEFT_ID,
  reference: LEFT.reference,
  kind: 'fund-switch',
  status: 'received',
  code: null,
  receivedAt: '2026-11-20T02:05:00.000Z',
};
const REGISTRATION: LeftItem = {
  id: '0190d5a8-0000-7000-8000-00000000a043',
  reference: 'K0127-A0043-L',
  kind: 'member-registration',
  status: 'needs-correction',
  code: 'details-differ',
  receivedAt: '2026-11-19T02:05:00.000Z',
};

/** The slip is lost: from the attract page to the reader. */
async function withoutSlip(...left: readonly LeftItem[]): Promise<TestTerminal> {
  const test = await inService();
  test.network(true);
  test.ports.leftAnswer = ok({ items: [...left], more: false });
  test.press({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'document' });
  test.on('enquiry-notice');
  test.press({ type: 'CONTINUE' });
  test.on('identify');
  return test;
}

async function withCard(test: TestTerminal): Promise<void> {
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  await test.settle();
}

const said = (test: TestTerminal): unknown[] =>
  test.ports.audited.flatMap(({ event, actor, detail }) =>
    event === 'enquiry.made' ? [{ actor, ...detail }] : [],
  );

describe('a member who has lost the slip asks with the card', () => {
  it('left one thing: is told at once what became of it, without staff', async () => {
    const test = await withoutSlip(SWITCH);
    await withCard(test);
    expect(test.on('enquiry-result')).toMatchObject({
      reference: LEFT.reference,
      ofKind: 'fund-switch',
      status: 'received',
      canWithdraw: true,
    });
    expect(test.ports.searches).toMatchObject([
      {
        person: { hkid: `${adult01.number.body}${adult01.number.check}` },
        identification: { means: 'reader' },
      },
    ]);
    expect(said(test)).toEqual([{ actor: 'member', by: 'document', result: 'listed', count: 1 }]);
  });

  it('left several: chooses one from the list, and may look at the next', async () => {
    const test = await withoutSlip(SWITCH, REGISTRATION);
    await withCard(test);
    expect(test.on('enquiry-list')).toEqual({
      id: 'enquiry-list',
      maskedNumber: expect.stringMatching(/^[A-Z]{1,2}\d+\*+\(\*\)$/) as string,
      items: [
        { id: SWITCH.id, ofKind: 'fund-switch', status: 'received', receivedAt: SWITCH.receivedAt },
        {
          id: REGISTRATION.id,
          ofKind: 'member-registration',
          status: 'needs-correction',
          receivedAt: REGISTRATION.receivedAt,
        },
      ],
      more: false,
    });
    expect(test.view().chrome.progress).toBeNull();
    expect(test.tap({ type: 'CHOOSE_LEFT', id: 'somebody-else-s' }).accepted).toBe(false);
    test.press({ type: 'CHOOSE_LEFT', id: REGISTRATION.id });
    expect(test.on('enquiry-result')).toMatchObject({ reference: REGISTRATION.reference, canCorrect: true });
    test.press({ type: 'BACK' }, { type: 'CHOOSE_LEFT', id: SWITCH.id });
    expect(test.on('enquiry-result').reference).toBe(SWITCH.reference);
  });

  it('shows no name, and the number masked only', async () => {
    const test = await withoutSlip(SWITCH, REGISTRATION);
    await withCard(test);
    const list = JSON.stringify(test.view());
    expect(CANARIES.filter((canary) => list.includes(canary))).toEqual([]);
  });

  it('withdraws what was found without laying the card again: staff attest, the member confirms', async () => {
    const test = await withoutSlip(SWITCH, REGISTRATION);
    await withCard(test);
    test.press({ type: 'CHOOSE_LEFT', id: SWITCH.id }, { type: 'WITHDRAW' });
    test.on('withdraw-notice');
    test.press({ type: 'BACK' });
    expect(test.on('enquiry-result').reference).toBe(SWITCH.reference);
    test.press({ type: 'WITHDRAW' }, { type: 'CONTINUE' });
    test.on('staff-needed');
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toMatchObject([
      { kind: 'cancellation', payload: { cancels: SWITCH.id, reference: SWITCH.reference } },
    ]);
  });

  it('corrects what was found without laying the card again', async () => {
    const test = await withoutSlip(SWITCH, REGISTRATION);
    await withCard(test);
    test.press({ type: 'CHOOSE_LEFT', id: REGISTRATION.id }, { type: 'CORRECT' });
    test.on('notice');
    test.press({ type: 'CONTINUE' });
    test.on('staff-needed');
    test.press({ type: 'BACK' });
    test.on('read-result');
  });

  it('left nothing with it: said, and what else there is to try', async () => {
    const test = await withoutSlip();
    await withCard(test);
    expect(test.on('enquiry-trouble')).toEqual({
      id: 'enquiry-trouble',
      fault: 'nothing-left',
      canRetry: false,
    });
    test.press({ type: 'BACK' });
    test.on('enquiry-choice');
    expect(said(test)).toEqual([{ actor: 'member', by: 'document', result: 'nothing-left' }]);
  });

  it('finds the slip after all: nothing of the card goes into the question with the code', async () => {
    const test = await withoutSlip();
    await withCard(test);
    test.press({ type: 'BACK' }, { type: 'ENQUIRE_BY', by: 'code' });
    test.press({ type: 'ANSWER', value: LEFT.reference }, { type: 'ANSWER', value: LEFT.code });
    await test.settle();
    expect(test.ports.enquiries).toEqual([{ ...LEFT, by: 'code' }]);
  });

  it('asked too often here: can only leave', async () => {
    const test = await withoutSlip();
    test.ports.leftAnswer = fail('too-many-tries');
    await withCard(test);
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'too-many-tries', canRetry: false });
    test.press({ type: 'BACK' });
    test.on('language');
  });

  it('goes back page by page', async () => {
    const test = await withoutSlip(SWITCH);
    test.press({ type: 'BACK' });
    test.on('enquiry-notice');
    test.press({ type: 'BACK' });
    test.on('enquiry-choice');
    test.press({ type: 'BACK' });
    test.on('language');
  });

  it('with a passport: told where to go', async () => {
    const test = await withoutSlip(SWITCH);
    test.layCard();
    test.read(traveller01);
    expect(test.on('bring-documents')).toMatchObject({ document: 'passport', enquiring: true });
    expect(test.ports.searches).toEqual([]);
  });
});

describe('the card cannot be read and the number is typed', () => {
  it('counts for nothing until staff have seen the card', async () => {
    const test = await withoutSlip(SWITCH);
    typeNumberHere(test);
    test.on('staff-needed');
    expect(test.ports.searches).toEqual([]);
    await test.signIn();
    test.attest();
    await test.settle();
    test.on('enquiry-result');
    expect(test.ports.searches).toMatchObject([
      { identification: { means: 'typed', attestation: { staffId: officer01.staffId } } },
    ]);
    expect(said(test)).toMatchObject([{ actor: 'staff', result: 'listed' }]);
  });
});

describe('the network goes while a member asks with the card', () => {
  it('is said at once, and asked again with one tap when it is back', async () => {
    const test = await withoutSlip(SWITCH);
    test.ports.leftAnswer = 'silent';
    await withCard(test);
    test.on('enquiry-asking');
    test.network(false);
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'offline', canRetry: false });
    test.network(true);
    test.ports.leftAnswer = ok({ items: [SWITCH], more: false });
    test.press({ type: 'RETRY' });
    await test.settle();
    test.on('enquiry-result');
  });

  it('went while the card was read: said instead of a search', async () => {
    const test = await withoutSlip(SWITCH);
    test.network(false);
    await withCard(test);
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'offline' });
    expect(test.ports.searches).toEqual([]);
  });

  it.each(['silent', 'rejects'] as const)('the platform is %s: the wait has an end', async (mood) => {
    const test = await withoutSlip(SWITCH);
    test.ports.leftAnswer = mood;
    await withCard(test);
    await test.wait(test.delays.enquiryOverdue);
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'unavailable', canRetry: true });
  });

  it('the member does not wait for it', async () => {
    const test = await withoutSlip(SWITCH);
    test.ports.leftAnswer = 'silent';
    await withCard(test);
    test.press({ type: 'BACK' });
    test.on('enquiry-choice');
    expect(said(test)).toMatchObject([{ by: 'document', result: 'given-up' }]);
  });
});

describe('a member who asked with the card walks away', () => {
  it('and nothing of them stays', async () => {
    const test = await withoutSlip(SWITCH, REGISTRATION);
    await withCard(test);
    await test.wait(test.delays.idleAfter);
    expect(test.view().overlay).toMatchObject({ id: 'idle-warning', stake: 'nothing' });
    await test.wait(test.delays.idleWarning);
    expect(test.on('ended').how).toBe('enquired');
    const text = JSON.stringify([test.view(), test.held(), test.ports.audited]);
    expect([...CANARIES, SWITCH.reference, REGISTRATION.reference].filter((c) => text.includes(c))).toEqual(
      [],
    );
    expect(test.ports.audited).toContainEqual(
      expect.objectContaining({
        event: 'session.wiped',
        detail: { how: 'enquired', unsubmitted: false },
      }),
    );
  });
});
