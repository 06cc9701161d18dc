import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { CATALOGUE } from '../../domain/catalogue/catalogue.ts';
import { completed } from '../../domain/catalogue/testing/answering.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { hongKongDate } from '../../domain/time.ts';
import { outcomeIn } from '../testing/answers.ts';
import { NOW, postTo, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, adultNumber } from '../testing/people.ts';
import type { TestTerminal } from '../testing/terminal.ts';

const ACCEPTED = { state: 'accepted' };
const BEFORE = { state: 'rejected', code: 'submitted-before' };

let gateway: TestGateway;
let other: TestTerminal;
beforeEach(async () => {
  gateway = await startTestGateway();
  other = await gateway.enrol('K0128');
});
afterEach(() => gateway.stop());

const asked = CATALOGUE['contribution-enquiry'];

/** An instruction of somebody: nothing but its id says that two of them are one. */
function instructionOf({ person, identification, consents }: RegistrationPayload): unknown {
  const { notice, declaration } = consents;
  const run = completed(asked, {
    ...{ answers: {}, identified: null, online: true, now: NOW, today: hongKongDate(NOW) },
    data: EMBEDDED_REFERENCE_DATA,
  });
  if (run === null) throw new Error('nobody can complete it');
  return {
    ...{ schemaVersion: 1, kind: asked.kind, person, identification },
    consents: { notice, declaration },
    referenceDataVersion: EMBEDDED_REFERENCE_DATA.version,
    details: asked.build(run.facts),
  };
}

async function postAt(terminal: TestTerminal, id: string, payload: unknown, instruction = true) {
  const request = await terminal.seal(payload, instruction ? { id, kind: asked.kind } : { id });
  return outcomeIn(await postTo(gateway.url, terminal, request));
}

describe('what was taken up at two terminals is submitted at both', () => {
  it.each(['first', 'second'])('the %s to arrive counts, and the other is told so', async (which) => {
    const id = v7();
    const [sooner, later] = which === 'first' ? [gateway.terminal, other] : [other, gateway.terminal];
    expect(await postAt(sooner, id, instructionOf(ADULT_01))).toEqual(ACCEPTED);
    expect(await postAt(later, id, instructionOf(ADULT_01))).toEqual(BEFORE);
  });

  it('at the same moment: one of them counts', async () => {
    const id = v7();
    const outcomes = await Promise.all(
      [gateway.terminal, other].map((terminal) => postAt(terminal, id, instructionOf(ADULT_01))),
    );
    expect(outcomes).toContainEqual(ACCEPTED);
    expect(outcomes).toContainEqual(BEFORE);
  });

  it('a registration is told the same, not that they were registered long ago', async () => {
    const id = v7();
    expect(await postAt(gateway.terminal, id, ADULT_01, false)).toEqual(ACCEPTED);
    expect(await postAt(other, id, ADULT_01, false)).toEqual(BEFORE);
    expect(await postAt(other, v7(), ADULT_01, false)).toMatchObject({ code: 'already-registered' });
  });

  it('the first was rejected and did nothing: the other is judged by itself', async () => {
    const id = v7();
    const unattested = { ...ADULT_01, identification: { ...ADULT_01.identification, attestation: null } };
    expect(await postAt(gateway.terminal, id, unattested, false)).toMatchObject({ state: 'rejected' });
    expect(await postAt(other, id, ADULT_01, false)).toEqual(ACCEPTED);
  });

  it('somebody else with the same id keeps nobody from anything', async () => {
    const id = v7();
    expect(await postAt(gateway.terminal, id, instructionOf(adultNumber(1)))).toEqual(ACCEPTED);
    expect(await postAt(other, id, instructionOf(adultNumber(2)))).toEqual(ACCEPTED);
  });

  it('the first still waits to be processed: the other does not wait beside it', async () => {
    const id = v7();
    const waiting = await startTestGateway({ processing: { afterMs: 60_000 } });
    try {
      const late = await waiting.enrol('K0128');
      const first = await waiting.terminal.seal(instructionOf(ADULT_01), { id, kind: asked.kind });
      expect(outcomeIn(await waiting.post(first))).toBeNull();
      const second = await late.seal(instructionOf(ADULT_01), { id, kind: asked.kind });
      expect(outcomeIn(await postTo(waiting.url, late, second))).toEqual(BEFORE);
    } finally {
      await waiting.stop();
    }
  });
});
