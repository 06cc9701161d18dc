import { z } from 'zod';
import { isoInstantSchema } from './contract.ts';
import { identityProofSchema } from './enquiry.ts';

/**
 * Signing in with iAM Smart (DESIGN.md, *Assurance*; ADR 0015). The gateway is iAM Smart's client; a terminal holds no
 * secret of it, draws the code and asks how things stand:
 *
 *   POST   /v1/iam-smart/sign-ins               signInRequestSchema -> 201 signInResponseSchema
 *   GET    /v1/iam-smart/sign-ins/{id}?session= -> 200 signInStateSchema
 *   DELETE /v1/iam-smart/sign-ins/{id}?session= -> 204, whatever there was: it is over
 *
 * Unknown, another terminal's and another visit's look alike: `unknown`.
 */
const opaque = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const session = z.string().min(1).max(64);

export const signInRequestSchema = z.strictObject({
  /** The visit: nothing of the sign-in counts in another. */
  session,
  /** Whose card was read. Opened in memory, kept as a keyed hash until the sign-in is over. */
  claim: identityProofSchema,
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

export const signInResponseSchema = z.object({
  id: opaque,
  /** What the code says; opaque, and nothing of a person. */
  code: z.url().max(400),
  /** Seconds until the code runs out, so that no clocks are compared. */
  secondsLeft: z.number().int().min(1).max(600),
});
export type SignInBegun = z.infer<typeof signInResponseSchema>;

export const signInPathSchema = z.object({ id: opaque });
export const signInQuerySchema = z.object({ session });

/** What may become of a sign-in. `different-person`: approved by somebody else than the card's holder. */
export const SIGN_IN_STATES = [
  'waiting',
  'scanned',
  'approved',
  'refused',
  'expired',
  'different-person',
  'unknown',
] as const;

export const signInStateSchema = z.object({
  state: z.enum(SIGN_IN_STATES),
  /** Compact JWS of signInTokenSchema; null unless approved. */
  token: z.string().min(20).max(2048).nullable(),
});
export type SignInState = z.infer<typeof signInStateSchema>;

/** Signed by a `receipt` key. Its members are other ones than a receipt's, so that neither passes for the other. */
export const signInTokenSchema = z.strictObject({
  v: z.literal(1),
  use: z.literal('iam-smart'),
  /** The sign-in; counts for one submission. */
  id: opaque,
  terminalId: z.string(),
  session,
  /** HMAC of the verified number under a key of the gateway, another one for every sign-in. */
  person: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  approvedAt: isoInstantSchema,
  /** What uses it must have been captured by then … */
  capturedBy: isoInstantSchema,
  /** … and have arrived by then. */
  arrivedBy: isoInstantSchema,
});
export type SignInToken = z.infer<typeof signInTokenSchema>;
