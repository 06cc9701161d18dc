import type { Enrolment, KeyDocument } from '../../domain/wire/contract.ts';
import { type SignatureFault, verifyKeyDocument } from '../../domain/wire/signing.ts';
import type { Failure, Result } from '../../domain/result.ts';

/**
 * The newest key document that main knows: the enrolment's, or one that the queue's thread fetched since. A staff list
 * under a key that was revoked after enrolment must not let anybody sign in.
 */
export interface NewestKeys {
  /** Null before the first was verified. */
  current(): KeyDocument | null;
  /** Verifies a document under the pinned root key; an older or equal version changes nothing. */
  take(jws: string, rootKey: Enrolment['rootKey']): Promise<Result<KeyDocument, Failure<SignatureFault>>>;
}

export function createNewestKeys(): NewestKeys {
  let newest: KeyDocument | null = null;
  return {
    current: () => newest,
    async take(jws, rootKey) {
      const verified = await verifyKeyDocument(jws, rootKey);
      if (verified.ok && verified.value.version > (newest?.version ?? 0)) newest = verified.value;
      return verified;
    },
  };
}
