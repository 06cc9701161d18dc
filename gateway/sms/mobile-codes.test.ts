import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '../../domain/wire/contract.ts';
import { mobileCodeAnswerSchema, mobileCodeSentSchema } from '../../domain/wire/mobile-code.ts';
import { startGateway } from '../index.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import { outcomeIn } from '../testing/answers.ts';
import { callAs, NOW, startTestGateway, temporaryFolder, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01 } from '../testing/people.ts';
import { createCodeStore } from './code-store.ts';
import { createMobileCodes } from './mobile-codes.ts';
import { createSimulatedSms } from './provider.ts';

const MOBILE = '61370948';
const VISIT = '0190d5a8-0000-7000-8000-00000000a001';
const PATH = '/v1/mobile-codes';
const AFTER = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
/** After the code was typed at NOW. */
const CAPTURED: Partial<Envelope> = { capturedAt: AFTER(120) };

let gateway: TestGateway;
let parts: GatewayParts;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  gateway = await startTestGateway({ logLevel: 'debug', sms: 'simulated' });
  const opened = await openGatewayParts({ dataDir: gateway.dataDir, now: () => new Date(now) });
  if (!opened.ok) throw new Error(opened.code);
  parts = opened.value;
});
afterEach(async () => {
  parts.close();
  await gateway.stop();
});

function later(seconds: number): void {
  now = AFTER(seconds);
  gateway.setNow(now);
}

async function ask(mobile = MOBILE, session = VISIT) {
  const number = await gateway.terminal.claim({ countryCode: '852', mobile }, 'mobile-number');
  return gateway.call('POST', PATH, { session, number, locale: 'en' });
}

const sent = async (...asked: Parameters<typeof ask>) =>
  mobileCodeSentSchema.parse((await ask(...asked)).json);

/** The code in the newest message to this number. */
async function codeAt(mobile = MOBILE): Promise<string> {
  const messages = await createSimulatedSms(parts.database, parts.keys.personKey).sentTo(mobile, parts.now());
  return /\d{6}/.exec(messages.at(-1)?.text ?? '')?.[0] ?? '';
}

const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000');

async function type(id: string, code: string, session = VISIT) {
  const { json } = await gateway.call('POST', `${PATH}/${id}/tries`, { session, code });
  return mobileCodeAnswerSchema.parse(json);
}

async function confirmed(mobile = MOBILE): Promise<string> {
  const { id } = await sent(mobile);
  const answer = await type(id, await codeAt(mobile));
  if (answer.state !== 'confirmed') throw new Error(answer.state);
  return answer.token;
}

async function leave(contact: object, change: Partial<Envelope> = CAPTURED) {
  const request = await gateway.terminal.seal({ ...ADULT_01, contact }, change);
  return outcomeIn(await gateway.post(request));
}

const bySms = (token: string, mobile = MOBILE, sessionId = VISIT) => ({
  ...{ channel: 'mobile', countryCode: '852', mobile, verification: 'sms' },
  confirmation: { sessionId, token },
});

const counted = () => createCodeStore(parts.database).counted();

describe('a member types the code that came by SMS', () => {
  it('and it is right, also when the answer was lost on the way and it comes again', async () => {
    const { id, secondsLeft, againAfter } = await sent();
    expect({ secondsLeft, againAfter }).toEqual({ secondsLeft: 300, againAfter: 30 });
    const code = await codeAt();
    const answer = await type(id, code);
    expect(answer.state).toBe('confirmed');
    expect(await type(id, code)).toEqual(answer);
  });

  it('and it is wrong three times: then the right one counts no more', async () => {
    const { id } = await sent();
    const code = await codeAt();
    expect(await type(id, wrongFor(code))).toEqual({ state: 'wrong', triesLeft: 2 });
    expect(await type(id, wrongFor(code))).toEqual({ state: 'wrong', triesLeft: 1 });
    expect(await type(id, wrongFor(code))).toEqual({ state: 'over' });
    expect(await type(id, code)).toEqual({ state: 'over' });
  });

  it('many at once are no more than three', async () => {
    const { id } = await sent();
    const code = await codeAt();
    const answers = await Promise.all(Array.from({ length: 12 }, () => type(id, wrongFor(code))));
    expect(answers.filter(({ state }) => state === 'wrong')).toHaveLength(2);
    expect(await type(id, code)).toEqual({ state: 'over' });
  });

  it('too late: it has run out after five minutes', async () => {
    const { id } = await sent();
    const code = await codeAt();
    later(300);
    expect(await type(id, code)).toEqual({ state: 'over' });
  });

  it('in another visit, at another terminal, or of no code at all: over, and nothing is told', async () => {
    const { id } = await sent();
    const code = await codeAt();
    expect(await type(id, code, 'another-visit')).toEqual({ state: 'over' });
    expect(await type('A'.repeat(22), code)).toEqual({ state: 'over' });
    const other = await gateway.enrol('K0128');
    const answer = await callAs(gateway.url, other, 'POST', `${PATH}/${id}/tries`, { session: VISIT, code });
    expect(answer.json).toEqual({ state: 'over' });
    expect((await type(id, code)).state).toBe('confirmed');
  });
});

describe('messages are not sent without end', () => {
  it('another one after thirty seconds, then after sixty, and the newest alone counts', async () => {
    const first = await sent();
    const code = await codeAt();
    later(29);
    const refused = await ask();
    expect(refused).toMatchObject({ status: 429, json: { code: 'too-many-tries' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    later(30);
    const second = await sent();
    expect(second.againAfter).toBe(60);
    expect(await type(first.id, code)).toEqual({ state: 'over' });
    later(89);
    expect((await ask()).status).toBe(429);
    later(90);
    expect((await ask()).status).toBe(201);
  });

  it('twice at the same moment by an impatient touch: one message, and its code counts', async () => {
    const provider = createSimulatedSms(parts.database, parts.keys.personKey);
    const codes = createMobileCodes({
      ...{ codeStore: createCodeStore(parts.database), keys: parts.keys, provider },
      now: parts.now,
    });
    const number = await gateway.terminal.claim({ countryCode: '852', mobile: MOBILE }, 'mobile-number');
    const { terminalId } = number;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => codes.send(terminalId, { session: VISIT, number, locale: 'en' })),
    );
    const taken = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(taken).toHaveLength(1);
    const messages = await provider.sentTo(MOBILE, parts.now());
    expect(messages).toHaveLength(1);
    expect((await type(taken[0]?.id ?? '', await codeAt())).state).toBe('confirmed');
  });

  it('a fifth in one visit waits until the code has run out', async () => {
    for (const seconds of [0, 30, 90, 150]) {
      later(seconds);
      expect((await ask()).status).toBe(201);
    }
    later(400);
    expect((await ask()).status).toBe(429);
    later(450);
    expect((await ask()).status).toBe(201);
  });

  it('to one number not more than eight on a day, whoever asks; tomorrow again', async () => {
    for (let visit = 0; visit < 8; visit += 1) {
      expect((await ask(MOBILE, `visit-${String(visit)}`)).status).toBe(201);
    }
    expect((await ask(MOBILE, 'one-more')).status).toBe(429);
    expect((await ask('61370949', 'another-number')).status).toBe(201);
    later(24 * 60 * 60);
    expect((await ask(MOBILE, 'tomorrow')).status).toBe(201);
  });

  it('sealed as anything else, of another terminal, or as a bare number: refused', async () => {
    const other = await gateway.enrol('K0128');
    const claim = { countryCode: '852', mobile: MOBILE };
    const asked = async (number: unknown) =>
      (await gateway.call('POST', PATH, { session: VISIT, number, locale: 'en' })).status;
    expect(await asked(await gateway.terminal.claim(claim))).toBe(422);
    expect(await asked(await other.claim(claim, 'mobile-number'))).toBe(401);
    expect(await asked(MOBILE)).toBe(400);
    expect(await codeAt()).toBe('');
  });
});

describe('a registration carries a mobile number', () => {
  it('confirmed: the gateway finds that it is, and says so', async () => {
    expect(await leave(bySms(await confirmed()))).toEqual({ state: 'accepted' });
    expect(await counted()).toEqual({ confirmed: 1, notConfirmed: 0 });
  });

  it('typed twice: taken, and not confirmed', async () => {
    expect(await leave(ADULT_01.contact)).toEqual({ state: 'accepted' });
    expect(await counted()).toEqual({ confirmed: 0, notConfirmed: 1 });
  });

  it.each([
    ['of another number', (token: string) => leave(bySms(token, '61370949'))],
    ['of another visit', (token: string) => leave(bySms(token, MOBILE, 'another-visit'))],
    ['captured hours later', (token: string) => leave(bySms(token), { capturedAt: AFTER(2 * 3600 + 1) })],
    ['captured before it was confirmed', (token: string) => leave(bySms(token), { capturedAt: AFTER(-301) })],
    ['with a forged word', (token: string) => leave(bySms(`${token.slice(0, -8)}AAAAAAAA`))],
  ])('with a confirmation %s: taken, and it counts as not confirmed', async (_how, left) => {
    expect(await left(await confirmed())).toEqual({ state: 'accepted' });
    expect(await counted()).toEqual({ confirmed: 0, notConfirmed: 1 });
  });

  it('with a sign-in’s or a receipt’s word in its place: not confirmed', async () => {
    const at = new Date(NOW);
    const signed = await parts.keys.sign({ v: 1, use: 'iam-smart' }, 'receipt', at.toISOString());
    if (!signed.ok) throw new Error(signed.code);
    await leave(bySms(signed.value.jws));
    expect(await counted()).toEqual({ confirmed: 0, notConfirmed: 1 });
  });
});

describe('who may see a number', () => {
  it('it is neither on the disk nor in the log, and the code only in the simulated message', async () => {
    const { id } = await sent();
    const code = await codeAt();
    await type(id, wrongFor(code));
    await type(id, code);
    for (const name of readdirSync(gateway.dataDir).filter(
      (file) => file.includes('.db') || file.includes('sqlite'),
    )) {
      expect(readFileSync(join(gateway.dataDir, name)).includes(MOBILE)).toBe(false);
    }
    expect(gateway.log.join('\n')).not.toContain(MOBILE);
    expect(gateway.log.join('\n')).not.toContain(code);
    expect(readdirSync(gateway.dataDir).length).toBeGreaterThan(1);
  });
});

describe('a gateway without a provider', () => {
  it('says that there is none, at once, and nothing is counted', async () => {
    const without = await startTestGateway();
    const number = await without.terminal.claim({ countryCode: '852', mobile: MOBILE }, 'mobile-number');
    const answer = await without.call('POST', PATH, { session: VISIT, number, locale: 'zh-Hant' });
    expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
    await without.stop();
  });

  it('nobody can start the simulated one where other machines could reach it', async () => {
    const folder = temporaryFolder();
    const tls = { certificate: 'none', privateKey: 'none' };
    const started = await startGateway({ dataDir: folder.path, host: '0.0.0.0', tls, sms: 'simulated' });
    expect(started).toMatchObject({ ok: false, code: 'sms-simulated' });
    folder.remove();
  });
});
