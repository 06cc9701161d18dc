import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';

/** A key pair for one question: the answer is sealed to it, and it is forgotten with it. */
export function sessionKey(): { readonly publicJwk: JWK; readonly privateJwk: JWK } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicJwk: publicKey.export({ format: 'jwk' }),
    privateJwk: privateKey.export({ format: 'jwk' }),
  };
}
