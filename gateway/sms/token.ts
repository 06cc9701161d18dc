import { timingSafeEqual } from 'node:crypto';
import type { MobileEvidence } from '../../domain/identity/proof/mobile-code.ts';
import { type Failure, ok, type Result } from '../../domain/result.ts';
import { type MobileToken, mobileTokenSchema } from '../../domain/wire/mobile-code.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { isWithin, visitWindow } from '../keys/visit-window.ts';
import { numberInCode } from './hashes.ts';

/** A visit with staff, an interpreter and papers to look for is over by then. */
const CAPTURED_WITHIN_MS = 2 * 60 * 60 * 1000;

/**
 * The gateway's word that whoever has this number typed the code that was sent to it, in one visit at one terminal.
 * @returns `no-signing-key` when no receipt key is in force
 */
export async function signMobileToken(
  about: {
    readonly id: string;
    readonly terminalId: string;
    readonly session: string;
    readonly number: Uint8Array;
  },
  keys: Pick<KeyRing, 'sign'>,
  at: Date,
): Promise<Result<string, Failure<'no-signing-key'>>> {
  const { id, terminalId, session, number } = about;
  const token: MobileToken = {
    v: 1,
    use: 'mobile',
    id,
    terminalId,
    session,
    number: Buffer.from(number).toString('base64url'),
    confirmedAt: at.toISOString(),
    ...visitWindow(at, CAPTURED_WITHIN_MS),
  };
  const signed = await keys.sign(token, 'receipt', token.confirmedAt);
  return signed.ok ? ok(signed.value.jws) : signed;
}

/** What the evidence of a number is held against. */
export interface MobileUse {
  readonly terminalId: string;
  readonly mobile: string;
  /** ISO instant, as the terminal sealed it in. */
  readonly capturedAt: string;
  /** ISO instant of now. */
  readonly at: string;
}

/** Whether the gateway itself said that this number was confirmed, at this terminal, in the visit that says so. */
export async function isConfirmed(
  evidence: MobileEvidence,
  use: MobileUse,
  keys: Pick<KeyRing, 'current' | 'personKey'>,
): Promise<boolean> {
  const { document } = await keys.current();
  const verified = await verifyUnder(
    evidence.token,
    document,
    'receipt',
    mobileTokenSchema,
    ({ confirmedAt }) => confirmedAt,
  );
  if (!verified.ok) return false;
  const { id, terminalId, session, number, confirmedAt, capturedBy, arrivedBy } = verified.value;
  return (
    terminalId === use.terminalId &&
    session === evidence.sessionId &&
    isWithin({ capturedBy, arrivedBy, from: confirmedAt }, use) &&
    timingSafeEqual(Buffer.from(number, 'base64url'), numberInCode(use.mobile, id, keys.personKey))
  );
}
