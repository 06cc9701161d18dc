import { randomBytes } from 'node:crypto';
import { seal, type SealedFacts } from '../../domain/wire/sealed/sealing.ts';
import { keyInForce } from '../../domain/wire/signing.ts';
import { findKind } from '../accept/kinds/kinds.ts';
import type { Understood } from '../accept/kinds/kind-rules.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { StoredSubmission } from '../store/submission-store.ts';

/** A submission opened for one answer; `plaintext` is to be overwritten by whoever asked. */
export interface LookedUp {
  readonly submission: StoredSubmission;
  readonly understood: Understood;
  readonly plaintext: Uint8Array;
}

interface Sealed {
  readonly sealed: Uint8Array;
  readonly envelope: SealedFacts;
}

/** About as long as a registration. */
const STAND_IN_BYTES = 900;

/**
 * Finds a submission by its reference and opens it in memory. What is not there costs the same as what is: a stand-in
 * is opened in its place, so that the time of an answer does not tell which references exist (ADR 0010).
 * @returns a function from a well-formed reference, or null for one that has no form, to what was found or null
 */
export function createLookUp(
  store: Pick<Store, 'findByReference'>,
  keys: KeyRing,
  now: () => Date,
): (reference: string | null) => Promise<LookedUp | null> {
  let standIn: Sealed | null = null;

  /** Random bytes under the sealing key that terminals use now. */
  async function standInOf(): Promise<Sealed | null> {
    const { document } = await keys.current();
    const key = keyInForce(document, 'seal', now().toISOString());
    if (standIn?.envelope.kid === key?.kid || key === null) return standIn;
    const envelope = {
      v: 1 as const,
      id: '',
      terminalId: '',
      kind: 'stand-in',
      schemaVersion: 1,
      kid: key.kid,
      capturedAt: '',
    };
    const sealed = await seal(randomBytes(STAND_IN_BYTES), envelope, key.jwk);
    standIn = sealed.ok ? { sealed: sealed.value, envelope } : null;
    return standIn;
  }

  return async (reference) => {
    const other = await standInOf();
    const submission = await store.findByReference(reference ?? '');
    const chosen = submission ?? other;
    const opened = chosen === null ? null : await keys.open(chosen.sealed, chosen.envelope);
    if (submission === null || opened === null || !opened.ok) return null;
    const plaintext = opened.value;
    const kind = findKind(submission.envelope.kind, submission.envelope.schemaVersion);
    const understood = kind.ok ? kind.value.read(plaintext) : kind;
    return understood.ok ? { submission, understood: understood.value, plaintext } : null;
  };
}
