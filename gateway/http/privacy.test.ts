import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';
import { NOW, startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01 as ANY_ADULT, attestedBy, cancellationOf, claimOf } from '../testing/people.ts';

const CODE = 'K7M29XQA';
const ADULT_01 = { ...ANY_ADULT, enquiryCode: CODE };
const { person, contact } = ADULT_01;

/** What must be nowhere: number with and without check character, names, phone, the code of the slip. */
const SECRETS: readonly string[] = [
  person.hkid,
  person.hkid.slice(0, -1),
  `${person.hkid.slice(0, -1)}(${person.hkid.slice(-1)})`,
  person.surname,
  person.givenNames,
  person.nameChinese ?? '',
  contact.channel === 'mobile' ? contact.mobile : '',
  CODE,
];

/** The forms a text may hide in; base64 at each of the three positions, without the characters its neighbours touch. */
function formsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16be = Buffer.from(text, 'utf16le').swap16();
  const base64 = [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), utf8]);
    const start = Math.ceil((offset * 4) / 3);
    const end = Math.floor((padded.length * 4) / 3);
    return (['base64', 'base64url'] as const).map((form) => padded.toString(form).slice(start, end));
  });
  const hex = utf8.toString('hex');
  return [
    utf8,
    Buffer.from(text.toLowerCase(), 'utf8'),
    Buffer.from(text, 'utf16le'),
    utf16be,
    Buffer.from(JSON.stringify(text).slice(1, -1), 'utf8'),
    Buffer.from(encodeURIComponent(text), 'utf8'),
    ...[...base64, hex, hex.toUpperCase()].map((form) => Buffer.from(form, 'latin1')),
  ];
}

function secretsIn(content: Buffer): readonly string[] {
  return SECRETS.filter((secret) => formsOf(secret).some((form) => content.includes(form)));
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startTestGateway({ logLevel: 'debug' });
  // Accepted, repeated, rejected, refused: every way through the gateway.
  const submission = await gateway.terminal.seal(ADULT_01);
  for (const body of [
    submission,
    submission,
    await gateway.terminal.seal(ADULT_01),
    await gateway.terminal.seal(attestedBy(null)),
    await gateway.terminal.seal({ ...ADULT_01, extra: person.surname }),
    // Somebody posts it unsealed, in every place an error message could repeat.
    { ...submission, person },
    { ...submission, envelope: { ...submission.envelope, reference: person.surname } },
    `{"person": ${JSON.stringify(person)}, ${person.surname}`,
  ]) {
    await gateway.post(body);
  }
  await gateway.post(submission, { 'idempotency-key': person.hkid });
  await gateway.get(`/v1/people/${person.hkid}?name=${person.surname}`);
  await gateway.get('/v1/health', {
    authorization: `Bearer ${person.hkid.repeat(5)}`,
    'x-name': person.surname,
  });
  await everyOtherWay(submission);
  await gateway.get('/admin');
});
afterEach(() => gateway.stop());

/** Batch, withdrawal, enquiries, correction: once right, once with what nobody should keep or repeat. */
async function everyOtherWay(submission: SubmissionRequest): Promise<void> {
  const withdrawal = await gateway.terminal.seal(cancellationOf(submission, ADULT_01), {
    kind: 'cancellation',
  });
  await gateway.postBatch([withdrawal, { ...submission, person }]);
  const { reference } = submission.envelope;
  const claim = await gateway.terminal.claim(claimOf(ADULT_01));
  for (const asked of [reference, person.hkid, person.surname]) {
    await gateway.call('POST', '/v1/enquiries', { reference: asked, proof: { by: 'code', code: CODE } });
    await gateway.call('POST', '/v1/enquiries', { reference: asked, proof: { by: 'document', claim } });
  }
  await gateway.call('POST', '/v1/enquiries', { reference, proof: { by: 'code', code: person.surname } });
  const { kty, crv, x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  });
  await gateway.call('POST', '/v1/corrections', { reference, claim, sessionKey: { kty, crv, x, y } });
  const file = await gateway.terminal.attach(Buffer.from(JSON.stringify(person)), submission.envelope.id);
  await gateway.call('POST', '/v1/attachments', file.manifest);
  await gateway.call('PUT', `/v1/attachments/${file.manifest.id}/chunks/0`, file.chunk(0));
  await gateway.call('POST', '/v1/attachments', { ...file.manifest, name: person.surname });
}

describe('somebody takes the gateway’s disk away', () => {
  it('finds no number, name or phone in any file, in any of several encodings', () => {
    const files = filesUnder(gateway.dataDir);
    expect(files.some((path) => path.endsWith('gateway.sqlite-wal'))).toBe(true);
    for (const path of files)
      expect({ path, found: secretsIn(readFileSync(path)) }).toEqual({ path, found: [] });
  });

  it('would have been found by this search', () => {
    const trap = join(gateway.dataDir, 'trap');
    for (const form of formsOf(person.surname)) {
      writeFileSync(trap, Buffer.concat([Buffer.from([0, 1, 2]), form, Buffer.from('…')]));
      expect(secretsIn(readFileSync(trap))).toContain(person.surname);
    }
    writeFileSync(trap, Buffer.from(`x${JSON.stringify(person)}`).toString('base64'));
    expect(secretsIn(readFileSync(trap))).toContain(person.hkid);
  });

  it('finds no terminal’s credential', () => {
    const { credential } = gateway.terminal.enrolment;
    for (const path of filesUnder(gateway.dataDir)) {
      const content = readFileSync(path);
      expect(content.includes(credential)).toBe(false);
      expect(content.includes(Buffer.from(credential, 'base64url'))).toBe(false);
    }
  });

  it('cannot read keys and database as another user', () => {
    for (const path of filesUnder(gateway.dataDir))
      expect({ path, mode: statSync(path).mode & 0o077 }).toEqual({ path, mode: 0 });
  });
});

describe('somebody reads the log', () => {
  it('sees references, routes and statuses, and nothing that came from a person or a header', () => {
    const log = gateway.log.join('');
    expect(log).toContain('"msg":"stored"');
    expect(log).toContain('"route":"/v1/submissions"');
    expect(secretsIn(Buffer.from(log))).toEqual([]);
    expect(log).not.toContain(gateway.terminal.enrolment.credential);
    expect(log).not.toContain('127.0.0.1:0');
    expect(log).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });
});

describe('somebody opens the admin page', () => {
  it('sees the masked number only, in a page that can load and run nothing', async () => {
    const page = await gateway.get('/admin');
    expect(page.status).toBe(200);
    expect(page.text).toContain(`${person.hkid.slice(0, 3)}***(*)`);
    expect(secretsIn(Buffer.from(page.text))).toEqual([]);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.text).not.toMatch(/<script|javascript:|\sstyle=|\son\w+=/i);
  });

  it('never sees a reference that is markup: what is not one of the terminal is not taken', async () => {
    const reference = '<script>alert(1)</script>';
    expect((await gateway.post(await gateway.terminal.seal(ADULT_01, { reference }))).status).toBe(400);
    const page = await gateway.get('/admin');
    expect(page.text).not.toContain('script');
    expect(gateway.log.join('')).not.toContain('alert(1)');
  });

  it('sees times of Hong Kong and how many of each outcome', async () => {
    const page = await gateway.get('/admin');
    expect(NOW).toBe('2026-11-22T03:10:00.000Z');
    expect(page.text).toContain('2026-11-22 11:10:00');
    expect(page.text).toContain('<b>1</b>已接納');
    expect(page.text).toContain('<b>1</b>不接納：已登記');
    expect(page.text).toContain('<b>1</b>不接納：身分核實不足');
    expect(page.text).toContain('<b>0</b>處不符');
  });

  it('gets nothing under the name of another host, as a rebound address would have', async () => {
    const { hostname, port } = new URL(gateway.url);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path: '/admin', headers: { host: `evil.example:${port}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});
