import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { KeyDocument, PublicKey, Receipt } from './contract.ts';
import {
  inForce,
  keyInForce,
  signJson,
  verifyJson,
  verifyKeyDocument,
  verifyReceipt,
  verifyUnder,
} from './signing.ts';

interface SigningKey {
  readonly publicJwk: PublicKey['jwk'];
  readonly privateJwk: JWK;
}

async function makeSigningKey(): Promise<SigningKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { x = '' } = await exportJWK(pair.publicKey);
  return { publicJwk: { kty: 'OKP', crv: 'Ed25519', x }, privateJwk: await exportJWK(pair.privateKey) };
}

const receipt: Receipt = {
  id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  digest: 'd'.repeat(43),
  terminalId: 'K0127',
  receivedAt: '2026-11-22T03:04:05.678Z',
};
const expected = { id: receipt.id, digest: receipt.digest, terminalId: receipt.terminalId };

let root: SigningKey;
let signer: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  [root, signer, stranger] = await Promise.all([makeSigningKey(), makeSigningKey(), makeSigningKey()]);
});

function receiptKey(change: Partial<PublicKey> = {}): PublicKey {
  return {
    kid: 'receipt-2026-1',
    use: 'receipt',
    jwk: signer.publicJwk,
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2026-12-31T23:59:59.999Z',
    revokedAt: null,
    ...change,
  };
}

function documentOf(...keys: readonly PublicKey[]): KeyDocument {
  return { version: 1, issuedAt: '2026-01-01T00:00:00.000Z', keys: [...keys] };
}

const signed = (content: unknown = receipt, kid = 'receipt-2026-1'): Promise<string> =>
  signJson(content, kid, signer.privateJwk);
const refused = (code: string) => ({ ok: false, code });

describe('a receipt', () => {
  test('under a key in force, for what was sent, counts', async () => {
    const verified = await verifyReceipt(await signed(), documentOf(receiptKey()), expected);
    expect(verified).toEqual({ ok: true, value: receipt });
  });

  test.each([
    ['another submission', { id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072' }],
    ['other bytes', { digest: 'e'.repeat(43) }],
    ['another terminal', { terminalId: 'K0128' }],
  ])('for %s does not count', async (_, change) => {
    const other = await signed({ ...receipt, ...change });
    expect(await verifyReceipt(other, documentOf(receiptKey()), expected)).toEqual(refused('content'));
  });

  test('signed by somebody else under the name of our key', async () => {
    const forged = await signJson(receipt, 'receipt-2026-1', stranger.privateJwk);
    expect(await verifyReceipt(forged, documentOf(receiptKey()), expected)).toEqual(refused('signature'));
  });

  test('under a key nobody told us about', async () => {
    const unknown = await signed(receipt, 'receipt-2027-1');
    expect(await verifyReceipt(unknown, documentOf(receiptKey()), expected)).toEqual(refused('key-unknown'));
  });

  test('under a key for something else', async () => {
    const document = documentOf(receiptKey({ use: 'staff-list' }));
    expect(await verifyReceipt(await signed(), document, expected)).toEqual(refused('key-unknown'));
  });

  test('under a revoked key, even one revoked after it was signed', async () => {
    const document = documentOf(receiptKey({ revokedAt: '2026-11-23T00:00:00.000Z' }));
    expect(await verifyReceipt(await signed(), document, expected)).toEqual(refused('key-revoked'));
  });

  test.each([
    ['the first instant of the key', '2026-01-01T00:00:00.000Z', true],
    ['the last', '2026-12-31T23:59:59.999Z', true],
    ['before it', '2025-12-31T23:59:59.999Z', false],
    ['after it', '2027-01-01T00:00:00.000Z', false],
  ])('received at %s', async (_, receivedAt, counts) => {
    const verified = await verifyReceipt(
      await signed({ ...receipt, receivedAt }),
      documentOf(receiptKey()),
      expected,
    );
    expect(verified).toMatchObject(counts ? { ok: true } : refused('key-not-in-force'));
  });

  test.each([
    ['a field too many', { ...receipt, note: 'hello' }],
    ['a field too few', expected],
    ['an instant without its zone', { ...receipt, receivedAt: '2026-11-22T03:04:05.678' }],
    [
      'an instant in another zone, which would not compare',
      { ...receipt, receivedAt: '2026-11-22T11:04:05.678+08:00' },
    ],
    ['no object at all', null],
  ])('with %s', async (_, content) => {
    const verified = await verifyReceipt(await signed(content), documentOf(receiptKey()), expected);
    expect(verified).toEqual(refused('content'));
  });

  test('whose signed content is not JSON', async () => {
    const key = await importJWK(signer.privateJwk, 'EdDSA');
    const jws = await new CompactSign(new TextEncoder().encode('<html>'))
      .setProtectedHeader({ alg: 'EdDSA', kid: 'receipt-2026-1' })
      .sign(key);
    expect(await verifyReceipt(jws, documentOf(receiptKey()), expected)).toEqual(refused('content'));
  });

  test('with any character changed', async () => {
    const jws = await signed();
    const document = documentOf(receiptKey());
    await fc.assert(
      fc.asyncProperty(
        fc.nat(jws.length - 1),
        fc.stringMatching(/^[A-Za-z0-9_.-]$/),
        async (index, character) => {
          fc.pre(jws.charAt(index) !== character);
          const damaged = jws.slice(0, index) + character + jws.slice(index + 1);
          // The last character of a part carries unused bits: the same bytes written differently are no damage.
          fc.pre(!sameBytes(jws, damaged));
          expect((await verifyReceipt(damaged, document, expected)).ok).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('that is no receipt at all does not throw', async () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('..', 'a.b.c', 'e30.e30.e30', '<html></html>'),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect((await verifyReceipt(text, documentOf(receiptKey()), expected)).ok).toBe(false);
      }),
    );
  });
});

describe('signatures that others have been fooled by', () => {
  const part = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

  test('no signature', async () => {
    const jws = `${part({ alg: 'none', kid: 'receipt-2026-1' })}.${part(receipt)}.`;
    expect(await verifyReceipt(jws, documentOf(receiptKey()), expected)).toEqual(refused('signature'));
  });

  test('a shared secret made of the public key', async () => {
    const secret = Buffer.from(signer.publicJwk.x, 'base64url');
    const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
      .setProtectedHeader({ alg: 'HS256', kid: 'receipt-2026-1' })
      .sign(secret);
    expect(await verifyReceipt(jws, documentOf(receiptKey()), expected)).toEqual(refused('signature'));
  });

  test('a key brought along in the header', async () => {
    const key = await importJWK(stranger.privateJwk, 'EdDSA');
    const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
      .setProtectedHeader({ alg: 'EdDSA', kid: 'receipt-2026-1', jwk: stranger.publicJwk })
      .sign(key);
    expect(await verifyReceipt(jws, documentOf(receiptKey()), expected)).toEqual(refused('signature'));
  });
});

describe('the key document', () => {
  test('under the pinned root key', async () => {
    const document = documentOf(receiptKey());
    const jws = await signJson(document, 'root', root.privateJwk);
    expect(await verifyKeyDocument(jws, root.publicJwk)).toEqual({ ok: true, value: document });
    expect(await verifyKeyDocument(jws, stranger.publicJwk)).toEqual(refused('signature'));
  });

  test('that carries a private key is refused', async () => {
    const document = documentOf(receiptKey());
    const leaky = { ...document, keys: [{ ...receiptKey(), jwk: signer.privateJwk }] };
    const jws = await signJson(leaky, 'root', root.privateJwk);
    expect(await verifyKeyDocument(jws, root.publicJwk)).toEqual(refused('content'));
  });
});

describe('keys in force', () => {
  const early = '2026-02-01T00:00:00.000Z';

  test('the newest of the use is taken, never a revoked one or one for something else', () => {
    const old = receiptKey({ kid: 'old' });
    const newer = receiptKey({ kid: 'newer', notBefore: '2026-06-01T00:00:00.000Z' });
    const revoked = receiptKey({ kid: 'revoked', notBefore: '2026-07-01T00:00:00.000Z', revokedAt: early });
    const seal = receiptKey({ kid: 'seal', use: 'seal', notBefore: '2026-08-01T00:00:00.000Z' });
    const document = documentOf(newer, old, revoked, seal);
    expect(keyInForce(document, 'receipt', receipt.receivedAt)?.kid).toBe('newer');
    expect(keyInForce(document, 'receipt', early)?.kid).toBe('old');
    expect(keyInForce(document, 'receipt', '2027-02-01T00:00:00.000Z')).toBeNull();
    expect(keyInForce(document, 'reference-data', early)).toBeNull();
  });

  test('a revoked key is in force at no instant', () => {
    expect(inForce(receiptKey({ revokedAt: '2026-12-01T00:00:00.000Z' }), early)).toBe(false);
  });
});

describe('other signed documents', () => {
  const schema = z.strictObject({ issuedAt: z.string() });

  test('a staff list under a staff-list key, at the instant it names', async () => {
    const document = documentOf(receiptKey({ use: 'staff-list' }));
    const at = (issuedAt: string) => signed({ issuedAt });
    const verify = async (issuedAt: string) =>
      verifyUnder(await at(issuedAt), document, 'staff-list', schema, (content) => content.issuedAt);
    expect((await verify('2026-05-01T00:00:00.000Z')).ok).toBe(true);
    expect(await verify('2027-05-01T00:00:00.000Z')).toEqual(refused('key-not-in-force'));
  });

  test('a key of another kind in the document is no way to throw', async () => {
    const jwk: PublicKey['jwk'] = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' };
    expect(await verifyJson(await signed(), jwk, schema)).toEqual(refused('signature'));
    expect(await verifyReceipt(await signed(), documentOf(receiptKey({ jwk })), expected)).toEqual(
      refused('signature'),
    );
  });
});

function sameBytes(one: string, other: string): boolean {
  const decode = (jws: string): string =>
    JSON.stringify(jws.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex')));
  return decode(one) === decode(other);
}
