import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { JWK } from 'jose';
import type { PublicKey } from './contract.ts';

/**
 * HPKE (RFC 9180) base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256 because it is in every
 * TPM and in Electron's BoringSSL without an experimental flag (ADR 0004).
 */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

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

const MOST_CACHED = 16;
const imported = new Map<string, HpkeKey>();

/**
 * The platform's private key (JWK with `d`). The import is remembered: it takes longer than opening a submission does.
 * @throws when it is not a P-256 private key
 */
export async function importRecipientPrivateKey(jwk: JWK): Promise<HpkeKey> {
  const name = `${jwk.x ?? ''}.${jwk.y ?? ''}.${jwk.d ?? ''}`;
  const known = imported.get(name);
  if (known !== undefined) return known;
  const key = await suite.kem.importKey('jwk', jwk, false);
  if (imported.size >= MOST_CACHED) imported.clear();
  imported.set(name, key);
  return key;
}

export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
