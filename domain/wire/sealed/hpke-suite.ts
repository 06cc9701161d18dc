import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import type { PublicKey } from '../contract.ts';

/**
 * HPKE (RFC 9180) base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256 because it is in every
 * TPM and in Electron's BoringSSL without an experimental flag (ADR 0004).
 */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** An uncompressed point of P-256; everything sealed begins with it. */
export const ENCAPSULATED_KEY_BYTES = 65;

export function createCipherSuite(): typeof suite {
  return suite;
}

type HpkeKey = Awaited<ReturnType<typeof suite.kem.importKey>>;

/** The platform's public key, or null when it is not a usable P-256 key. */
export async function importRecipientKey(jwk: PublicKey['jwk']): Promise<HpkeKey | null> {
  if (jwk.kty !== 'EC') return null;
  try {
    return await suite.kem.importKey('jwk', { ...jwk, ext: true }, true);
  } catch {
    return null;
  }
}

/**
 * A private key (JWK with `d`), imported anew each time: a key that is made for one session must not outlive it here.
 * @throws when it is not a P-256 private key
 */
export async function importRecipientPrivateKey(jwk: JWK): Promise<HpkeKey> {
  return await suite.kem.importKey('jwk', jwk, false);
}

/** What a seal stands for (`info`, one for each purpose) and what it binds without hiding it (associated data). */
export interface SealBinding {
  readonly info: Uint8Array;
  readonly associatedData: Uint8Array;
}

/**
 * Seals bytes in one piece: encapsulated key (65 bytes) ‖ ciphertext.
 * @returns the sealed bytes, or `sealing-key` when the key is not a usable P-256 key
 */
export async function sealBytes(
  plaintext: Uint8Array,
  binding: SealBinding,
  recipient: PublicKey['jwk'],
): Promise<Result<Uint8Array, Failure<'sealing-key'>>> {
  const recipientPublicKey = await importRecipientKey(recipient);
  if (recipientPublicKey === null) return fail('sealing-key');
  const sealed = await suite.seal(
    { recipientPublicKey, info: toArrayBuffer(binding.info) },
    toArrayBuffer(plaintext),
    toArrayBuffer(binding.associatedData),
  );
  const bytes = new Uint8Array(sealed.enc.byteLength + sealed.ct.byteLength);
  bytes.set(new Uint8Array(sealed.enc), 0);
  bytes.set(new Uint8Array(sealed.ct), sealed.enc.byteLength);
  return ok(bytes);
}

/**
 * Opens what `sealBytes` made, with the private key (JWK with `d`).
 * @returns the plaintext, or `cannot-open` for another key, another binding or damaged bytes
 */
export async function openBytes(
  sealed: Uint8Array,
  binding: SealBinding,
  privateJwk: JWK,
): Promise<Result<Uint8Array, Failure<'cannot-open'>>> {
  if (sealed.byteLength <= ENCAPSULATED_KEY_BYTES) return fail('cannot-open');
  try {
    const plaintext = await suite.open(
      {
        recipientKey: await importRecipientPrivateKey(privateJwk),
        enc: toArrayBuffer(sealed.subarray(0, ENCAPSULATED_KEY_BYTES)),
        info: toArrayBuffer(binding.info),
      },
      toArrayBuffer(sealed.subarray(ENCAPSULATED_KEY_BYTES)),
      toArrayBuffer(binding.associatedData),
    );
    return ok(new Uint8Array(plaintext));
  } catch {
    return fail('cannot-open');
  }
}

export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
