import { createHash } from 'node:crypto';
import { formatReference, parseReference } from '../../domain/reference.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { Kept } from '../../domain/terminal/ports.ts';
import type { Envelope } from '../../domain/wire/contract.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import type { AuditPlace } from '../audit/audit-chain.ts';
import type { Session } from './session.ts';
import {
  MOST_SEALED_BYTES,
  type NewEnvelope,
  newEnvelopeSchema,
  type NewSubmission,
  PRIORITIES,
} from './submission.ts';

export type EnqueueRefusal =
  'malformed' | 'too-large' | 'digest-differs' | 'id-used' | 'reference-used' | 'sequence-used';

/** What `enqueue` answers: what the member is told, and the place in the order. */
export interface KeptSubmission extends Kept {
  readonly sequence: number;
}

export function digestOf(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('base64url');
}

/** What can be refused without looking into the database. Names the field, never its content. */
export function examineSubmission(submission: NewSubmission): Result<NewEnvelope, Failure<EnqueueRefusal>> {
  const parsed = newEnvelopeSchema.safeParse(submission.envelope);
  if (!parsed.success)
    return fail('malformed', { field: String(parsed.error.issues[0]?.path[0] ?? 'envelope') });
  if (!(submission.sealed instanceof Uint8Array) || submission.sealed.byteLength === 0) {
    return fail('malformed', { field: 'sealed' });
  }
  if (submission.sealed.byteLength > MOST_SEALED_BYTES) return fail('too-large', { most: MOST_SEALED_BYTES });
  if (digestOf(submission.sealed) !== parsed.data.digest) return fail('digest-differs');
  return ok(parsed.data);
}

/** Takes the next number of a counter. Inside the caller's transaction, so that it is durable with what uses it. */
export function take(session: Session, name: 'reference' | 'sequence' | 'fence' | 'opening'): number {
  const row = session.statements.nextOf.get(name);
  if (row === undefined) throw new Error(`counter ${name} is missing`);
  return row.value;
}

export function epochOf(session: Session): number {
  return session.statements.counter.get('epoch')?.value ?? 1;
}

export function takeReference(session: Session, terminalId: string): string {
  return formatReference({ terminalId, epoch: epochOf(session), counter: take(session, 'reference') });
}

/**
 * Row and audit entry, in the caller's transaction. The same id again is the same submission when its bytes are the
 * same, and is refused otherwise.
 */
export function insertSubmission(
  session: Session,
  envelope: NewEnvelope,
  sealed: Uint8Array,
  place: AuditPlace,
): Result<KeptSubmission, Failure<EnqueueRefusal>> {
  const { statements } = session;
  const existing = statements.byId.get(envelope.id);
  if (existing !== undefined) {
    if (existing.digest !== envelope.digest) return fail('id-used');
    return ok({
      id: existing.id,
      reference: existing.reference,
      keptAt: existing.kept_at,
      sequence: existing.sequence,
    });
  }
  const placed = numbered(session, envelope);
  if (!placed.ok) return placed;
  const { id, reference, sequence, kind, lane, digest } = placed.value;
  statements.insert.run({
    sequence,
    id,
    reference,
    kind,
    lane,
    priority: PRIORITIES[kind],
    kept_at: place.at,
    digest,
    envelope: canonicalJson(placed.value),
    sealed: Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength),
  });
  const detail = { id, reference, kind, bytes: sealed.byteLength };
  session.audit.append({ event: 'submission.kept', actor: 'member', detail }, place);
  return ok({ id, reference, keptAt: place.at, sequence });
}

function numbered(session: Session, envelope: NewEnvelope): Result<Envelope, Failure<EnqueueRefusal>> {
  const reference = referenceFor(session, envelope);
  if (!reference.ok) return reference;
  const sequence = sequenceFor(session, envelope.sequence);
  return sequence.ok ? ok({ ...envelope, reference: reference.value, sequence: sequence.value }) : sequence;
}

function referenceFor(session: Session, envelope: NewEnvelope): Result<string, Failure<EnqueueRefusal>> {
  const { reference } = envelope;
  if (reference === undefined) return ok(takeReference(session, envelope.terminalId));
  if (session.statements.referenceUsed.get(reference) !== undefined) return fail('reference-used');
  const parts = parseReference(reference);
  const taken = session.statements.counter.get('reference')?.value ?? 0;
  // A number that came from elsewhere must not be given out a second time.
  if (parts.ok && parts.value.epoch === epochOf(session) && parts.value.counter > taken) {
    session.statements.setCounter.run(parts.value.counter, 'reference');
  }
  return ok(reference);
}

function sequenceFor(session: Session, given: number | undefined): Result<number, Failure<EnqueueRefusal>> {
  if (given === undefined) return ok(take(session, 'sequence'));
  if (session.statements.sequenceUsed.get(given) !== undefined) return fail('sequence-used');
  const taken = session.statements.counter.get('sequence')?.value ?? 0;
  if (given > taken) session.statements.setCounter.run(given, 'sequence');
  return ok(given);
}
