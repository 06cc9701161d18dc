import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { healthSchema, problemSchema, type SubmissionRequest } from '../../domain/wire/contract.ts';
import { readGatewayLedger } from '../inspect.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01 } from '../testing/people.ts';

let gateway: TestGateway;
let request: SubmissionRequest;

beforeAll(async () => {
  gateway = await startTestGateway({ logLevel: 'debug' });
  request = await gateway.terminal.seal(ADULT_01);
});
afterAll(() => gateway.stop());

/** Sends bytes as they are and gives back everything that came until the other side closed. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
    socket.end(bytes);
  });
}

function expectRawProblem(received: string, status: number): void {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  expect(problemSchema.parse(JSON.parse(body)).status).toBe(status);
}

describe('what is no request of the contract', () => {
  it.each([
    ['an unknown path', '/v1/nothing', {}, 404],
    ['the root', '/', {}, 404],
    ['an address that cannot be decoded', '/v1/%E0%A4%A', {}, 400],
    ['another method on a known path', '/v1/submissions', { method: 'GET' }, 405],
    ['DELETE on the keys', '/v1/keys', { method: 'DELETE' }, 405],
    ['OPTIONS', '/v1/submissions', { method: 'OPTIONS' }, 405],
  ])('is answered with a problem: %s', async (_what, path, init, status) => {
    const response = await fetch(`${gateway.url}${path}`, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problemSchema.parse(await response.json()).status).toBe(status);
  });

  it('names the methods that are there', async () => {
    const response = await fetch(`${gateway.url}/v1/submissions`);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each([
    ['not HTTP at all', 'hello\r\n\r\n', 400],
    ['an unknown method', 'BREW /v1/keys HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a rare method', 'PROPFIND /v1/keys HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    ['a header that is too long', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', 'GET /v1/keys HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an expectation', 'GET /v1/keys HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n', 417],
    [
      'two lengths',
      'POST /v1/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      400,
    ],
  ])('is answered on the socket: %s', async (_what, bytes, status) => {
    expectRawProblem(await sendRaw(bytes), status);
  });
});

describe('health', () => {
  it('tells the time and the version of the keys to a terminal it knows', async () => {
    const authorization = `Bearer ${gateway.terminal.enrolment.credential}`;
    const answer = await gateway.get('/v1/health', { authorization });
    expect(healthSchema.parse(answer.json)).toEqual({
      service: 'empf-gateway',
      now: NOW,
      keyDocumentVersion: 1,
      policyVersion: 1,
      referenceDataVersion: EMBEDDED_REFERENCE_DATA.version,
      staffListVersion: 1,
      outcomesHead: 0,
      drain: { afterMs: 0, batch: 50 },
    });
  });

  it('tells nothing to anybody else', async () => {
    const answer = await gateway.get('/v1/health');
    expect(answer.status).toBe(401);
    expect(problemSchema.parse(answer.json).code).toBe('terminal-unknown');
  });
});

describe('whatever is sent', () => {
  const headerText = fc.string({
    unit: fc.constantFrom(...Array.from('abcXYZ019-_.,;="/\\ {}%')),
    maxLength: 60,
  });
  const anyBody = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.json({ maxDepth: 4 }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  );

  it('never gets a 5xx, and a problem for every refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          body: anyBody,
          key: fc.oneof(fc.constant(null), headerText),
          type: fc.oneof(fc.constant('application/json'), headerText),
          known: fc.boolean(),
        }),
        async ({ body, key, type, known }) => {
          const answer = await gateway.post(body, {
            'idempotency-key': key,
            'content-type': type,
            ...(known ? {} : { authorization: 'Bearer nobody' }),
          });
          expect(answer.status).toBeGreaterThanOrEqual(400);
          expect(answer.status).toBeLessThan(500);
          expect(problemSchema.parse(answer.json).status).toBe(answer.status);
        },
      ),
      { numRuns: 300 },
    );
    expect(readGatewayLedger(gateway.dataDir).references).toEqual([]);
  });

  it('is answered with a status below 500 or not at all when the bytes are hardly HTTP', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'GET /v1/keys HTTP/1.1',
        'POST /v1/submissions HTTP/1.1',
        'Host: x',
        'Connection: close',
        '',
      ),
      fc.constantFrom(
        'Transfer-Encoding: chunked',
        'Content-Length: 5',
        'Expect: 100-continue',
        'Upgrade: h2c',
      ),
      fc.string({ maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const received = await sendRaw(`${lines.join('\r\n')}\r\n\r\n`);
        expect(received).not.toMatch(/^HTTP\/1.1 5/m);
      }),
      { numRuns: 150 },
    );
  });

  it('is not stored when one field of a good request was replaced by anything', async () => {
    const fields = fc.constantFrom(...Object.keys(request.envelope), 'sealed');
    await fc.assert(
      fc.asyncProperty(fields, fc.anything(), async (field, value) => {
        const text = JSON.stringify({ value });
        const replaced: unknown = JSON.parse(text);
        const envelope: Record<string, unknown> = { ...request.envelope };
        const body: Record<string, unknown> = { sealed: request.sealed, envelope };
        const target = field === 'sealed' ? body : envelope;
        target[field] = (replaced as { value?: unknown }).value;
        fc.pre(JSON.stringify(body) !== JSON.stringify(request));
        const answer = await gateway.post(JSON.stringify(body), { 'idempotency-key': request.envelope.id });
        // `reference`, `lane` and `sequence` are not bound by the seal: another allowed value is another envelope.
        if (answer.status === 201) expect(['reference', 'lane', 'sequence']).toContain(field);
        else expect(problemSchema.parse(answer.json).status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});
