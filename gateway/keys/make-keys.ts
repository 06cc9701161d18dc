import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { signJson, verifyKeyDocument } from '../../domain/wire/signing.ts';
import {
  KEY_USES,
  type KeyDocument,
  type KeyUse,
  type PublicKey,
  publicKeySchema,
} from '../../domain/wire/contract.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Store, StoredKeyDocument } from '../store/store.ts';
import { type KeyFileFault, readPrivateKey, writeNewPrivateKey } from './key-files.ts';

export const ROOT_KEY = 'root';
export const PERSON_KEY = 'person';

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_MS = 730 * DAY_MS;

/**
 * Makes a key of a use and keeps its private half in `<dataDir>/keys`.
 * @param notBefore ISO instant from which the key is in force; it ends two years later
 */
export async function makeKey(dataDir: string, use: KeyUse, notBefore: string): Promise<PublicKey> {
  const privateJwk = newPrivateJwk(use);
  const kid = `${use}-${(await calculateJwkThumbprint(privateJwk)).slice(0, 16)}`;
  writeNewPrivateKey(dataDir, kid, privateJwk);
  return publicKeySchema.parse({
    kid,
    use,
    jwk: publicPart(privateJwk),
    notBefore,
    notAfter: new Date(Date.parse(notBefore) + LIFETIME_MS).toISOString(),
    revokedAt: null,
  });
}

/**
 * Development keys at first start: root, person key, one key of every use and version 1 of the key document. When there
 * is a key document already, it gets a key of every use that it never had one of, as its next version. A production
 * root key lives in a hardware module and signs elsewhere.
 */
export async function ensureKeys(
  dataDir: string,
  store: Store,
  now: string,
): Promise<Result<null, Failure<KeyFileFault | 'key-document'>>> {
  const stored = await store.latestKeyDocument();
  if (stored === null) {
    writeNewPrivateKey(dataDir, ROOT_KEY, newPrivateJwk('receipt'));
    writeNewPrivateKey(dataDir, PERSON_KEY, { kty: 'oct', k: randomBytes(32).toString('base64url') });
    return addMissingKeys(dataDir, store, { version: 0, issuedAt: now, keys: [] }, now);
  }
  const root = readPrivateKey(dataDir, ROOT_KEY);
  if (!root.ok) return root;
  const document = await verifyKeyDocument(stored.jws, publicPart(root.value));
  return document.ok ? addMissingKeys(dataDir, store, document.value, now) : fail('key-document');
}

async function addMissingKeys(
  dataDir: string,
  store: Store,
  { version, keys }: KeyDocument,
  now: string,
): Promise<Result<null, Failure<KeyFileFault>>> {
  const missing = KEY_USES.filter((use) => !keys.some((key) => key.use === use));
  if (missing.length === 0) return ok(null);
  // A day earlier: a terminal whose clock runs behind must still find the keys in force.
  const notBefore = new Date(Date.parse(now) - DAY_MS).toISOString();
  const made: PublicKey[] = [];
  for (const use of missing) made.push(await makeKey(dataDir, use, notBefore));
  const document = { version: version + 1, issuedAt: now, keys: [...keys, ...made] };
  const signed = await signKeyDocument(dataDir, document);
  if (!signed.ok) return signed;
  // When another process published this version first, its keys stand and these are never used.
  await store.addKeyDocument(signed.value);
  return ok(null);
}

export async function signKeyDocument(
  dataDir: string,
  document: KeyDocument,
): Promise<Result<StoredKeyDocument, Failure<KeyFileFault>>> {
  const root = readPrivateKey(dataDir, ROOT_KEY);
  if (!root.ok) return root;
  const jws = await signJson(document, ROOT_KEY, root.value);
  return ok({ version: document.version, issuedAt: document.issuedAt, jws });
}

/** The public members of a private Ed25519 or P-256 key. */
export function publicPart(privateJwk: JWK): JWK {
  const { kty, crv, x, y } = privateJwk;
  return { ...(kty && { kty }), ...(crv && { crv }), ...(x && { x }), ...(y && { y }) };
}

function newPrivateJwk(use: KeyUse): JWK {
  const pair =
    use === 'seal' || use === 'seal-practice'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('ed25519');
  return pair.privateKey.export({ format: 'jwk' });
}
