import { randomInt } from 'node:crypto';
import { isDeepStrictEqual as isDeepEqual } from 'node:util';
import type { SubmitFault } from '../domain/codes.ts';
import { definitionOf } from '../domain/catalogue/catalogue.ts';
import { instructionSchema } from '../domain/catalogue/instruction.ts';
import { type CancellationPayload, cancellationPayloadSchema } from '../domain/kinds/cancellation.ts';
import { feedbackPayloadSchema } from '../domain/kinds/feedback.ts';
import {
  INSTRUCTION_KINDS,
  type InstructionKind,
  type SubmissionKind,
  validUntilOf,
} from '../domain/kinds/kinds.ts';
import { markOf } from '../domain/practice/practice-terminal.ts';
import { registrationPayloadSchema } from '../domain/registration/payload.ts';
import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import type { Kept, SubmitFile, SubmitRequest } from '../domain/terminal/ports/queue/submission.ts';
import type { PublicKey } from '../domain/wire/contract.ts';
import { type AttachmentManifest, CHUNK_BYTES } from '../domain/wire/attachment.ts';
import { type AttachmentFacts, sealAttachment } from '../domain/wire/sealed/attachment-sealing.ts';
import { seal, type SealedFacts } from '../domain/wire/sealed/sealing.ts';
import type { KeyStore } from './keys/key-store.ts';
import { createSlipBook, type SlipBook } from './slips/slip-book.ts';
import { mayTakeBack } from './slips/take-back.ts';
import { digestOf } from './store/digest.ts';
import type { Queue } from './store/queue.ts';
import type { NewAttachment } from './store/attachments/attachment.ts';
import type { NewSubmission } from './store/submission.ts';

export interface SubmitterOptions {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly terminalId: string;
  /** Told the code of every slip; default: nobody is. */
  readonly slips?: SlipBook;
  /**
   * Called after a new submission is durable; not for one that was kept before. `withdrawn`: what it took out of the
   * line on this machine, for a cancellation of something that was never sent.
   */
  readonly onKept?: (kept: Kept, withdrawn: Withdrawn | null) => void;
}

export interface Withdrawn {
  readonly id: string;
  readonly reference: string;
}

type SubmissionFacts = SealedFacts & { readonly kind: SubmissionKind };

export interface Submitter {
  /** Validates, seals once and keeps a confirmed draft. Idempotent by id: a second call answers as the first. */
  submit(request: SubmitRequest, files?: readonly SubmitFile[]): Promise<Result<Kept, Failure<SubmitFault>>>;
}

/**
 * Lanes are 16 bits. What somebody thought of a visit belongs to nobody and has no order to keep: it gets a lane by lot,
 * so that one that is refused holds up neither the others (as one lane for all would) nor any one member again and
 * again.
 */
const LANES = 65_536;

/**
 * The way of a confirmed draft onto the disk (DESIGN.md, *One submission's way*, 4). The plain text lives in one buffer
 * for as long as sealing takes and is overwritten then; no failure says anything about its content.
 */
export function createSubmitter(options: SubmitterOptions): Submitter {
  const { queue, keys, terminalId, slips = createSlipBook() } = options;
  const underWay = new Map<string, Promise<Result<Kept, Failure<SubmitFault>>>>();

  async function keep(
    request: SubmitRequest,
    files: readonly SubmitFile[],
  ): Promise<Result<Kept, Failure<SubmitFault>>> {
    const before = queue.get(request.id);
    if (!before.ok) return fail(before.code);
    if (before.value !== null) {
      const { id, reference, keptAt } = before.value;
      return ok({ id, reference, keptAt });
    }
    const examined = examine(request);
    if (!examined.ok) return examined;
    const { payload, schemaVersion, documentId, cancellation, enquiryCode } = examined.value;
    const key = keys.sealingKey();
    if (key === null) return fail('sealing-key');
    // A submission that names a file without its bytes would wait at the platform for ever.
    if (
      !isDeepEqual(
        request.files ?? [],
        files.map(({ id }) => id),
      )
    )
      return fail('incomplete');
    const attachments = await sealFiles(request.id, files, key);
    if (!attachments.ok) return attachments;
    const facts = factsOf(request, schemaVersion, key.kid, attachments.value);
    const sealed = await sealPayload(payload, facts, key.jwk);
    if (!sealed.ok) return sealed;
    const digest = digestOf(sealed.value);
    // The lane is computed last, in the same turn as the insert: the lane key may change while nothing is pending.
    const lane = documentId === null ? randomInt(LANES) : keys.laneOf(documentId);
    const kept = store(
      {
        envelope: { ...facts, lane, digest },
        sealed: sealed.value,
        ...(attachments.value.length === 0 ? {} : { attachments: attachments.value }),
      },
      cancellation,
    );
    if (!kept.ok) return fail(kept.code === 'disk-full' ? 'disk-full' : refusalAsFault(kept.code));
    const { id, reference, keptAt, withdrawn } = kept.value;
    if (enquiryCode !== null) slips.remember({ id, reference, code: enquiryCode });
    options.onKept?.({ id, reference, keptAt }, withdrawn);
    return ok({ id, reference, keptAt });
  }

  function factsOf(
    request: SubmitRequest,
    schemaVersion: number,
    kid: string,
    attachments: readonly NewAttachment[],
  ): SubmissionFacts {
    const { id, kind, supersedes } = request;
    const capturedAt = keys.time.now().instant;
    const validUntil = validUntilOf(kind, capturedAt);
    return {
      ...{ v: 1, id, terminalId, kind, schemaVersion, kid, capturedAt },
      ...(validUntil === null ? {} : { validUntil }),
      ...(supersedes === undefined ? {} : { supersedes }),
      ...(attachments.length === 0
        ? {}
        : { attachments: attachments.map(({ manifest: { id, digest } }) => ({ id, digest })) }),
      ...markOf(terminalId),
    };
  }

  async function sealFiles(
    submissionId: string,
    files: readonly SubmitFile[],
    key: PublicKey,
  ): Promise<Result<readonly NewAttachment[], Failure<SubmitFault>>> {
    const sealed: NewAttachment[] = [];
    for (const { id, mediaType, bytes } of files) {
      const mark = markOf(terminalId);
      const facts = { v: 1, id, submissionId, terminalId, kid: key.kid, mediaType, ...mark } as const;
      const file = await sealAttachment(bytes, facts, key.jwk);
      if (!file.ok) return file;
      sealed.push({ manifest: manifestOf(facts, file.value), sealed: file.value });
    }
    return ok(sealed);
  }

  function store(
    submission: NewSubmission,
    cancellation: CancellationPayload | null,
  ): Result<Kept & { readonly withdrawn: Withdrawn | null }, Failure<string>> {
    if (cancellation !== null && isTheirs(cancellation, submission.envelope.lane)) {
      const { cancels } = cancellation;
      const kept = queue.cancelKept(cancels, submission);
      if (kept.ok) return ok({ ...kept.value, withdrawn: kept.value.withdrawn ? nameOf(cancels) : null });
      // It has come to its end as far as this machine knows; the member's word goes to the platform all the same.
      if (kept.code !== 'not-cancellable') return kept;
    }
    const kept = queue.enqueue(submission);
    return kept.ok ? ok({ ...kept.value, withdrawn: null }) : kept;
  }

  /** What is not here is the platform's to judge. */
  function isTheirs(cancellation: CancellationPayload, lane: number): boolean {
    const target = queue.get(cancellation.cancels);
    if (!target.ok || target.value === null) return true;
    return mayTakeBack(target.value, cancellation, lane, slips);
  }

  function nameOf(id: string): Withdrawn | null {
    const stored = queue.get(id);
    return stored.ok && stored.value !== null ? { id, reference: stored.value.reference } : null;
  }

  return {
    submit(request, files = []) {
      const running = underWay.get(request.id);
      if (running !== undefined) return running;
      const started = keep(request, files).finally(() => underWay.delete(request.id));
      underWay.set(request.id, started);
      return started;
    },
  };
}

/** What the submitter has to know of a payload; nothing else of it is looked at. */
interface Examined {
  readonly payload: object;
  readonly schemaVersion: number;
  /** Whose order it has to keep; null where it says nothing about anybody. */
  readonly documentId: string | null;
  /** Set for a withdrawal. */
  readonly cancellation: CancellationPayload | null;
  /** The code of its slip. */
  readonly enquiryCode: string | null;
}

/** A draft may come from a page that an older version left open: its schema is asked once more. */
const EXAMINERS: Readonly<
  Record<Exclude<SubmissionKind, InstructionKind>, (payload: unknown) => Examined | null>
> = {
  'member-registration'(given) {
    const { success, data } = registrationPayloadSchema.safeParse(given);
    if (!success) return null;
    const { schemaVersion, person, enquiryCode = null } = data;
    return { payload: data, schemaVersion, documentId: person.hkid, cancellation: null, enquiryCode };
  },
  cancellation(given) {
    const { success, data } = cancellationPayloadSchema.safeParse(given);
    if (!success) return null;
    const { schemaVersion, person } = data;
    const documentId = person?.hkid ?? null;
    return { payload: data, schemaVersion, documentId, cancellation: data, enquiryCode: null };
  },
  feedback(given) {
    const { success, data } = feedbackPayloadSchema.safeParse(given);
    if (!success) return null;
    const { schemaVersion } = data;
    return { payload: data, schemaVersion, documentId: null, cancellation: null, enquiryCode: null };
  },
};

/** Whoever it is from keeps the order with their other instructions; a call-back or a complaint is from nobody in particular. */
function examineInstruction(kind: InstructionKind, given: unknown): Examined | null {
  const { success, data } = instructionSchema(definitionOf(kind)).safeParse(given);
  if (!success) return null;
  const { schemaVersion, person, enquiryCode = null } = data;
  const documentId = person?.hkid ?? null;
  return { payload: data, schemaVersion, documentId, cancellation: null, enquiryCode };
}

function isInstruction(kind: SubmissionKind): kind is InstructionKind {
  return INSTRUCTION_KINDS.some((instruction) => instruction === kind);
}

function examine({ kind, payload }: SubmitRequest): Result<Examined, Failure<'incomplete'>> {
  const examined = isInstruction(kind) ? examineInstruction(kind, payload) : EXAMINERS[kind](payload);
  return examined === null ? fail('incomplete') : ok(examined);
}

function manifestOf(facts: AttachmentFacts, sealed: Uint8Array): AttachmentManifest {
  const chunks = Array.from({ length: Math.ceil(sealed.byteLength / CHUNK_BYTES) }, (_, index) =>
    digestOf(sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)),
  );
  return { ...facts, bytes: sealed.byteLength, digest: digestOf(sealed), chunkBytes: CHUNK_BYTES, chunks };
}

async function sealPayload(
  payload: object,
  facts: SealedFacts,
  recipient: PublicKey['jwk'],
): Promise<Result<Uint8Array, Failure<'sealing-key'>>> {
  const plaintext = new TextEncoder().encode(JSON.stringify(payload));
  try {
    return await seal(plaintext, facts, recipient);
  } finally {
    plaintext.fill(0);
  }
}

/** A malformed request (an id that is no UUIDv7, say) was never complete; everything else is the store's. */
function refusalAsFault(code: string): SubmitFault {
  return code === 'malformed' || code === 'too-large' ? 'incomplete' : 'storage-fault';
}
