import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { type ReceiptFile, receiptFileSchema } from '../../domain/wire/bundle.ts';
import { PASSING_PROBLEMS } from './passing-problems.ts';
import { verifyReceipt, verifyUnder } from '../../domain/wire/signing.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { StorageFault } from '../store/database/storage-faults.ts';
import type { Queue } from '../store/queue-interface.ts';
import { takeReports } from './import-report-receipts.ts';
import { findReceiptFiles, readReceiptFile, type ReceiptFileFault } from './receipt-files.ts';

export interface ImportRequest {
  readonly queue: Pick<
    Queue,
    | 'get'
    | 'takeImported'
    | 'refuseImported'
    | 'listPendingAttachments'
    | 'takeImportedAttachment'
    | 'audit'
    | 'work'
  >;
  readonly keys: Pick<KeyStore, 'document' | 'offer' | 'time'>;
  readonly terminalId: string;
  /** `receipts.jws`, a bundle's folder, or a drive with bundles of this terminal. */
  readonly place: string;
  readonly staffId?: string;
}

/** What the receipts changed; each of them once, however often they are read. */
export interface ImportedReceipts {
  readonly files: number;
  /** Files among others on the drive that were not trusted. */
  readonly filesRefused: number;
  /** Submissions that the platform has received, as is known now and was not before. */
  readonly taken: number;
  readonly attachments: number;
  /** Reports of days that the platform holds, as is known now and was not before. */
  readonly dayReports: number;
  /** Reports that the platform refused: they stay here, and somebody has to look. */
  readonly dayReportsRefused: number;
  /** Set aside, because the platform refused them. */
  readonly refused: number;
  /** Known already, or no longer here. */
  readonly known: number;
  /** Receipts that could not be verified; nothing was changed by them. */
  readonly untrusted: number;
  /** Parts that the import could not read: their items wait for another bundle or the network. */
  readonly unreadableParts: number;
}

export type ImportFault =
  ReceiptFileFault | 'receipts-not-trusted' | 'receipts-foreign' | 'audit-refused' | StorageFault;

/** Rows read at a time. */
const PAGE = 200;

type Counts = { -readonly [Name in keyof ImportedReceipts]: number };

/**
 * Reads receipt files that an import left on a drive. A file counts only when a receipt key of the platform signed it
 * for this terminal; each receipt inside only when it verifies for what is stored here. May be repeated.
 *
 * @returns what it changed; or why nothing was changed by that file: `receipts-not-trusted` (garbage, cut off, signed
 *   by nobody we know), `receipts-foreign` (another terminal's)
 */
export async function importReceipts(
  request: ImportRequest,
): Promise<Result<ImportedReceipts, Failure<ImportFault>>> {
  const by: Pick<AuditEntry, 'actor' | 'staffId'> =
    request.staffId === undefined ? { actor: 'system' } : { actor: 'staff', staffId: request.staffId };
  const found = findReceiptFiles(request.place, request.terminalId);
  if (!found.ok) return found;
  const counts: Counts = {
    files: 0,
    filesRefused: 0,
    taken: 0,
    attachments: 0,
    dayReports: 0,
    dayReportsRefused: 0,
    refused: 0,
    known: 0,
    untrusted: 0,
    unreadableParts: 0,
  };
  let refusal: (Result<never, Failure<ImportFault>> & { readonly ok: false }) | null = null;
  for (const path of found.value) {
    const trusted = await trustedFile(request, path);
    if (!trusted.ok) {
      request.queue.audit.append({ event: 'import.refused', ...by, detail: { code: trusted.code } });
      refusal ??= trusted;
      counts.filesRefused += 1;
      continue;
    }
    const before = { ...counts };
    const applied = await apply(request, trusted.value, counts);
    if (!applied.ok) return applied;
    const detail = {
      bundle: trusted.value.bundleId,
      count: takenOf(counts) - takenOf(before),
      refused: refusedOf(counts) - refusedOf(before),
    };
    const audited = request.queue.audit.append({ event: 'import.completed', ...by, detail });
    if (!audited.ok) return audited;
  }
  return counts.files === 0 && refusal !== null ? refusal : ok(counts);
}

function takenOf({ taken, attachments, dayReports }: ImportedReceipts): number {
  return taken + attachments + dayReports;
}

function refusedOf({ refused, dayReportsRefused }: ImportedReceipts): number {
  return refused + dayReportsRefused;
}

async function trustedFile(
  request: ImportRequest,
  path: string,
): Promise<Result<ReceiptFile, Failure<ImportFault>>> {
  const { keys, terminalId } = request;
  const read = readReceiptFile(path);
  if (!read.ok) return read;
  // A terminal that has had no connection for long may not know the key of the receipts yet. The document needs no
  // trust in the drive: it is signed by the pinned root key, and only a newer one is taken.
  if (read.value.keyDocument !== null) await keys.offer(read.value.keyDocument);
  const verified = await verifyUnder(
    read.value.jws,
    keys.document(),
    'receipt',
    receiptFileSchema,
    (content) => content.issuedAt,
  );
  if (!verified.ok) return fail('receipts-not-trusted', { fault: verified.code });
  if (verified.value.terminalId !== terminalId) return fail('receipts-foreign');
  keys.time.floor(verified.value.issuedAt);
  return ok(verified.value);
}

async function apply(
  request: ImportRequest,
  file: ReceiptFile,
  counts: Counts,
): Promise<Result<null, Failure<ImportFault>>> {
  counts.files += 1;
  counts.unreadableParts += file.unreadableParts.length;
  for (const entry of file.submissions) {
    const applied = entry.taken
      ? await takeSubmission(request, entry, counts)
      : refuseSubmission(request, entry, counts);
    if (!applied.ok) return applied;
  }
  const pending = file.attachments.length === 0 ? ok(new Map<string, string>()) : pendingFiles(request.queue);
  if (!pending.ok) return pending;
  for (const { id, receipt } of file.attachments) {
    if (receipt === null) continue;
    const applied = await takeFile(request, { id, receipt, digest: pending.value.get(id) ?? null }, counts);
    if (!applied.ok) return applied;
  }
  return await takeReports(request, file.dayReports ?? [], counts);
}

/** Digest of every file without a receipt, by its id. */
function pendingFiles(
  queue: Pick<Queue, 'listPendingAttachments'>,
): Result<ReadonlyMap<string, string>, Failure<StorageFault>> {
  const files = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const page = queue.listPendingAttachments({ ...(after === null ? {} : { after }), limit: PAGE });
    if (!page.ok) return page;
    for (const { id, digest } of page.value) files.set(id, digest);
    after = page.value.at(-1)?.id ?? null;
    if (after === null) return ok(files);
  }
}

async function takeSubmission(
  { queue, keys, terminalId }: ImportRequest,
  entry: Extract<ReceiptFile['submissions'][number], { taken: true }>,
  counts: Counts,
): Promise<Result<null, Failure<StorageFault>>> {
  const stored = queue.get(entry.id);
  if (!stored.ok) return stored;
  if (stored.value === null || stored.value.receipt !== null) {
    counts.known += 1;
    return ok(null);
  }
  const { id, digest } = stored.value;
  const receipt = await verifyReceipt(entry.receipt, keys.document(), { id, digest, terminalId });
  if (!receipt.ok) {
    counts.untrusted += 1;
    queue.audit.append({
      event: 'submission.receipt-refused',
      actor: 'system',
      detail: { id, fault: receipt.code },
    });
    return ok(null);
  }
  const taken = queue.takeImported(id, entry.receipt, receipt.value.receivedAt, entry.outcome);
  if (taken.ok) counts[taken.value] += 1;
  else if (taken.code !== 'submission-unknown') return fail(taken.code);
  return ok(null);
}

function refuseSubmission(
  { queue }: ImportRequest,
  entry: Extract<ReceiptFile['submissions'][number], { taken: false }>,
  counts: Counts,
): Result<null, Failure<StorageFault>> {
  if (PASSING_PROBLEMS.has(entry.code)) return ok(null);
  const refused = queue.refuseImported(entry.id, entry.code);
  if (refused.ok) {
    if (refused.value === 'parked') counts.refused += 1;
    else counts.known += 1;
    return ok(null);
  }
  if (refused.code === 'submission-unknown' || refused.code === 'not-a-code') {
    counts.known += 1;
    return ok(null);
  }
  return fail(refused.code);
}

async function takeFile(
  { queue, keys, terminalId }: ImportRequest,
  entry: { readonly id: string; readonly receipt: string; readonly digest: string | null },
  counts: Counts,
): Promise<Result<null, Failure<StorageFault>>> {
  const { id, digest } = entry;
  if (digest === null) {
    counts.known += 1;
    return ok(null);
  }
  const receipt = await verifyReceipt(entry.receipt, keys.document(), { id, digest, terminalId });
  if (!receipt.ok) {
    counts.untrusted += 1;
    return ok(null);
  }
  const taken = queue.takeImportedAttachment(id, entry.receipt, receipt.value.receivedAt);
  if (taken.ok && taken.value === 'taken') counts.attachments += 1;
  else if (taken.ok || taken.code === 'attachment-unknown') counts.known += 1;
  else return fail(taken.code);
  return ok(null);
}
