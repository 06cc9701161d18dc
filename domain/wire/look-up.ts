import { z } from 'zod';
import { LOOK_UPS } from '../records/records.ts';
import { publicKeySchema } from './contract.ts';
import { type IdentityProof, identityProofSchema } from './enquiry.ts';
import type { SealedFacts } from './sealed/sealing.ts';

/**
 * POST /v1/look-ups: what the platform has on record about who was identified, sealed to a key of the session (DESIGN.md,
 * *Sealed means sealed*; ADR 0025). Nobody on record, evidence that is not enough and a claim that is not of now all look
 * alike (`not-found`); limited by terminal and by person (429 `too-many-tries`).
 */
export const lookUpRequestSchema = z.strictObject({
  what: z.enum(LOOK_UPS),
  claim: identityProofSchema,
  /** P-256, made for this question and forgotten with it. */
  sessionKey: publicKeySchema.shape.jwk,
});
export type LookUpRequest = z.infer<typeof lookUpRequestSchema>;

export const lookUpResponseSchema = z.object({
  /** `seal` of recordsSchema as JSON to the session key, bound to the claim it answers (`lookUpFacts`); base64url. */
  sealed: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(131_072),
});
export type LookUpAnswer = z.infer<typeof lookUpResponseSchema>;

/** What the seal of an answer binds: the one question it belongs to. */
export function lookUpFacts({ id, terminalId, capturedAt }: IdentityProof): SealedFacts {
  return { v: 1, id, terminalId, kind: 'look-up', schemaVersion: 1, kid: 'session', capturedAt };
}
