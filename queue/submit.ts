import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import type { SubmitFault } from '../domain/codes.ts';
import { registrationPayloadSchema, type RegistrationPayload } from '../domain/registration/payload.ts';
import type { Kept, SubmitRequest } from '../domain/terminal/ports.ts';
import type { PublicKey } from '../domain/wire/contract.ts';
import { seal, type SealedFacts } from '../domain/wire/sealing.ts';
import type { KeyStore } from './keys/key-store.ts';
import { digestOf } from './store/enqueue.ts';
import type { Queue } from './store/queue.ts';

export interface SubmitterOptions {
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly terminalId: string;
  /** Called after a new submission is durable; not for one that was kept before. */
  readonly onKept?: (kept: Kept) => void;
}

export interface Submitter {
  /** Validates, seals once and keeps a confirmed draft. Idempotent by id: a second call answers as the first. */
  submit(request: SubmitRequest): Promise<Result<Kept, Failure<SubmitFault>>>;
}

/**
 * The way of a confirmed draft onto the disk (DESIGN.md, *One submission's way*, 4). The plain text lives in one buffer
 * for as long as sealing takes and is overwritten then; no failure says anything about its content.
 */
export function createSubmitter(options: SubmitterOptions): Submitter {
  const { queue, keys, terminalId } = options;
  const underWay = new Map<string, Promise<Result<Kept, Failure<SubmitFault>>>>();

  async function keep(request: SubmitRequest): Promise<Result<Kept, Failure<SubmitFault>>> {
    const before = queue.get(request.id);
    if (!before.ok) return fail(before.code);
    if (before.value !== null) {
      const { id, reference, keptAt } = before.value;
      return ok({ id, reference, keptAt });
    }
    const payload = registrationPayloadSchema.safeParse(request.payload);
    if (!payload.success) return fail('incomplete');
    const key = keys.sealingKey();
    if (key === null) return fail('sealing-key');
    const facts: SealedFacts = {
      v: 1,
      id: request.id,
      terminalId,
      kind: request.kind,
      schemaVersion: payload.data.schemaVersion,
      kid: key.kid,
      capturedAt: keys.time.now().instant,
    };
    const sealed = await sealPayload(payload.data, facts, key.jwk);
    if (!sealed.ok) return sealed;
    const digest = digestOf(sealed.value);
    // The lane is computed last, in the same turn as the insert: the lane key may change while nothing is pending.
    const lane = keys.laneOf(payload.data.person.hkid);
    const kept = queue.enqueue({ envelope: { ...facts, lane, digest }, sealed: sealed.value });
    if (!kept.ok) return fail(kept.code === 'disk-full' ? 'disk-full' : refusalAsFault(kept.code));
    const { id, reference, keptAt } = kept.value;
    options.onKept?.({ id, reference, keptAt });
    return ok({ id, reference, keptAt });
  }

  return {
    submit(request) {
      const running = underWay.get(request.id);
      if (running !== undefined) return running;
      const started = keep(request).finally(() => underWay.delete(request.id));
      underWay.set(request.id, started);
      return started;
    },
  };
}

async function sealPayload(
  payload: RegistrationPayload,
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
