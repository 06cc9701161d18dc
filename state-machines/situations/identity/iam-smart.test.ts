import { describe, expect, it } from 'vitest';
import { assuranceOf } from '../../../domain/assurance.ts';
import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { completed } from '../../../domain/catalogue/testing/answering.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../domain/reference-data/embedded/embedded.ts';
import type { InstructionKind } from '../../../domain/kinds/kinds.ts';
import { fail, ok } from '../../../domain/result.ts';
import { instructionSchema } from '../../../domain/catalogue/instruction.ts';
import { foundAs, inService, LEFT, type TestTerminal } from '../../testing/harness.ts';
import { adult01, CANARIES, typedNumberText } from '../../testing/people.ts';

const TOKEN = 'a.signed.word.of.the.gateway';
const APPROVED = ok({ state: 'approved', token: TOKEN } as const);
const SCANNED = ok({ state: 'scanned', token: null } as const);
/** Old enough to take money out. */
const OLD = { ...adult01, dateOfBirth: { year: 1951, month: 4, day: 2 } };

/** From the menu to the page after the last question of a kind, with the card read. */
function instruct(test: TestTerminal, kind: InstructionKind, document = OLD): void {
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'details' },
    { type: 'CHOOSE_KIND', kind },
    { type: 'CONTINUE' },
  );
  test.layCard();
  test.read(document);
  test.press({ type: 'CONTINUE' });
  answerAll(test, kind, { means: 'reader', document });
}

function answerAll(
  test: TestTerminal,
  kind: InstructionKind,
  identified: Parameters<typeof completed>[1]['identified'],
): void {
  const now = test.ports.now();
  const start = {
    ...{ answers: {}, identified, online: true, now, today: '2026-11-23' },
    data: EMBEDDED_REFERENCE_DATA,
  };
  const answers = completed(definitionOf(kind), start)?.facts.answers ?? {};
  for (let shown = test.view().screen; shown.id === 'ask'; shown = test.view().screen) {
    test.press({ type: 'ANSWER', value: answers[shown.page] ?? '' });
  }
}

/** On the page with the code. */
async function signingIn(kind: InstructionKind = 'particulars-change'): Promise<TestTerminal> {
  const test = await inService();
  test.network(true);
  instruct(test, kind);
  test.on('staff-needed');
  test.press({ type: 'IAM_SMART' });
  await test.settle();
  test.on('iam-smart-code');
  return test;
}

describe.each(['particulars-change', 'benefit-withdrawal'] as const)('%s', (kind) => {
  it('is submitted by a member who signs in with iAM Smart', async () => {
    const test = await signingIn(kind);
    expect(test.on('iam-smart-code')).toMatchObject({ scanned: false, runsOut: '2026-11-23T04:02:00.000Z' });
    test.ports.phone = SCANNED;
    await test.wait(test.delays.iamSmartAsk);
    expect(test.on('iam-smart-code').scanned).toBe(true);
    test.ports.phone = APPROVED;
    await test.wait(test.delays.iamSmartAsk);
    const review = test.on('instruction-review');
    expect(review.ending).toBe('submit');
    expect(review.identity.map(({ key }) => key)).toContain('signed-in');
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    const [request] = test.ports.submitted;
    const payload = instructionSchema(definitionOf(kind)).parse(request?.payload);
    expect(payload.identification).toMatchObject({
      attestation: null,
      iamSmart: { token: TOKEN, sessionId: test.ports.signIns[0]?.session },
    });
    expect(payload.identification === null ? 0 : assuranceOf(payload.identification)).toBe(3);
    expect(test.ports.signInsEnded).toEqual(['A'.repeat(22)]);
    expect(test.ports.audited.filter(({ event }) => event.startsWith('iam-smart'))).toMatchObject([
      { event: 'iam-smart.begun' },
      { event: 'iam-smart.ended', detail: { result: 'approved' } },
    ]);
  });

  it('is prepared by one who has no iAM Smart, who may think again', async () => {
    const test = await inService();
    test.network(true);
    instruct(test, kind);
    expect(test.on('staff-needed')).toMatchObject({
      staff: false,
      iamSmart: 'offered',
      onlyIamSmart: true,
      prepare: true,
    });
    test.press({ type: 'PREPARE_ONLY' });
    expect(test.on('instruction-review').ending).toBe('prepare');
    test.press({ type: 'BACK' });
    test.on('staff-needed');
    test.press({ type: 'PREPARE_ONLY' }, { type: 'CONTINUE' });
    expect(test.on('prepared').why).toBe('assurance');
    test.press({ type: 'DONE' });
    expect(test.ports.submitted).toEqual([]);
  });

  it('is only prepared without a connection, and iAM Smart is not offered', async () => {
    const test = await inService();
    test.network(false);
    instruct(test, kind);
    expect(test.on('instruction-review').ending).toBe('prepare');
    test.press({ type: 'CONTINUE' });
    expect(test.on('prepared').why).toBe('offline');
    expect(test.tap({ type: 'IAM_SMART' }).accepted).toBe(false);
  });
});

describe('what only needs staff', () => {
  it('can be confirmed with iAM Smart instead', async () => {
    const test = await inService();
    test.network(true);
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    expect(test.on('staff-needed')).toMatchObject({ staff: true, iamSmart: 'offered', onlyIamSmart: false });
    test.press({ type: 'IAM_SMART' });
    await test.settle();
    test.ports.phone = APPROVED;
    await test.wait(test.delays.iamSmartAsk);
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted[0]?.payload).toMatchObject({
      identification: { iamSmart: { token: TOKEN } },
    });
  });

  it('is not confirmed so offline, and says nothing of iAM Smart', async () => {
    const test = await inService();
    test.network(false);
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    expect(test.on('staff-needed')).toMatchObject({ staff: true, iamSmart: 'no', prepare: false });
    expect(test.tap({ type: 'IAM_SMART' })).toEqual({ accepted: false, reason: 'not-here' });
  });
});

describe('a number that was only typed', () => {
  it('has no sign-in until staff have seen the card', async () => {
    const test = await inService();
    test.network(true);
    test.press(
      { type: 'MENU', locale: 'en' },
      { type: 'CHOOSE_GROUP', group: 'details' },
      { type: 'CHOOSE_KIND', kind: 'particulars-change' },
      { type: 'CONTINUE' },
      { type: 'TYPE_NUMBER' },
      { type: 'ANSWER', value: typedNumberText },
      { type: 'CONTINUE' },
    );
    const { body, check } = { body: typedNumberText.slice(0, 7), check: typedNumberText.slice(8, 9) };
    answerAll(test, 'particulars-change', { means: 'typed', number: { body, check } });
    expect(test.on('staff-needed')).toMatchObject({ staff: true, iamSmart: 'no', onlyIamSmart: true });
    expect(test.tap({ type: 'IAM_SMART' }).accepted).toBe(false);
    await test.signIn();
    test.attest();
    expect(test.on('staff-needed')).toMatchObject({ staff: false, iamSmart: 'offered' });
    test.press({ type: 'HAND_BACK' }, { type: 'IAM_SMART' });
    await test.settle();
    test.on('iam-smart-code');
  });
});

describe('the phone does not confirm', () => {
  it.each([
    ['the member declines', ok({ state: 'refused', token: null } as const), 'refused', true],
    [
      'somebody else’s phone',
      ok({ state: 'different-person', token: null } as const),
      'different-person',
      true,
    ],
    ['the code has run out', ok({ state: 'expired', token: null } as const), 'expired', true],
    ['the platform knows nothing of it', ok({ state: 'unknown', token: null } as const), 'expired', true],
  ])('%s: said in plain words, and a new code is there', async (_, phone, why, canRetry) => {
    const test = await signingIn();
    test.ports.phone = phone;
    await test.wait(test.delays.iamSmartAsk);
    expect(test.on('iam-smart-stopped')).toEqual({ id: 'iam-smart-stopped', why, canRetry });
    expect(JSON.stringify(test.view())).not.toMatch(/A908172/);
    expect(test.ports.signInsEnded).toHaveLength(1);
    test.ports.phone = APPROVED;
    test.press({ type: 'RETRY' });
    await test.settle();
    await test.wait(test.delays.iamSmartAsk);
    expect(test.on('instruction-review').ending).toBe('submit');
  });

  it('nobody scans: the code runs out by itself, before the visit is warned', async () => {
    const test = await signingIn();
    await test.wait(119_000);
    test.on('iam-smart-code');
    await test.wait(2_000);
    expect(test.on('iam-smart-stopped').why).toBe('expired');
    expect(test.view().overlay).toBeNull();
  });

  it('nobody is there any more: the visit is warned, then wiped, and the platform is told', async () => {
    const test = await signingIn();
    await test.wait(test.delays.iamSmartIdle + test.delays.idleWarning + 1_000);
    test.on('ended');
    expect(test.ports.signInsEnded).toHaveLength(1);
  });

  it('the platform does not say for a while: it is asked again, and the answer counts', async () => {
    const test = await signingIn();
    test.ports.phone = fail('unavailable');
    await test.wait(3 * test.delays.iamSmartAsk);
    test.on('iam-smart-code');
    test.ports.phone = 'rejects';
    await test.wait(2 * test.delays.iamSmartAsk);
    test.ports.phone = APPROVED;
    await test.wait(2 * test.delays.iamSmartAsk);
    test.on('instruction-review');
  });

  it('no code comes: too many tries, no answer, silence', async () => {
    for (const [code, why, canRetry] of [
      [fail('too-many-tries'), 'too-many-tries', false],
      [fail('unavailable'), 'unavailable', true],
      ['rejects', 'unavailable', true],
      ['silent', 'unavailable', true],
    ] as const) {
      const test = await inService();
      test.network(true);
      test.ports.code = code;
      instruct(test, 'particulars-change');
      test.press({ type: 'IAM_SMART' });
      await test.wait(test.delays.enquiryOverdue);
      expect(test.on('iam-smart-stopped')).toMatchObject({ why, canRetry });
      test.press({ type: 'BACK' });
      test.on('staff-needed');
    }
  });
});

describe('the network goes in the middle', () => {
  it('is said, and leads back to what can be done without it', async () => {
    const test = await signingIn();
    test.network(false);
    expect(test.on('iam-smart-stopped')).toMatchObject({ why: 'offline', canRetry: false });
    expect(test.ports.signInsEnded).toHaveLength(1);
    test.press({ type: 'BACK' });
    expect(test.on('instruction-review').ending).toBe('prepare');
  });

  it('and comes back: a new code', async () => {
    const test = await signingIn();
    test.network(false);
    test.network(true);
    expect(test.on('iam-smart-stopped').canRetry).toBe(true);
    test.press({ type: 'RETRY' });
    await test.settle();
    test.on('iam-smart-code');
    expect(test.ports.signIns).toHaveLength(2);
  });
});

describe('an answer that comes too late', () => {
  it('after going back: nobody hears it, and the platform was told', async () => {
    const test = await signingIn();
    test.press({ type: 'BACK' });
    test.on('staff-needed');
    expect(test.ports.signInsEnded).toEqual(['A'.repeat(22)]);
    const { asked } = test.ports;
    test.ports.phone = APPROVED;
    await test.wait(10 * test.delays.iamSmartAsk);
    expect(test.on('staff-needed').iamSmart).toBe('offered');
    expect(test.ports.asked).toBe(asked);
  });

  it('after the member left: the next visit knows nothing of it', async () => {
    const test = await signingIn();
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    test.ports.phone = APPROVED;
    await test.wait(test.delays.endedCloses + 10 * test.delays.iamSmartAsk);
    test.on('attract');
    const held = JSON.stringify(test.held());
    expect(CANARIES.filter((canary) => held.includes(canary))).toEqual([]);
    expect(held).not.toContain(TOKEN);
  });

  it('the sign-in of one card is not that of the next card read in the same visit', async () => {
    const test = await signingIn();
    test.ports.phone = APPROVED;
    await test.wait(test.delays.iamSmartAsk);
    test.on('instruction-review');
    for (let page = test.view().screen.id; page !== 'read-result'; page = test.view().screen.id) {
      test.press({ type: 'BACK' });
    }
    test.press({ type: 'RETRY' });
    test.liftCard();
    test.layCard();
    test.read({ ...OLD, number: { body: 'K551903', check: '3' } });
    test.press({ type: 'CONTINUE' });
    answerAll(test, 'particulars-change', { means: 'reader', document: OLD });
    expect(test.on('staff-needed').iamSmart).toBe('offered');
  });
});

describe('while staff hold the session', () => {
  it('it cannot be begun', async () => {
    const test = await inService();
    test.network(true);
    instruct(test, 'particulars-change');
    await test.signIn();
    expect(test.tap({ type: 'IAM_SMART' })).toEqual({ accepted: false, reason: 'not-allowed' });
    test.press({ type: 'HAND_BACK' }, { type: 'IAM_SMART' });
  });

  it('it is over when they come, and what the phone says then counts for nothing', async () => {
    const test = await signingIn();
    await test.signIn();
    test.on('staff-needed');
    expect(test.ports.signInsEnded).toHaveLength(1);
    test.ports.phone = APPROVED;
    await test.wait(5 * test.delays.iamSmartAsk);
    expect(test.on('staff-needed').iamSmart).toBe('offered');
    test.press({ type: 'HAND_BACK' });
    test.on('staff-needed');
  });
});

describe('what was left with iAM Smart', () => {
  it('is taken back with iAM Smart only', async () => {
    const test = await inService();
    test.ports.enquiryAnswer = foundAs('received', null, 'particulars-change');
    await test.enquire();
    test.press({ type: 'WITHDRAW' });
    expect(test.on('withdraw-notice').reference).toBe(LEFT.reference);
    test.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    expect(test.on('staff-needed')).toMatchObject({
      staff: false,
      iamSmart: 'offered',
      onlyIamSmart: true,
      prepare: false,
    });
    test.network(false);
    expect(test.on('staff-needed').iamSmart).toBe('offline');
    test.network(true);
    test.press({ type: 'IAM_SMART' });
    await test.settle();
    test.ports.phone = APPROVED;
    await test.wait(test.delays.iamSmartAsk);
    test.press({ type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toMatchObject([
      { kind: 'cancellation', payload: { identification: { iamSmart: { token: TOKEN } } } },
    ]);
  });
});
