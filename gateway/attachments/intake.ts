import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { digestOf } from '../accept/fingerprint.ts';
import { type Processing, processAt } from '../accept/processing.ts';
import { reissued } from '../accept/reissue.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AttachmentManifest, AttachmentState } from '../../domain/wire/attachment.ts';
import type { ProblemCode, Receipt } from '../../domain/wire/contract.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Policies } from '../policy/policies.ts';
import { type GatewayMode, markFault } from '../practice/practice.ts';
import type { StoredAttachment } from '../store/attachment-store.ts';
import type { Store } from '../store/store.ts';
import { checkManifest, chunkLength } from './limits.ts';

type AttachmentFault = Extract<
  ProblemCode,
  | 'malformed'
  | 'attachment-type'
  | 'attachment-too-large'
  | 'sealing-key-unknown'
  | 'digest-differs'
  | 'idempotency-key-reused'
  | 'chunk-unknown'
  | 'practice-refused'
  | 'live-refused'
  | 'busy'
>;

/** Takes sealed files in, chunk by chunk or whole, however they travelled. Nothing is opened here. */
export interface AttachmentIntake {
  /**
   * A manifest, as often as wanted: which chunks are wanted, or the receipt once the whole file is here and its digest
   * right. The terminal that brings it must already be known to be `manifest.terminalId`.
   */
  announce(manifest: AttachmentManifest): Promise<Result<AttachmentState, Failure<AttachmentFault>>>;
  /** @returns after the chunk is durably stored; `chunk-unknown` without a manifest that names it */
  takeChunk(
    terminalId: string,
    id: string,
    index: number,
    bytes: Uint8Array,
  ): Promise<Result<null, Failure<AttachmentFault>>>;
  /** A whole file at once. */
  acceptWhole(
    manifest: AttachmentManifest,
    sealed: Uint8Array,
  ): Promise<Result<AttachmentState, Failure<AttachmentFault>>>;
}

const MOST_WANTED = 64;

export function createAttachmentIntake(parts: {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly policies: Policies;
  readonly now: () => Date;
  readonly mode: GatewayMode;
  readonly processing: Processing;
}): AttachmentIntake {
  const { store, keys, policies, mode, now, processing } = parts;

  async function known(
    manifest: AttachmentManifest,
  ): Promise<Result<StoredAttachment, Failure<AttachmentFault>>> {
    const { terminalId, id, submissionId, kid } = manifest;
    const fault = markFault(manifest, mode);
    if (fault !== null) return fail(fault);
    const earlier = await store.findAttachment(terminalId, id);
    if (earlier !== null) return sameAs(manifest, earlier);
    const { attachments } = await policies.current();
    const others = await store.countAttachments(terminalId, submissionId);
    const allowed = checkManifest(manifest, attachments, others);
    if (!allowed.ok) return allowed;
    const key = await keys.sealingKey(kid, manifest.mode === undefined ? 'seal' : 'seal-practice');
    if (!key.ok) return key;
    // The envelope is sealed with its mentions: a file that it does not name belongs to nothing.
    if ((await store.isMentioned(manifest)) === false) return fail('digest-differs');
    const added = await store.addAttachment(manifest, now().toISOString());
    return added.ok ? sameAs(manifest, added.value) : added;
  }

  async function stateOf(
    attachment: StoredAttachment,
  ): Promise<Result<AttachmentState, Failure<AttachmentFault>>> {
    const { manifest, receipt } = attachment;
    if (receipt !== null) return receivedState(manifest, receipt);
    const missing = await missingChunks(manifest);
    if (missing.length > 0) return ok(wanted(missing));
    return complete(manifest);
  }

  async function missingChunks({ terminalId, id, chunks }: AttachmentManifest): Promise<number[]> {
    const here = new Set(await store.chunksHere(terminalId, id));
    return [...chunks.keys()].filter((index) => !here.has(index));
  }

  async function receivedState(
    { id, digest, terminalId }: AttachmentManifest,
    given: NonNullable<StoredAttachment['receipt']>,
  ): Promise<Result<AttachmentState, Failure<AttachmentFault>>> {
    const receipt = await reissued(given, { id, digest, terminalId }, keys, now().toISOString());
    if (!receipt.ok) return receipt;
    if (receipt.value === null) return ok(received(given.jws));
    const replaced = await store.replaceAttachmentReceipt(terminalId, id, receipt.value);
    return replaced.ok ? ok(received(receipt.value.jws)) : replaced;
  }

  /** The file is read back and digested once more before anybody is told that it is here. */
  async function complete(
    manifest: AttachmentManifest,
  ): Promise<Result<AttachmentState, Failure<AttachmentFault>>> {
    const { terminalId, id, digest, chunks } = manifest;
    const whole = createHash('sha256');
    const damaged: number[] = [];
    for (const [index, expected] of chunks.entries()) {
      const bytes = await store.readChunk(terminalId, id, index);
      if (bytes === null || digestOf(bytes) !== expected) damaged.push(index);
      else whole.update(bytes);
    }
    if (damaged.length > 0) {
      const dropped = await store.dropChunks(terminalId, id, damaged);
      return dropped.ok ? ok(wanted(damaged)) : dropped;
    }
    if (whole.digest('base64url') !== digest) return fail('digest-differs');
    const at = now();
    const receivedAt = at.toISOString();
    const facts = { id, digest, terminalId, receivedAt } satisfies Receipt;
    const receipt = await keys.sign(facts, 'receipt', receivedAt);
    if (!receipt.ok) return fail('busy');
    const due = processAt(processing, at);
    const completed = await store.completeAttachment(terminalId, id, receipt.value, receivedAt, due);
    return completed.ok ? ok(received(completed.value.receipt?.jws ?? receipt.value.jws)) : completed;
  }

  return {
    announce: async (manifest) => {
      const attachment = await known(manifest);
      return attachment.ok ? stateOf(attachment.value) : attachment;
    },
    takeChunk: async (terminalId, id, index, bytes) => {
      const attachment = await store.findAttachment(terminalId, id);
      const expected = attachment?.manifest.chunks[index];
      if (expected === undefined) return fail('chunk-unknown');
      if (digestOf(bytes) !== expected) return fail('digest-differs');
      return store.addChunks(terminalId, id, [{ index, bytes }]);
    },
    acceptWhole: async (manifest, sealed) => {
      const attachment = await known(manifest);
      if (!attachment.ok) return attachment;
      if (attachment.value.receipt === null) {
        const { terminalId, id, chunkBytes } = manifest;
        if (sealed.byteLength !== manifest.bytes) return fail('digest-differs');
        const chunks = manifest.chunks.map((_digest, index) => {
          const from = index * chunkBytes;
          return { index, bytes: sealed.subarray(from, from + chunkLength(manifest, index)) };
        });
        const whole = chunks.every(({ index, bytes }) => digestOf(bytes) === manifest.chunks[index]);
        if (!whole) return fail('digest-differs');
        const added = await store.addChunks(terminalId, id, chunks);
        if (!added.ok) return added;
      }
      return stateOf(attachment.value);
    },
  };
}

function sameAs(
  manifest: AttachmentManifest,
  stored: StoredAttachment,
): Result<StoredAttachment, Failure<'idempotency-key-reused'>> {
  return isDeepStrictEqual(stored.manifest, manifest) ? ok(stored) : fail('idempotency-key-reused');
}

function wanted(missing: readonly number[]): AttachmentState {
  return { wants: missing.slice(0, MOST_WANTED), missing: missing.length, receipt: null };
}

function received(receipt: string): AttachmentState {
  return { wants: [], missing: 0, receipt };
}
