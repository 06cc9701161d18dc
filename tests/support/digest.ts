import { hash } from 'node:crypto';

/** SHA-256, base64url, as the contract writes digests; the tests' own, so that none is compared with itself. */
export function digestOf(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url');
}
