import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSigningIn, type SigningIn, READ, withToken } from '../iam-smart/signing-in.fixture.ts';
import { outcomeIn } from '../testing/answers.ts';

let one: SigningIn;
beforeEach(async () => {
  one = await startSigningIn();
});
afterEach(() => one.stop());

const NOTHING = { address: null, mobile: null, email: null, language: null, bank: null } as const;
const MOBILE = { countryCode: '852', mobile: '61234567', verification: 'typed-twice' } as const;
const { person, identification, consents } = READ;
const { notice, declaration } = consents;

function changing(details: object) {
  return {
    ...{ schemaVersion: 1, kind: 'particulars-change', person, identification, referenceDataVersion: 1 },
    consents: { notice, declaration },
    details: { ...NOTHING, noticeToOldContact: true, ...details },
  };
}

async function leave(details: object, token: string | null) {
  const payload = token === null ? changing(details) : withToken(changing(details), token);
  const request = await one.gateway.terminal.seal(payload, { kind: 'particulars-change' });
  return { id: request.envelope.id, answer: await one.gateway.post(request) };
}

const due = async () => (await one.parts.store.contactNoticesDue()).map(({ id }) => id);

it('a telephone number changes: the contact known until then is to be told', async () => {
  const { id, answer } = await leave({ mobile: MOBILE }, await one.signedIn());
  expect(outcomeIn(answer)).toEqual({ state: 'accepted' });
  expect(await due()).toEqual([id]);
  expect((await one.gateway.get('/admin')).text).toContain('<b>1</b>份寄往原有聯絡方法的更改通知');
});

it('only the language changes: nobody is told', async () => {
  const { answer } = await leave({ language: 'en', noticeToOldContact: false }, await one.signedIn());
  expect(outcomeIn(answer)).toEqual({ state: 'accepted' });
  expect(await due()).toEqual([]);
});

it('it is not accepted: nobody is told', async () => {
  const { answer } = await leave({ mobile: MOBILE }, null);
  expect(outcomeIn(answer)).toEqual({ state: 'rejected', code: 'assurance-too-low' });
  expect(await due()).toEqual([]);
});

it('a terminal that would change it unseen is not understood', async () => {
  const { answer } = await leave({ mobile: MOBILE, noticeToOldContact: false }, await one.signedIn());
  expect(answer).toMatchObject({ status: 422, json: { code: 'payload-invalid' } });
});
