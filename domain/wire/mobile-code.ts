import { z } from 'zod';
import { MOBILE_CODE_SECONDS, MOBILE_CODE_TRIES, mobileCodeSchema } from '../identity/proof/mobile-code.ts';
import { LOCALES } from '../locale.ts';
import { isoInstantSchema } from './contract.ts';
import { identityProofSchema } from './enquiry.ts';

/**
 * Confirming a mobile number by a code in a message (ADR 0026). The gateway makes the code, keeps it hashed and has it
 * sent; the terminal learns whether what was typed is right:
 *
 *   POST /v1/mobile-codes             mobileCodeRequestSchema -> 201 mobileCodeSentSchema
 *   POST /v1/mobile-codes/{id}/tries  mobileCodeTrySchema -> 200 mobileCodeAnswerSchema
 *
 * 404 `not-found` where the platform sends no messages; 429 `too-many-tries` with Retry-After where one was sent a
 * moment ago, or too many were. Unknown, run out, another terminal's and another visit's are all `over`.
 */
const opaque = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const session = z.string().min(1).max(64);

/** Only ever sealed, with kind `mobile-number`, schemaVersion 1. */
export const mobileClaimSchema = z.strictObject({
  countryCode: z.literal('852'),
  mobile: z.string().regex(/^\d{8}$/),
});

export const mobileCodeRequestSchema = z.strictObject({
  /** The visit: nothing of the code counts in another. */
  session,
  /** `seal` of mobileClaimSchema; opened in memory, kept as a keyed hash until the code is over. */
  number: identityProofSchema,
  /** The language of the message. */
  locale: z.enum(LOCALES),
});

export const mobileCodeSentSchema = z.object({
  id: opaque,
  /** Seconds until the code runs out, so that no clocks are compared. */
  secondsLeft: z.number().int().min(1).max(MOBILE_CODE_SECONDS),
  /** Seconds until another message may be asked for. */
  againAfter: z.number().int().min(1).max(600),
});
export type MobileCodeSent = z.infer<typeof mobileCodeSentSchema>;

export const mobileCodePathSchema = z.object({ id: opaque });
export const mobileCodeTrySchema = z.strictObject({ session, code: mobileCodeSchema });

export const mobileCodeAnswerSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('confirmed'),
    /** Compact JWS of mobileTokenSchema. */
    token: z.string().min(20).max(2048),
  }),
  z.object({ state: z.literal('wrong'), triesLeft: z.number().int().min(1).max(MOBILE_CODE_TRIES) }),
  z.object({ state: z.literal('over') }),
]);
export type MobileCodeAnswer = z.infer<typeof mobileCodeAnswerSchema>;

/** Signed by a `receipt` key; strict, so that neither a receipt nor a sign-in passes for it (ADR 0015). */
export const mobileTokenSchema = z.strictObject({
  v: z.literal(1),
  use: z.literal('mobile'),
  id: opaque,
  terminalId: z.string(),
  session,
  /** HMAC of the number under a key of the gateway, another one for every code. */
  number: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  confirmedAt: isoInstantSchema,
  /** What uses it must have been captured by then … */
  capturedBy: isoInstantSchema,
  /** … and have arrived by then. */
  arrivedBy: isoInstantSchema,
});
export type MobileToken = z.infer<typeof mobileTokenSchema>;
