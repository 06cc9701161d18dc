import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationPayload } from '../../../domain/registration/payload.ts';
import type { SubmissionRequest } from '../../../domain/wire/contract.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import type { Decision } from '../submission-store.ts';
import { outcomeIn, outcomesAfter } from '../../testing/answers.ts';
import { NOW, startTestGateway, type TestGateway } from '../../testing/gateway.ts';
import { adultNumber } from '../../testing/people.ts';

const MEMBER = adultNumber(1);
const OTHER = adultNumber(2);
const ACCEPTED = { state: 'accepted' };
const TO_CORRECT: Decision = { state: 'needs-correction', code: 'details-differ' };

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway({ processing: { afterMs: 60_000 } });
});
afterEach(() => gateway.stop());

async function decide({ envelope }: SubmissionRequest, decision: Decision) {
  const opened = openSqliteStore(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  const decided = await opened.value.decide(envelope.reference, decision, NOW);
  opened.value.close();
  return decided;
}

async function left(payload: RegistrationPayload): Promise<SubmissionRequest> {
  const request = await gateway.terminal.seal(payload);
  expect(outcomeIn(await gateway.post(request))).toBeNull();
  return request;
}

function corrects({ envelope }: SubmissionRequest, payload: RegistrationPayload): Promise<SubmissionRequest> {
  return gateway.terminal.seal(payload, { supersedes: envelope.id });
}

async function history({ envelope }: SubmissionRequest) {
  const { outcomes } = await outcomesAfter(gateway, 0);
  return outcomes.filter(({ id }) => id === envelope.id).map(({ outcome }) => outcome);
}

function timePasses(): void {
  gateway.setNow('2026-11-22T04:00:00.000Z');
}

describe('a submission is to be corrected', () => {
  it('and the correction takes its place', async () => {
    const first = await left(MEMBER);
    expect(await decide(first, TO_CORRECT)).toEqual({ ok: true, value: TO_CORRECT });
    const second = await corrects(first, MEMBER);
    expect(outcomeIn(await gateway.post(second))).toBeNull();
    expect(await history(first)).toEqual([TO_CORRECT, { state: 'superseded', by: second.envelope.id }]);
    timePasses();
    expect(await history(second)).toEqual([ACCEPTED]);
  });

  it('by nobody else', async () => {
    const first = await left(MEMBER);
    await decide(first, TO_CORRECT);
    const answer = await gateway.post(await corrects(first, OTHER));
    expect(outcomeIn(answer)).toEqual({ state: 'rejected', code: 'not-the-same-person' });
    expect(await history(first)).toEqual([TO_CORRECT]);
  });

  it('before it was processed at all: the newer one counts', async () => {
    const first = await left(MEMBER);
    const second = await corrects(first, MEMBER);
    await gateway.post(second);
    timePasses();
    expect(await history(first)).toEqual([{ state: 'superseded', by: second.envelope.id }]);
    expect(await history(second)).toEqual([ACCEPTED]);
  });

  it('which comes before it: the older one is superseded as it arrives', async () => {
    const first = await gateway.terminal.seal(MEMBER);
    const second = await corrects(first, MEMBER);
    await gateway.post(second);
    expect(outcomeIn(await gateway.post(first))).toEqual({ state: 'superseded', by: second.envelope.id });
    timePasses();
    expect(await history(second)).toEqual([ACCEPTED]);
  });

  it('after it was accepted: its effect ends, and the correction may have one', async () => {
    const first = await left(MEMBER);
    expect(await decide(first, { state: 'accepted' })).toEqual({ ok: true, value: ACCEPTED });
    await decide(first, TO_CORRECT);
    const second = await corrects(first, MEMBER);
    await gateway.post(second);
    timePasses();
    expect(await history(second)).toEqual([ACCEPTED]);
  });

  it('though it stands accepted: the newer one is a second registration', async () => {
    const first = await left(MEMBER);
    await decide(first, { state: 'accepted' });
    const second = await corrects(first, MEMBER);
    await gateway.post(second);
    timePasses();
    expect(await history(first)).toEqual([ACCEPTED]);
    expect(await history(second)).toEqual([{ state: 'rejected', code: 'already-registered' }]);
  });
});
