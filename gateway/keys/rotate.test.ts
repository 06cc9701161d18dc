import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  KEY_USES,
  type KeyDocument,
  keysResponseSchema,
  type KeyUse,
  type PublicKey,
  type SubmissionRequest,
  submissionResponseSchema,
} from '../../domain/wire/contract.ts';
import { staffListSchema } from '../../domain/wire/staff-list.ts';
import { keyInForce, verifyKeyDocument, verifyReceipt, verifyUnder } from '../../domain/wire/signing.ts';
import { readGatewayLedger } from '../inspect.ts';
import { openGatewayParts } from '../parts.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { signKeyDocument } from './make-keys.ts';
import { addKey, revokeKey } from './rotate.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01 } from '../testing/people.ts';

const LATER = '2026-11-23T01:00:00.000Z';
const later = () => new Date(LATER);

let gateway: TestGateway;
let dataDir: string;

beforeEach(async () => {
  gateway = await startTestGateway();
  dataDir = gateway.dataDir;
});
afterEach(() => gateway.stop());

async function publishedKeys(): Promise<KeyDocument> {
  const { keyDocument } = keysResponseSchema.parse((await gateway.get('/v1/keys')).json);
  const verified = await verifyKeyDocument(keyDocument, gateway.terminal.enrolment.rootKey);
  if (!verified.ok) throw new Error(verified.code);
  return verified.value;
}

async function keyOf(use: KeyUse): Promise<PublicKey> {
  const key = keyInForce(await publishedKeys(), use, NOW);
  if (key === null) throw new Error(`no ${use} key in force`);
  return key;
}

async function receiptOf(request: SubmissionRequest) {
  const answer = await gateway.post(request);
  expect(answer.status).toBe(201);
  const { receipt, outcome } = submissionResponseSchema.parse(answer.json);
  return {
    outcome,
    text: answer.text,
    verified: await verifyReceipt(receipt, await publishedKeys(), request.envelope),
  };
}

describe('keys are rotated while the gateway runs', () => {
  it('starts with one key of every use in version 1, signed by the root', async () => {
    const document = await publishedKeys();
    expect(document.version).toBe(1);
    expect(document.keys.map((key) => key.use).sort()).toEqual([
      'receipt',
      'reference-data',
      'seal',
      'seal-practice',
      'staff-list',
    ]);
    expect(JSON.stringify(document)).not.toContain('"d"');
  });

  it('publishes a new sealing key and still opens what was sealed to the old one', async () => {
    const sealedBefore = await gateway.terminal.seal(ADULT_01);
    const added = await addKey({ dataDir, use: 'seal', now: later });
    expect(added).toMatchObject({ ok: true, value: { version: 2 } });
    const document = await publishedKeys();
    expect(document.version).toBe(2);
    expect(keyInForce(document, 'seal', LATER)?.kid).toBe(added.ok && added.value.key.kid);
    expect((await gateway.post(sealedBefore)).status).toBe(201);
  });

  it('still opens what was sealed to a key that is revoked now: no terminal can seal it again', async () => {
    const sealedBefore = await gateway.terminal.seal(ADULT_01);
    expect((await revokeKey({ dataDir, kid: (await keyOf('seal')).kid })).ok).toBe(true);
    expect((await receiptOf(sealedBefore)).outcome).toEqual({ state: 'accepted' });
  });

  it('signs with the new receipt key once the old one is revoked', async () => {
    const old = await keyOf('receipt');
    await addKey({ dataDir, use: 'receipt', now: later });
    await revokeKey({ dataDir, kid: old.kid, now: later });
    gateway.setNow(LATER);
    const { verified } = await receiptOf(await gateway.terminal.seal(ADULT_01));
    expect(verified).toMatchObject({ ok: true, value: { receivedAt: LATER } });
  });

  it('answers busy, and stores nothing, while no receipt key is in force', async () => {
    await revokeKey({ dataDir, kid: (await keyOf('receipt')).kid });
    const request = await gateway.terminal.seal(ADULT_01);
    const answer = await gateway.post(request);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(readGatewayLedger(dataDir).references).toEqual([]);
    await addKey({ dataDir, use: 'receipt', notBefore: NOW });
    expect((await receiptOf(request)).verified.ok).toBe(true);
  });

  it('refuses to revoke an unknown key, or one twice', async () => {
    const { kid } = await keyOf('reference-data');
    expect(await revokeKey({ dataDir, kid: 'receipt-nobody' })).toMatchObject({
      ok: false,
      code: 'key-unknown',
    });
    expect(await revokeKey({ dataDir, kid })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await revokeKey({ dataDir, kid })).toMatchObject({ ok: false, code: 'key-revoked-already' });
    expect((await publishedKeys()).version).toBe(2);
  });

  it('lets one of two rotations at the same moment through, and versions only go up', async () => {
    const results = await Promise.all([
      addKey({ dataDir, use: 'seal' }),
      addKey({ dataDir, use: 'receipt' }),
    ]);
    const versions = results.map((result) => (result.ok ? result.value.version : result.code));
    const { version, keys } = await publishedKeys();
    expect(keys).toHaveLength(KEY_USES.length + results.filter((result) => result.ok).length);
    expect(version).toBe(1 + results.filter((result) => result.ok).length);
    expect(versions).toContain(2);
  });
});

describe('a key document lacks a key of some use', () => {
  it('gets one at the next start, as its next version, and the others stay', async () => {
    const before = await publishedKeys();
    const opened = openSqliteStore(dataDir);
    if (!opened.ok) throw new Error(opened.code);
    const keys = before.keys.filter(({ use }) => use !== 'reference-data');
    const old = await signKeyDocument(dataDir, { version: 2, issuedAt: NOW, keys });
    if (!old.ok) throw new Error(old.code);
    await opened.value.addKeyDocument(old.value);
    opened.value.close();
    expect((await publishedKeys()).keys).toHaveLength(KEY_USES.length - 1);

    const parts = await openGatewayParts({ dataDir, now: later });
    if (!parts.ok) throw new Error(parts.code);
    parts.value.close();
    const after = await publishedKeys();
    expect(after.version).toBe(3);
    expect(after.keys.slice(0, keys.length)).toEqual(keys);
    expect(keyInForce(after, 'reference-data', NOW)).not.toBeNull();
    const again = await openGatewayParts({ dataDir, now: later });
    if (again.ok) again.value.close();
    expect((await publishedKeys()).version).toBe(3);
  });
});

describe('a receipt was given under a key that is revoked later', () => {
  it('is issued anew when the item is sent again, with its first instant when the new key covers it', async () => {
    const request = await gateway.terminal.seal(ADULT_01);
    const first = await receiptOf(request);
    const old = await keyOf('receipt');
    await revokeKey({ dataDir, kid: old.kid, now: later });
    await addKey({ dataDir, use: 'receipt', notBefore: old.notBefore, now: later });
    gateway.setNow(LATER);
    const second = await receiptOf(request);
    expect(second.verified).toMatchObject({ ok: true, value: { receivedAt: NOW } });
    expect(second.outcome).toEqual(first.outcome);
    expect(second.text).not.toBe(first.text);
    expect((await receiptOf(request)).text).toBe(second.text);
    expect(readGatewayLedger(dataDir).references).toMatchObject([
      { count: 1, outcome: { state: 'accepted' } },
    ]);
  });

  it('carries the instant of issue when no key covers the first one', async () => {
    const request = await gateway.terminal.seal(ADULT_01);
    await receiptOf(request);
    await revokeKey({ dataDir, kid: (await keyOf('receipt')).kid, now: later });
    await addKey({ dataDir, use: 'receipt', now: later });
    gateway.setNow(LATER);
    expect((await receiptOf(request)).verified).toMatchObject({ ok: true, value: { receivedAt: LATER } });
  });
});

describe('a terminal is enrolled', () => {
  it('gets a staff list that verifies under the key document, with growing versions', async () => {
    const versions: number[] = [];
    for (const terminalId of ['K0201', 'K0202']) {
      const { enrolment, keys } = await gateway.enrol(terminalId);
      const list = await verifyUnder(
        enrolment.staffList,
        keys,
        'staff-list',
        staffListSchema,
        (it) => it.issuedAt,
      );
      if (!list.ok) throw new Error(list.code);
      versions.push(list.value.version);
      expect(list.value.staff.map((member) => [member.staffId, member.role])).toEqual([
        ['S1008', 'supervisor'],
        ['S2041', 'officer'],
        ['S3107', 'assistant'],
        ['S4052', 'van-operator'],
        ['S5063', 'technician'],
      ]);
    }
    expect(versions[1]).toBeGreaterThan(versions[0] ?? Infinity);
  });

  it('gets a credential of 256 random bits, another each time', async () => {
    const [one, two] = [await gateway.enrol('K0203'), await gateway.enrol('K0203')];
    expect(Buffer.from(one.enrolment.credential, 'base64url')).toHaveLength(32);
    expect(one.enrolment.credential).not.toBe(two.enrolment.credential);
  });
});
