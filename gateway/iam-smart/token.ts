import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { SIGN_IN_COUNTS_FOR_SECONDS } from '../../domain/identity/proof/iam-smart.ts';
import { type Failure, ok, type Result } from '../../domain/result.ts';
import { type SignInToken, signInTokenSchema } from '../../domain/wire/iam-smart.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import { personKeyOf } from '../accept/person-key.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { isWithin, visitWindow } from '../keys/visit-window.ts';

/** A member checks and declares within this after signing in. */
const CAPTURED_WITHIN_MS = SIGN_IN_COUNTS_FOR_SECONDS * 1000;

/**
 * Who signs in, known again without the number: another HMAC for every sign-in, so that two of them cannot be brought
 * together by whoever sees them.
 * @param documentId as `memberOf` (../accept/kinds/member.ts) gives it
 */
export function personOf(documentId: string, signInId: string, key: KeyObject): Uint8Array {
  return personInSignIn(personKeyOf(documentId, key), signInId, key);
}

/** The same from what `personKeyOf` gave. */
export function personInSignIn(personKey: Uint8Array, signInId: string, key: KeyObject): Uint8Array {
  return createHmac('sha256', key)
    .update(`empf-gateway/iam-smart/v1\n${signInId}\n`)
    .update(personKey)
    .digest();
}

/**
 * The gateway's word that this person signed in, for one submission of one visit at one terminal.
 * @returns `no-signing-key` when no receipt key is in force
 */
export async function signToken(
  about: { readonly id: string; readonly terminalId: string; readonly session: string },
  person: Uint8Array,
  keys: Pick<KeyRing, 'sign'>,
  at: Date,
): Promise<Result<string, Failure<'no-signing-key'>>> {
  const { id, terminalId, session } = about;
  const token: SignInToken = {
    v: 1,
    use: 'iam-smart',
    id,
    terminalId,
    session,
    person: Buffer.from(person).toString('base64url'),
    approvedAt: at.toISOString(),
    ...visitWindow(at, CAPTURED_WITHIN_MS),
  };
  const signed = await keys.sign(token, 'receipt', token.approvedAt);
  return signed.ok ? ok(signed.value.jws) : signed;
}

/** What a token is held against. */
export interface TokenUse {
  readonly terminalId: string;
  readonly session: string;
  readonly documentId: string;
  /** ISO instant, as the terminal sealed it in. */
  readonly capturedAt: string;
  /** ISO instant of now. */
  readonly at: string;
}

/** The token, when it is the gateway's own and was given for exactly this; otherwise null, whatever is wrong with it. */
export async function tokenFor(
  token: string,
  use: TokenUse,
  keys: Pick<KeyRing, 'current' | 'personKey'>,
): Promise<SignInToken | null> {
  const { document } = await keys.current();
  const verified = await verifyUnder(
    token,
    document,
    'receipt',
    signInTokenSchema,
    ({ approvedAt }) => approvedAt,
  );
  if (!verified.ok) return null;
  const { id, terminalId, session, person, approvedAt, capturedBy, arrivedBy } = verified.value;
  const holds =
    terminalId === use.terminalId &&
    session === use.session &&
    isWithin({ capturedBy, arrivedBy, from: approvedAt }, use) &&
    timingSafeEqual(Buffer.from(person, 'base64url'), personOf(use.documentId, id, keys.personKey));
  return holds ? verified.value : null;
}
