import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import { completed } from '../../domain/catalogue/testing/answering.ts';
import type { MismatchCase } from '../../domain/identity/differing/mismatch.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { hongKongDate } from '../../domain/time.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { expectProblem, outcomeIn } from '../testing/answers.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, adultNumber } from '../testing/people.ts';

const TO_CORRECT = { state: 'needs-correction', code: 'details-differ' };
const ACCEPTED = { state: 'accepted' };

const differing: MismatchCase = {
  against: 'record',
  differences: [{ field: 'surname', extent: 'one-letter' }],
  told: { surname: 'QUENBYWARTH', givenNames: 'Zephyrine Otti', dateOfBirth: '1971-08' },
  evidence: ['identity-card', 'deed-poll'],
};

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

const asked = CATALOGUE['contribution-enquiry'];
const details = ((): unknown => {
  const start = {
    answers: {},
    identified: null,
    online: true,
    now: NOW,
    today: hongKongDate(NOW),
    data: EMBEDDED_REFERENCE_DATA,
  };
  const run = completed(asked, start);
  return run === null ? null : asked.build(run.facts);
})();

/** A contribution enquiry by somebody as their card has them. */
function enquiryOf({ person, identification, consents }: RegistrationPayload): unknown {
  const { notice, declaration } = consents;
  return {
    schemaVersion: 1,
    kind: asked.kind,
    person,
    identification,
    consents: { notice, declaration },
    referenceDataVersion: EMBEDDED_REFERENCE_DATA.version,
    details,
  };
}

async function post(payload: unknown, of: 'member-registration' | typeof asked.kind = asked.kind) {
  return outcomeIn(await gateway.post(await gateway.terminal.seal(payload, { kind: of })));
}

function calledOtherwise(change: Partial<RegistrationPayload['person']>): RegistrationPayload {
  return { ...ADULT_01, person: { ...ADULT_01.person, ...change } };
}

describe('a terminal says that card and record differ', () => {
  it('the registration waits as a case, and registers nobody', async () => {
    const request = await gateway.terminal.seal({ ...ADULT_01, mismatch: differing });
    expect(outcomeIn(await gateway.post(request))).toEqual(TO_CORRECT);
    // Nobody is registered by it: the next one is the first.
    expect(await post(ADULT_01, 'member-registration')).toEqual(ACCEPTED);
  });

  it('and the platform, papers seen, takes it', async () => {
    const request = await gateway.terminal.seal({ ...ADULT_01, mismatch: differing });
    await gateway.post(request);
    const store = openSqliteStore(gateway.dataDir);
    if (!store.ok) throw new Error(store.code);
    const decided = await store.value.decide(request.envelope.reference, { state: 'accepted' }, NOW);
    store.value.close();
    expect(decided).toEqual({ ok: true, value: ACCEPTED });
  });

  it('with no difference in it, the payload is not of the contract', async () => {
    const empty = { ...differing, differences: [] };
    const answer = await gateway.post(await gateway.terminal.seal({ ...ADULT_01, mismatch: empty }));
    expectProblem(answer, 422, 'payload-invalid');
  });
});

describe('somebody registered leaves an instruction', () => {
  beforeEach(async () => {
    expect(await post(ADULT_01, 'member-registration')).toEqual(ACCEPTED);
  });

  it('as they were registered: it is taken', async () => {
    expect(await post(enquiryOf(ADULT_01))).toEqual(ACCEPTED);
  });

  it('in other capitals: it is taken', async () => {
    expect(await post(enquiryOf(calledOtherwise({ givenNames: 'ZEPHYRINE  OTTI' })))).toEqual(ACCEPTED);
  });

  it.each([
    ['one letter of the name', { surname: 'QUENBYWARTH' }],
    ['the order of the names', { surname: 'Zephyrine', givenNames: 'QUENBYWORTH Otti' }],
    ['the birth date', { dateOfBirth: { printed: '1971-09', derived: '1971-09-30' } }],
  ])('with another %s: a case, never fitted', async (_what, change) => {
    expect(await post(enquiryOf(calledOtherwise(change)))).toEqual(TO_CORRECT);
  });

  it('whose terminal says so itself: the same', async () => {
    const payload = { ...(enquiryOf(ADULT_01) as object), mismatch: differing };
    expect(await post(payload)).toEqual(TO_CORRECT);
  });

  it('another person has another name, and nothing to do with it', async () => {
    expect(await post(enquiryOf(adultNumber(7)))).toEqual(ACCEPTED);
  });
});
