import { createHash, timingSafeEqual } from 'node:crypto';
import type { KnownTerminal, Store } from '../store/store.ts';

const BEARER = /^Bearer ([A-Za-z0-9_~+/.-]{32,128}=*)$/i;

/** SHA-256 of a terminal credential: all that the gateway keeps of it. The credential has 256 random bits. */
export function credentialDigest(credential: string): Uint8Array {
  return createHash('sha256').update(credential).digest();
}

/**
 * The terminal a request comes from. The store is asked for a digest, so its time says nothing about the credential;
 * the comparison itself is in constant time.
 * @param authorization value of the Authorization header
 * @returns null when missing, malformed, unknown or no longer in force; which of them is not told
 */
export async function authenticate(
  store: Pick<Store, 'findTerminal'>,
  authorization: string | undefined,
): Promise<KnownTerminal | null> {
  const credential = BEARER.exec(authorization ?? '')?.[1];
  if (credential === undefined) return null;
  const digest = credentialDigest(credential);
  const terminal = await store.findTerminal(digest);
  return terminal !== null && timingSafeEqual(terminal.credentialDigest, digest) ? terminal : null;
}
