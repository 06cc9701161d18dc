import { z } from 'zod';
import { OUTCOME_CODES } from '../../../domain/codes.ts';
import {
  attachmentMentionSchema,
  type Outcome,
  outcomeSchema,
  SUBMISSION_KINDS,
} from '../../../domain/wire/contract.ts';
import { markOf } from '../../../domain/practice/practice-terminal.ts';
import type { StoredSubmission } from '../submission-store.ts';

export const bytes = z.instanceof(Uint8Array);

/** How an outcome stands in a row: null while the submission waits. */
export const outcomeColumns = {
  outcome: z.enum(outcomeSchema.options.map((option) => option.shape.state.value)).nullable(),
  outcome_code: z.enum(OUTCOME_CODES).nullable(),
  outcome_by: z.string().nullable(),
};

/** The tables' CHECKs keep the three columns consistent. */
export function toOutcome(row: {
  readonly outcome: Outcome['state'] | null;
  readonly outcome_code: (typeof OUTCOME_CODES)[number] | null;
  readonly outcome_by: string | null;
}): Outcome | null {
  const { outcome: state, outcome_code: code, outcome_by: by } = row;
  if (state === null) return null;
  switch (state) {
    case 'rejected':
    case 'needs-correction':
      if (code === null) throw new Error('an outcome without its code');
      return { state, code };
    case 'superseded':
      return { state, by };
    default:
      return { state };
  }
}

export function outcomeParameters(outcome: Outcome | null): {
  readonly outcome: string | null;
  readonly outcomeCode: string | null;
  readonly outcomeBy: string | null;
} {
  return {
    outcome: outcome?.state ?? null,
    outcomeCode: outcome !== null && 'code' in outcome ? outcome.code : null,
    outcomeBy: outcome !== null && 'by' in outcome ? outcome.by : null,
  };
}

const mentions = z.array(attachmentMentionSchema);
/** The files that an envelope names, as they stand in its row. */
export function mentionsOf(column: string | null): z.infer<typeof mentions> {
  return column === null ? [] : mentions.parse(JSON.parse(column));
}

export const SUBMISSION_COLUMNS = `terminal_id, id, reference, kind, schema_version, kid, captured_at, received_at, lane,
  sequence, digest, sealed, valid_until, supersedes, attachments, assurance, missing_attachments, outcome, outcome_code,
  outcome_by`;

const submissionRow = z.object({
  terminal_id: z.string(),
  id: z.string(),
  reference: z.string(),
  kind: z.enum(SUBMISSION_KINDS),
  schema_version: z.number(),
  kid: z.string(),
  captured_at: z.string(),
  received_at: z.string(),
  lane: z.number(),
  sequence: z.number(),
  digest: z.string(),
  sealed: bytes,
  valid_until: z.string().nullable(),
  supersedes: z.string().nullable(),
  attachments: z.string().nullable(),
  assurance: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  missing_attachments: z.number(),
  ...outcomeColumns,
});

export function toStoredSubmission(row: unknown): StoredSubmission {
  const parsed = submissionRow.parse(row);
  const { valid_until: validUntil, supersedes, attachments } = parsed;
  return {
    envelope: {
      v: 1,
      id: parsed.id,
      terminalId: parsed.terminal_id,
      kind: parsed.kind,
      schemaVersion: parsed.schema_version,
      kid: parsed.kid,
      capturedAt: parsed.captured_at,
      reference: parsed.reference,
      lane: parsed.lane,
      sequence: parsed.sequence,
      digest: parsed.digest,
      ...(validUntil === null ? {} : { validUntil }),
      ...(supersedes === null ? {} : { supersedes }),
      ...(attachments === null ? {} : { attachments: mentionsOf(attachments) }),
      ...markOf(parsed.terminal_id),
    },
    sealed: parsed.sealed,
    receivedAt: parsed.received_at,
    outcome: toOutcome(parsed),
    assurance: parsed.assurance,
    missingAttachments: parsed.missing_attachments,
  };
}
