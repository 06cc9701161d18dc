import { createHash } from 'node:crypto';
import type { SubmissionRequest } from '../../domain/wire/contract.ts';

/** SHA-256 of bytes, base64url: how the contract writes digests. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/**
 * What "the same payload" means for an idempotency key: SHA-256 over the envelope with its members in one order, and
 * the sealed bytes. Spacing and the order of members in the JSON do not make another payload.
 */
export function fingerprintOf(request: SubmissionRequest, sealed: Uint8Array): Uint8Array {
  const members = Object.entries(request.envelope).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).update('\n').update(sealed).digest();
}
