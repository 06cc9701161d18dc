import { hash } from 'node:crypto';

/** SHA-256 of sealed bytes, base64url: how the contract writes digests. Never of the plaintext. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64url');
}
