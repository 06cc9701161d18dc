import { z } from 'zod';
import { EMPLOYER_ACCOUNT } from '../catalogue/shared/employer-account.ts';
import { schemeIdSchema } from '../catalogue/shared/scheme.ts';
import { voluntaryRuleSetSchema } from '../contributions/voluntary/schema.ts';
import { isoInstantSchema, publicKeySchema } from './contract.ts';
import { identityProofSchema } from './enquiry.ts';

/**
 * POST /v1/enquiries/employer-rules: the newest accepted description of an employer account's voluntary contributions in
 * one scheme, sealed to a key of the session (ADR 0023), so that a remittance can be held against it before it is sent.
 * To who was identified by a document at least; limited by terminal (429 `too-many-tries`), found or not. Nothing
 * described, or nothing accepted: 404 `not-found`.
 */
export const employerRulesRequestSchema = z.strictObject({
  claim: identityProofSchema,
  employerAccount: z.string().regex(EMPLOYER_ACCOUNT),
  scheme: schemeIdSchema,
  /** P-256, made for this question and forgotten with it. */
  sessionKey: publicKeySchema.shape.jwk,
});
export type EmployerRulesRequest = z.infer<typeof employerRulesRequestSchema>;

export const employerRulesResponseSchema = z.object({
  /** `seal` to the session key of storedRulesSchema as JSON, with the claim's facts, kind `employer-rules`, kid `session`. */
  sealed: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(131_072),
});

/** What the platform holds an employer's remittances against. */
export const storedRulesSchema = z.strictObject({
  /** Id of the submission that described them. */
  id: z.uuid(),
  receivedAt: isoInstantSchema,
  employerAccount: z.string().regex(EMPLOYER_ACCOUNT),
  scheme: schemeIdSchema,
  ruleSet: voluntaryRuleSetSchema,
});
export type StoredRules = z.infer<typeof storedRulesSchema>;

/** What the answer is sealed with, known to both sides before it is sent. */
export function factsOfRulesAnswer(claim: z.infer<typeof identityProofSchema>) {
  const { id, terminalId, capturedAt } = claim;
  return {
    ...{ v: 1 as const, id, terminalId, capturedAt },
    ...{ kind: 'employer-rules', schemaVersion: 1, kid: 'session' },
  };
}
