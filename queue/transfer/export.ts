import { v7 } from 'uuid';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Queue } from '../store/queue-interface.ts';
import { type Drive, FILE_SYSTEM_DRIVE } from './drive.ts';
import { planBundle } from './plan.ts';
import { type BundleFault, type ExportProgress, writeBundle } from './write-bundle.ts';

export interface ExportRequest {
  readonly queue: Pick<
    Queue,
    'listPending' | 'listPendingAttachments' | 'readChunk' | 'markExported' | 'audit' | 'work'
  >;
  readonly keys: Pick<KeyStore, 'sealingKey' | 'introduction' | 'signWithDevice' | 'time'>;
  readonly terminalId: string;
  /** The drive, or a folder on it; it must be there. */
  readonly targetFolder: string;
  /** Who asked for it; without it, the system did. */
  readonly staffId?: string;
  readonly onProgress?: (progress: ExportProgress) => void;
  /** Tests put one in that fails. */
  readonly drive?: Drive;
}

export interface ExportedBundle {
  readonly bundleId: string;
  readonly folder: string;
  readonly submissions: number;
  readonly attachments: number;
  /** Reports of days that were closed here. */
  readonly dayReports: number;
  readonly parts: number;
  /** Of all files of the bundle. */
  readonly bytes: number;
  /** `medium`: every byte was read back past the kernel's cache. `cache`: this file system offers no such reading. */
  readonly comparedWith: 'medium' | 'cache';
}

/**
 * Writes everything pending, and the reports that wait, as a bundle (domain/wire/bundle.ts) and marks it exported only after all of it was synced,
 * renamed to its name, read back and found to be what was meant. What is exported stays pending and is still sent.
 * Needs nothing but enrolment: there need never have been a connection.
 *
 * @returns the bundle; or why nothing was marked. `drive-gone`: also when another device has taken its place
 */
export async function exportPending(
  request: ExportRequest,
): Promise<Result<ExportedBundle, Failure<BundleFault>>> {
  const { queue, keys, terminalId, targetFolder } = request;
  const sealingKey = keys.sealingKey();
  if (sealingKey === null) return fail('sealing-key');
  const planned = planBundle(queue);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (plan.parts.length === 0) return fail('nothing-pending');

  const bundleId = v7();
  const by: Pick<AuditEntry, 'actor' | 'staffId'> =
    request.staffId === undefined ? { actor: 'system' } : { actor: 'staff', staffId: request.staffId };
  const audited = (event: AuditEntry['event'], detail: Record<string, string | number>) =>
    queue.audit.append({ event, ...by, detail: { bundle: bundleId, ...detail } });
  const begun = audited('export.started', { count: plan.submissions + plan.attachments + plan.dayReports });
  if (!begun.ok) return fail(begun.code === 'audit-refused' ? 'storage-fault' : begun.code);

  const written = await writeBundle({
    queue,
    keys,
    sealingKey,
    drive: request.drive ?? FILE_SYSTEM_DRIVE,
    targetFolder,
    terminalId,
    bundleId,
    plan,
    onProgress: request.onProgress ?? (() => undefined),
  });
  if (!written.ok) {
    audited('export.failed', { code: written.code });
    return written;
  }
  const { manifest, folder, ids, attachments, days, bytes, comparedWith } = written.value;
  const marked = queue.markExported(ids, bundleId, days.at(-1) ?? 0);
  if (!marked.ok) {
    audited('export.failed', { code: marked.code });
    return marked;
  }
  audited('export.completed', { count: ids.length + attachments + days.length });
  return ok({
    bundleId,
    folder,
    submissions: ids.length,
    attachments,
    dayReports: days.length,
    parts: manifest.parts.length,
    bytes,
    comparedWith,
  });
}
