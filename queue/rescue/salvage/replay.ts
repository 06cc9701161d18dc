import { readFileSync } from 'node:fs';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import {
  isoInstantSchema,
  type KeyDocument,
  type Outcome,
  outcomeSchema,
} from '../../../domain/wire/contract.ts';
import { verifyReceipt } from '../../../domain/wire/signing.ts';
import type { StorageFault } from '../../store/database/storage-faults.ts';
import type { Queue } from '../../store/queue-interface.ts';
import type { NewSubmission } from '../../store/submission.ts';
import type { FoundFile, FoundItem } from './findings.ts';
import type { Row } from '../pages/layouts.ts';

/** The clocks of the queue that is being filled: everything is kept again at the time at which it was kept. */
export interface ReplayClock {
  at: string;
  budget: number;
}

export interface ReplayRequest {
  readonly queue: Queue;
  readonly clock: ReplayClock;
  /** For what nobody knows the time of. */
  readonly now: Readonly<ReplayClock>;
  readonly keyDocument: KeyDocument;
  readonly items: readonly FoundItem[];
  readonly files: readonly FoundFile[];
  /** Where a sealed file lies now. */
  readonly pathOf: (id: string) => string;
}

export interface Replayed {
  /** What the queue took. */
  readonly items: readonly FoundItem[];
  /** Ids of the files that the queue took: their bytes are those of their manifest. */
  readonly files: ReadonlySet<string>;
}

/** Given to what was parked for a reason that is none any more. */
const PARKED_BEFORE = 'parked-before-salvage';

/**
 * Puts everything found into a new queue by the queue's own calls, in the order kept, so that every rule of the store
 * holds for it. What was being sent is kept again; a receipt counts only when it verifies, and otherwise the submission
 * is sent once more and gets the same receipt.
 */
export async function replay(request: ReplayRequest): Promise<Result<Replayed, Failure<StorageFault>>> {
  const { queue, items } = request;
  const taken: FoundItem[] = [];
  const withdrawn = withdrawnBy(items);
  for (const item of items) {
    const sealed = item.content.sealed();
    if (sealed === null) continue;
    setClock(request, item.state, 'kept');
    const { envelope } = item.content;
    const target = withdrawn.get(envelope.id);
    const kept = keep(queue, { envelope, sealed }, target);
    if (!kept.ok) {
      if (kept.code === 'disk-full' || kept.code === 'storage-fault') return fail(kept.code);
      continue;
    }
    taken.push(item);
    const restored = await restore(request, item);
    if (!restored.ok) return restored;
  }
  const files = await replayFiles(request);
  return files.ok ? ok({ items: taken, files: files.value }) : files;
}

/** Withdrawal → what it took out of the line before it left; only where both are here. */
function withdrawnBy(items: readonly FoundItem[]): ReadonlyMap<string, string> {
  const here = new Set(items.map(({ content }) => content.envelope.id));
  const targets = new Map<string, string>();
  for (const { content, state } of items) {
    const by = state?.['cancelled_by'];
    if (typeof by === 'string' && here.has(by)) targets.set(by, content.envelope.id);
  }
  return targets;
}

function keep(queue: Queue, submission: NewSubmission, target: string | undefined) {
  if (target !== undefined && submission.envelope.kind === 'cancellation') {
    const kept = queue.cancelKept(target, submission);
    if (kept.ok || kept.code !== 'not-cancellable') return kept;
  }
  return queue.enqueue(submission);
}

/** Brings a submission that was just kept to the state it was in. */
async function restore(
  request: ReplayRequest,
  item: FoundItem,
): Promise<Result<null, Failure<StorageFault>>> {
  const { queue, keyDocument } = request;
  const { state } = item;
  if (state === null) return ok(null);
  const { id, digest, terminalId } = item.content.envelope;
  const { receipt, export_bundle: bundle, parked_reason: reason } = state;
  if (typeof bundle === 'string') {
    setClock(request, state, 'exported');
    const marked = queue.markExported([id], bundle);
    if (!marked.ok) return marked;
  }
  if (typeof receipt === 'string') {
    const verified = await verifyReceipt(receipt, keyDocument, { id, digest, terminalId });
    if (!verified.ok) return ok(null);
    setClock(request, state, 'received');
    const taken = queue.takeImported(id, receipt, verified.value.receivedAt, outcomeOf(state));
    return taken.ok || taken.code === 'submission-unknown' ? ok(null) : fail(taken.code);
  }
  if (state['state'] !== 'parked') return ok(null);
  let parked = queue.parkKept(id, String(reason));
  if (!parked.ok && parked.code === 'not-a-code') parked = queue.parkKept(id, PARKED_BEFORE);
  if (parked.ok || parked.code === 'not-kept' || parked.code === 'not-a-code') return ok(null);
  return fail(parked.code);
}

function outcomeOf(row: Row): Outcome | null {
  const { state, outcome: code, superseded_by: by } = row;
  const parsed = outcomeSchema.safeParse({
    state,
    ...(typeof code === 'string' ? { code } : {}),
    ...(state === 'superseded' ? { by: by ?? null } : {}),
  });
  return parsed.success ? parsed.data : null;
}

const CLOCKS = {
  kept: ['kept_at', 'kept_budget'],
  received: ['received_at', 'received_budget'],
  exported: ['exported_at', 'kept_budget'],
} as const;

function setClock({ clock, now }: ReplayRequest, row: Row | null, what: keyof typeof CLOCKS): void {
  const [at, budget] = CLOCKS[what].map((name) => row?.[name]);
  clock.at = typeof at === 'string' && isInstant(at) ? at : now.at;
  clock.budget = typeof budget === 'number' && budget >= 0 && budget <= now.budget ? budget : now.budget;
}

function isInstant(text: string): boolean {
  return isoInstantSchema.safeParse(text).success;
}

async function replayFiles(
  request: ReplayRequest,
): Promise<Result<ReadonlySet<string>, Failure<StorageFault>>> {
  const { queue, keyDocument } = request;
  const files = new Set<string>();
  for (const { manifest, receipt } of request.files) {
    const sealed = readWhole(request.pathOf(manifest.id));
    const kept = sealed === null ? fail('digest-differs') : queue.keepAttachment({ manifest, sealed });
    if (!kept.ok) {
      if (kept.code === 'disk-full' || kept.code === 'storage-fault') return fail(kept.code);
      continue;
    }
    const { id, digest, terminalId } = manifest;
    files.add(id);
    if (receipt === null) continue;
    const verified = await verifyReceipt(receipt, keyDocument, { id, digest, terminalId });
    if (!verified.ok) continue;
    const taken = queue.takeImportedAttachment(id, receipt, verified.value.receivedAt);
    if (!taken.ok && taken.code !== 'attachment-unknown') return fail(taken.code);
  }
  return ok(files);
}

function readWhole(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}
