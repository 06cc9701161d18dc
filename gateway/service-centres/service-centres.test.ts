import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benefitWithdrawal } from '../../domain/catalogue/kinds/benefit-withdrawal/benefit-withdrawal.ts';
import { RUNS } from '../../domain/catalogue/kinds/benefit-withdrawal/runs.fixture.ts';
import { bornIn } from '../../domain/catalogue/shared/facts.fixture.ts';
import { goThrough, travelling } from '../../domain/catalogue/shared/run-through.fixture.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, ATTESTED } from '../testing/people.ts';

let gateway: TestGateway;
let parts: GatewayParts;
beforeEach(async () => {
  gateway = await startTestGateway();
  const opened = await openGatewayParts({ dataDir: gateway.dataDir });
  if (!opened.ok) throw new Error(opened.code);
  parts = opened.value;
});
afterEach(async () => {
  parts.close();
  await gateway.stop();
});

const seenBy = {
  at: ATTESTED.at,
  securityFeatures: [...ATTESTED.securityFeatures],
  cardSeen: true,
  faceCompared: true,
};
const SUPERVISOR = { ...seenBy, staffId: 'S1008', role: 'supervisor', identityTrainedOn: '2026-02-09' };
const AGE_65 = travelling(benefitWithdrawal, goThrough(benefitWithdrawal, RUNS['age-65'], bornIn(1955)));
const WITH_ORIGINALS = travelling(
  benefitWithdrawal,
  goThrough(
    benefitWithdrawal,
    { ...RUNS['early-retirement'], originals: 'seen' },
    { ...bornIn(1965), atServiceCentre: true },
  ),
);

/** A withdrawal that was attested by an officer, and by a supervisor as well. */
async function withdrawal(details: unknown, byTwo = true): Promise<unknown> {
  const { person, identification, consents } = ADULT_01;
  const { attestation } = identification;
  const payload = {
    ...{ schemaVersion: 1, kind: 'benefit-withdrawal', person },
    identification: {
      ...identification,
      attestation: byTwo ? { ...attestation, second: SUPERVISOR } : attestation,
    },
    consents: { notice: consents.notice, declaration: consents.declaration },
    ...{ referenceDataVersion: 1, details },
  };
  const answer = await gateway.post(await gateway.terminal.seal(payload, { kind: 'benefit-withdrawal' }));
  expect(answer.status).toBe(201);
  return (answer.json as { outcome: unknown }).outcome;
}

const TOO_LOW = { state: 'rejected', code: 'assurance-too-low' };
const ACCEPTED = { state: 'accepted' };
const stands = (is: boolean) => parts.store.setServiceCentre('K0127', is, NOW);

describe('money is taken out of the MPF on what two of the staff saw', () => {
  it('at a terminal that the platform has in a service centre', async () => {
    await stands(true);
    expect(await withdrawal(AGE_65)).toEqual(ACCEPTED);
    expect((await parts.store.listArrivals(1))[0]?.assurance).toBe(3);
  });

  it('not from any other, whatever it says of itself; and not any more once it is none', async () => {
    expect(await withdrawal(AGE_65)).toEqual(TOO_LOW);
    await stands(true);
    await stands(false);
    expect(await withdrawal(AGE_65)).toEqual(TOO_LOW);
  });

  it('not by one of them alone, there either', async () => {
    await stands(true);
    expect(await withdrawal(AGE_65, false)).toEqual(TOO_LOW);
  });
});

describe('original papers were seen', () => {
  it('in a service centre', async () => {
    await stands(true);
    expect(WITH_ORIGINALS).toMatchObject({ papers: { originalNeeded: true, originalsSeen: true } });
    expect(await withdrawal(WITH_ORIGINALS)).toEqual(ACCEPTED);
  });

  it('nowhere else', async () => {
    expect(await withdrawal(WITH_ORIGINALS)).toEqual({ state: 'rejected', code: 'payload-refused' });
  });
});

it('which terminals they are is known, since when, and kept when the gateway ends', async () => {
  await stands(true);
  await stands(true);
  const other = await openGatewayParts({ dataDir: gateway.dataDir });
  if (!other.ok) throw new Error(other.code);
  expect(await other.value.store.serviceCentres()).toEqual([{ terminalId: 'K0127', since: NOW }]);
  other.value.close();
});
