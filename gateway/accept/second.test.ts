import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attestation } from '../../domain/identity/staff.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { openGatewayParts, type GatewayParts } from '../parts.ts';
import { personKeyOf } from './person-key.ts';
import { ADULT_01, ATTESTED, attestedBy } from '../testing/people.ts';

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

/** The level at which a registration with this attestation stands. */
async function levelWith(second: Attestation['second']): Promise<number | undefined> {
  const attestation = second === undefined ? ATTESTED : { ...ATTESTED, second };
  const answer = await gateway.post(await gateway.terminal.seal(attestedBy(attestation)));
  expect(answer.status).toBe(201);
  return (await parts.store.listArrivals(1))[0]?.assurance;
}

const { at, securityFeatures, cardSeen, faceCompared } = ATTESTED;
const seen = { at, securityFeatures, cardSeen, faceCompared };

describe('a second person of the staff attested', () => {
  it('the supervisor after the officer: level 3', async () => {
    const supervisor = {
      ...seen,
      staffId: 'S1008',
      role: 'supervisor',
      identityTrainedOn: '2026-02-09',
    } as const;
    expect(await levelWith(undefined)).toBe(2);
    expect(await levelWith(supervisor)).toBe(3);
  });

  it('somebody whom the gateway does not know, or has otherwise: the first alone counts', async () => {
    const known = { ...seen, staffId: 'S1008', role: 'supervisor', identityTrainedOn: '2026-02-09' } as const;
    expect(await levelWith({ ...known, staffId: 'S9999' })).toBe(2);
    expect(await levelWith({ ...known, identityTrainedOn: '2025-01-01' })).toBe(2);
  });

  it('the officer under two names of their own, and the assistant as a supervisor: still the first alone', async () => {
    expect(
      await levelWith({ ...seen, staffId: 'S2041', role: 'officer', identityTrainedOn: '2026-03-02' }),
    ).toBe(2);
    expect(
      await levelWith({ ...seen, staffId: 'S2041', role: 'supervisor', identityTrainedOn: '2026-03-02' }),
    ).toBe(2);
    expect(
      await levelWith({ ...seen, staffId: 'S3107', role: 'supervisor', identityTrainedOn: '2026-03-02' }),
    ).toBe(2);
  });

  it('the supervisor about their own record: the first alone counts', async () => {
    const { person } = ADULT_01;
    const key = personKeyOf(`hkid:${person.hkid.slice(0, -1)}`, parts.keys.personKey);
    await parts.store.setOwnRecord('S1008', key);
    const supervisor = {
      ...seen,
      staffId: 'S1008',
      role: 'supervisor',
      identityTrainedOn: '2026-02-09',
    } as const;
    expect(await levelWith(supervisor)).toBe(2);
  });
});
