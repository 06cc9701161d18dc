import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import type { z } from 'zod';
import { open, type SealedFacts } from '../../../domain/wire/sealed/sealing.ts';

/** A key pair for one question: the answer is sealed to it, and it is forgotten with the answer. */
export function createSessionKey(): { readonly publicJwk: JWK; readonly privateJwk: JWK } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicJwk: publicKey.export({ format: 'jwk' }),
    privateJwk: privateKey.export({ format: 'jwk' }),
  };
}

/** What an answer sealed to a session key says; null where it does not open or is no such content. */
export async function openAnswer<T>(
  sealed: string,
  facts: SealedFacts,
  privateJwk: JWK,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const opened = await open(new Uint8Array(Buffer.from(sealed, 'base64url')), facts, privateJwk);
  if (!opened.ok) return null;
  try {
    const content = schema.safeParse(JSON.parse(new TextDecoder().decode(opened.value)));
    return content.success ? content.data : null;
  } catch {
    return null;
  } finally {
    opened.value.fill(0);
  }
}
