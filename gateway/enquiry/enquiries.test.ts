import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { formatReference } from '../../domain/reference.ts';
import { type SubmissionRequest, publicKeySchema } from '../../domain/wire/contract.ts';
import { correctionResponseSchema, enquiryResponseSchema } from '../../domain/wire/enquiry.ts';
import { open } from '../../domain/wire/sealed/sealing.ts';
import { openGatewayParts } from '../parts.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Decision } from '../store/submission-store.ts';
import { expectProblem, outcomeIn } from '../testing/answers.ts';
import { type Answer, callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { createLookUp } from './look-up.ts';
import { adultNumber, attestedBy, claimOf, FEEDBACK } from '../testing/people.ts';

const CODE = 'K7M29XQA';
const WRONG = 'K7M29XQB';
const MEMBER: RegistrationPayload = { ...adultNumber(1), enquiryCode: CODE };
const OTHER = adultNumber(2);
const UNATTESTED = attestedBy(null).identification;
const UNKNOWN = formatReference({ terminalId: 'K0127', epoch: 1, counter: 9999 });

let gateway: TestGateway;
let left: SubmissionRequest;

beforeEach(async () => {
  gateway = await startTestGateway({ processing: { afterMs: 60_000 } });
  left = await gateway.terminal.seal(MEMBER);
  expect(outcomeIn(await gateway.post(left))).toBeNull();
});
afterEach(() => gateway.stop());

function byCode(code: string, reference = left.envelope.reference): Promise<Answer> {
  return gateway.call('POST', '/v1/enquiries', { reference, proof: { by: 'code', code } });
}

async function byDocument(
  claim: ReturnType<typeof claimOf>,
  reference = left.envelope.reference,
): Promise<Answer> {
  const proof = { by: 'document', claim: await gateway.terminal.claim(claim) };
  return gateway.call('POST', '/v1/enquiries', { reference, proof });
}

async function decide(decision: Decision): Promise<void> {
  const opened = openSqliteStore(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  expect((await opened.value.decide(left.envelope.reference, decision, NOW)).ok).toBe(true);
  opened.value.close();
}

const RECEIVED = { kind: 'member-registration', status: 'received', code: null, receivedAt: NOW };

describe('a member asks what became of a submission', () => {
  it('with the code of the slip, however the reference is typed', async () => {
    const typed = ` ${left.envelope.reference.toLowerCase().replaceAll('-', ' ')} `;
    for (const reference of [left.envelope.reference, typed]) {
      const answer = await byCode(CODE, reference);
      expect(enquiryResponseSchema.parse(answer.json)).toEqual({ id: left.envelope.id, ...RECEIVED });
    }
  });

  it('with the document, read again: nobody need have attested it', async () => {
    const answer = await byDocument({ ...claimOf(MEMBER), identification: UNATTESTED });
    expect(enquiryResponseSchema.parse(answer.json)).toMatchObject(RECEIVED);
  });

  it('and hears its kind and status words only, as they change', async () => {
    await decide({ state: 'needs-correction', code: 'evidence-unclear' });
    const answer = await byCode(CODE);
    expect(answer.json).toEqual({
      id: left.envelope.id,
      kind: 'member-registration',
      status: 'needs-correction',
      code: 'evidence-unclear',
      receivedAt: NOW,
    });
    await decide({ state: 'accepted' });
    expect((await byCode(CODE)).json).toMatchObject({ status: 'accepted', code: null });
  });

  it('and hears that it was processed meanwhile', async () => {
    gateway.setNow('2026-11-22T03:11:00.000Z');
    expect((await byCode(CODE)).json).toMatchObject({ status: 'accepted' });
  });
});

describe('somebody asks who may not know', () => {
  it('and wrong code, unknown reference, no reference, no code on the slip and another person look alike', async () => {
    const thought = await gateway.terminal.seal(FEEDBACK, { kind: 'feedback' });
    const without = await gateway.terminal.seal(OTHER);
    await gateway.postBatch([thought, without]);
    const answers = [
      await byCode(WRONG),
      await byCode(CODE, UNKNOWN),
      await byCode(CODE, 'not a reference'),
      await byCode(CODE, thought.envelope.reference),
      await byCode(CODE, without.envelope.reference),
      await byDocument(claimOf(OTHER)),
      await byDocument(claimOf(MEMBER), UNKNOWN),
    ];
    for (const answer of answers) {
      expectProblem(answer, 404, 'not-found');
      expect(answer.text).toBe(answers[0]?.text);
    }
  });

  it('and the same is opened whether there is something or not', async () => {
    const parts = await openGatewayParts({ dataDir: gateway.dataDir, now: () => new Date(NOW) });
    if (!parts.ok) throw new Error(parts.code);
    const { store, keys, now, close } = parts.value;
    const opened: number[] = [];
    const counting: typeof keys = {
      ...keys,
      open: (sealed, facts) => {
        opened.push(sealed.byteLength);
        return keys.open(sealed, facts);
      },
    };
    const lookUp = createLookUp(store, counting, now);
    expect(await lookUp(left.envelope.reference)).not.toBeNull();
    expect(await lookUp(UNKNOWN)).toBeNull();
    expect(await lookUp(null)).toBeNull();
    expect(opened).toHaveLength(3);
    expect(Math.max(...opened) / Math.min(...opened)).toBeLessThan(1.5);
    close();
  });

  it('by a number that was only typed: it counts for nothing', async () => {
    const typed = { ...claimOf(MEMBER), identification: { ...UNATTESTED, means: 'typed' as const } };
    expectProblem(await byDocument(typed), 422, 'assurance-too-low');
  });

  it('with a claim that was changed, is not a claim, or is another terminal’s', async () => {
    const claim = await gateway.terminal.claim(claimOf(MEMBER));
    const ask = (changed: unknown) =>
      gateway.call('POST', '/v1/enquiries', {
        reference: left.envelope.reference,
        proof: { by: 'document', claim: changed },
      });
    expectProblem(await ask({ ...claim, capturedAt: NOW }), 422, 'cannot-open');
    expectProblem(await ask({ ...claim, kid: 'seal-of-nobody' }), 422, 'sealing-key-unknown');
    expectProblem(await ask(await gateway.terminal.claim({ person: 1 })), 422, 'payload-invalid');
    expectProblem(await ask({ ...claim, terminalId: 'K0128' }), 401, 'terminal-unknown');
  });

  it('with a submission in the place of a claim', async () => {
    const { sealed, envelope } = left;
    const { v, id, terminalId, kid, capturedAt } = envelope;
    const proof = { by: 'document', claim: { v, id, terminalId, kid, capturedAt, sealed } };
    const answer = await gateway.call('POST', '/v1/enquiries', { reference: envelope.reference, proof });
    expectProblem(answer, 422, 'cannot-open');
  });
});

describe('somebody tries codes', () => {
  it('and after five wrong ones the reference is shut for an hour, for the right one as well', async () => {
    for (let count = 0; count < 5; count += 1) expectProblem(await byCode(WRONG), 404, 'not-found');
    gateway.setNow('2026-11-22T03:25:00.500Z');
    const refused = await byCode(CODE);
    expectProblem(refused, 429, 'too-many-tries');
    expect(refused.headers.get('retry-after')).toBe(String(45 * 60));
    gateway.setNow('2026-11-22T04:10:00.000Z');
    expect((await byCode(CODE)).status).toBe(200);
  });

  it('many at the same moment: no more than five get as far as a comparison', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => byCode(WRONG)));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('for a reference that does not exist: shut just the same', async () => {
    for (let count = 0; count < 5; count += 1) expectProblem(await byCode(WRONG, UNKNOWN), 404, 'not-found');
    expectProblem(await byCode(WRONG, UNKNOWN), 429, 'too-many-tries');
  });

  it('for many references: after thirty wrong ones the terminal is shut, and no other', async () => {
    for (let count = 0; count < 30; count += 1) {
      expectProblem(await byCode(WRONG, `not a reference ${String(count)}`), 404, 'not-found');
    }
    expectProblem(await byCode(CODE), 429, 'too-many-tries');
    const other = await gateway.enrol('K0400');
    const body = { reference: left.envelope.reference, proof: { by: 'code', code: CODE } };
    expect((await callAs(gateway.url, other, 'POST', '/v1/enquiries', body)).status).toBe(200);
  });

  it('while members who have theirs may ask as often as they like', async () => {
    for (let count = 0; count < 40; count += 1) expect((await byCode(CODE)).status).toBe(200);
    expectProblem(await byCode(WRONG), 404, 'not-found');
  });

  it('and a restart of the gateway gives no new tries', async () => {
    for (let count = 0; count < 5; count += 1) await byCode(WRONG);
    const opened = openSqliteStore(gateway.dataDir);
    if (!opened.ok) throw new Error(opened.code);
    const scopes = [{ scope: `reference:${left.envelope.reference}`, most: 5 }];
    expect(await opened.value.takeTry(scopes, NOW, 3_600_000)).toBe(3_600_000);
    opened.value.close();
  });
});

describe('a member corrects a submission', () => {
  const session = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const { kty, crv, x, y } = session;
  const sessionKey = publicKeySchema.shape.jwk.parse({ kty, crv, x, y });
  const TO_CORRECT: Decision = { state: 'needs-correction', code: 'details-differ' };

  async function correct(claim: unknown, key: unknown = sessionKey): Promise<Answer> {
    const { reference } = left.envelope;
    const sealed = await gateway.terminal.claim(claim);
    return gateway.call('POST', '/v1/corrections', { reference, claim: sealed, sessionKey: key });
  }

  it('and gets what they left, sealed to the key of their session', async () => {
    await decide(TO_CORRECT);
    const answer = await correct(claimOf(MEMBER));
    const { id, code, sealed } = correctionResponseSchema.parse(answer.json);
    expect({ id, code }).toEqual({ id: left.envelope.id, code: 'details-differ' });
    const bytes = Buffer.from(sealed, 'base64url');
    const opened = await open(bytes, { ...left.envelope, kid: 'session' }, { kty: 'EC', ...session });
    if (!opened.ok) throw new Error(opened.code);
    expect(JSON.parse(Buffer.from(opened.value).toString())).toEqual(MEMBER);
    expect(answer.text).not.toContain(MEMBER.person.surname);
  });

  it('not below the assurance it was left with, nor as somebody else', async () => {
    await decide(TO_CORRECT);
    expectProblem(
      await correct({ ...claimOf(MEMBER), identification: UNATTESTED }),
      422,
      'assurance-too-low',
    );
    expectProblem(await correct(claimOf(OTHER)), 404, 'not-found');
  });

  it('not while it waits, and not after it was accepted', async () => {
    expectProblem(await correct(claimOf(MEMBER)), 422, 'not-correctable');
    await decide({ state: 'accepted' });
    expectProblem(await correct(claimOf(MEMBER)), 422, 'not-correctable');
  });

  it('not with a key that nothing can be sealed to', async () => {
    await decide(TO_CORRECT);
    const signing = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    expectProblem(await correct(claimOf(MEMBER), signing), 400, 'malformed');
  });

  it('not as often as they like when they are not who they say', async () => {
    await decide(TO_CORRECT);
    for (let count = 0; count < 5; count += 1) expectProblem(await correct(claimOf(OTHER)), 404, 'not-found');
    expectProblem(await correct(claimOf(MEMBER)), 429, 'too-many-tries');
  });
});
