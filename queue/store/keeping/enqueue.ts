import { formatReference, parseReference } from '../../../domain/reference.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { Envelope } from '../../../domain/wire/contract.ts';
import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import { canonicalJson } from '../../audit/canonical-json.ts';
import { examineAttachments, insertAttachments, tooMany, writeFiles } from '../attachments/attachments.ts';
import type { Context, Now } from '../context.ts';
import { digestOf } from '../digest.ts';
import type { EnqueueRefusal, KeptSubmission } from './kept.ts';
import type { Keeping } from '../queue-interface.ts';
import type { Session } from '../session/session.ts';
import {
  envelopeCheck,
  MOST_SEALED_BYTES,
  type NewEnvelope,
  newEnvelopeSchema,
  type NewSubmission,
} from '../submission.ts';

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

type Counter = 'reference' | 'sequence' | 'opening';

/** Takes the next number of a counter. Inside the caller's transaction, so that it is durable with what uses it. */
export function take(session: Session, name: Counter): number {
  const row = session.statements.nextOf.get(name);
  if (row === undefined) throw new Error(`counter ${name} is missing`);
  return row.value;
}

export function epochOf(session: Session): number {
  return session.statements.counter.get('epoch')?.value ?? 1;
}

function takeReference(session: Session, terminalId: string): string {
  return formatReference({ terminalId, epoch: epochOf(session), counter: take(session, 'reference') });
}

/** What was kept under this id: the same submission when its bytes are the same. */
export function keptBefore(
  session: Session,
  envelope: NewEnvelope,
): Result<KeptSubmission | null, Failure<'id-used'>> {
  const row = session.statements.known.get(envelope.id);
  if (row === undefined) return ok(null);
  if (row.digest !== envelope.digest) return fail('id-used');
  return ok({ id: row.id, reference: row.reference, keptAt: row.kept_at, sequence: row.sequence });
}

/**
 * Rows and audit entry, in the caller's transaction. The same id again is the same submission when its bytes are the
 * same, and is refused otherwise.
 */
export function insertSubmission(
  session: Session,
  envelope: NewEnvelope,
  sealed: Uint8Array,
  now: Now,
): Result<KeptSubmission, Failure<EnqueueRefusal>> {
  const { statements } = session;
  const before = keptBefore(session, envelope);
  if (!before.ok) return before;
  if (before.value !== null) return ok(before.value);
  const placed = numbered(session, envelope);
  if (!placed.ok) return placed;
  const { id, reference, sequence, kind, lane, digest, validUntil, supersedes } = placed.value;
  const keptAt = now.place.at;
  statements.insert.run({
    sequence,
    id,
    reference,
    kind,
    lane,
    priority: KIND_FACTS[kind].priority,
    kept_at: keptAt,
    kept_budget: now.budget,
    digest,
    valid_until: validUntil ?? null,
    supersedes: supersedes ?? null,
  });
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const text = canonicalJson(placed.value);
  statements.insertContent.run(sequence, text, bytes, envelopeCheck(text));
  if (envelope.sequence !== undefined) statements.goBefore.run({ lane, sequence });
  const detail = { id, reference, kind, bytes: sealed.byteLength };
  session.audit.append({ event: 'submission.kept', actor: 'member', detail }, now.place);
  return ok({ id, reference, keptAt, sequence });
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

/** Keeping what a member left: the files first, then everything else in one transaction. */
export function keeping(context: Context): Omit<Keeping, 'cancelKept'> {
  const { store, now } = context;
  return {
    enqueue(submission, limits) {
      const examined = examineSubmission(submission);
      if (!examined.ok) return examined;
      const envelope = examined.value;
      const many = tooMany(envelope, limits);
      if (many !== null) return many;
      const attachments = submission.attachments ?? [];
      if (attachments.length > 0) {
        const sound = examineAttachments(attachments, envelope, limits);
        if (!sound.ok) return sound;
      }
      const written = writeFiles(context, attachments);
      if (!written.ok) return written;
      const kept = store.write<KeptSubmission, EnqueueRefusal>(
        (session) => {
          const moment = now();
          const inserted = insertSubmission(session, envelope, submission.sealed, moment);
          if (inserted.ok)
            insertAttachments(session, inserted.value.sequence, written.value.manifests, moment);
          return inserted;
        },
        (session) => {
          const there = keptBefore(session, envelope);
          return there.ok ? there.value : null;
        },
      );
      if (!kept.ok && kept.code !== 'storage-fault') written.value.undo();
      return kept;
    },

    takeReference: (terminalId) => store.write((session) => ok(takeReference(session, terminalId))),

    reserve: (terminalId) =>
      store.write((session) =>
        ok({ reference: takeReference(session, terminalId), sequence: take(session, 'sequence') }),
      ),
  };
}
