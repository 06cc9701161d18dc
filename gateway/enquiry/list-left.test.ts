import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import { type LeftAnswer, leftResponseSchema, MOST_LEFT } from '../../domain/wire/enquiry.ts';
import { expectProblem } from '../testing/answers.ts';
import { type Answer, callAs, NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { adultNumber, attestedBy, cancellationOf, claimOf, FEEDBACK } from '../testing/people.ts';

const MEMBER = adultNumber(1);
const OTHER = adultNumber(2);
const UNATTESTED = attestedBy(null).identification;

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway({ processing: { afterMs: 60_000 } });
});
afterEach(() => gateway.stop());

async function ask(claim: unknown): Promise<Answer> {
  return gateway.call('POST', '/v1/enquiries/by-document', { claim });
}

async function askAs(by: RegistrationPayload, identification = UNATTESTED): Promise<Answer> {
  return ask(await gateway.terminal.claim({ ...claimOf(by), identification }));
}

async function leftBy(by: RegistrationPayload): Promise<LeftAnswer> {
  return leftResponseSchema.parse((await askAs(by)).json);
}

async function leave(by: RegistrationPayload): Promise<SubmissionRequest> {
  const left = await gateway.terminal.seal(by);
  await gateway.post(left);
  return left;
}

describe('a member who has lost the slip asks with the card', () => {
  it('and hears of everything they left, newest first, in status words, and of nothing else', async () => {
    const first = await leave(MEMBER);
    await leave(OTHER);
    await gateway.postBatch([await gateway.terminal.seal(FEEDBACK, { kind: 'feedback' })]);
    const second = await leave(MEMBER);
    await gateway.post(await gateway.terminal.seal(cancellationOf(first, MEMBER), { kind: 'cancellation' }));
    const answer = await askAs(MEMBER);
    expect(answer.json).toEqual({
      items: [
        {
          id: second.envelope.id,
          reference: second.envelope.reference,
          kind: 'member-registration',
          status: 'received',
          code: null,
          receivedAt: NOW,
        },
        {
          id: first.envelope.id,
          reference: first.envelope.reference,
          kind: 'member-registration',
          status: 'cancelled',
          code: null,
          receivedAt: NOW,
        },
      ],
      more: false,
    });
    expect(answer.text).not.toContain(MEMBER.person.hkid);
    expect(answer.text).not.toContain(MEMBER.person.surname);
  });

  it('left at another terminal: it is found here', async () => {
    const left = await leave(MEMBER);
    const other = await gateway.enrol('K0400');
    const claim = await other.claim({ ...claimOf(MEMBER), identification: UNATTESTED });
    const answer = await callAs(gateway.url, other, 'POST', '/v1/enquiries/by-document', { claim });
    expect(leftResponseSchema.parse(answer.json).items).toMatchObject([
      { reference: left.envelope.reference },
    ]);
  });

  it('what was processed meanwhile is said so', async () => {
    await leave(MEMBER);
    gateway.setNow('2026-11-22T03:11:00.000Z');
    expect((await leftBy(MEMBER)).items).toMatchObject([{ status: 'accepted' }]);
  });

  it('more than fits on a page: the newest, and that there are older ones', async () => {
    for (let count = 0; count <= MOST_LEFT; count += 1) await leave(MEMBER);
    const { items, more } = await leftBy(MEMBER);
    expect([items.length, more]).toEqual([MOST_LEFT, true]);
  });

  it('nothing was left: an empty list, whoever it is', async () => {
    await leave(MEMBER);
    expect(await leftBy(OTHER)).toEqual({ items: [], more: false });
  });
});

describe('somebody asks who may not know', () => {
  it('with a number that was only typed: it counts for nothing; attested by staff it does', async () => {
    await leave(MEMBER);
    const typed = { ...MEMBER.identification, means: 'typed' as const };
    expectProblem(await askAs(MEMBER, { ...typed, attestation: null }), 422, 'assurance-too-low');
    expect((await askAs(MEMBER, typed)).status).toBe(200);
  });

  it('with a claim that was changed, or is another terminal’s', async () => {
    const claim = await gateway.terminal.claim({ ...claimOf(MEMBER), identification: UNATTESTED });
    expectProblem(await ask({ ...claim, capturedAt: NOW }), 422, 'cannot-open');
    expectProblem(await ask({ ...claim, terminalId: 'K0128' }), 401, 'terminal-unknown');
  });

  it('with one document after the other: after sixty in an hour the terminal is shut, found or not', async () => {
    await leave(MEMBER);
    for (let count = 0; count < 60; count += 1) expect((await askAs(MEMBER)).status).toBe(200);
    expectProblem(await askAs(MEMBER), 429, 'too-many-tries');
    gateway.setNow('2026-11-22T04:10:00.000Z');
    expect((await askAs(MEMBER)).status).toBe(200);
  });
});
