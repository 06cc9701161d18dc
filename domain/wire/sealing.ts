import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../result.ts';
import type { Envelope, PublicKey } from './contract.ts';
import {
  createCipherSuite,
  importRecipientKey,
  importRecipientPrivateKey,
  toArrayBuffer,
} from './hpke-suite.ts';

/** Sealed bytes = encapsulated key (65 bytes) ‖ ciphertext; the suite is `hpke-suite.ts`. */
const suite = createCipherSuite();
const ENCAPSULATED_KEY_BYTES = 65;
const INFO = new TextEncoder().encode('empf-terminal/submission/v1');

/** The envelope's fields that the seal binds; changing any of them afterwards makes the sealed bytes unreadable. */
export type SealedFacts = Pick<
  Envelope,
  'v' | 'id' | 'terminalId' | 'schemaVersion' | 'kid' | 'capturedAt'
> & {
  /** A kind of submission, or `identity-proof` (enquiry.ts). */
  readonly kind: string;
} & Partial<Pick<Envelope, 'validUntil' | 'supersedes' | 'attachments'>>;

/** Fields that an envelope may lack are left out, so that what was sealed before they existed still opens (ADR 0009). */
function associatedData(facts: SealedFacts): ArrayBuffer {
  const { v, id, terminalId, kind, schemaVersion, kid, capturedAt, validUntil, supersedes, attachments } =
    facts;
  const bound = { v, id, terminalId, kind, schemaVersion, kid, capturedAt, validUntil, supersedes };
  const mentioned = attachments?.map((attachment) => ({ id: attachment.id, digest: attachment.digest }));
  return toArrayBuffer(new TextEncoder().encode(JSON.stringify({ ...bound, attachments: mentioned })));
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
  const recipientPublicKey = await importRecipientKey(recipient);
  if (recipientPublicKey === null) return fail('sealing-key');
  const sealed = await suite.seal(
    { recipientPublicKey, info: toArrayBuffer(INFO) },
    toArrayBuffer(plaintext),
    associatedData(facts),
  );
  const bytes = new Uint8Array(sealed.enc.byteLength + sealed.ct.byteLength);
  bytes.set(new Uint8Array(sealed.enc), 0);
  bytes.set(new Uint8Array(sealed.ct), sealed.enc.byteLength);
  return ok(bytes);
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
  if (sealed.byteLength <= ENCAPSULATED_KEY_BYTES) return fail('cannot-open');
  try {
    const recipientKey = await importRecipientPrivateKey(privateJwk);
    const plaintext = await suite.open(
      {
        recipientKey,
        enc: toArrayBuffer(sealed.subarray(0, ENCAPSULATED_KEY_BYTES)),
        info: toArrayBuffer(INFO),
      },
      toArrayBuffer(sealed.subarray(ENCAPSULATED_KEY_BYTES)),
      associatedData(facts),
    );
    return ok(new Uint8Array(plaintext));
  } catch {
    return fail('cannot-open');
  }
}
