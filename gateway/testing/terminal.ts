import { v7 } from 'uuid';
import { formatReference } from '../../domain/reference.ts';
import type {
  Enrolment,
  Envelope,
  KeyDocument,
  KeyUse,
  PublicKey,
  SubmissionRequest,
} from '../../domain/wire/contract.ts';
import { type AttachmentManifest, CHUNK_BYTES } from '../../domain/wire/attachment.ts';
import { sealAttachment } from '../../domain/wire/sealed/attachment-sealing.ts';
import type { IdentityProof } from '../../domain/wire/enquiry.ts';
import { seal } from '../../domain/wire/sealed/sealing.ts';
import { keyInForce, verifyKeyDocument } from '../../domain/wire/signing.ts';
import { digestOf } from '../accept/fingerprint.ts';

const CAPTURED_AT = '2026-11-22T03:06:00.000Z';

/** A terminal reduced to what a gateway sees of it: it seals, and posts what it is told to. */
export interface TestTerminal {
  readonly enrolment: Enrolment;
  readonly keys: KeyDocument;
  /** Seals any content into a new submission; `change` alters envelope fields *before* sealing. */
  seal(content: unknown, change?: Partial<Envelope>): Promise<SubmissionRequest>;
  /** Seals who stands at the terminal, for an enquiry or a correction. */
  claim(claim: unknown, kind?: string): Promise<IdentityProof>;
  /** Seals a file of a submission; `change` alters the manifest afterwards, its media type before. */
  attach(
    plaintext: Uint8Array,
    submissionId: string,
    change?: Partial<AttachmentManifest>,
  ): Promise<SealedFile>;
}

export interface SealedFile {
  readonly manifest: AttachmentManifest;
  readonly sealed: Uint8Array;
  /** The chunk's bytes. */
  chunk(index: number): Uint8Array;
}

export async function testTerminal(enrolment: Enrolment): Promise<TestTerminal> {
  const verified = await verifyKeyDocument(enrolment.keyDocument, enrolment.rootKey);
  if (!verified.ok) throw new Error(`key document: ${verified.code}`);
  const keys = verified.value;
  let sequence = 0;
  return {
    enrolment,
    keys,
    seal: async (content, change = {}) => {
      sequence += 1;
      const recipient = sealingKeyOf(keys, change.mode === undefined ? 'seal' : 'seal-practice');
      const { terminalId } = enrolment;
      const facts = {
        v: 1 as const,
        id: v7(),
        terminalId,
        kind: 'member-registration' as const,
        schemaVersion: 1,
        kid: recipient.kid,
        capturedAt: CAPTURED_AT,
        reference: formatReference({ terminalId, epoch: 1, counter: sequence }),
        lane: 4711,
        sequence,
        ...change,
      };
      const sealed = await seal(bytesOf(content), facts, recipient.jwk);
      if (!sealed.ok) throw new Error(sealed.code);
      const digest = digestOf(sealed.value);
      return {
        envelope: { ...facts, digest },
        sealed: Buffer.from(sealed.value).toString('base64url'),
      };
    },
    claim: async (claim, kind = 'identity-proof') => {
      const recipient = sealingKeyOf(keys);
      const { terminalId } = enrolment;
      const facts = { v: 1 as const, id: v7(), terminalId, kid: recipient.kid, capturedAt: CAPTURED_AT };
      const bound = { ...facts, kind, schemaVersion: 1 };
      const sealed = await seal(bytesOf(claim), bound, recipient.jwk);
      if (!sealed.ok) throw new Error(sealed.code);
      return { ...facts, sealed: Buffer.from(sealed.value).toString('base64url') };
    },
    attach: async (plaintext, submissionId, change = {}) => {
      const recipient = sealingKeyOf(keys);
      const facts = {
        v: 1 as const,
        id: v7(),
        submissionId,
        terminalId: enrolment.terminalId,
        kid: recipient.kid,
        mediaType: change.mediaType ?? ('application/pdf' as const),
      };
      const sealed = await sealAttachment(plaintext, facts, recipient.jwk);
      if (!sealed.ok) throw new Error(sealed.code);
      const bytes = sealed.value;
      const chunk = (index: number) => bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
      const count = Math.ceil(bytes.byteLength / CHUNK_BYTES);
      const manifest: AttachmentManifest = {
        ...facts,
        bytes: bytes.byteLength,
        digest: digestOf(bytes),
        chunkBytes: CHUNK_BYTES,
        chunks: Array.from({ length: count }, (_unused, index) => digestOf(chunk(index))),
        ...change,
      };
      return { manifest, sealed: bytes, chunk };
    },
  };
}

/** Bytes and text as they are, anything else as JSON. */
function bytesOf(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
}

function sealingKeyOf(keys: KeyDocument, use: KeyUse = 'seal'): PublicKey {
  const key = keyInForce(keys, use, keys.issuedAt);
  if (key === null) throw new Error('no sealing key in force');
  return key;
}
