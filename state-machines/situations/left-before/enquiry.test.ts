import { describe, expect, it } from 'vitest';
import type { SubmissionKind } from '../../../domain/kinds/kinds.ts';
import { fail, ok } from '../../../domain/result.ts';
import type { EnquiryStatus } from '../../../domain/wire/enquiry.ts';
import { foundAs, inService, LEFT, LEFT_ID, type TestTerminal } from '../../testing/harness.ts';
import { refusedByFullDisk, submittedAgainAfterFullDisk } from '../../testing/full-disk.ts';
import { officer01 } from '../../testing/people.ts';

/** The platform says which kind it is, too. */
function foundOf(kind: SubmissionKind, status: EnquiryStatus): TestTerminal['ports']['enquiryAnswer'] {
  const code = status === 'needs-correction' ? 'details-differ' : null;
  return ok({ id: LEFT_ID, kind, status, code, receivedAt: '2026-11-20T02:05:00.000Z' });
}

const said = (test: TestTerminal): unknown[] =>
  test.ports.audited
    .filter(({ event }) => event === 'enquiry.made')
    .map(({ actor, staffId, detail }) => ({ actor, staffId, ...detail }));

/** Reference and code, with and without what people write between. */
function traces(test: TestTerminal): readonly string[] {
  const text = JSON.stringify([test.view(), test.held(), test.ports.audited]);
  return ['A0042', LEFT.code, 'K7M2', LEFT_ID].filter((canary) => text.includes(canary));
}

describe('a member asks what became of what they left', () => {
  it('types reference and code as people write them, and is told in status words', async () => {
    const test = await inService();
    test.network(true);
    test.ports.enquiryAnswer = foundAs('received');
    test.press({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'code' });
    expect(test.view()).toMatchObject({ locale: 'en', screen: { id: 'enquiry-reference', value: '' } });
    test.press({ type: 'ANSWER', value: ' k0127 a0042n ' });
    test.press({ type: 'ANSWER', value: 'k7m2-9xqa' });
    test.on('enquiry-asking');
    await test.settle();
    expect(test.ports.enquiries).toEqual([{ ...LEFT, by: 'code' }]);
    expect(test.on('enquiry-result')).toEqual({
      id: 'enquiry-result',
      reference: LEFT.reference,
      ofKind: null,
      status: 'received',
      code: null,
      receivedAt: '2026-11-20T02:05:00.000Z',
      canWithdraw: true,
      canCorrect: false,
    });
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('enquired');
    expect(said(test)).toEqual([{ actor: 'member', by: 'code', result: 'received' }]);
  });

  it.each([
    ['accepted', null, false, false],
    ['rejected', 'trustee-declined', false, false],
    ['needs-correction', 'details-differ', false, true],
    ['superseded', null, false, false],
    ['cancelled', null, false, false],
  ] as const)(
    '%s offers what there is to do and nothing else',
    async (status, code, canWithdraw, canCorrect) => {
      const test = await inService();
      test.ports.enquiryAnswer = foundAs(status, code);
      await test.enquire();
      expect(test.on('enquiry-result')).toMatchObject({ status, code, canWithdraw, canCorrect });
      expect(test.tap({ type: 'WITHDRAW' }).accepted).toBe(false);
      expect(test.tap({ type: 'CORRECT' }).accepted).toBe(canCorrect);
    },
  );

  it.each([
    // Left by somebody identified, at no more than a terminal can prove again.
    ['member-registration', true],
    ['fund-switch', true],
    ['contribution-enquiry', true],
    // Nobody was identified: the slip alone says whose it is.
    ['call-back', true],
    ['complaint', true],
    ['visit-request', true],
    ['feedback', false],
    // With iAM Smart only.
    ['particulars-change', true],
    ['benefit-withdrawal', true],
    ['cancellation', false],
  ] as const)('%s, not processed: is told which it is; may be withdrawn here: %s', async (kind, may) => {
    const test = await inService();
    test.ports.enquiryAnswer = foundOf(kind, 'received');
    await test.enquire();
    expect(test.on('enquiry-result')).toMatchObject({ ofKind: kind, status: 'received', canWithdraw: may });
    expect(test.tap({ type: 'WITHDRAW' }).accepted).toBe(may);
    expect(test.view().screen.id).toBe(may ? 'withdraw-notice' : 'enquiry-result');
  });

  it.each([
    ['member-registration', true],
    ['fund-switch', false],
    ['particulars-change', false],
    ['call-back', false],
  ] as const)('%s, to be corrected: may be corrected here: %s', async (kind, may) => {
    const test = await inService();
    test.ports.enquiryAnswer = foundOf(kind, 'needs-correction');
    await test.enquire();
    expect(test.on('enquiry-result')).toMatchObject({ ofKind: kind, canCorrect: may, canWithdraw: false });
    expect(test.tap({ type: 'CORRECT' }).accepted).toBe(may);
    expect(test.view().screen.id).toBe(may ? 'notice' : 'enquiry-result');
  });

  it('is told in plain words what is wrong with a number, which stays to be put right', async () => {
    const test = await inService();
    test.network(true);
    test.press({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'code' });
    for (const [value, error] of [
      ['', 'required'],
      ['K0127-A00', 'reference-format'],
      ['K0127-A0042-8', 'reference-check-character'],
    ] as const) {
      test.press({ type: 'ANSWER', value });
      expect(test.on('enquiry-reference')).toEqual({ id: 'enquiry-reference', value, error });
    }
    test.press({ type: 'ANSWER', value: LEFT.reference }, { type: 'ANSWER', value: 'K7M2' });
    expect(test.on('enquiry-code')).toMatchObject({ value: 'K7M2', error: 'enquiry-code-format' });
    test.press({ type: 'BACK' });
    expect(test.on('enquiry-reference')).toMatchObject({ value: LEFT.reference, error: null });
    test.press({ type: 'BACK' });
    test.on('enquiry-choice');
    test.press({ type: 'BACK' });
    test.on('language');
    expect(test.ports.enquiries).toEqual([]);
  });

  it('finds nothing, looks at what was typed, and tries again', async () => {
    const test = await inService();
    await test.enquire();
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'not-found', canRetry: true });
    test.press({ type: 'RETRY' });
    expect(test.on('enquiry-reference').value).toBe(LEFT.reference);
    test.press({ type: 'ANSWER', value: LEFT.reference });
    expect(test.on('enquiry-code').value).toBe('K7M2 9XQA');
    test.ports.enquiryAnswer = foundAs('accepted');
    test.press({ type: 'ANSWER', value: LEFT.code });
    await test.settle();
    test.on('enquiry-result');
  });

  it('asks about another one, with nothing of the first left in the fields', async () => {
    const test = await inService();
    test.ports.enquiryAnswer = foundAs('accepted');
    await test.enquire();
    test.press({ type: 'BACK' });
    expect(test.on('enquiry-reference').value).toBe('');
    expect(traces(test)).toEqual([]);
  });

  it('has tried too often and can only leave', async () => {
    const test = await inService();
    test.ports.enquiryAnswer = fail('too-many-tries');
    await test.enquire();
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'too-many-tries', canRetry: false });
    test.press({ type: 'BACK' });
    test.on('language');
  });

  it('registers instead', async () => {
    const test = await inService();
    test.network(true);
    test.press({ type: 'ENQUIRE', locale: 'en' }, { type: 'BACK' }, { type: 'START', locale: 'en' });
    test.on('notice');
    test.press({ type: 'BACK' }, { type: 'ENQUIRE', locale: 'zh-Hant' });
    expect(test.view()).toMatchObject({ locale: 'zh-Hant', screen: { id: 'enquiry-choice' } });
  });
});

describe('the network goes while the enquiry is under way', () => {
  it('is said at once, and asked again with one tap when it is back', async () => {
    const test = await inService();
    test.ports.enquiryAnswer = 'silent';
    await test.enquire();
    test.on('enquiry-asking');
    test.network(false);
    expect(test.on('enquiry-trouble')).toEqual({ id: 'enquiry-trouble', fault: 'offline', canRetry: false });
    expect(test.tap({ type: 'RETRY' }).accepted).toBe(false);
    test.network(true);
    expect(test.on('enquiry-trouble').canRetry).toBe(true);
    test.ports.enquiryAnswer = foundAs('accepted');
    test.press({ type: 'RETRY' });
    await test.settle();
    expect(test.on('enquiry-result').status).toBe('accepted');
    expect(said(test)).toMatchObject([{ result: 'offline' }, { result: 'accepted' }]);
  });

  it('was gone before: nobody types anything in vain', async () => {
    const test = await inService();
    test.press({ type: 'ENQUIRE', locale: 'en' });
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'offline', canRetry: false });
    test.network(true);
    test.press({ type: 'RETRY' });
    test.on('enquiry-choice');
  });

  it.each(['silent', 'rejects'] as const)('the platform is %s: the wait has an end', async (mood) => {
    const test = await inService();
    test.ports.enquiryAnswer = mood;
    await test.enquire();
    await test.wait(test.delays.enquiryOverdue);
    expect(test.on('enquiry-trouble')).toMatchObject({ fault: 'unavailable', canRetry: true });
    expect(said(test)).toEqual([{ actor: 'member', by: 'code', result: 'unavailable' }]);
  });

  it('the member does not wait for it', async () => {
    const test = await inService();
    test.ports.enquiryAnswer = 'silent';
    await test.enquire();
    test.press({ type: 'BACK' });
    expect(test.on('enquiry-code').value).toBe('K7M2 9XQA');
    expect(said(test)).toMatchObject([{ result: 'given-up' }]);
  });
});

describe('staff type it for the member', () => {
  it('is written under their number', async () => {
    const test = await inService();
    test.network(true);
    test.press({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'code' });
    await test.signIn();
    test.press({ type: 'ANSWER', value: LEFT.reference }, { type: 'ANSWER', value: LEFT.code });
    await test.settle();
    expect(said(test)).toEqual([
      { actor: 'staff', staffId: officer01.staffId, by: 'code', result: 'not-found' },
    ]);
  });
});

describe('the member walks away from an enquiry', () => {
  const PAGES: readonly [string, (test: TestTerminal) => void | Promise<void>][] = [
    ['enquiry-reference', (test) => test.press({ type: 'FIELD_DRAFT', value: 'K0127A0042' })],
    [
      'enquiry-code',
      (test) => test.press({ type: 'ANSWER', value: LEFT.reference }, { type: 'FIELD_DRAFT', value: 'K7M2' }),
    ],
    [
      'enquiry-result',
      async (test) => {
        test.ports.enquiryAnswer = foundAs('rejected', 'details-differ');
        test.press({ type: 'ANSWER', value: LEFT.reference }, { type: 'ANSWER', value: LEFT.code });
        await test.settle();
      },
    ],
    [
      'enquiry-trouble',
      async (test) => {
        test.press({ type: 'ANSWER', value: LEFT.reference }, { type: 'ANSWER', value: LEFT.code });
        await test.settle();
      },
    ],
  ];

  it.each(PAGES)('from %s: warned, then wiped', async (page, go) => {
    const test = await inService();
    test.network(true);
    test.press({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'code' });
    await go(test);
    expect(test.view().stepId).toBe(page);
    expect(traces(test)).not.toEqual([]);
    await test.wait(test.delays.idleAfter);
    expect(test.view().overlay).toMatchObject({ id: 'idle-warning', stake: 'nothing' });
    await test.wait(test.delays.idleWarning);
    expect(test.on('ended').how).toBe('enquired');
    expect(traces(test)).toEqual([]);
  });

  it.each(PAGES)('leaves from %s', async (_page, go) => {
    const test = await inService();
    test.network(true);
    test.press({ type: 'ENQUIRE', locale: 'en' }, { type: 'ENQUIRE_BY', by: 'code' });
    await go(test);
    test.press({ type: 'LEAVE' });
    expect(test.view().overlay).toEqual({ id: 'leave-confirm', stake: 'nothing' });
    test.press({ type: 'LEAVE_CONFIRM' });
    expect(test.on('ended').how).toBe('enquired');
    expect(traces(test)).toEqual([]);
  });
});

describe('the enquiry code of a new registration', () => {
  it('is sealed into the payload, shown once, the same at every retry, and gone with the visit', async () => {
    const test = await refusedByFullDisk();
    test.press({ type: 'RETRY' });
    await test.settle();
    const shown = test.on('receipt').enquiryCode ?? '';
    expect(shown).toMatch(/^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/);
    const enquiryCode = shown.replace(' ', '');
    expect(test.ports.submitted.map(({ payload }) => payload)).toMatchObject([
      { enquiryCode },
      { enquiryCode },
    ]);
    test.press({ type: 'DONE' });
    const text = JSON.stringify([test.view(), test.held(), test.ports.audited]);
    expect([shown, enquiryCode].filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('is another one after the store said no and the draft was changed', async () => {
    const test = await submittedAgainAfterFullDisk();
    const codes = test.ports.submitted.map(({ payload }) => 'enquiryCode' in payload && payload.enquiryCode);
    expect(new Set(codes).size).toBe(2);
    expect(test.on('receipt').enquiryCode?.replace(' ', '')).toBe(codes[1]);
  });
});
