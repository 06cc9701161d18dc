import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { endingOf } from '../../domain/catalogue/ending.ts';
import { buildInstruction, type InstructionPayload } from '../../domain/catalogue/instruction.ts';
import { completed } from '../../domain/catalogue/testing/answering.ts';
import { parseHkid } from '../../domain/identity/hkid.ts';
import { type InstructionKind, INSTRUCTION_KINDS, KIND_FACTS } from '../../domain/kinds/kinds.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { IdentifiedMember } from '../../domain/registration/draft.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { hongKongDate } from '../../domain/time.ts';
import { publicKeySchema, type SubmissionRequest } from '../../domain/wire/contract.ts';
import { enquiryResponseSchema } from '../../domain/wire/enquiry.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { expectProblem, outcomeIn } from '../testing/answers.ts';
import { type Answer, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, adultNumber, attestedBy, cancellationOf, claimOf } from '../testing/people.ts';

const CODE = 'K7M29XQA';
const ONLY_READ = attestedBy(null);

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway({ processing: { afterMs: 60_000 } });
});
afterEach(() => gateway.stop());

function memberOf({ person, identification }: RegistrationPayload): IdentifiedMember {
  const number = parseHkid(person.hkid);
  if (!number.ok) throw new Error(number.code);
  return {
    means: 'reader',
    document: {
      kind: 'hkid',
      number: number.value,
      surname: person.surname,
      givenNames: person.givenNames,
      nameChinese: person.nameChinese,
      dateOfBirth: { year: 1971, month: 3, day: 14 },
      sex: null,
      dateOfIssue: null,
      authenticity: identification.authenticity,
    },
  };
}

function payloadOf(kind: InstructionKind, by: RegistrationPayload): InstructionPayload {
  const definition = CATALOGUE[kind];
  const identified = KIND_FACTS[kind].assurance === 0 ? null : memberOf(by);
  const start: Facts = {
    answers: {},
    identified,
    online: true,
    now: NOW,
    today: hongKongDate(NOW),
    data: EMBEDDED_REFERENCE_DATA,
  };
  const facts = completed(definition, start)?.facts;
  if (facts === undefined) throw new Error('nobody can complete it');
  const shown = { digest: 'd'.repeat(43), locale: 'zh-Hant', at: NOW } as const;
  const { attestation } = by.identification;
  const draft = { identified, attestation, answers: facts.answers, notice: shown, declaration: shown };
  const payload = buildInstruction(definition, draft, facts);
  if (!payload.ok) throw new Error(JSON.stringify(payload));
  return { ...payload.value, enquiryCode: CODE };
}

/** It waits to be processed. */
async function leave(kind: InstructionKind, by: RegistrationPayload = ADULT_01): Promise<SubmissionRequest> {
  const left = await gateway.terminal.seal(payloadOf(kind, by), { kind });
  expect(outcomeIn(await gateway.post(left))).toBeNull();
  return left;
}

async function found({ envelope: { reference } }: SubmissionRequest) {
  const body = { reference, proof: { by: 'code', code: CODE } };
  return enquiryResponseSchema.parse((await gateway.call('POST', '/v1/enquiries', body)).json);
}

async function withdraw(left: SubmissionRequest, by: RegistrationPayload) {
  const sealed = await gateway.terminal.seal(cancellationOf(left, by), { kind: 'cancellation' });
  return outcomeIn(await gateway.post(sealed));
}

const submitted = INSTRUCTION_KINDS.filter((kind) => endingOf(kind, true).how !== 'prepare');

describe('a member asks about any kind of instruction', () => {
  it.each(submitted)('%s: is told which it is', async (kind) => {
    const left = await leave(kind);
    expect(await found(left)).toMatchObject({ id: left.envelope.id, kind, status: 'received' });
  });

  it('a registration: is told so', async () => {
    const left = await gateway.terminal.seal({ ...ADULT_01, enquiryCode: CODE });
    await gateway.post(left);
    expect(await found(left)).toMatchObject({ kind: 'member-registration', status: 'received' });
  });
});

describe('an instruction needs correction', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const sessionKey = publicKeySchema.shape.jwk.parse(publicKey.export({ format: 'jwk' }));

  async function correct({ envelope }: SubmissionRequest, by: RegistrationPayload): Promise<Answer> {
    const { reference } = envelope;
    const claim = await gateway.terminal.claim(claimOf(by));
    return gateway.call('POST', '/v1/corrections', { reference, claim, sessionKey });
  }

  async function leftToCorrect(): Promise<SubmissionRequest> {
    const left = await leave('fund-switch');
    const opened = openSqliteStore(gateway.dataDir);
    if (!opened.ok) throw new Error(opened.code);
    const decision = { state: 'needs-correction', code: 'details-differ' } as const;
    expect((await opened.value.decide(left.envelope.reference, decision, NOW)).ok).toBe(true);
    opened.value.close();
    return left;
  }

  it('its content is not handed out: it is given anew', async () => {
    const left = await leftToCorrect();
    expect(await found(left)).toMatchObject({ kind: 'fund-switch', status: 'needs-correction' });
    expectProblem(await correct(left, ADULT_01), 422, 'not-correctable');
  });

  it('and whoever else asks learns nothing of it', async () => {
    expectProblem(await correct(await leftToCorrect(), adultNumber(2)), 404, 'not-found');
  });
});

describe('somebody withdraws an instruction', () => {
  it('the member, identified and attested as then: nothing of it happens', async () => {
    const left = await leave('fund-switch');
    expect(await withdraw(left, ADULT_01)).toEqual({ state: 'accepted' });
    expect(await found(left)).toMatchObject({ kind: 'fund-switch', status: 'cancelled' });
  });

  it('with a card that nobody compared with a face: refused, and it stays', async () => {
    const left = await leave('fund-switch');
    expect(await withdraw(left, ONLY_READ)).toEqual({ state: 'rejected', code: 'assurance-too-low' });
    expect(await found(left)).toMatchObject({ status: 'received' });
  });

  it('somebody else: refused, and it stays', async () => {
    const left = await leave('fund-switch');
    expect(await withdraw(left, adultNumber(2))).toEqual({ state: 'rejected', code: 'not-the-same-person' });
    expect(await found(left)).toMatchObject({ status: 'received' });
  });

  it('left with a card that was only read: the member, attested, may', async () => {
    const left = await leave('contribution-enquiry', ONLY_READ);
    expect(await withdraw(left, ADULT_01)).toEqual({ state: 'accepted' });
    expect(await found(left)).toMatchObject({ status: 'cancelled' });
  });

  it.each(submitted.filter((kind) => KIND_FACTS[kind].assurance === 0))(
    '%s: nobody can, for nobody was identified when it was left',
    async (kind) => {
      const left = await leave(kind);
      expect(await withdraw(left, ADULT_01)).toEqual({ state: 'rejected', code: 'not-the-same-person' });
      expect(await found(left)).toMatchObject({ status: 'received' });
    },
  );
});
