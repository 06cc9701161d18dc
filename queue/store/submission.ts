import type { z } from 'zod';
import {
  type Envelope,
  envelopeSchema,
  MAX_SEALED_BYTES,
  type Outcome,
  outcomeSchema,
  type SubmissionKind,
} from '../../domain/wire/contract.ts';
import type { SubmissionRow } from './statements.ts';
import type { SubmissionState } from './submission-states.ts';

/**
 * An envelope on its way into the queue. `reference` and `sequence` are left out to be taken in the same transaction
 * as everything else, or brought along from `reserve`.
 */
export const newEnvelopeSchema = envelopeSchema.partial({ reference: true, sequence: true });
export type NewEnvelope = z.infer<typeof newEnvelopeSchema>;

export interface NewSubmission {
  readonly envelope: NewEnvelope;
  readonly sealed: Uint8Array;
}

export const MOST_SEALED_BYTES = MAX_SEALED_BYTES;

/** What goes first; smaller is earlier. Order within a lane does not depend on it. */
export const PRIORITIES: Readonly<Record<SubmissionKind, number>> = { 'member-registration': 10 };

/** A submission as it is stored, without its sealed bytes. */
export interface StoredSubmission {
  readonly id: string;
  readonly reference: string;
  readonly sequence: number;
  readonly kind: string;
  readonly lane: number;
  readonly state: SubmissionState;
  /** ISO instant of the wall clock at which it was kept; for display. */
  readonly keptAt: string;
  readonly digest: string;
  readonly attempts: number;
  /** Null when the row was damaged on disk and is none any more. */
  readonly envelope: Envelope | null;
  /** Compact JWS of the verified receipt. */
  readonly receipt: string | null;
  readonly receivedAt: string | null;
  readonly outcome: Outcome | null;
  readonly parkedReason: string | null;
}

/** The envelope as it stands in the database; null when the disk has changed it since it was parsed and put there. */
export function storedEnvelope(text: string): Envelope | null {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function storedSubmission(row: SubmissionRow): StoredSubmission {
  return {
    id: row.id,
    reference: row.reference,
    sequence: row.sequence,
    kind: row.kind,
    lane: row.lane,
    state: row.state,
    keptAt: row.kept_at,
    digest: row.digest,
    attempts: row.attempts,
    envelope: storedEnvelope(row.envelope),
    receipt: row.receipt,
    receivedAt: row.received_at,
    outcome: outcomeOf(row),
    parkedReason: row.parked_reason,
  };
}

function outcomeOf(row: SubmissionRow): Outcome | null {
  if (row.state === 'accepted') return { state: 'accepted' };
  if (row.state !== 'rejected') return null;
  const parsed = outcomeSchema.safeParse({ state: 'rejected', code: row.outcome });
  return parsed.success ? parsed.data : null;
}
