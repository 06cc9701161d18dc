import { crc32 } from 'node:zlib';
import type { z } from 'zod';
import {
  type Envelope,
  envelopeSchema,
  MAX_SEALED_BYTES,
  type Outcome,
  outcomeSchema,
} from '../../domain/wire/contract.ts';
import type { NewAttachment } from './attachments/attachment.ts';
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
  /** The files that the envelope mentions, all of them or none (they may be kept later one by one). */
  readonly attachments?: readonly NewAttachment[];
}

export const MOST_SEALED_BYTES = MAX_SEALED_BYTES;

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
  /** Milliseconds of the budget clock at which it was kept; for its age. */
  readonly keptBudget: number;
  readonly digest: string;
  /** ISO instant after which it is not sent any more; null: it does not lapse. */
  readonly validUntil: string | null;
  /** Id of the submission that it corrects. */
  readonly supersedes: string | null;
  readonly attempts: number;
  /** Null when the row was damaged on disk and is none any more. */
  readonly envelope: Envelope | null;
  /** Compact JWS of the verified receipt. */
  readonly receipt: string | null;
  readonly receivedAt: string | null;
  readonly receivedBudget: number | null;
  readonly outcome: Outcome | null;
  readonly parkedReason: string | null;
  /** How often it was set aside. */
  readonly parkedCount: number;
  /** When and in which bundle it was last written to a drive. */
  readonly exportedAt: string | null;
  readonly exportBundle: string | null;
  /** Id of the submission by which the member withdrew it before it had left. */
  readonly cancelledBy: string | null;
}

/** CRC-32 of an envelope as it is written into the database: tells whether the disk has changed it since. */
export function envelopeCheck(text: string): number {
  return crc32(text);
}

/**
 * The envelope as it stands in the database; null when the disk has changed it since it was parsed and put there.
 * @param check its `envelopeCheck`; null or left out for a row of a version that wrote none, which is parsed anew
 */
export function storedEnvelope(text: string, check: number | null = null): Envelope | null {
  try {
    // The very text that was written by this program after it had parsed it.
    if (check !== null) return envelopeCheck(text) === check ? (JSON.parse(text) as Envelope) : null;
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
    keptBudget: row.kept_budget,
    digest: row.digest,
    validUntil: row.valid_until,
    supersedes: row.supersedes,
    attempts: row.attempts,
    envelope: storedEnvelope(row.envelope),
    receipt: row.receipt,
    receivedAt: row.received_at,
    receivedBudget: row.received_budget,
    outcome: outcomeOf(row),
    parkedReason: row.parked_reason,
    parkedCount: row.parked_count,
    exportedAt: row.exported_at,
    exportBundle: row.export_bundle,
    cancelledBy: row.cancelled_by,
  };
}

/** How an outcome is stored beside its state. */
export function columnsOf(outcome: Outcome): { outcome: string | null; by: string | null } {
  return {
    outcome: 'code' in outcome ? outcome.code : null,
    by: outcome.state === 'superseded' ? outcome.by : null,
  };
}

function outcomeOf(row: SubmissionRow): Outcome | null {
  if (row.receipt === null) return null;
  const { state, outcome: code, superseded_by: by } = row;
  const parsed = outcomeSchema.safeParse({
    state,
    ...(code === null ? {} : { code }),
    ...(state === 'superseded' ? { by } : {}),
  });
  return parsed.success ? parsed.data : null;
}
