import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { KeyDocument, KeyUse } from '../../domain/wire/contract.ts';
import { keyInForce, signJson, verifyKeyDocument } from '../../domain/wire/signing.ts';
import type { SignedReceipt, Store } from '../store/store.ts';
import { type KeyFileFault, readPrivateKey } from './key-files.ts';
import { PERSON_KEY, publicPart, ROOT_KEY } from './make-keys.ts';

interface CurrentKeys {
  readonly document: KeyDocument;
  /** Compact JWS of the document under the root key. */
  readonly jws: string;
}

/** The gateway's keys while it runs. A rotation by another process is seen at the next use. */
export interface KeyRing {
  readonly rootPublicKey: JWK;
  current(): Promise<CurrentKeys>;
  /** Private sealing key; a revoked one still opens, since what a terminal sealed cannot be sealed again. */
  sealingKey(kid: string): Promise<Result<JWK, Failure<'sealing-key-unknown'>>>;
  /** Signs with the newest key of the use that is in force at the instant. */
  sign(content: unknown, use: KeyUse, at: string): Promise<Result<SignedReceipt, Failure<'no-signing-key'>>>;
  /** Key of the HMAC that recognises a person. */
  readonly personKey: Uint8Array;
}

/**
 * Reads the keys made by `ensureKeys`.
 * @returns `key-missing` or `key-damaged` with the key's name, `key-document` when the stored document is not signed
 *   by the root key on disk
 */
export async function openKeyRing(
  dataDir: string,
  store: Store,
): Promise<Result<KeyRing, Failure<KeyFileFault | 'key-document'>>> {
  const root = readPrivateKey(dataDir, ROOT_KEY);
  if (!root.ok) return root;
  const person = readPrivateKey(dataDir, PERSON_KEY);
  if (!person.ok) return person;
  if (person.value.k === undefined) return fail('key-damaged', { key: PERSON_KEY });
  const rootPublicKey = publicPart(root.value);

  let cached: (CurrentKeys & { readonly version: number }) | null = null;
  async function load(): Promise<CurrentKeys | null> {
    const stored = await store.latestKeyDocument();
    if (stored === null) return null;
    if (cached?.version === stored.version) return cached;
    const verified = await verifyKeyDocument(stored.jws, rootPublicKey);
    if (!verified.ok) return null;
    cached = { version: stored.version, document: verified.value, jws: stored.jws };
    return cached;
  }
  async function current(): Promise<CurrentKeys> {
    const keys = await load();
    if (keys === null) throw new Error('key document missing or not signed by the root key');
    return keys;
  }
  if ((await load()) === null) return fail('key-document');

  const privateKeys = new Map<string, JWK>();
  function privateKey(kid: string): JWK | null {
    const known = privateKeys.get(kid);
    if (known !== undefined) return known;
    const read = readPrivateKey(dataDir, kid);
    if (!read.ok) return null;
    privateKeys.set(kid, read.value);
    return read.value;
  }

  return ok({
    rootPublicKey,
    personKey: Buffer.from(person.value.k, 'base64url'),
    current,
    sealingKey: async (kid) => {
      const { document } = await current();
      // Looked up in the signed document first: `kid` comes from outside and names a file.
      const listed = document.keys.some((key) => key.kid === kid && key.use === 'seal');
      const key = listed ? privateKey(kid) : null;
      return key === null ? fail('sealing-key-unknown') : ok(key);
    },
    sign: async (content, use, at) => {
      const { document } = await current();
      const key = keyInForce(document, use, at);
      const secret = key === null ? null : privateKey(key.kid);
      if (key === null || secret === null) return fail('no-signing-key');
      return ok({ kid: key.kid, jws: await signJson(content, key.kid, secret) });
    },
  });
}
