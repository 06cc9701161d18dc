import { type KeyObject, sign } from 'node:crypto';

/**
 * JSON as a compact JWS with Ed25519 (RFC 8037), the same text as `signJson` of the contract makes. With a key that is
 * imported once it takes an eighth of the time, and a batch has fifty receipts.
 */
export function signCompact(content: unknown, kid: string, key: KeyObject): string {
  const signed = `${encoded({ alg: 'EdDSA', kid })}.${encoded(content)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}

function encoded(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
