import { CipherSuite, Aes256Gcm, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../result.ts';
import type { Envelope, PublicKey } from './contract.ts';

/**
 * HPKE (RFC 9180) base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256 because it is in every
 * TPM and in Electron's BoringSSL without an experimental flag. Sealed bytes = encapsulated key (65 bytes) ‖ ciphertext.
 */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const ENCAPSULATED_KEY_BYTES = 65;
const INFO = new TextEncoder().encode('empf-terminal/submission/v1');

/** The envelope's fields that the seal binds; changing any of them afterwards makes the sealed bytes unreadable. */
export type SealedFacts = Pick<
  Envelope,
  'v' | 'id' | 'terminalId' | 'kind' | 'schemaVersion' | 'kid' | 'capturedAt'
>;

function associatedData(facts: SealedFacts): ArrayBuffer {
  const { v, id, terminalId, kind, schemaVersion, kid, capturedAt } = facts;
  return toArrayBuffer(
    new TextEncoder().encode(JSON.stringify({ v, id, terminalId, kind, schemaVersion, kid, capturedAt })),
  );
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/**
 * Seals plaintext to the platform's public key. Whoever holds the terminal cannot open the result.
 * @returns the sealed bytes, or `sealing-key` when the key is not a usable P-256 key
 */
export async function seal(
  plaintext: Uint8Array,
  facts: SealedFacts,
  recipient: PublicKey['jwk'],
): Promise<Result<Uint8Array, Failure<'sealing-key'>>> {
  if (recipient.kty !== 'EC') return fail('sealing-key');
  let recipientPublicKey: Awaited<ReturnType<typeof suite.kem.importKey>>;
  try {
    recipientPublicKey = await suite.kem.importKey('jwk', { ...recipient, ext: true }, true);
  } catch {
    return fail('sealing-key');
  }
  const sealed = await suite.seal(
    { recipientPublicKey, info: toArrayBuffer(INFO) },
    toArrayBuffer(plaintext),
    associatedData(facts),
  );
  const bytes = new Uint8Array(sealed.enc.byteLength + sealed.ct.byteLength);
  bytes.set(new Uint8Array(sealed.enc), 0);
  bytes.set(new Uint8Array(sealed.ct), sealed.enc.byteLength);
  return ok(bytes);
}

/**
 * Opens sealed bytes with the platform's private key (JWK with `d`).
 * @returns the plaintext, or `cannot-open` for another key, a changed envelope or damaged bytes
 */
export async function open(
  sealed: Uint8Array,
  facts: SealedFacts,
  privateJwk: JWK,
): Promise<Result<Uint8Array, Failure<'cannot-open'>>> {
  if (sealed.byteLength <= ENCAPSULATED_KEY_BYTES) return fail('cannot-open');
  try {
    const recipientKey = await suite.kem.importKey('jwk', privateJwk, false);
    const plaintext = await suite.open(
      {
        recipientKey,
        enc: toArrayBuffer(sealed.subarray(0, ENCAPSULATED_KEY_BYTES)),
        info: toArrayBuffer(INFO),
      },
      toArrayBuffer(sealed.subarray(ENCAPSULATED_KEY_BYTES)),
      associatedData(facts),
    );
    return ok(new Uint8Array(plaintext));
  } catch {
    return fail('cannot-open');
  }
}
