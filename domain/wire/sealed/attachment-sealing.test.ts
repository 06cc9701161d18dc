import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JWK } from 'jose';
import { CHUNK_BYTES } from '../attachment.ts';
import { type AttachmentFacts, openAttachment, sealAttachment } from './attachment-sealing.ts';
import type { PublicKey } from '../contract.ts';

const facts: AttachmentFacts = {
  v: 1,
  id: '01997d2e-7a10-7000-8000-000000000001',
  submissionId: '01997d2e-7a10-7000-8000-000000000002',
  terminalId: 'K0127',
  kid: 'seal-1',
  mediaType: 'application/pdf',
};

function pair(): { readonly publicJwk: PublicKey['jwk']; readonly privateJwk: JWK } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const { d = '' } = privateKey.export({ format: 'jwk' });
  return {
    publicJwk: { kty: 'EC', crv: 'P-256', x, y },
    privateJwk: { kty: 'EC', crv: 'P-256', x, y, d },
  };
}

const keys = pair();

async function sealed(plaintext: Uint8Array): Promise<Uint8Array> {
  const result = await sealAttachment(plaintext, facts, keys.publicJwk);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe('a sealed file', () => {
  it.each([0, 1, CHUNK_BYTES - 17, CHUNK_BYTES - 16, CHUNK_BYTES - 15, 3 * CHUNK_BYTES + 5])(
    'of %i bytes opens to what it was',
    async (length) => {
      const plaintext = new Uint8Array(randomBytes(length));
      const opened = await openAttachment(await sealed(plaintext), facts, keys.privateJwk);
      expect(opened.ok && Buffer.compare(opened.value, plaintext)).toBe(0);
    },
  );

  it('does not open as the file of another submission, or with another key', async () => {
    const bytes = await sealed(new Uint8Array(randomBytes(70_000)));
    const other = { ...facts, submissionId: '01997d2e-7a10-7000-8000-000000000003' };
    expect(await openAttachment(bytes, other, keys.privateJwk)).toEqual({ ok: false, code: 'cannot-open' });
    expect(await openAttachment(bytes, facts, pair().privateJwk)).toEqual({ ok: false, code: 'cannot-open' });
  });

  it('does not open cut off between two pieces, in the middle of one, or with two exchanged', async () => {
    const bytes = await sealed(new Uint8Array(randomBytes(3 * CHUNK_BYTES)));
    const refused = { ok: false, code: 'cannot-open' };
    expect(await openAttachment(bytes.subarray(0, 65 + CHUNK_BYTES), facts, keys.privateJwk)).toEqual(
      refused,
    );
    expect(await openAttachment(bytes.subarray(0, bytes.length - 1), facts, keys.privateJwk)).toEqual(
      refused,
    );
    expect(await openAttachment(bytes.subarray(0, 40), facts, keys.privateJwk)).toEqual(refused);
    const swapped = new Uint8Array(bytes);
    swapped.set(bytes.subarray(65 + CHUNK_BYTES, 65 + 2 * CHUNK_BYTES), 65);
    swapped.set(bytes.subarray(65, 65 + CHUNK_BYTES), 65 + CHUNK_BYTES);
    expect(await openAttachment(swapped, facts, keys.privateJwk)).toEqual(refused);
  });

  it('is not made to a key that is none for sealing', async () => {
    const signing: PublicKey['jwk'] = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) };
    expect(await sealAttachment(new Uint8Array(3), facts, signing)).toEqual({
      ok: false,
      code: 'sealing-key',
    });
  });
});
