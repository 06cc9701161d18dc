import { z } from 'zod';

/** How many seconds of a code's life are left at most; the gateway says how many in each answer. */
export const SIGN_IN_SECONDS = 120;

/** What is captured later than this after a sign-in does not count with it; the gateway's signed word says so, too. */
export const SIGN_IN_COUNTS_FOR_SECONDS = 30 * 60;
/** Whoever comes to the end later than this after signing in signs in again: time is left to check and to declare. */
export const SIGN_IN_ASKED_AGAIN_AFTER_SECONDS = 20 * 60;

/**
 * What a member's sign-in with iAM Smart leaves in a payload: the gateway's own signed word, and for which visit it was
 * asked. It holds nothing of a person; only the gateway can tell whose it is (ADR 0015).
 */
export const iamSmartEvidenceSchema = z.strictObject({
  /** The visit in which it was asked for. */
  sessionId: z.string().min(1).max(64),
  /** Compact JWS of `signInTokenSchema` (../wire/iam-smart.ts). */
  token: z.string().min(20).max(2048),
});
export type IamSmartEvidence = z.infer<typeof iamSmartEvidenceSchema>;
