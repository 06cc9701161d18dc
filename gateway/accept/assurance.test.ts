import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Attestation } from '../../domain/identity/staff.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { submissionResponseSchema } from '../../domain/wire/contract.ts';
import { demoStaff } from '../demo-staff.ts';
import { enrolTerminal } from '../enrolment.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, ATTESTED, attestedBy, hkidOf } from '../testing/people.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.stop());

async function outcomeOf(payload: RegistrationPayload) {
  const answer = await gateway.post(await gateway.terminal.seal(payload));
  expect(answer.status).toBe(201);
  return submissionResponseSchema.parse(answer.json).outcome;
}

const TOO_LOW = { state: 'rejected', code: 'assurance-too-low' };

describe('the gateway computes the assurance itself', () => {
  it('takes an attestation by a trained officer on its own staff list', async () => {
    expect(await outcomeOf(attestedBy(ATTESTED))).toEqual({ state: 'accepted' });
  });

  it.each<[string, Attestation | null]>([
    ['nobody attested', null],
    ['the attesting person is unknown', { ...ATTESTED, staffId: 'S9999' }],
    [
      'an untrained assistant claims to be a trained officer',
      { ...ATTESTED, staffId: 'S3107', role: 'officer', identityTrainedOn: '2026-03-02' },
    ],
    ['an assistant attests', { ...ATTESTED, staffId: 'S3107', role: 'assistant' }],
    ['the officer claims another role', { ...ATTESTED, role: 'supervisor' }],
    ['the training date is not the one on record', { ...ATTESTED, identityTrainedOn: '2026-03-01' }],
    ['it was made before the training', { ...ATTESTED, at: '2026-03-01T15:59:59.999Z' }],
    [
      'one security feature was not ticked',
      { ...ATTESTED, securityFeatures: ATTESTED.securityFeatures.slice(1) },
    ],
    [
      'one security feature was ticked five times',
      { ...ATTESTED, securityFeatures: Array.from({ length: 5 }, () => 'surface-even' as const) },
    ],
  ])('rejects when %s', async (_what, attestation) => {
    expect(await outcomeOf(attestedBy(attestation))).toEqual(TOO_LOW);
  });

  it('takes an attestation from the first Hong Kong minute of the training day', async () => {
    const at = '2026-03-01T16:00:00.000Z';
    expect(await outcomeOf(attestedBy({ ...ATTESTED, at }))).toEqual({ state: 'accepted' });
  });

  it.each([
    ['on the last day of the training: it counts', '2026-11-21T15:59:59.999Z', { state: 'accepted' }],
    ['in the first Hong Kong minute after it: refused', '2026-11-21T16:00:00.000Z', TOO_LOW],
  ])('an officer attests %s', async (_when, at, outcome) => {
    const staff = (await demoStaff()).map((member) => ({ ...member, identityTrainedUntil: '2026-11-21' }));
    const { dataDir, url: gatewayUrl } = gateway;
    const now = () => new Date('2026-11-22T03:00:00.000Z');
    const enrolled = await enrolTerminal({ dataDir, terminalId: 'K0200', gatewayUrl, staff, now });
    expect(enrolled.ok).toBe(true);
    expect(await outcomeOf(attestedBy({ ...ATTESTED, at }))).toEqual(outcome);
  });

  it('rejects a card whose chip check failed, whoever attests', async () => {
    const authenticity = { method: 'chip', result: 'failed', middleware: 'reference 1' } as const;
    const identification = { ...ADULT_01.identification, authenticity };
    expect(await outcomeOf({ ...ADULT_01, identification })).toEqual(TOO_LOW);
  });

  it.each([
    ['before they attested: refused', '2026-11-22T03:03:59.999Z', TOO_LOW],
    ['afterwards, while it was on its way: it counts', '2026-11-22T03:04:00.001Z', { state: 'accepted' }],
  ])('an officer stopped working %s', async (_when, at, outcome) => {
    const staff = (await demoStaff()).map((member) => ({ ...member, active: false }));
    const { dataDir, url: gatewayUrl } = gateway;
    const now = () => new Date(at);
    const enrolled = await enrolTerminal({ dataDir, terminalId: 'K0200', gatewayUrl, staff, now });
    expect(enrolled.ok).toBe(true);
    expect(await outcomeOf(attestedBy(ATTESTED))).toEqual(outcome);
  });

  it('gives an officer’s attestation of their own membership no weight, and of anybody else’s its full one', async () => {
    const number = hkidOf('Y112233');
    const command = spawn(process.execPath, [
      MAIN,
      'staff',
      'own-record',
      'S2041',
      '--data',
      gateway.dataDir,
    ]);
    command.stdin.end(`${number}\n`);
    const [code] = (await once(command, 'close')) as [number];
    expect(code).toBe(0);
    const own = attestedBy(ATTESTED);
    expect(await outcomeOf({ ...own, person: { ...own.person, hkid: number } })).toEqual(TOO_LOW);
    expect(await outcomeOf(own)).toEqual({ state: 'accepted' });
  });

  it('does not register somebody whose registration was rejected', async () => {
    expect(await outcomeOf(attestedBy(null))).toEqual(TOO_LOW);
    expect(await outcomeOf(attestedBy(ATTESTED))).toEqual({ state: 'accepted' });
  });
});
