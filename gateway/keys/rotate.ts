import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { KeyDocument, KeyUse, PublicKey } from '../../domain/wire/contract.ts';
import type { DatabaseFault } from '../store/database.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { KeyFileFault } from './key-files.ts';
import { openKeyRing } from './key-ring.ts';
import { makeKey, signKeyDocument } from './make-keys.ts';

export type RotationFault =
  DatabaseFault | KeyFileFault | 'key-document' | 'key-unknown' | 'key-revoked-already' | 'rotated-meanwhile';

export interface Rotated {
  /** Version of the key document that now stands. */
  readonly version: number;
  readonly key: PublicKey;
}

/**
 * Adds a key of a use and publishes the next version of the key document. Terminals take the newest key in force; keys
 * that stand already stay valid, so that what was sealed or signed with them still counts.
 * @param input.notBefore ISO instant, default now. A receipt key that takes over from a revoked one may be given the
 *   revoked key's `notBefore`: only then do receipts issued anew keep their first `receivedAt` (DESIGN.md, *Trust*)
 */
export async function addKey(input: {
  readonly dataDir: string;
  readonly use: KeyUse;
  readonly notBefore?: string;
  readonly now?: () => Date;
}): Promise<Result<Rotated, Failure<RotationFault>>> {
  const issuedAt = (input.now?.() ?? new Date()).toISOString();
  return publish(input.dataDir, issuedAt, async (document) => {
    const key = await makeKey(input.dataDir, input.use, input.notBefore ?? issuedAt);
    return ok({ key, keys: [...document.keys, key] });
  });
}

/**
 * Marks a key as revoked and publishes the next version of the key document. Receipts and lists signed with it count
 * for nothing from then on; what was sealed to it can still be opened here.
 */
export async function revokeKey(input: {
  readonly dataDir: string;
  readonly kid: string;
  readonly now?: () => Date;
}): Promise<Result<Rotated, Failure<RotationFault>>> {
  const revokedAt = (input.now?.() ?? new Date()).toISOString();
  return publish(input.dataDir, revokedAt, (document) => {
    const found = document.keys.find((candidate) => candidate.kid === input.kid);
    if (found === undefined) return Promise.resolve(fail('key-unknown'));
    if (found.revokedAt !== null) return Promise.resolve(fail('key-revoked-already'));
    const key = { ...found, revokedAt };
    return Promise.resolve(
      ok({ key, keys: document.keys.map((candidate) => (candidate.kid === key.kid ? key : candidate)) }),
    );
  });
}

async function publish(
  dataDir: string,
  issuedAt: string,
  change: (
    document: KeyDocument,
  ) => Promise<Result<{ key: PublicKey; keys: PublicKey[] }, Failure<'key-unknown' | 'key-revoked-already'>>>,
): Promise<Result<Rotated, Failure<RotationFault>>> {
  const opened = openSqliteStore(dataDir);
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const ring = await openKeyRing(dataDir, store);
    if (!ring.ok) return ring;
    const { document } = await ring.value.current();
    const changed = await change(document);
    if (!changed.ok) return changed;
    const version = document.version + 1;
    const signed = await signKeyDocument(dataDir, { version, issuedAt, keys: changed.value.keys });
    if (!signed.ok) return signed;
    if (!(await store.addKeyDocument(signed.value))) return fail('rotated-meanwhile');
    return ok({ version, key: changed.value.key });
  } finally {
    store.close();
  }
}
