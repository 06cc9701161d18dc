import { z } from 'zod';
import { STAFF_ROLES } from '../identity/staff.ts';
import { isoInstantSchema } from './contract.ts';

const staffIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,32}$/);
const badgeDigestSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const pinHashSchema = z.string().startsWith('$argon2id$').max(200);

/** One person of the list: what a terminal needs to let them sign in, and no name. */
export const staffRecordSchema = z.strictObject({
  staffId: staffIdSchema,
  role: z.enum(STAFF_ROLES),
  identityTrainedOn: z.iso.date().nullable(),
  /** The last day on which the training holds; left out: it has no end. Only told to who reads it (ADR 0046). */
  identityTrainedUntil: z.exactOptional(z.iso.date().nullable()),
  active: z.boolean(),
  /** SHA-256 of the badge text, base64url: the list alone makes no badge. */
  badgeDigest: badgeDigestSchema,
  /** argon2id encoded string of the PIN. */
  pinHash: pinHashSchema,
  /** Grows whenever the platform sets or unlocks the PIN; a higher one than a terminal has seen ends its lock. */
  pinVersion: z.number().int().positive().default(1),
  /** A start PIN, known to whoever gave it out: nothing but a new one may be set with it. */
  mustChangePin: z.boolean().default(false),
});

/**
 * The signed staff list (compact JWS under a `staff-list` key). A lease: whoever is on it may sign in until
 * `validUntil`, also offline; `issuedAt` and `validUntil` are renewed with every answer, `version` when somebody on it
 * changes. GET /v1/staff-list -> { staffList }.
 */
export const staffListSchema = z.strictObject({
  version: z.number().int().positive(),
  issuedAt: isoInstantSchema,
  validUntil: isoInstantSchema,
  staff: z.array(staffRecordSchema),
});
export type StaffList = z.infer<typeof staffListSchema>;

export const STAFF_LIST_PATH = '/v1/staff-list';
/**
 * A terminal says with this header of the request that it reads `identityTrainedUntil`. One that does not is older and
 * would refuse a list with it: it gets none, and whose training has ended as not trained (ADR 0046).
 */
export const STAFF_LIST_READS = { header: 'staff-list-reads', trainingEnds: 'training-ends' } as const;
/** Two thousand people. */
export const MOST_STAFF_LIST_CHARACTERS = 1_048_576;
export const staffListResponseSchema = z.strictObject({
  staffList: z.string().max(MOST_STAFF_LIST_CHARACTERS),
});

/**
 * What happened on a terminal that the platform's list has to follow: POST /v1/staff-notices. The answer proves
 * nothing; a notice has arrived when a signed list shows it.
 */
export const staffNoticeSchema = z.discriminatedUnion('kind', [
  /** A badge was reported lost: nobody is to sign in with it anywhere. */
  z.strictObject({
    kind: z.literal('badge-blocked'),
    staffId: staffIdSchema,
    badgeDigest: badgeDigestSchema,
    /** The supervisor. */
    by: staffIdSchema,
  }),
  z.strictObject({
    kind: z.literal('pin-changed'),
    staffId: staffIdSchema,
    /** Of the PIN that was changed: a newer one of the platform's stays. */
    pinVersion: z.number().int().positive(),
    pinHash: pinHashSchema,
  }),
]);
export type StaffNotice = z.infer<typeof staffNoticeSchema>;

export const STAFF_NOTICES_PATH = '/v1/staff-notices';
export const staffNoticesRequestSchema = z.strictObject({
  notices: z.array(staffNoticeSchema).min(1).max(50),
});
export const staffNoticesResponseSchema = z.strictObject({ taken: z.number().int().nonnegative() });
