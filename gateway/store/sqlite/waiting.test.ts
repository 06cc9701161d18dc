import { afterEach, describe, expect, it } from 'vitest';
import type { Outcome, SubmissionRequest } from '../../../domain/wire/contract.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import type { Decision } from '../submission-store.ts';
import { expectProblem, outcomeIn, outcomesAfter } from '../../testing/answers.ts';
import { NOW, startTestGateway, type TestGateway } from '../../testing/gateway.ts';
import { adultNumber, attestedBy, FEEDBACK } from '../../testing/people.ts';

const ACCEPTED = { state: 'accepted' };
const DECLINED: Decision = { state: 'rejected', code: 'trustee-declined' };
const A_MINUTE_LATER = '2026-11-22T03:11:00.000Z';

let gateway: TestGateway;
let nextPerson = 0;

afterEach(() => gateway.stop());

async function waiting(): Promise<void> {
  gateway = await startTestGateway({ processing: { afterMs: 60_000 } });
}

async function left(count: number): Promise<SubmissionRequest[]> {
  const made: SubmissionRequest[] = [];
  for (let index = 0; index < count; index += 1) {
    nextPerson += 1;
    const request = await gateway.terminal.seal(adultNumber(nextPerson));
    await gateway.post(request);
    made.push(request);
  }
  return made;
}

async function decide({ envelope }: SubmissionRequest, decision: Decision) {
  const opened = openSqliteStore(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  const decided = await opened.value.decide(envelope.reference, decision, NOW);
  opened.value.close();
  return decided;
}

describe('a submission waits to be processed', () => {
  it('has a receipt and no outcome, then its outcome by cursor', async () => {
    await waiting();
    const request = await gateway.terminal.seal(adultNumber(1));
    expect(outcomeIn(await gateway.post(request))).toBeNull();
    expect(await outcomesAfter(gateway, 0)).toMatchObject({ outcomes: [], head: 0 });
    gateway.setNow(A_MINUTE_LATER);
    const page = await outcomesAfter(gateway, 0);
    expect(page.outcomes).toEqual([
      { cursor: page.head, id: request.envelope.id, outcome: ACCEPTED, decidedAt: A_MINUTE_LATER },
    ]);
    expect((await outcomesAfter(gateway, page.head)).outcomes).toEqual([]);
  });

  it('gets its first answer again when it is sent again, also after it was decided', async () => {
    await waiting();
    const request = await gateway.terminal.seal(adultNumber(1));
    const first = await gateway.post(request);
    gateway.setNow(A_MINUTE_LATER);
    await outcomesAfter(gateway, 0);
    expect((await gateway.post(request)).text).toBe(first.text);
  });

  it('is refused at once where waiting would change nothing', async () => {
    await waiting();
    const answer = await gateway.post(await gateway.terminal.seal(attestedBy(null)));
    expect(outcomeIn(answer)).toEqual({ state: 'rejected', code: 'assurance-too-low' });
  });

  it('is decided in the order of arrival: of two of one person the first counts', async () => {
    await waiting();
    nextPerson += 1;
    const payload = adultNumber(nextPerson);
    const [one, two] = [await gateway.terminal.seal(payload), await gateway.terminal.seal(payload)];
    await gateway.post(one);
    await gateway.post(two);
    gateway.setNow(A_MINUTE_LATER);
    const { outcomes } = await outcomesAfter(gateway, 0);
    expect(outcomes.map(({ id, outcome }) => [id, outcome])).toEqual([
      [one.envelope.id, ACCEPTED],
      [two.envelope.id, { state: 'rejected', code: 'already-registered' }],
    ]);
  });

  it('shows on the health of its terminal, and of no other', async () => {
    await waiting();
    await left(2);
    gateway.setNow(A_MINUTE_LATER);
    const { head } = await outcomesAfter(gateway, 0);
    const health = await gateway.call('GET', '/v1/health');
    expect(health.json).toMatchObject({ outcomesHead: head });
    const other = await gateway.enrol('K0400');
    const authorization = `Bearer ${other.enrolment.credential}`;
    expect((await gateway.get('/v1/health', { authorization })).json).toMatchObject({ outcomesHead: 0 });
  });
});

describe('outcomes are read page by page', () => {
  it('without one missing or twice, whatever the size of a page', async () => {
    await waiting();
    const requests = await left(7);
    gateway.setNow(A_MINUTE_LATER);
    const read: string[] = [];
    let cursor = 0;
    let pages = 0;
    for (;;) {
      const page = await outcomesAfter(gateway, cursor, 3);
      read.push(...page.outcomes.map(({ id }) => id));
      cursor = page.outcomes.at(-1)?.cursor ?? cursor;
      pages += 1;
      if (cursor >= page.head) break;
    }
    expect(read).toEqual(requests.map(({ envelope }) => envelope.id));
    expect(pages).toBe(3);
  });

  it.each(['after=-1', 'after=x', 'limit=0', 'limit=201', 'after=1.5'])('not with %s', async (query) => {
    await waiting();
    expectProblem(await gateway.call('GET', `/v1/outcomes?${query}`), 400, 'malformed');
  });
});

describe('somebody at the platform decides', () => {
  it('before the time, and the time changes nothing', async () => {
    await waiting();
    const [request] = await left(1);
    if (request === undefined) throw new Error('one was left');
    expect(await decide(request, DECLINED)).toEqual({ ok: true, value: DECLINED });
    gateway.setNow(A_MINUTE_LATER);
    expect((await outcomesAfter(gateway, 0)).outcomes.map(({ outcome }) => outcome)).toEqual([DECLINED]);
  });

  it.each<[string, Decision, Decision, Outcome | 'decided-already']>([
    ['declined after it was accepted', ACCEPTED as Decision, DECLINED, DECLINED],
    [
      'accepted after it was to be corrected',
      { state: 'needs-correction', code: 'evidence-unclear' },
      ACCEPTED as Decision,
      ACCEPTED as Outcome,
    ],
    [
      'superseded by what another channel brought',
      ACCEPTED as Decision,
      { state: 'superseded', by: null },
      { state: 'superseded', by: null },
    ],
    ['accepted after it was declined', DECLINED, ACCEPTED as Decision, 'decided-already'],
    ['accepted twice', ACCEPTED as Decision, ACCEPTED as Decision, 'decided-already'],
    ['declined after it was superseded', { state: 'superseded', by: null }, DECLINED, 'decided-already'],
  ])('%s', async (_what, first, second, expected) => {
    await waiting();
    const [request] = await left(1);
    if (request === undefined) throw new Error('one was left');
    expect((await decide(request, first)).ok).toBe(true);
    const decided = await decide(request, second);
    expect(decided.ok ? decided.value : decided.code).toEqual(expected);
  });

  it('that it was not to be accepted: the member may register again', async () => {
    await waiting();
    const payload = adultNumber(500);
    const first = await gateway.terminal.seal(payload);
    await gateway.post(first);
    await decide(first, { state: 'accepted' });
    await decide(first, DECLINED);
    const second = await gateway.terminal.seal(payload);
    await gateway.post(second);
    expect(await decide(second, { state: 'accepted' })).toEqual({ ok: true, value: ACCEPTED });
    const third = await gateway.terminal.seal(payload);
    await gateway.post(third);
    expect(await decide(third, { state: 'accepted' })).toEqual({
      ok: true,
      value: { state: 'rejected', code: 'already-registered' },
    });
  });

  it('about nothing that arrived', async () => {
    await waiting();
    expect(await decide(await gateway.terminal.seal(adultNumber(1)), DECLINED)).toEqual({
      ok: false,
      code: 'reference-unknown',
    });
  });
});

describe('a submission has an end', () => {
  const validUntil = NOW;

  it.each([
    ['at its last moment', NOW, { state: 'accepted' }],
    ['a millisecond later', '2026-11-22T03:10:00.001Z', { state: 'rejected', code: 'arrived-too-late' }],
  ])('and arrives %s', async (_when, now, outcome) => {
    gateway = await startTestGateway();
    const request = await gateway.terminal.seal(FEEDBACK, { kind: 'feedback', validUntil });
    gateway.setNow(now);
    const answer = await gateway.post(request);
    expect(outcomeIn(answer)).toEqual(outcome);
  });

  it('and what came too late did nothing', async () => {
    gateway = await startTestGateway();
    const late = await gateway.terminal.seal(adultNumber(1), { validUntil: '2026-11-22T03:09:59.999Z' });
    expect(outcomeIn(await gateway.post(late))).toEqual({ state: 'rejected', code: 'arrived-too-late' });
    expect(outcomeIn(await gateway.post(await gateway.terminal.seal(adultNumber(1))))).toEqual(ACCEPTED);
  });

  it('that nobody can move: it is bound by the seal', async () => {
    gateway = await startTestGateway();
    const { envelope, sealed } = await gateway.terminal.seal(FEEDBACK, { kind: 'feedback', validUntil });
    const moved = { envelope: { ...envelope, validUntil: '2027-11-22T03:10:00.000Z' }, sealed };
    expectProblem(await gateway.post(moved), 422, 'cannot-open');
    const { validUntil: _end, ...endless } = envelope;
    expectProblem(await gateway.post({ envelope: endless, sealed }), 422, 'cannot-open');
  });
});

describe('somebody leaves what they thought of the visit', () => {
  it('and it is taken with nobody behind it', async () => {
    gateway = await startTestGateway();
    expect(
      outcomeIn(await gateway.post(await gateway.terminal.seal(FEEDBACK, { kind: 'feedback' }))),
    ).toEqual(ACCEPTED);
    const named = { ...FEEDBACK, person: { hkid: 'A1234563' } };
    expectProblem(
      await gateway.post(await gateway.terminal.seal(named, { kind: 'feedback' })),
      422,
      'payload-invalid',
    );
  });
});
