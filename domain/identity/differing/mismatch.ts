import { z } from 'zod';
import { DIFFERENCE_EXTENTS, DIFFERING_FIELDS, type Difference, type WhoItIs } from './difference.ts';

/**
 * What stands against the document: what the member typed before it was read, what the platform has on record, or what
 * the member says that a record of the platform or of an employer has.
 */
const MISMATCH_AGAINST = ['typed', 'record', 'said'] as const;
export type MismatchAgainst = (typeof MISMATCH_AGAINST)[number];

/** Somebody as the other source has them. */
export interface Told extends WhoItIs {
  readonly against: MismatchAgainst;
}

/**
 * Document and record have one person otherwise. Never fitted: it is left as a case with both, and somebody at the
 * platform decides when the evidence is there (facts/wording.md, *People and how to serve them*).
 */
export interface Mismatch {
  readonly told: Told;
  readonly differences: readonly Difference[];
}

/** As it travels, sealed: what differs, how the other source has it, and which papers the member was told to bring. */
export const mismatchSchema = z.strictObject({
  against: z.enum(MISMATCH_AGAINST),
  differences: z
    .array(z.strictObject({ field: z.enum(DIFFERING_FIELDS), extent: z.enum(DIFFERENCE_EXTENTS) }))
    .min(1)
    .max(DIFFERING_FIELDS.length),
  told: z.strictObject({
    surname: z.string().max(80),
    givenNames: z.string().max(120),
    dateOfBirth: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .nullable(),
  }),
  /** Ids of the reference data's papers. */
  evidence: z.array(z.string().min(1).max(64)).max(20),
});
export type MismatchCase = z.infer<typeof mismatchSchema>;

/** @param evidence ids of the papers that the member was shown */
export function caseOf({ told, differences }: Mismatch, evidence: readonly string[]): MismatchCase {
  const { against, surname, givenNames, dateOfBirth = null } = told;
  return {
    against,
    differences: differences.map(({ field, extent }) => ({ field, extent })),
    told: { surname, givenNames, dateOfBirth },
    evidence: [...evidence],
  };
}
