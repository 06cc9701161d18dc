import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseHkid } from '../../domain/identity/document/hkid.ts';
import { recordsSchema } from '../../domain/records/records.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { type LookUpRequest, lookUpFacts, lookUpResponseSchema } from '../../domain/wire/look-up.ts';
import { open } from '../../domain/wire/sealed/sealing.ts';
import { personKeyOf } from '../accept/person-key.ts';
import { READ, type SigningIn, startSigningIn, withToken } from '../iam-smart/signing-in.fixture.ts';
import { outcomeIn } from '../testing/answers.ts';
import { type Answer, callAs } from '../testing/gateway.ts';
import { ADULT_01, adultNumber, claimOf } from '../testing/people.ts';
import { sampleRecords } from './sample.ts';

const PATH = '/v1/look-ups';
const NOT_FOUND = { status: 404, code: 'not-found' };
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const session = {
  privateJwk: privateKey.export({ format: 'jwk' }),
  publicJwk: publicKey.export({ format: 'jwk' }),
};

let one: SigningIn;
let account: string;
beforeEach(async () => {
  one = await startSigningIn();
  const number = parseHkid(ADULT_01.person.hkid);
  if (!number.ok) throw new Error(number.code);
  const person = personKeyOf(`hkid:${number.value.body}`, one.parts.keys.personKey);
  const sample = sampleRecords(number.value, EMBEDDED_REFERENCE_DATA, '2026-11-22');
  for (const records of sample) await one.parts.recordStore.put(person, records, '2026-11-22T00:00:00.000Z');
  account = sample[0]?.what === 'accounts' ? (sample[0].accounts[0]?.accountNumber ?? '') : '';
});
afterEach(() => one.stop());

async function requestOf(
  what: LookUpRequest['what'],
  payload: RegistrationPayload = ADULT_01,
): Promise<LookUpRequest> {
  const claim = await one.gateway.terminal.claim(claimOf(payload));
  return { what, claim, sessionKey: session.publicJwk as LookUpRequest['sessionKey'] };
}

const ask = async (what: LookUpRequest['what'], payload?: RegistrationPayload): Promise<Answer> =>
  one.gateway.call('POST', PATH, await requestOf(what, payload));

async function opened(answer: Answer, { claim }: LookUpRequest) {
  const { sealed } = lookUpResponseSchema.parse(answer.json);
  return open(new Uint8Array(Buffer.from(sealed, 'base64url')), lookUpFacts(claim), session.privateJwk);
}

const refusal = ({ status, json }: Answer) => ({ status, code: (json as { code?: string } | null)?.code });

describe('somebody whose card staff saw', () => {
  it('is shown their accounts, sealed to the key of this question alone', async () => {
    const request = await requestOf('accounts');
    const answer = await one.gateway.call('POST', PATH, request);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(account);
    const content = await opened(answer, request);
    if (!content.ok) throw new Error(content.code);
    const records = recordsSchema.parse(JSON.parse(new TextDecoder().decode(content.value)));
    expect(records).toMatchObject({ what: 'accounts', sample: true });
    expect(records.what === 'accounts' ? records.accounts[0]?.accountNumber : '').toBe(account);
    // The same bytes do not pass for an answer to another question.
    const other = await requestOf('accounts');
    expect(await opened(answer, other)).toMatchObject({ ok: false, code: 'cannot-open' });
  });

  it('is not shown the months of contributions: that needs more', async () => {
    expect(refusal(await ask('contributions'))).toEqual(NOT_FOUND);
  });
});

describe('somebody who signed in with iAM Smart', () => {
  it('is shown the months, and the sign-in still counts for the one submission of the visit', async () => {
    const token = await one.signedIn(READ);
    const proven = withToken(READ, token);
    expect((await ask('contributions', proven)).status).toBe(200);
    expect((await ask('accounts', proven)).status).toBe(200);
    const left = await one.gateway.terminal.seal(proven, { capturedAt: '2026-11-22T03:12:00.000Z' });
    expect(outcomeIn(await one.gateway.post(left))).toEqual({ state: 'accepted' });
  });

  it('and another person’s card is laid with it: nothing is shown', async () => {
    const token = await one.signedIn(READ);
    const other = withToken({ ...READ, person: adultNumber(7).person }, token);
    expect(refusal(await ask('contributions', other))).toEqual(NOT_FOUND);
  });
});

describe('who may not know is told what is told where there is nothing', () => {
  it('read only, typed only, nobody on record, and a claim that is not of now', async () => {
    const typed = {
      ...READ,
      identification: { ...READ.identification, means: 'typed' as const },
    };
    expect(refusal(await ask('accounts', READ))).toEqual(NOT_FOUND);
    expect(refusal(await ask('accounts', typed))).toEqual(NOT_FOUND);
    expect(refusal(await ask('accounts', adultNumber(8)))).toEqual(NOT_FOUND);
    // The claim of these tests is captured at 03:06.
    one.setNow('2026-11-22T03:11:00.000Z');
    expect((await ask('accounts')).status).toBe(200);
    one.setNow('2026-11-22T03:11:00.001Z');
    expect(refusal(await ask('accounts'))).toEqual(NOT_FOUND);
  });

  it('and a claim of one terminal is no claim at another', async () => {
    const other = await one.gateway.enrol('K0128');
    const answer = await callAs(one.gateway.url, other, 'POST', PATH, await requestOf('accounts'));
    expect(refusal(answer)).toEqual({ status: 401, code: 'terminal-unknown' });
  });

  it('asked again and again, it is closed for a while: for one person first, found or not', async () => {
    for (let turn = 0; turn < 12; turn += 1) expect((await ask('accounts')).status).toBe(200);
    expect(refusal(await ask('accounts'))).toEqual({ status: 429, code: 'too-many-tries' });
    expect((await ask('accounts', adultNumber(9))).status).toBe(404);
    one.setNow('2026-11-22T04:20:00.000Z');
    expect(refusal(await ask('accounts'))).toEqual(NOT_FOUND);
  });
});

describe('what stays at the gateway', () => {
  it('says which terminal asked for what, and nothing of whom or of what was there', async () => {
    await ask('accounts');
    await ask('contributions');
    const asked = await one.parts.recordStore.asked(10);
    expect(asked.map(({ terminalId, what, result }) => [terminalId, what, result])).toEqual([
      ['K0127', 'contributions', 'not-shown'],
      ['K0127', 'accounts', 'shown'],
    ]);
    const { dataDir, log } = one.gateway;
    const files = readdirSync(dataDir).filter((name) => name.includes('.db') || name.includes('sqlite'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const bytes = readFileSync(join(dataDir, name)).toString('latin1');
      for (const canary of [account, ADULT_01.person.hkid.slice(1, 7)]) expect(bytes).not.toContain(canary);
    }
    expect(log.join('')).not.toContain(account);
  });

  it('is the same invented record for the same invented number', () => {
    const number = parseHkid(ADULT_01.person.hkid);
    if (!number.ok) throw new Error(number.code);
    const make = () => sampleRecords(number.value, EMBEDDED_REFERENCE_DATA, '2026-11-22');
    expect(make()).toEqual(make());
    for (const records of make()) expect(recordsSchema.parse(records)).toEqual(records);
  });
});
