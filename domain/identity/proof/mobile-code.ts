import { z } from 'zod';

/** Figures of the code that is sent by SMS to confirm a mobile number. */
export const MOBILE_CODE_DIGITS = 6;
/** How long a code is good for. */
export const MOBILE_CODE_SECONDS = 5 * 60;
/** Wrong entries after which a code is over. */
export const MOBILE_CODE_TRIES = 3;
/** Wait before another message may be asked for: after the first, and after every later one. */
export const SEND_AGAIN_SECONDS = { first: 30, later: 60 } as const;

/** Six figures as typed. */
export const mobileCodeSchema = z.string().regex(new RegExp(`^\\d{${String(MOBILE_CODE_DIGITS)}}$`));

/**
 * What a confirmed number leaves in a payload: the gateway's own signed word, and for which visit it was asked. It holds
 * no number; the gateway alone can tell for which it was given (ADR 0026).
 */
export const mobileEvidenceSchema = z.strictObject({
  /** The visit in which it was asked for. */
  sessionId: z.string().min(1).max(64),
  /** Compact JWS of `mobileTokenSchema` (../wire/mobile-code.ts). */
  token: z.string().min(20).max(2048),
});
export type MobileEvidence = z.infer<typeof mobileEvidenceSchema>;

/** A number that the member confirmed in this visit; in memory only. */
export interface ConfirmedMobile {
  readonly mobile: string;
  readonly evidence: MobileEvidence;
}
