import { CompactSign, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../result.ts';
import {
  type KeyDocument,
  keyDocumentSchema,
  type KeyUse,
  type PublicKey,
  receiptSchema,
  type Receipt,
} from './contract.ts';

export type SignatureFault = 'signature' | 'key-unknown' | 'key-revoked' | 'key-not-in-force' | 'content';

/** Signs JSON as a compact JWS with Ed25519; `kid` goes into the protected header. */
export async function signJson(content: unknown, kid: string, privateJwk: JWK): Promise<string> {
  const key = await importJWK(privateJwk, 'EdDSA');
  return new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .sign(key);
}

/** Verifies a compact JWS under one known key and parses its content. */
export async function verifyJson<T>(
  jws: string,
  publicJwk: JWK,
  schema: z.ZodType<T>,
): Promise<Result<T, Failure<SignatureFault>>> {
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(jws, await importJWK(publicJwk, 'EdDSA'), { algorithms: ['EdDSA'] }));
  } catch {
    return fail('signature');
  }
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return parsed.success ? ok(parsed.data) : fail('content');
  } catch {
    return fail('content');
  }
}

/** The key document under the pinned root key. The caller refuses a version that is not newer than its own. */
export function verifyKeyDocument(
  jws: string,
  rootKey: JWK,
): Promise<Result<KeyDocument, Failure<SignatureFault>>> {
  return verifyJson(jws, rootKey, keyDocumentSchema);
}

/** True when the key was in force at the instant and not revoked by then or later: a revoked key is trusted for nothing. */
export function inForce(key: PublicKey, instant: string): boolean {
  return key.revokedAt === null && key.notBefore <= instant && instant <= key.notAfter;
}

/** The newest key of a use in force at the instant, or null. */
export function keyInForce(document: KeyDocument, use: KeyUse, instant: string): PublicKey | null {
  const usable = document.keys.filter((key) => key.use === use && inForce(key, instant));
  return usable.reduce<PublicKey | null>(
    (best, key) => (best === null || key.notBefore > best.notBefore ? key : best),
    null,
  );
}

/**
 * Verifies a document signed by a key of the key document with the given use.
 * @param instantOf the instant at which the key must have been in force
 */
export async function verifyUnder<T>(
  jws: string,
  document: KeyDocument,
  use: KeyUse,
  schema: z.ZodType<T>,
  instantOf: (content: T) => string,
): Promise<Result<T, Failure<SignatureFault>>> {
  let kid: string | undefined;
  try {
    kid = decodeProtectedHeader(jws).kid;
  } catch {
    return fail('signature');
  }
  const key = document.keys.find((candidate) => candidate.kid === kid && candidate.use === use);
  if (key === undefined) return fail('key-unknown');
  if (key.revokedAt !== null) return fail('key-revoked');
  const verified = await verifyJson(jws, key.jwk, schema);
  if (!verified.ok) return verified;
  return inForce(key, instantOf(verified.value)) ? verified : fail('key-not-in-force');
}

/** A receipt counts only when its signature, its key at `receivedAt`, and id, digest and terminal all match. */
export async function verifyReceipt(
  jws: string,
  document: KeyDocument,
  expected: Pick<Receipt, 'id' | 'digest' | 'terminalId'>,
): Promise<Result<Receipt, Failure<SignatureFault>>> {
  const verified = await verifyUnder(
    jws,
    document,
    'receipt',
    receiptSchema,
    (receipt) => receipt.receivedAt,
  );
  if (!verified.ok) return verified;
  const { id, digest, terminalId } = verified.value;
  return id === expected.id && digest === expected.digest && terminalId === expected.terminalId
    ? verified
    : fail('content');
}
