import { afterEach, describe, expect, it } from 'vitest';
import type { Envelope, SubmissionRequest } from '../../../domain/wire/contract.ts';
import type { RegistrationPayload } from '../../../domain/registration/payload.ts';
import { outcomeIn, outcomesAfter } from '../../testing/answers.ts';
import { postTo, startTestGateway, type TestGateway } from '../../testing/gateway.ts';
import { adultNumber, attestedBy, cancellationOf, FEEDBACK } from '../../testing/people.ts';

const MEMBER = adultNumber(1);
const OTHER = adultNumber(2);
const CANCELLATION: Partial<Envelope> = { kind: 'cancellation' };

let gateway: TestGateway;

afterEach(() => gateway.stop());

async function waiting(): Promise<void> {
  gateway = await startTestGateway({ processing: { afterMs: 60_000 } });
}
async function atOnce(): Promise<void> {
  gateway = await startTestGateway();
}

async function leave(payload: RegistrationPayload): Promise<SubmissionRequest> {
  return gateway.terminal.seal(payload);
}

/** The outcome of the withdrawal itself. */
async function withdraw(target: SubmissionRequest, by: RegistrationPayload) {
  return outcomeIn(await gateway.post(await gateway.terminal.seal(cancellationOf(target, by), CANCELLATION)));
}

/** What became of a submission in the end. */
async function finalOutcome(target: SubmissionRequest) {
  const { outcomes } = await outcomesAfter(gateway, 0);
  return outcomes.findLast(({ id }) => id === target.envelope.id)?.outcome ?? null;
}

const ACCEPTED = { state: 'accepted' };
const CANCELLED = { state: 'cancelled' };
const rejected = (code: string) => ({ state: 'rejected', code });

describe('a member takes back what waits to be processed', () => {
  it('and nothing of it happens: they may register anew', async () => {
    await waiting();
    const left = await leave(MEMBER);
    expect(outcomeIn(await gateway.post(left))).toBeNull();
    expect(await withdraw(left, MEMBER)).toEqual(ACCEPTED);
    expect(await finalOutcome(left)).toEqual(CANCELLED);
    const anew = await leave(MEMBER);
    await gateway.post(anew);
    gateway.setNow('2026-11-22T03:12:00.000Z');
    expect(await finalOutcome(anew)).toEqual(ACCEPTED);
    expect(await finalOutcome(left)).toEqual(CANCELLED);
  });

  it('twice, or once more with the same withdrawal, and it is taken back once', async () => {
    await waiting();
    const left = await leave(MEMBER);
    await gateway.post(left);
    const sealed = await gateway.terminal.seal(cancellationOf(left, MEMBER), CANCELLATION);
    expect(outcomeIn(await gateway.post(sealed))).toEqual(ACCEPTED);
    expect(outcomeIn(await gateway.post(sealed))).toEqual(ACCEPTED);
    expect(await withdraw(left, MEMBER)).toEqual(ACCEPTED);
    const { outcomes } = await outcomesAfter(gateway, 0);
    expect(outcomes.filter(({ id }) => id === left.envelope.id)).toHaveLength(1);
  });

  it('at another terminal', async () => {
    await waiting();
    const left = await leave(MEMBER);
    await gateway.post(left);
    const other = await gateway.enrol('K0400');
    const sealed = await other.seal(cancellationOf(left, MEMBER), CANCELLATION);
    expect(outcomeIn(await postTo(gateway.url, other, sealed))).toEqual(ACCEPTED);
    expect(await finalOutcome(left)).toEqual(CANCELLED);
  });

  it('not at a lower assurance, and not as somebody else', async () => {
    await waiting();
    const left = await leave(MEMBER);
    await gateway.post(left);
    const lower = { ...MEMBER, identification: attestedBy(null).identification };
    expect(await withdraw(left, lower)).toEqual(rejected('assurance-too-low'));
    expect(await withdraw(left, OTHER)).toEqual(rejected('not-the-same-person'));
    expect(await finalOutcome(left)).toBeNull();
  });

  it('not after its time has come, to the millisecond', async () => {
    await waiting();
    const left = await leave(MEMBER);
    await gateway.post(left);
    gateway.setNow('2026-11-22T03:11:00.000Z');
    expect(await withdraw(left, MEMBER)).toEqual(rejected('too-late-to-withdraw'));
    expect(await finalOutcome(left)).toEqual(ACCEPTED);
  });

  it('not what has no owner', async () => {
    await waiting();
    const thought = await gateway.terminal.seal(FEEDBACK, { kind: 'feedback' });
    await gateway.post(thought);
    expect(await withdraw(thought, MEMBER)).toEqual(rejected('not-the-same-person'));
  });
});

describe('a member takes back what was processed', () => {
  it('and is told that it is too late', async () => {
    await atOnce();
    const left = await leave(MEMBER);
    expect(outcomeIn(await gateway.post(left))).toEqual(ACCEPTED);
    expect(await withdraw(left, MEMBER)).toEqual(rejected('too-late-to-withdraw'));
    expect(await finalOutcome(left)).toEqual(ACCEPTED);
  });

  it('and nobody else is told even that', async () => {
    await atOnce();
    const left = await leave(MEMBER);
    await gateway.post(left);
    expect(await withdraw(left, OTHER)).toEqual(rejected('not-the-same-person'));
  });
});

describe('the withdrawal comes before what it withdraws', () => {
  it('and meets it when it comes: cancelled, and nothing happens', async () => {
    await atOnce();
    const left = await leave(MEMBER);
    expect(await withdraw(left, MEMBER)).toEqual(ACCEPTED);
    expect(outcomeIn(await gateway.post(left))).toEqual(CANCELLED);
    expect(outcomeIn(await gateway.post(left))).toEqual(CANCELLED);
    expect(outcomeIn(await gateway.post(await leave(MEMBER)))).toEqual(ACCEPTED);
  });

  it('in one batch with it', async () => {
    await atOnce();
    const left = await leave(MEMBER);
    const withdrawal = await gateway.terminal.seal(cancellationOf(left, MEMBER), CANCELLATION);
    await gateway.postBatch([withdrawal, left]);
    expect(await finalOutcome(left)).toEqual(CANCELLED);
    expect(await finalOutcome(withdrawal)).toEqual(ACCEPTED);
  });

  it('and turns out to be of somebody else: it withdraws nothing, and that is told', async () => {
    await atOnce();
    const left = await leave(MEMBER);
    const withdrawal = await gateway.terminal.seal(cancellationOf(left, OTHER), CANCELLATION);
    expect(outcomeIn(await gateway.post(withdrawal))).toEqual(ACCEPTED);
    expect(outcomeIn(await gateway.post(left))).toEqual(ACCEPTED);
    expect(await finalOutcome(withdrawal)).toEqual(rejected('not-the-same-person'));
  });
});
