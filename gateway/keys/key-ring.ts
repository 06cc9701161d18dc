import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { KeyDocument, KeyUse } from '../../domain/wire/contract.ts';
import type { SealedFacts } from '../../domain/wire/sealed/sealing.ts';
import { keyInForce, verifyKeyDocument } from '../../domain/wire/signing.ts';
import type { Store } from '../store/store.ts';
import type { SignedReceipt } from '../store/submission-store.ts';
import { type KeyFileFault, readPrivateKey } from './key-files.ts';
import { PERSON_KEY, publicPart, ROOT_KEY } from './make-keys.ts';
import { createOpener, type Opener } from './open-sealed.ts';
import { signCompact } from './sign-compact.ts';

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
  sealingKey(
    kid: string,
    use?: 'seal' | 'seal-practice',
  ): Promise<Result<JWK, Failure<'sealing-key-unknown'>>>;
  /** Opens what was sealed to the key that `facts.kid` names (`domain/wire/sealed/sealing.ts`). */
  open(
    sealed: Uint8Array,
    facts: SealedFacts,
  ): Promise<Result<Uint8Array, Failure<'sealing-key-unknown' | 'cannot-open'>>>;
  /** Signs with the newest key of the use that is in force at the instant. */
  sign(content: unknown, use: KeyUse, at: string): Promise<Result<SignedReceipt, Failure<'no-signing-key'>>>;
  /** Key of the HMAC that recognises a person. */
  readonly personKey: KeyObject;
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
    if (cached !== null && cached.version === (await store.latestKeyDocumentVersion())) return cached;
    const stored = await store.latestKeyDocument();
    if (stored === null) return null;
    const verified = await verifyKeyDocument(stored.jws, rootPublicKey);
    if (!verified.ok) return null;
    cached = { version: stored.version, document: verified.value, jws: stored.jws };
    return cached;
  }
  async function loaded(): Promise<CurrentKeys> {
    const keys = await load();
    if (keys === null) throw new Error('key document missing or not signed by the root key');
    return keys;
  }
  /** One look for all uses in one turn of the event loop, so that a key revoked by another process is seen at once. */
  let look: Promise<CurrentKeys> | null = null;
  function current(): Promise<CurrentKeys> {
    if (look !== null) return look;
    look = loaded();
    setImmediate(() => {
      look = null;
    });
    return look;
  }
  if ((await load()) === null) return fail('key-document');

  const signingKeys = new Map<string, KeyObject>();
  function signingKey(kid: string): KeyObject | null {
    const known = signingKeys.get(kid);
    if (known !== undefined) return known;
    const secret = privateKey(kid);
    if (secret === null) return null;
    const made = createPrivateKey({ key: { ...secret }, format: 'jwk' });
    signingKeys.set(kid, made);
    return made;
  }

  const privateKeys = new Map<string, JWK>();
  function privateKey(kid: string): JWK | null {
    const known = privateKeys.get(kid);
    if (known !== undefined) return known;
    const read = readPrivateKey(dataDir, kid);
    if (!read.ok) return null;
    privateKeys.set(kid, read.value);
    return read.value;
  }

  const openers = new Map<string, Opener>();
  const sealingKey: KeyRing['sealingKey'] = async (kid, use = 'seal') => {
    const { document } = await current();
    // Looked up in the signed document first: `kid` comes from outside and names a file.
    const listed = document.keys.some((key) => key.kid === kid && key.use === use);
    const key = listed ? privateKey(kid) : null;
    return key === null ? fail('sealing-key-unknown') : ok(key);
  };

  return ok({
    rootPublicKey,
    personKey: createSecretKey(person.value.k, 'base64url'),
    current,
    sealingKey,
    open: async (sealed, facts) => {
      const key = await sealingKey(facts.kid, facts.mode === undefined ? 'seal' : 'seal-practice');
      if (!key.ok) return key;
      const opener = openers.get(facts.kid) ?? createOpener(key.value);
      openers.set(facts.kid, opener);
      return opener(sealed, facts);
    },
    sign: async (content, use, at) => {
      const { document } = await current();
      const key = keyInForce(document, use, at);
      const secret = key === null ? null : signingKey(key.kid);
      if (key === null || secret === null) return fail('no-signing-key');
      return ok({ kid: key.kid, jws: await signCompact(content, key.kid, secret) });
    },
  });
}
