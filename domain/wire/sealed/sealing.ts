import type { JWK } from 'jose';
import type { Failure, Result } from '../../result.ts';
import type { Envelope, PublicKey } from '../contract.ts';
import { openBytes, sealBytes } from './hpke-suite.ts';

/** What the seal of a submission stands for. */
export const SUBMISSION_INFO = new TextEncoder().encode('empf-terminal/submission/v1');

/** The envelope's fields that the seal binds; changing any of them afterwards makes the sealed bytes unreadable. */
export type SealedFacts = Pick<
  Envelope,
  'v' | 'id' | 'terminalId' | 'schemaVersion' | 'kid' | 'capturedAt'
> & {
  /** A kind of submission, or `identity-proof` (enquiry.ts). */
  readonly kind: string;
} & Partial<Pick<Envelope, 'validUntil' | 'supersedes' | 'attachments' | 'mode'>>;

/**
 * The associated data of the seal. Fields that an envelope may lack are left out, so that what was sealed before they
 * existed still opens (ADR 0009).
 */
export function boundBytes(facts: SealedFacts): Uint8Array {
  const {
    v,
    id,
    terminalId,
    kind,
    schemaVersion,
    kid,
    capturedAt,
    validUntil,
    supersedes,
    attachments,
    mode,
  } = facts;
  const bound = { v, id, terminalId, kind, schemaVersion, kid, capturedAt, validUntil, supersedes };
  const mentioned = attachments?.map((attachment) => ({ id: attachment.id, digest: attachment.digest }));
  return new TextEncoder().encode(JSON.stringify({ ...bound, attachments: mentioned, mode }));
}

/**
 * Seals plaintext to the platform's public key. Whoever holds the terminal cannot open the result.
 * @returns the sealed bytes, or `sealing-key` when the key is not a usable P-256 key
 */
export async function seal(
  plaintext: Uint8Array,
  facts: SealedFacts,
  recipient: PublicKey['jwk'],
): Promise<Result<Uint8Array, Failure<'sealing-key'>>> {
  return await sealBytes(plaintext, { info: SUBMISSION_INFO, associatedData: boundBytes(facts) }, recipient);
}

/**
 * Opens sealed bytes with the platform's private key (JWK with `d`).
 * @returns the plaintext, or `cannot-open` for another key, a changed envelope or damaged bytes
 */
export async function open(
  sealed: Uint8Array,
  facts: SealedFacts,
  privateJwk: JWK,
): Promise<Result<Uint8Array, Failure<'cannot-open'>>> {
  return await openBytes(sealed, { info: SUBMISSION_INFO, associatedData: boundBytes(facts) }, privateJwk);
}
