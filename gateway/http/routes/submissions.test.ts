import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MAX_SEALED_BYTES,
  problemSchema,
  type SubmissionRequest,
  submissionResponseSchema,
} from '../../../domain/wire/contract.ts';
import { verifyReceipt } from '../../../domain/wire/signing.ts';
import { readGatewayLedger } from '../../inspect.ts';
import { startTestGateway, type Answer, NOW, postTo, type TestGateway } from '../../testing/gateway.ts';
import { ADULT_01, adultNumber, hkidOf } from '../../testing/people.ts';

let gateway: TestGateway;
let nextPerson = 0;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

function someone(): Promise<SubmissionRequest> {
  nextPerson += 1;
  return gateway.terminal.seal(adultNumber(nextPerson));
}

function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(answer.json);
  expect({ status: answer.status, code: problem.code, inside: problem.status }).toEqual({
    status,
    code,
    inside: status,
  });
}

function storedCount(request: SubmissionRequest): number {
  const entry = readGatewayLedger(gateway.dataDir).references.find(
    (reference) => reference.reference === request.envelope.reference,
  );
  return entry?.count ?? 0;
}

describe('a registration arrives', () => {
  it('is stored, accepted, and answered with a receipt that verifies', async () => {
    const request = await someone();
    const answer = await gateway.post(request);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const { receipt, outcome } = submissionResponseSchema.parse(answer.json);
    expect(outcome).toEqual({ state: 'accepted' });
    const { id, digest, terminalId } = request.envelope;
    const verified = await verifyReceipt(receipt, gateway.terminal.keys, { id, digest, terminalId });
    expect(verified).toEqual({ ok: true, value: { id, digest, terminalId, receivedAt: NOW } });
    expect(storedCount(request)).toBe(1);
  });

  it('gets the same answer when the first reply was lost and it is sent again', async () => {
    const request = await someone();
    const first = await gateway.post(request);
    gateway.setNow('2027-02-22T03:10:00.000Z');
    const second = await gateway.post(request);
    gateway.setNow(NOW);
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(storedCount(request)).toBe(1);
  });

  it('is the same payload when the members of the JSON stand in another order', async () => {
    const request = await someone();
    const first = await gateway.post(request);
    const { envelope, sealed } = request;
    const turned = Object.fromEntries(Object.entries(envelope).reverse());
    const second = await gateway.post(JSON.stringify({ sealed, envelope: turned }, null, 3), {
      'idempotency-key': envelope.id,
    });
    expect(second.text).toBe(first.text);
  });

  it('takes the key as a quoted structured-field string too, as the IETF draft writes it', async () => {
    const request = await someone();
    expect((await gateway.post(request, { 'idempotency-key': `"${request.envelope.id}"` })).status).toBe(201);
  });

  it('is counted once when twenty copies arrive at the same moment', async () => {
    const request = await someone();
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.post(request)));
    const stored = answers.filter((answer) => answer.status === 201);
    expect(stored.length).toBeGreaterThan(0);
    expect(new Set(stored.map((answer) => answer.text)).size).toBe(1);
    for (const answer of answers) {
      if (answer.status === 201) continue;
      expectProblem(answer, 409, 'idempotency-in-progress');
      expect(answer.headers.get('retry-after')).toBe('1');
    }
    expect(storedCount(request)).toBe(1);
    expect((await gateway.post(request)).text).toBe(stored[0]?.text);
  });
});

describe('the same person comes twice', () => {
  it('is rejected as already registered, with a receipt all the same', async () => {
    const first = await gateway.terminal.seal(ADULT_01);
    const second = await gateway.terminal.seal(ADULT_01);
    expect(submissionResponseSchema.parse((await gateway.post(first)).json).outcome).toEqual({
      state: 'accepted',
    });
    const answer = await gateway.post(second);
    expect(answer.status).toBe(201);
    expect(submissionResponseSchema.parse(answer.json).outcome).toEqual({
      state: 'rejected',
      code: 'already-registered',
    });
  });

  it('is registered once when the two arrive at the same moment at two terminals', async () => {
    const other = await gateway.enrol('K0300');
    nextPerson += 1;
    const payload = adultNumber(nextPerson);
    const [here, there] = await Promise.all([gateway.terminal.seal(payload), other.seal(payload)]);
    const answers = await Promise.all([gateway.post(here), postTo(gateway.url, other, there)]);
    const states = answers.map((answer) => submissionResponseSchema.parse(answer.json).outcome?.state);
    expect(states.sort()).toEqual(['accepted', 'rejected']);
  });
});

describe('the request is refused', () => {
  it('without an Idempotency-Key', async () => {
    const request = await someone();
    expectProblem(await gateway.post(request, { 'idempotency-key': null }), 400, 'idempotency-key-missing');
    expectProblem(await gateway.post(request, { 'idempotency-key': '""' }), 400, 'idempotency-key-missing');
    expect(storedCount(request)).toBe(0);
  });

  it('with a key that is not the id of the envelope', async () => {
    const [request, other] = [await someone(), await someone()];
    const answer = await gateway.post(request, { 'idempotency-key': other.envelope.id });
    expectProblem(answer, 400, 'idempotency-key-differs');
  });

  it('with a key that was used for another payload', async () => {
    const request = await someone();
    expect((await gateway.post(request)).status).toBe(201);
    const other = await gateway.terminal.seal(adultNumber(900_001), { id: request.envelope.id });
    expectProblem(await gateway.post(other), 422, 'idempotency-key-reused');
    const otherLane = { ...request, envelope: { ...request.envelope, lane: 1 } };
    expectProblem(await gateway.post(otherLane), 422, 'idempotency-key-reused');
    expect(storedCount(request)).toBe(1);
  });

  it.each([
    ['no credential', null],
    ['a wrong credential', `Bearer ${'x'.repeat(43)}`],
    ['another scheme', 'Basic SzAxMjc6c2VjcmV0'],
    ['a credential that is cut off', 'Bearer abc'],
  ])('with %s', async (_what, authorization) => {
    const answer = await gateway.post(await someone(), { authorization });
    expectProblem(answer, 401, 'terminal-unknown');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('when a terminal posts in the name of another', async () => {
    const other = await gateway.enrol('K0301');
    const request = await someone();
    expectProblem(await postTo(gateway.url, other, request), 401, 'terminal-unknown');
    expect(storedCount(request)).toBe(0);
  });

  it('with the old credential after the terminal was enrolled anew', async () => {
    const before = await gateway.enrol('K0302');
    const after = await gateway.enrol('K0302');
    expectProblem(
      await postTo(gateway.url, before, await before.seal(adultNumber(900_100))),
      401,
      'terminal-unknown',
    );
    expect((await postTo(gateway.url, after, await after.seal(adultNumber(900_100)))).status).toBe(201);
  });

  it('when a bit of the sealed bytes was flipped on the way', async () => {
    const request = await someone();
    const bytes = Buffer.from(request.sealed, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(80) ^ 1, 80);
    expectProblem(
      await gateway.post({ ...request, sealed: bytes.toString('base64url') }),
      422,
      'digest-differs',
    );
  });

  it('when it was sealed to a key nobody knows', async () => {
    const request = await gateway.terminal.seal(adultNumber(900_200), { kid: 'seal-of-nobody' });
    expectProblem(await gateway.post(request), 422, 'sealing-key-unknown');
    const elsewhere = await gateway.terminal.seal(adultNumber(900_200), { kid: '../person' });
    expectProblem(await gateway.post(elsewhere), 422, 'sealing-key-unknown');
  });

  it('when a sealed fact of the envelope was changed afterwards', async () => {
    const request = await someone();
    const envelope = { ...request.envelope, capturedAt: '2026-11-22T03:06:00.001Z' };
    expectProblem(await gateway.post({ ...request, envelope }), 422, 'cannot-open');
  });

  it('when kind or schema version are from a newer terminal', async () => {
    const newer = await gateway.terminal.seal(adultNumber(900_300), { schemaVersion: 2 });
    expectProblem(await gateway.post(newer), 422, 'schema-unknown');
    const request = await someone();
    const other = { ...request, envelope: { ...request.envelope, kind: 'kind-of-a-newer-terminal' } };
    expectProblem(await gateway.post(other), 422, 'schema-unknown');
  });

  it.each([
    ['a payload without a person', { ...ADULT_01, person: undefined }],
    ['a payload with one field too many', { ...ADULT_01, extra: 1 }],
    ['text that is not JSON', 'not json'],
    ['nothing', ''],
    ['a bare null', 'null'],
  ])('when the sealed content is %s', async (_what, content) => {
    const request = await gateway.terminal.seal(content);
    expectProblem(await gateway.post(request), 422, 'payload-invalid');
    expect(storedCount(request)).toBe(0);
  });

  it('when the sealed content is not UTF-8', async () => {
    const request = await gateway.terminal.seal(Uint8Array.of(0x22, 0xff, 0xfe, 0x22));
    expectProblem(await gateway.post(request), 422, 'payload-invalid');
  });

  it('when it is larger than anything a terminal seals', async () => {
    const request = await someone();
    const sealed = 'A'.repeat(Math.ceil((MAX_SEALED_BYTES * 4) / 3) + 8192);
    expectProblem(await gateway.post({ ...request, sealed }), 413, 'too-large');
    const slightly = 'A'.repeat(Math.ceil((MAX_SEALED_BYTES * 4) / 3) + 4);
    expectProblem(await gateway.post({ ...request, sealed: slightly }), 413, 'too-large');
  });

  it.each([
    ['not JSON', '{"envelope":'],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['an object with a poisoned prototype', '{"__proto__":{"sealed":"AAAA"},"envelope":{}}'],
  ])('when the body is %s', async (_what, body) => {
    const answer = await gateway.post(body, { 'idempotency-key': '01936f00-0000-7000-8000-000000000000' });
    expectProblem(answer, 400, 'malformed');
  });

  it.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/json-patch+json',
  ])('when it comes as %s', async (type) => {
    expectProblem(await gateway.post(await someone(), { 'content-type': type }), 415, 'malformed');
  });

  it('when an envelope field has the wrong shape, without repeating it', async () => {
    const request = await someone();
    for (const change of [
      { lane: 70_000 },
      { sequence: 0 },
      { v: 2 },
      { terminalId: 'k0127' },
      { capturedAt: 'yesterday' },
      { digest: 'short' },
      { extra: 'CANARY-7731' },
    ]) {
      const answer = await gateway.post({ ...request, envelope: { ...request.envelope, ...change } });
      expectProblem(answer, 400, 'malformed');
      expect(answer.text).not.toContain('CANARY');
    }
  });
});

describe('a payload fits its schema and breaks a rule', () => {
  it.each([
    ['the check character is wrong', { ...ADULT_01.person, hkid: 'Z6833651' }],
    [
      'the birth date is not the one derived from the card',
      {
        ...ADULT_01.person,
        hkid: hkidOf('Y990001'),
        dateOfBirth: { printed: '1971', derived: '1971-01-01' },
      },
    ],
    [
      'the printed birth date does not exist',
      {
        ...ADULT_01.person,
        hkid: hkidOf('Y990002'),
        dateOfBirth: { printed: '1971-13', derived: '1971-12-31' },
      },
    ],
  ])('is rejected with a receipt: %s', async (_what, person) => {
    const answer = await gateway.post(await gateway.terminal.seal({ ...ADULT_01, person }));
    expect(submissionResponseSchema.parse(answer.json).outcome).toEqual({
      state: 'rejected',
      code: 'payload-refused',
    });
  });
});
