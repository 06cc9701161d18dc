import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { formatReference } from '../../domain/reference.ts';
import type {
  Enrolment,
  Envelope,
  KeyDocument,
  PublicKey,
  SubmissionRequest,
} from '../../domain/wire/contract.ts';
import { seal } from '../../domain/wire/sealing.ts';
import { keyInForce, verifyKeyDocument } from '../../domain/wire/signing.ts';

const CAPTURED_AT = '2026-11-22T03:06:00.000Z';

/** A terminal reduced to what a gateway sees of it: it seals, and posts what it is told to. */
export interface TestTerminal {
  readonly enrolment: Enrolment;
  readonly keys: KeyDocument;
  /** Seals any content into a new submission; `change` alters envelope fields *before* sealing. */
  seal(content: unknown, change?: Partial<Envelope>): Promise<SubmissionRequest>;
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
      const recipient = sealingKeyOf(keys);
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
      const digest = createHash('sha256').update(sealed.value).digest('base64url');
      return {
        envelope: { ...facts, digest },
        sealed: Buffer.from(sealed.value).toString('base64url'),
      };
    },
  };
}

/** Bytes and text as they are, anything else as JSON. */
function bytesOf(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
}

function sealingKeyOf(keys: KeyDocument): PublicKey {
  const key = keyInForce(keys, 'seal', keys.issuedAt);
  if (key === null) throw new Error('no sealing key in force');
  return key;
}
