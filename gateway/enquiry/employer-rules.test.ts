import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_RULES } from '../../domain/catalogue/testing/sample-rules.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import {
  employerRulesResponseSchema,
  factsOfRulesAnswer,
  type StoredRules,
  storedRulesSchema,
} from '../../domain/wire/employer-rules.ts';
import { open } from '../../domain/wire/sealed/sealing.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { expectProblem, outcomeIn } from '../testing/answers.ts';
import { type Answer, callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { adultNumber, attestedBy, claimOf } from '../testing/people.ts';

const CLERK = adultNumber(1);
const DIRECTOR = adultNumber(2);
const ACCOUNT = '3777463656273';
const SCHEME = 'bea-value';
const { ruleSet } = SAMPLE_RULES;

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

/** As the pages of *employer-rules* make it. */
function described(by: RegistrationPayload, details: object = {}): object {
  const { schemaVersion, person, identification, consents } = by;
  return {
    ...{ schemaVersion, kind: 'employer-rules', person, identification },
    consents: { notice: consents.notice, declaration: consents.declaration },
    referenceDataVersion: 1,
    details: {
      company: { name: 'Lantern Street Bakery Ltd', employerAccount: ACCOUNT },
      scheme: SCHEME,
      authority: { action: 'describe-rules', role: 'company-authorised' },
      ruleSet,
      ...details,
    },
  };
}

async function describedBy(by: RegistrationPayload, details: object = {}): Promise<SubmissionRequest> {
  const request = await gateway.terminal.seal(described(by, details), { kind: 'employer-rules' });
  const answer = await gateway.post(request);
  expect(outcomeIn(answer)).toEqual({ state: 'accepted' });
  return request;
}

/** Somebody at the platform finds that it does not agree with the scheme. */
async function rejectedLater({ envelope }: SubmissionRequest): Promise<void> {
  const opened = openSqliteStore(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  const decision = { state: 'rejected', code: 'payload-refused' } as const;
  expect((await opened.value.decide(envelope.reference, decision, NOW)).ok).toBe(true);
  opened.value.close();
}

interface Asked {
  readonly answer: Answer;
  readonly rules: StoredRules | null;
}

async function ask(
  change: { readonly employerAccount?: string; readonly scheme?: string } = {},
  identification: unknown = attestedBy(null).identification,
): Promise<Asked> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const claim = await gateway.terminal.claim({ ...claimOf(CLERK), identification });
  const answer = await gateway.call('POST', '/v1/enquiries/employer-rules', {
    ...{ claim, employerAccount: ACCOUNT, scheme: SCHEME, ...change },
    sessionKey: publicKey.export({ format: 'jwk' }),
  });
  if (answer.status !== 200) return { answer, rules: null };
  const { sealed } = employerRulesResponseSchema.parse(answer.json);
  const opened = await open(
    Buffer.from(sealed, 'base64url'),
    factsOfRulesAnswer(claim),
    privateKey.export({ format: 'jwk' }),
  );
  if (!opened.ok) throw new Error(opened.code);
  return {
    answer,
    rules: storedRulesSchema.parse(JSON.parse(new TextDecoder().decode(opened.value))),
  };
}

describe('a terminal that takes a remittance asks what the company described', () => {
  it('and gets it sealed to its session, whoever of the company described it', async () => {
    const { envelope } = await describedBy(DIRECTOR);
    const { rules } = await ask();
    expect(rules).toEqual({
      ...{ id: envelope.id, receivedAt: NOW, employerAccount: ACCOUNT, scheme: SCHEME },
      ruleSet,
    });
  });

  it('the newest that was accepted counts, whole; what is rejected later does not', async () => {
    await describedBy(DIRECTOR);
    const memberClasses = ruleSet.memberClasses.slice(1);
    const newer = await describedBy(DIRECTOR, { ruleSet: { ...ruleSet, memberClasses } });
    expect((await ask()).rules?.ruleSet.memberClasses).toEqual(memberClasses);
    await rejectedLater(newer);
    expect((await ask()).rules?.ruleSet).toEqual(ruleSet);
  });

  it('of another account or scheme there is nothing, and it looks like nothing described', async () => {
    await describedBy(DIRECTOR);
    expectProblem((await ask({ employerAccount: '12345678' })).answer, 404, 'not-found');
    expectProblem((await ask({ scheme: 'my-choice' })).answer, 404, 'not-found');
  });

  it('who described them without enough identification described nothing', async () => {
    const weak = { ...DIRECTOR, ...attestedBy(null) };
    const request = await gateway.terminal.seal(described(weak), { kind: 'employer-rules' });
    expect(outcomeIn(await gateway.post(request))).toEqual({ state: 'rejected', code: 'assurance-too-low' });
    expectProblem((await ask()).answer, 404, 'not-found');
  });

  it('a number that was only typed gets nothing', async () => {
    await describedBy(DIRECTOR);
    const typed = { ...attestedBy(null).identification, means: 'typed' };
    expectProblem((await ask({}, typed)).answer, 422, 'assurance-too-low');
  });

  it('rules that do not fit together are not taken', async () => {
    const twice = [...ruleSet.memberClasses, ...ruleSet.memberClasses];
    const request = await gateway.terminal.seal(
      described(DIRECTOR, { ruleSet: { ...ruleSet, memberClasses: twice } }),
      { kind: 'employer-rules' },
    );
    expectProblem(await gateway.post(request), 422, 'payload-invalid');
  });

  it('sixty times in an hour, found or not', async () => {
    for (let asked = 0; asked < 60; asked += 1) await ask({ employerAccount: '12345678' });
    expectProblem((await ask()).answer, 429, 'too-many-tries');
  });

  it('with the claim of another terminal: refused', async () => {
    const other = await gateway.enrol('K0400');
    const claim = await gateway.terminal.claim(claimOf(CLERK));
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const body = {
      ...{ claim, employerAccount: ACCOUNT, scheme: SCHEME },
      sessionKey: publicKey.export({ format: 'jwk' }),
    };
    const answer = await callAs(gateway.url, other, 'POST', '/v1/enquiries/employer-rules', body);
    expectProblem(answer, 401, 'terminal-unknown');
  });
});
