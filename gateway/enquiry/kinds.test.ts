import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import type { Facts } from '../../domain/catalogue/definition.ts';
import { ASSURANCE_BY_STAFF, endingOf } from '../../domain/catalogue/ending.ts';
import { buildInstruction, type InstructionPayload } from '../../domain/catalogue/instruction.ts';
import { completed } from '../../domain/catalogue/testing/answering.ts';
import { parseHkid } from '../../domain/identity/document/hkid.ts';
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
import {
  ADULT_01,
  adultNumber,
  attestedBy,
  cancellationBySlip,
  cancellationOf,
  claimOf,
} from '../testing/people.ts';

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

// What needs iAM Smart is in tests/unit/instructions.test.ts.
const submitted = INSTRUCTION_KINDS.filter(
  (kind) => endingOf(kind, true, ASSURANCE_BY_STAFF).how !== 'prepare',
);

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

  it.each([
    ['only read, as it was', ONLY_READ, ONLY_READ],
    ['attested now', ONLY_READ, ADULT_01],
    ['only read, though it was attested then: it did not need to be', ADULT_01, ONLY_READ],
  ])('what needs a card that was only read, with one that is %s', async (_, then, now) => {
    const left = await leave('contribution-enquiry', then);
    expect(await withdraw(left, now)).toEqual({ state: 'accepted' });
    expect(await found(left)).toMatchObject({ status: 'cancelled' });
  });

  it('what needs a card that was only read, with a number that was only typed: refused', async () => {
    const left = await leave('contribution-enquiry', ONLY_READ);
    const typed = { ...ONLY_READ, identification: { ...ONLY_READ.identification, means: 'typed' as const } };
    expect(await withdraw(left, typed)).toEqual({ state: 'rejected', code: 'assurance-too-low' });
    expect(await found(left)).toMatchObject({ status: 'received' });
  });
});

const NOT_THEIRS = { state: 'rejected', code: 'not-the-same-person' };

describe('somebody withdraws what was left without a card', () => {
  async function withdrawWith(left: SubmissionRequest, slipCode: string) {
    const payload = cancellationBySlip(left, slipCode);
    return outcomeIn(await gateway.post(await gateway.terminal.seal(payload, { kind: 'cancellation' })));
  }

  it.each(submitted.filter((kind) => KIND_FACTS[kind].assurance === 0))(
    '%s: with the code of its slip, not with another one, and not with a card',
    async (kind) => {
      const left = await leave(kind);
      expect(await withdraw(left, ADULT_01)).toEqual(NOT_THEIRS);
      expect(await withdrawWith(left, 'K7M29XQB')).toEqual(NOT_THEIRS);
      expect(await found(left)).toMatchObject({ status: 'received' });
      expect(await withdrawWith(left, CODE)).toEqual({ state: 'accepted' });
      expect(await found(left)).toMatchObject({ status: 'cancelled' });
    },
  );

  it('the code of another slip does not do, though it is right for that one', async () => {
    const mine = await leave('call-back');
    const other = await leave('complaint');
    const stolen = { ...cancellationBySlip(other, CODE), cancels: mine.envelope.id };
    const changed = await gateway.terminal.seal(
      { ...stolen, slipCode: 'ABCD2345' },
      { kind: 'cancellation' },
    );
    expect(outcomeIn(await gateway.post(changed))).toEqual(NOT_THEIRS);
  });

  it('what needs a card is not withdrawn with its slip alone', async () => {
    const left = await leave('fund-switch');
    expect(await withdrawWith(left, CODE)).toEqual(NOT_THEIRS);
    expect(await found(left)).toMatchObject({ status: 'received' });
  });

  it('before it has come: the withdrawal meets it; with a wrong code it withdraws nothing', async () => {
    const coming = await gateway.terminal.seal(payloadOf('call-back', ADULT_01), { kind: 'call-back' });
    const right = await gateway.terminal.seal(cancellationBySlip(coming, CODE), { kind: 'cancellation' });
    await gateway.postBatch([right, coming]);
    expect(await found(coming)).toMatchObject({ status: 'cancelled' });

    const next = await gateway.terminal.seal(payloadOf('call-back', ADULT_01), { kind: 'call-back' });
    const wrong = await gateway.terminal.seal(cancellationBySlip(next, 'K7M29XQB'), { kind: 'cancellation' });
    await gateway.postBatch([wrong, next]);
    expect(await found(next)).toMatchObject({ status: 'received' });
  });

  it('the gateway’s disk holds the code neither of the slip nor of the withdrawal', async () => {
    await withdrawWith(await leave('call-back'), CODE);
    const files = readdirSync(gateway.dataDir).filter((name) => name.startsWith('gateway.sqlite'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(readFileSync(join(gateway.dataDir, name)).includes(CODE)).toBe(false);
  });

  it('neither a card nor a code, or both: not a withdrawal', async () => {
    const left = await leave('call-back');
    const { slipCode: _code, ...neither } = cancellationBySlip(left, CODE);
    const both = { ...cancellationOf(left, ADULT_01), slipCode: CODE };
    for (const payload of [neither, both]) {
      const sealed = await gateway.terminal.seal(payload, { kind: 'cancellation' });
      expectProblem(await gateway.post(sealed), 422, 'payload-invalid');
    }
  });
});
