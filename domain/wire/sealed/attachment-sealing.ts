import {
  createCipherSuite,
  ENCAPSULATED_KEY_BYTES,
  importRecipientKey,
  importRecipientPrivateKey,
  toArrayBuffer,
} from './hpke-suite.ts';
import type { JWK } from 'jose';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import type { AttachmentManifest } from '../attachment.ts';
import type { PublicKey } from '../contract.ts';

/** Bound by the seal; a file of one submission cannot be passed off as another's. */
export type AttachmentFacts = Pick<
  AttachmentManifest,
  'v' | 'id' | 'submissionId' | 'terminalId' | 'kid' | 'mediaType'
> &
  Partial<Pick<AttachmentManifest, 'mode'>>;

const INFO = new TextEncoder().encode('empf-terminal/attachment/v1');
const TAG_BYTES = 16;
/** Plain bytes of one piece; with its tag a piece is 64 KiB. */
const PIECE_BYTES = 64 * 1024 - TAG_BYTES;

/** The index and whether it is the last are bound to every piece: none can be left out, moved or added. */
function associatedData(facts: AttachmentFacts, index: number, last: boolean): ArrayBuffer {
  const { v, id, submissionId, terminalId, kid, mediaType, mode } = facts;
  return toArrayBuffer(
    new TextEncoder().encode(
      JSON.stringify({ v, id, submissionId, terminalId, kid, mediaType, index, last, mode }),
    ),
  );
}

/**
 * Seals a file piece by piece in one HPKE context (RFC 9180 §5.2), so that neither end needs a second copy in memory.
 * Sealed file = encapsulated key (65 bytes) ‖ pieces of 64 KiB, the last one shorter.
 * @returns the sealed file, or `sealing-key` when the key is not a usable P-256 key
 */
export async function sealAttachment(
  plaintext: Uint8Array,
  facts: AttachmentFacts,
  recipient: PublicKey['jwk'],
): Promise<Result<Uint8Array, Failure<'sealing-key'>>> {
  const recipientPublicKey = await importRecipientKey(recipient);
  if (recipientPublicKey === null) return fail('sealing-key');
  const sender = await createCipherSuite().createSenderContext({
    recipientPublicKey,
    info: toArrayBuffer(INFO),
  });
  const pieces = Math.max(1, Math.ceil(plaintext.byteLength / PIECE_BYTES));
  const sealed = new Uint8Array(ENCAPSULATED_KEY_BYTES + plaintext.byteLength + pieces * TAG_BYTES);
  sealed.set(new Uint8Array(sender.enc), 0);
  let at = ENCAPSULATED_KEY_BYTES;
  for (let index = 0; index < pieces; index += 1) {
    const piece = plaintext.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
    const bytes = new Uint8Array(
      await sender.seal(toArrayBuffer(piece), associatedData(facts, index, index === pieces - 1)),
    );
    sealed.set(bytes, at);
    at += bytes.byteLength;
  }
  return ok(sealed);
}

/**
 * Opens a sealed file with the platform's private key (JWK with `d`).
 * @returns the file, or `cannot-open` for another key, other facts, or bytes that are damaged, cut off or rearranged
 */
export async function openAttachment(
  sealed: Uint8Array,
  facts: AttachmentFacts,
  privateJwk: JWK,
): Promise<Result<Uint8Array, Failure<'cannot-open'>>> {
  const body = sealed.subarray(ENCAPSULATED_KEY_BYTES);
  const whole = PIECE_BYTES + TAG_BYTES;
  const pieces = Math.ceil(body.byteLength / whole);
  if (pieces === 0 || body.byteLength - (pieces - 1) * whole < TAG_BYTES) return fail('cannot-open');
  const plaintext = new Uint8Array(body.byteLength - pieces * TAG_BYTES);
  try {
    const recipient = await createCipherSuite().createRecipientContext({
      recipientKey: await importRecipientPrivateKey(privateJwk),
      enc: toArrayBuffer(sealed.subarray(0, ENCAPSULATED_KEY_BYTES)),
      info: toArrayBuffer(INFO),
    });
    for (let index = 0; index < pieces; index += 1) {
      const piece = body.subarray(index * whole, (index + 1) * whole);
      const bytes = await recipient.open(
        toArrayBuffer(piece),
        associatedData(facts, index, index === pieces - 1),
      );
      plaintext.set(new Uint8Array(bytes), index * PIECE_BYTES);
    }
    return ok(plaintext);
  } catch {
    return fail('cannot-open');
  }
}
