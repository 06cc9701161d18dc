import { z } from 'zod';
import { OUTCOME_CODES } from '../codes.ts';
import { SUBMISSION_KINDS } from '../kinds/kinds.ts';
import { PRACTICE_MODE } from '../practice/practice-terminal.ts';

export { SUBMISSION_KINDS, type SubmissionKind } from '../kinds/kinds.ts';

/**
 * The contract between terminal and gateway. Both sides parse with these schemas; the gateway's OpenAPI document is
 * made from them.
 *
 *   POST /v1/submissions   submissionRequestSchema -> 201 submissionResponseSchema (the same again for a repeated key)
 *   POST /v1/batches       batch.ts: many small submissions in one exchange, each answered by itself
 *   GET  /v1/outcomes      outcomes.ts: what became of them, by cursor
 *   POST /v1/attachments, PUT /v1/attachments/{id}/chunks/{index}   attachment.ts: manifest first, then what is wanted
 *   POST /v1/audit         audit-upload.ts: the audit chain, on its own way
 *   GET  /v1/policy        policy.ts: freeze rules, retention and limits, signed
 *   GET  /v1/reference-data?newer-than=   ../reference-data/wire.ts: schemes, funds, limits, holidays, places, signed
 *   GET  /v1/staff-list, POST /v1/staff-notices   staff-list.ts: who may sign in, signed, for a while
 *   POST /v1/enquiries, POST /v1/corrections   enquiry.ts
 *   POST /v1/staff-calls, …/end, …/open, …/go   staff-calls.ts: who is wanted where at a place, live only
 *   GET  /v1/keys          -> { keyDocument: compact JWS of keyDocumentSchema, signed by the pinned root key }
 *   GET  /v1/health?pending=  how many it has to send -> healthSchema (with the terminal's credential)
 *
 * Every request carries `Authorization: Bearer <terminal credential>`; POST also `Idempotency-Key: <envelope.id>`
 * (IETF draft-ietf-httpapi-idempotency-key-header: 400 missing, 409 in progress, 422 same key with another payload).
 */
export const isoInstantSchema = z.iso.datetime({ precision: 3 });
const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

export const MAX_SEALED_BYTES = 64 * 1024;

/** What an envelope says about a file that belongs to it; the file has a manifest of its own (attachment.ts). */
export const attachmentMentionSchema = z.strictObject({
  id: z.uuid({ version: 'v7' }),
  /** SHA-256 of the whole sealed file, base64url. */
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

/**
 * What is known about a submission without opening it. `v, id, terminalId, kind, schemaVersion, kid, capturedAt` and,
 * where they are there, `validUntil, supersedes, attachments, mode` are the associated data of the seal (`sealed/sealing.ts`),
 * so none of them can be changed afterwards.
 */
export const envelopeSchema = z.strictObject({
  v: z.literal(1),
  /** UUIDv7; also the idempotency key. */
  id: z.uuid({ version: 'v7' }),
  terminalId: z.string().regex(/^[A-Z][0-9]{4}$/),
  kind: z.enum(SUBMISSION_KINDS),
  schemaVersion: z.number().int().positive(),
  /** The sealing key. */
  kid: z.string().min(1).max(64),
  capturedAt: isoInstantSchema,
  /** The number told to the member (`reference.ts`). */
  reference: z.string().min(8).max(32),
  /** HMAC of the document id under a key of this terminal, cut to 16 bits: order is kept within a lane. */
  lane: z.number().int().min(0).max(65535),
  /** Terminal's own ever-growing number; order never comes from a clock. */
  sequence: z.number().int().positive(),
  /** SHA-256 of the sealed bytes, base64url. */
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** Neither sent nor taken after this instant; left out where the kind never lapses. */
  validUntil: z.exactOptional(isoInstantSchema),
  /** The submission that this one takes the place of (a correction). */
  supersedes: z.exactOptional(z.uuid({ version: 'v7' })),
  /** Files that must have arrived before this is processed. */
  attachments: z.exactOptional(z.array(attachmentMentionSchema).min(1).max(10)),
  /** Made in practice, of an invented person (docs/adr/0037); what is real says nothing. */
  mode: z.exactOptional(z.literal(PRACTICE_MODE)),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export const submissionRequestSchema = z.strictObject({
  envelope: envelopeSchema,
  /** Sealed bytes, base64url (`sealed/sealing.ts`). */
  sealed: base64url.max(Math.ceil((MAX_SEALED_BYTES * 4) / 3)),
});
export type SubmissionRequest = z.infer<typeof submissionRequestSchema>;

export const outcomeSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('accepted') }),
  z.strictObject({ state: z.literal('rejected'), code: z.enum(OUTCOME_CODES) }),
  /** Not lost and not done: the member is asked to correct it; a new submission then `supersedes` this one. */
  z.strictObject({ state: z.literal('needs-correction'), code: z.enum(OUTCOME_CODES) }),
  /** A newer instruction of the same member took its place; `by` names it where it is the terminal's own. */
  z.strictObject({ state: z.literal('superseded'), by: z.uuid().nullable() }),
  /** Withdrawn by the member before it was processed. */
  z.strictObject({ state: z.literal('cancelled') }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const submissionResponseSchema = z.strictObject({
  /** Compact JWS of receiptSchema. */
  receipt: z.string().min(20).max(4096),
  /** Null while it waits to be processed; the outcome then comes by cursor (outcomes.ts). */
  outcome: outcomeSchema.nullable(),
});
export type SubmissionResponse = z.infer<typeof submissionResponseSchema>;

export const receiptSchema = z.strictObject({
  id: z.uuid(),
  digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  terminalId: z.string(),
  receivedAt: isoInstantSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** `seal-practice`: what is practised is sealed to it, and nothing else ever is. */
export const KEY_USES = ['seal', 'seal-practice', 'receipt', 'reference-data', 'staff-list'] as const;
export type KeyUse = (typeof KEY_USES)[number];

export const publicKeySchema = z.strictObject({
  kid: z.string().min(1).max(64),
  use: z.enum(KEY_USES),
  /** `seal` and `seal-practice`: P-256 (kty EC); the others Ed25519 (kty OKP). Public members only. */
  jwk: z.union([
    z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: base64url, y: base64url }),
    z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url }),
  ]),
  notBefore: isoInstantSchema,
  notAfter: isoInstantSchema,
  revokedAt: isoInstantSchema.nullable(),
});
export type PublicKey = z.infer<typeof publicKeySchema>;

/** Signed by the pinned root key; a terminal takes a newer version only. */
export const keyDocumentSchema = z.strictObject({
  version: z.number().int().positive(),
  issuedAt: isoInstantSchema,
  keys: z.array(publicKeySchema).min(1).max(64),
});
export type KeyDocument = z.infer<typeof keyDocumentSchema>;

export const keysResponseSchema = z.strictObject({ keyDocument: z.string().max(65536) });

/**
 * When and how much to send, so that a fleet that comes back at once does not arrive at once (facts/queue.md §2.5,
 * case 15). A terminal that is not told anything sends at once, one by one.
 */
export const drainAdviceSchema = z.object({
  /** Milliseconds to wait before the next batch. */
  afterMs: z.number().int().min(0).max(3_600_000),
  /** The most submissions in one batch. */
  batch: z.number().int().min(1).max(50),
});
export type DrainAdvice = z.infer<typeof drainAdviceSchema>;

export const healthSchema = z.object({
  service: z.literal('empf-gateway'),
  /** Server time; a hint for the trusted clock. */
  now: isoInstantSchema,
  keyDocumentVersion: z.number().int().positive(),
  policyVersion: z.number().int().positive().nullable().default(null),
  referenceDataVersion: z.number().int().positive().nullable().default(null),
  staffListVersion: z.number().int().positive().nullable().default(null),
  /** The newest outcome of this terminal's submissions (outcomes.ts); 0 when there is none. */
  outcomesHead: z.number().int().min(0).default(0),
  drain: drainAdviceSchema.default({ afterMs: 0, batch: 1 }),
});
export type Health = z.infer<typeof healthSchema>;

/** application/problem+json of every refusal. `code` decides, never the text. */
export const PROBLEM_CODES = [
  'idempotency-key-missing',
  'idempotency-key-differs',
  'idempotency-in-progress',
  'idempotency-key-reused',
  'terminal-unknown',
  'malformed',
  'too-large',
  'digest-differs',
  'sealing-key-unknown',
  'cannot-open',
  'schema-unknown',
  'payload-invalid',
  'expired',
  'attachment-too-large',
  'attachment-type',
  'chunk-unknown',
  'audit-broken',
  'device-key-differs',
  'too-many-tries',
  'not-found',
  'draft-gone',
  'not-correctable',
  'assurance-too-low',
  'practice-refused',
  'live-refused',
  'busy',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(PROBLEM_CODES),
});
export type Problem = z.infer<typeof problemSchema>;

/** What enrolment puts on a terminal. The credential is a secret; the file is 0600 and never in a release. */
export const enrolmentSchema = z.strictObject({
  terminalId: z.string().regex(/^[A-Z][0-9]{4}$/),
  credential: z.string().min(32).max(128),
  /** https, or http on loopback only. */
  gatewayUrl: z.url(),
  rootKey: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url }),
  /** Compact JWS of keyDocumentSchema at the time of enrolment, so that the first submission can be sealed offline. */
  keyDocument: z.string().max(65536),
  /** Compact JWS of staffListSchema (staff-list.ts): the first lease. */
  staffList: z.string().max(1_048_576),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;
