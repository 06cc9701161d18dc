import { assuranceOf } from '../../domain/assurance.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  MAX_SEALED_BYTES,
  type ProblemCode,
  type Receipt,
  type SubmissionRequest,
} from '../../domain/wire/contract.ts';
import { open } from '../../domain/wire/sealing.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { NewSubmission, Store, StoredAnswer } from '../store/store.ts';
import { heldAgainstStaff } from './attestation.ts';
import { digestOf, fingerprintOf } from './fingerprint.ts';
import { findKind } from './kinds.ts';
import { personKeyOf } from './person-key.ts';

interface Accepted {
  /** False for a repeated key: the earlier answer. */
  readonly first: boolean;
  readonly answer: StoredAnswer;
}

type AcceptFault = Extract<
  ProblemCode,
  | 'idempotency-in-progress'
  | 'idempotency-key-reused'
  | 'digest-differs'
  | 'sealing-key-unknown'
  | 'cannot-open'
  | 'schema-unknown'
  | 'payload-invalid'
  | 'malformed'
  | 'too-large'
  | 'busy'
>;

/** Takes submissions in, however they travelled (HTTP today; import from a medium calls the same). */
export interface Accepting {
  /**
   * Verifies, opens in memory, decides, and commits; answers only after the commit. The terminal that brings the
   * request must already be known to be `request.envelope.terminalId`.
   */
  accept(request: SubmissionRequest): Promise<Result<Accepted, Failure<AcceptFault>>>;
}

/** More than this at once is answered `busy` with Retry-After rather than queued in memory. */
const MOST_AT_ONCE = 64;

export function createAccepting(parts: {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly now: () => Date;
}): Accepting {
  const { store, keys, now } = parts;
  /** Fingerprint by terminal and key; the inbox's unique key guards against a second process. */
  const inProgress = new Map<string, Uint8Array>();

  async function decided(
    request: SubmissionRequest,
    sealed: Uint8Array,
    fingerprint: Uint8Array,
  ): Promise<Result<NewSubmission, Failure<AcceptFault>>> {
    const { envelope } = request;
    if (digestOf(sealed) !== envelope.digest) return fail('digest-differs');
    const kind = findKind(envelope.kind, envelope.schemaVersion);
    if (!kind.ok) return kind;
    const key = await keys.sealingKey(envelope.kid);
    if (!key.ok) return key;
    const opened = await open(sealed, envelope, key.value);
    if (!opened.ok) return fail('cannot-open');
    const understood = kind.value.read(opened.value);
    opened.value.fill(0);
    if (!understood.ok) return understood;

    const { evidence, documentId, refusal } = understood.value;
    const staffId = evidence.attestation?.staffId;
    const staff = staffId === undefined ? null : await store.findStaff(staffId);
    const assurance = assuranceOf(heldAgainstStaff(evidence, staff));
    const tooLow = assurance < kind.value.requiredAssurance;

    const { id, digest, terminalId } = envelope;
    const receivedAt = now().toISOString();
    const receipt = await keys.sign(
      { id, digest, terminalId, receivedAt } satisfies Receipt,
      'receipt',
      receivedAt,
    );
    // No receipt key in force is the platform's trouble, not the terminal's: it keeps the item and comes again.
    if (!receipt.ok) return fail('busy');
    return ok({
      envelope,
      sealed,
      fingerprint,
      receivedAt,
      receipt: receipt.value,
      assurance,
      refusal: refusal ?? (tooLow ? 'assurance-too-low' : null),
      personKey: personKeyOf(documentId, keys.personKey),
    });
  }

  /**
   * A receipt under a revoked key purges nothing at the terminal (DESIGN.md, *Trust*), so repeating it would leave the
   * item there for ever: it is issued anew. It keeps its first `receivedAt` when the new key covers that instant;
   * otherwise it carries the instant of issue, since terminals check that the key was in force at `receivedAt`.
   */
  async function repeated(
    request: SubmissionRequest,
    answer: StoredAnswer,
  ): Promise<Result<Accepted, Failure<AcceptFault>>> {
    const { document } = await keys.current();
    const key = document.keys.find((candidate) => candidate.kid === answer.receiptKid);
    if (key !== undefined && key.revokedAt === null) return ok({ first: false, answer });
    const { id, digest, terminalId } = request.envelope;
    const issuedAt = now().toISOString();
    const covering = await keys.sign(
      { id, digest, terminalId, receivedAt: answer.receivedAt } satisfies Receipt,
      'receipt',
      answer.receivedAt,
    );
    const receipt = covering.ok
      ? covering
      : await keys.sign(
          { id, digest, terminalId, receivedAt: issuedAt } satisfies Receipt,
          'receipt',
          issuedAt,
        );
    if (!receipt.ok) return fail('busy');
    const replaced = await store.replaceReceipt(terminalId, id, receipt.value, issuedAt);
    return replaced.ok ? ok({ first: false, answer: replaced.value }) : fail('busy');
  }

  return {
    accept: async (request) => {
      const { envelope } = request;
      const sealed = Buffer.from(request.sealed, 'base64url');
      if (sealed.byteLength > MAX_SEALED_BYTES) return fail('too-large');
      const fingerprint = fingerprintOf(request, sealed);
      const place = `${envelope.terminalId}/${envelope.id}`;
      const running = inProgress.get(place);
      if (running !== undefined) {
        return fail(same(running, fingerprint) ? 'idempotency-in-progress' : 'idempotency-key-reused');
      }
      if (inProgress.size >= MOST_AT_ONCE) return fail('busy');
      inProgress.set(place, fingerprint);
      try {
        const earlier = await store.findAnswer(envelope.terminalId, envelope.id);
        if (earlier !== null) {
          if (!same(earlier.fingerprint, fingerprint)) return fail('idempotency-key-reused');
          return await repeated(request, earlier);
        }
        const submission = await decided(request, sealed, fingerprint);
        if (!submission.ok) return submission;
        const committed = await store.commitSubmission(submission.value);
        if (!committed.ok) return committed;
        const { state, answer } = committed.value;
        // Another gateway process on the same store was quicker between our look and our commit.
        if (!same(answer.fingerprint, fingerprint)) return fail('idempotency-key-reused');
        return ok({ first: state === 'stored', answer });
      } finally {
        inProgress.delete(place);
      }
    },
  };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
