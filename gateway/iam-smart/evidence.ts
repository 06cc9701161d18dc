import type { IdentificationEvidence } from '../../domain/assurance.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { tokenFor, type TokenUse } from './token.ts';

/** The sign-in that evidence stands on: it counts for one submission. */
export interface SignInUsed {
  readonly id: string;
  /** ISO instant from which the token counts for nothing anyway. */
  readonly forgetAt: string;
}

export interface HeldAgainstSignIn {
  readonly evidence: IdentificationEvidence;
  /** Null where no sign-in holds. */
  readonly used: SignInUsed | null;
}

/** The evidence without its sign-in, when there is one. */
export function withoutSignIn({
  iamSmart: _dropped,
  ...rest
}: IdentificationEvidence): IdentificationEvidence {
  return rest;
}

/**
 * The evidence with its sign-in held against what the gateway signed; one that is forged, of another terminal, visit or
 * person, or too old counts as none.
 */
export async function heldAgainstSignIn(
  evidence: IdentificationEvidence,
  use: Omit<TokenUse, 'session'>,
  keys: Pick<KeyRing, 'current' | 'personKey'>,
): Promise<HeldAgainstSignIn> {
  const { iamSmart } = evidence;
  if (iamSmart === undefined) return { evidence, used: null };
  const token = await tokenFor(iamSmart.token, { ...use, session: iamSmart.sessionId }, keys);
  return token === null
    ? { evidence: withoutSignIn(evidence), used: null }
    : { evidence, used: { id: token.id, forgetAt: token.arrivedBy } };
}
