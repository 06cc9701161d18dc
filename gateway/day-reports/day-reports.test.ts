import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateKeyPairSync } from 'node:crypto';
import { v7 } from 'uuid';
import { createHash, createHmac } from 'node:crypto';
import type { DayReport } from '../../domain/wire/day-report.ts';
import { introductionText } from '../../domain/wire/device-key.ts';
import { signJson } from '../../domain/wire/signing.ts';
import { NO_TALLY } from '../../domain/work-day/tally.ts';
import { openDatabase } from '../store/database.ts';
import { expectProblem } from '../testing/answers.ts';
import { adultNumber } from '../testing/people.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { dayReports, openRemainders } from './day-report-store.ts';

const REPORT: DayReport = {
  ...{ v: 1, terminalId: 'K0127', epoch: 1, day: 1, profile: 'van' },
  openedAt: '2026-11-22T00:10:00.000Z',
  closedAt: '2026-11-22T03:00:00.000Z',
  closedBy: { staffId: 'S4052', role: 'van-operator' },
  tally: { ...NO_TALLY, sessions: 3, submitted: 2, abandoned: { ...NO_TALLY.abandoned, cut: 1 } },
  kept: { kept: 2, received: 0, pending: 2, setAside: 0, receiptsShown: 2 },
  differences: [{ code: 'cut-before-keeping', count: 1 }],
  balanced: true,
  stops: [],
  devices: { 'id-reader': 'ready' },
};

let gateway: TestGateway;
let device: ReturnType<typeof deviceOf>;
beforeEach(async () => {
  gateway = await startTestGateway();
  device = deviceOf(gateway.terminal.enrolment.credential);
});
afterEach(() => gateway.stop());

/** A terminal's own key, introduced with its credential. */
function deviceOf(credential: string) {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as {
    readonly kty: 'OKP';
    readonly crv: 'Ed25519';
    readonly x: string;
    readonly d: string;
  };
  const deviceKey = { kty: jwk.kty, crv: jwk.crv, x: jwk.x };
  const proof = createHmac('sha256', createHash('sha256').update(credential).digest())
    .update(introductionText('K0127', deviceKey))
    .digest('base64url');
  return {
    introduction: { deviceKey, proof },
    sign: (report: unknown) => signJson(report, 'device', jwk),
  };
}

const leave = (jws: string, from = device) =>
  gateway.call('POST', '/v1/day-reports', { introduction: from.introduction, report: jws });

function held() {
  const opened = openDatabase(gateway.dataDir);
  if (!opened.ok) throw new Error(opened.code);
  try {
    return { reports: dayReports(opened.value), remainders: openRemainders(opened.value) };
  } finally {
    opened.value.close();
  }
}

describe('the report of a day', () => {
  it('is held, and acknowledged with the same moment as often as it is left', async () => {
    const jws = await device.sign(REPORT);
    const first = await leave(jws);
    gateway.setNow('2026-11-22T04:00:00.000Z');
    const again = await leave(jws);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(held().reports).toEqual([{ ...REPORT, receivedAt: NOW }]);
  });

  it('is not replaced by another for the same day', async () => {
    await leave(await device.sign(REPORT));
    const other = await device.sign({ ...REPORT, differences: [] });
    expectProblem(await leave(other), 422, 'idempotency-key-reused');
    expect(held().reports).toHaveLength(1);
  });

  it('of the next day, or of a repaired database, stands beside it', async () => {
    await leave(await device.sign(REPORT));
    await leave(await device.sign({ ...REPORT, day: 2 }));
    await leave(await device.sign({ ...REPORT, epoch: 2 }));
    expect(held().reports).toHaveLength(3);
  });

  it('is refused when its sum is wrong and it calls itself balanced', async () => {
    const wrong = { ...REPORT, tally: { ...REPORT.tally, sessions: 4 } };
    expectProblem(await leave(await device.sign(wrong)), 400, 'malformed');
    const honest = { ...wrong, balanced: false, differences: [{ code: 'sum-wrong', count: 1 }] };
    expect((await leave(await device.sign(honest))).status).toBe(200);
  });

  it('is refused of another terminal, under another key, and from who is no terminal', async () => {
    expectProblem(await leave(await device.sign({ ...REPORT, terminalId: 'K0128' })), 400, 'malformed');
    const jws = await device.sign(REPORT);
    expectProblem(await leave(jws, deviceOf('another')), 409, 'device-key-differs');
    const stranger = await gateway.get('/v1/day-reports');
    expect(stranger.status).toBe(405);
    expect(held().reports).toEqual([]);
  });
});

it('a registration from a van is accepted, and what it did not ask is on the list', async () => {
  const person = adultNumber(1);
  const whole = await gateway.terminal.seal(adultNumber(2), { id: v7() });
  await gateway.post(whole);
  const remainder = {
    by: 'sms',
    notAsked: ['mobile-confirmation', 'email', 'address', 'former-name'],
  } as const;
  const request = await gateway.terminal.seal({ ...person, remainder }, { id: v7() });
  expect((await gateway.post(request)).json).toMatchObject({ outcome: { state: 'accepted' } });
  expect(held().remainders).toEqual([
    { reference: request.envelope.reference, way: 'sms', notAsked: remainder.notAsked },
  ]);
});
