import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../domain/result.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { CANARIES, MOBILE } from '../../testing/people.ts';

const TOKEN = 'a.signed.word.of.the.gateway';
const RIGHT = ok({ state: 'confirmed', token: TOKEN } as const);
const CODE = '482173';

/** On the page with the number, online, at a platform that sends messages. */
async function atTheNumber(online = true): Promise<TestTerminal> {
  const test = await inService();
  test.ports.withMobileCodes();
  test.network(online);
  test.identify();
  test.press({ type: 'CONTINUE' });
  test.answer('contact-channel', 'mobile');
  return test;
}

/** On the page with the code. */
async function atTheCode(): Promise<TestTerminal> {
  const test = await atTheNumber();
  test.answer('mobile', MOBILE);
  test.on('mobile-code-sending');
  await test.settle();
  test.on('mobile-code');
  return test;
}

async function type(test: TestTerminal, code: string = CODE): Promise<void> {
  test.press({ type: 'ANSWER', value: code });
  await test.settle();
}

/** From the page after the number to what is sealed. */
async function leave(test: TestTerminal) {
  test.answer('communication-language', 'en');
  test.answer('optional-uses', '');
  test.press({ type: 'ASK_STAFF' });
  await test.signIn();
  test.attest();
  test.press({ type: 'HAND_BACK' });
  test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
  const payload = test.ports.submitted.at(-1)?.payload;
  return payload !== undefined && 'contact' in payload ? payload.contact : null;
}

describe('a member confirms the number with the code from the SMS', () => {
  it('types it once instead of the number again, and the platform’s word travels', async () => {
    const test = await atTheCode();
    expect(test.on('mobile-code')).toMatchObject({ mobile: MOBILE, canSendAgain: false });
    test.ports.codeTried = RIGHT;
    await type(test);
    expect(test.on('question').step).toBe('communication-language');
    const sessionId = test.ports.codesAsked[0]?.session;
    expect(await leave(test)).toEqual({
      ...{ channel: 'mobile', countryCode: '852', mobile: MOBILE, verification: 'sms' },
      confirmation: { sessionId, token: TOKEN },
    });
  });

  it('goes back to the number and on: it stays confirmed, and nothing is sent again', async () => {
    const test = await atTheCode();
    test.ports.codeTried = RIGHT;
    await type(test);
    test.press({ type: 'BACK' });
    expect(test.on('question').step).toBe('mobile');
    test.answer('mobile', MOBILE);
    expect(test.on('question').step).toBe('communication-language');
    expect(test.ports.codesAsked).toHaveLength(1);
  });

  it('takes another number after all: that one is confirmed anew', async () => {
    const test = await atTheCode();
    test.ports.codeTried = RIGHT;
    await type(test);
    test.press({ type: 'BACK' });
    test.answer('mobile', '91820735');
    await test.settle();
    expect(test.on('mobile-code').mobile).toBe('91820735');
    test.press({ type: 'TYPE_NUMBER' });
    test.answer('mobile-again', '91820735');
    expect(await leave(test)).toMatchObject({ mobile: '91820735', verification: 'typed-twice' });
  });
});

describe('no code comes to the member', () => {
  it('has no phone here, or no SMS came: the number is typed twice, as without a network', async () => {
    const test = await atTheCode();
    test.press({ type: 'TYPE_NUMBER' });
    test.answer('mobile-again', MOBILE);
    expect(await leave(test)).toMatchObject({ mobile: MOBILE, verification: 'typed-twice' });
  });

  it.each([
    ['sends no messages', fail('not-found')],
    ['had too many questions', fail('too-many-tries')],
    ['does not answer well', fail('unavailable')],
    ['breaks', 'rejects'],
  ] as const)('the platform %s: the number is asked once more at once', async (_how, says) => {
    const test = await atTheNumber();
    test.ports.codeSent = says;
    test.answer('mobile', MOBILE);
    await test.settle();
    expect(test.on('question').step).toBe('mobile-again');
  });

  it('the platform says nothing: after a few seconds it goes on without', async () => {
    const test = await atTheNumber();
    test.ports.codeSent = 'silent';
    test.answer('mobile', MOBILE);
    await test.wait(test.delays.mobileCodeOverdue);
    expect(test.on('question').step).toBe('mobile-again');
  });

  it('offline nobody is asked for a code', async () => {
    const test = await atTheNumber(false);
    test.answer('mobile', MOBILE);
    expect(test.on('question').step).toBe('mobile-again');
    expect(test.ports.codesAsked).toEqual([]);
  });

  it('the network went while the number was typed: not asked either', async () => {
    const test = await atTheNumber();
    test.network(false);
    test.answer('mobile', MOBILE);
    expect(test.on('question').step).toBe('mobile-again');
  });

  it('the network goes while the code is waited for: said, and on without', async () => {
    const test = await atTheCode();
    test.network(false);
    expect(test.on('mobile-code-over')).toEqual({
      id: 'mobile-code-over',
      why: 'offline',
      canSendAgain: false,
    });
    test.press({ type: 'TYPE_NUMBER' });
    expect(test.on('question').step).toBe('mobile-again');
  });
});

describe('the code and the clock', () => {
  it('another message may be asked for after thirty seconds, and says that it was sent', async () => {
    const test = await atTheCode();
    expect(test.tap({ type: 'RETRY' })).toMatchObject({ accepted: false });
    await test.wait(30_000);
    expect(test.on('mobile-code').canSendAgain).toBe(true);
    test.ports.codeSent = ok({ id: 'C'.repeat(22), secondsLeft: 300, againAfter: 60 });
    test.press({ type: 'RETRY' });
    await test.settle();
    expect(test.on('mobile-code')).toMatchObject({ canSendAgain: false, sentAgain: true });
    test.ports.codeTried = RIGHT;
    await type(test);
    expect(test.ports.codesTyped.at(-1)?.id).toBe('C'.repeat(22));
    expect(test.on('question').step).toBe('communication-language');
  });

  it('the platform sends no other one: the code of before still counts', async () => {
    const test = await atTheCode();
    await test.wait(30_000);
    test.ports.codeSent = fail('too-many-tries');
    test.press({ type: 'RETRY' });
    await test.settle();
    expect(test.on('mobile-code').error).toBe('mobile-code-too-soon');
    test.ports.codeTried = RIGHT;
    await type(test);
    expect(test.ports.codesTyped.at(-1)?.id).toBe('B'.repeat(22));
  });

  it('nothing is typed for five minutes while somebody keeps touching: it has run out', async () => {
    const test = await atTheCode();
    for (let minute = 0; minute < 5; minute += 1) {
      await test.wait(59_000);
      test.tap({ type: 'ACTIVITY' });
    }
    await test.wait(6_000);
    expect(test.on('mobile-code-over')).toMatchObject({ why: 'expired', canSendAgain: true });
    test.press({ type: 'RETRY' });
    await test.settle();
    test.on('mobile-code');
  });

  it('looking at the phone is not walking away: the idle warning waits longer here', async () => {
    const test = await atTheCode();
    await test.wait(test.delays.idleAfter + 5_000);
    expect(test.view().overlay).toBeNull();
    await test.wait(test.delays.iamSmartIdle - test.delays.idleAfter);
    expect(test.view().overlay?.id).toBe('idle-warning');
  });
});

describe('what was typed is not the code', () => {
  it('is too short: said at once, and the platform is not asked', async () => {
    const test = await atTheCode();
    await type(test, '4821');
    expect(test.on('mobile-code')).toMatchObject({ error: 'mobile-code-format', value: '4821' });
    expect(test.ports.codesTyped).toEqual([]);
  });

  it('is wrong, then right', async () => {
    const test = await atTheCode();
    await type(test, '111111');
    expect(test.on('mobile-code')).toMatchObject({ error: 'mobile-code-wrong', value: '' });
    test.ports.codeTried = RIGHT;
    await type(test);
    expect(test.on('question').step).toBe('communication-language');
  });

  it('is wrong once too often: over, with both ways on', async () => {
    const test = await atTheCode();
    test.ports.codeTried = ok({ state: 'over' });
    await type(test);
    expect(test.on('mobile-code-over').why).toBe('used-up');
    test.press({ type: 'BACK' });
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: MOBILE });
  });

  it.each([
    [fail('offline'), 'offline'],
    [fail('unavailable'), 'unavailable'],
    ['rejects', 'unavailable'],
  ] as const)('cannot be checked now (%s): over, and nothing is lost', async (says, why) => {
    const test = await atTheCode();
    test.ports.codeTried = says;
    await type(test);
    expect(test.on('mobile-code-over').why).toBe(why);
  });

  it('nobody says anything about it: after a few seconds that is said', async () => {
    const test = await atTheCode();
    test.ports.codeTried = 'silent';
    test.press({ type: 'ANSWER', value: CODE });
    await test.wait(test.delays.mobileCodeOverdue);
    expect(test.on('mobile-code-over').why).toBe('unavailable');
  });
});

describe('around it', () => {
  it('the audit says that it was confirmed or not, and no number', async () => {
    const test = await atTheCode();
    test.ports.codeTried = RIGHT;
    await type(test);
    const entries = test.ports.audited.filter(({ event }) => event.startsWith('mobile-code.'));
    expect(entries.map(({ event, detail }) => [event, detail?.['result']])).toEqual([
      ['mobile-code.asked', undefined],
      ['mobile-code.ended', 'confirmed'],
    ]);
    for (const canary of CANARIES) expect(JSON.stringify(test.ports.audited)).not.toContain(canary);
    expect(JSON.stringify(test.ports.audited)).not.toContain(TOKEN);
  });

  it('put aside at the code: taken up again, the number stands there and is confirmed anew', async () => {
    const test = await atTheCode();
    test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
    await test.settle();
    const [parked] = [...test.ports.parked.values()];
    expect(parked?.draft).toMatchObject({ page: 'mobile', answers: { mobile: MOBILE } });
    expect(JSON.stringify(parked)).not.toContain('sms');
  });

  it('put aside after it was confirmed: neither the word nor a second typing is in the draft', async () => {
    const test = await atTheCode();
    test.ports.codeTried = RIGHT;
    await type(test);
    test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
    await test.settle();
    const [parked] = [...test.ports.parked.values()];
    expect(parked?.draft.answers).toEqual({ contactChannel: 'mobile', mobile: MOBILE });
    expect(JSON.stringify(parked)).not.toContain(TOKEN);
  });

  it('a wipe leaves nothing of it', async () => {
    const test = await atTheCode();
    test.ports.codeTried = RIGHT;
    await type(test);
    expect(JSON.stringify(test.held())).toContain(TOKEN);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(JSON.stringify(test.held())).not.toContain(TOKEN);
    expect(JSON.stringify(test.held())).not.toContain(MOBILE);
  });
});
