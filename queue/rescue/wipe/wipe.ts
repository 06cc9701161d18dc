import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import { roleMay } from '../../../domain/identity/permissions.ts';
import type { StaffMember } from '../../../domain/identity/staff.ts';
import { verifyReceipt } from '../../../domain/wire/signing.ts';
import type { KeyStore } from '../../keys/key-store.ts';
import { writePrivate } from '../../keys/private-file.ts';
import { openFailure } from '../../store/database/open-database.ts';
import type { StorageFault } from '../../store/database/storage-faults.ts';
import type { Queue } from '../../store/queue-interface.ts';
import { destroyFiles, filesOf } from './destroy.ts';
import { writeAuditFile } from '../old-audit.ts';

export interface WipeRequest {
  /** Closed by the wipe. */
  readonly queue: Queue;
  readonly keys: Pick<KeyStore, 'document' | 'signWithDevice' | 'time'>;
  readonly terminalId: string;
  /** The database's file; everything whose name begins with it goes. */
  readonly databasePath: string;
  readonly keyFolder: string;
  /** Where the proof is put: not within what is wiped. */
  readonly proofFolder: string;
  /** Signed in just now with badge and PIN; needed only when something has no receipt. */
  readonly supervisors?: readonly StaffMember[];
}

/** What the platform is shown afterwards; compact JWS under the terminal's own key. */
interface WipeProof {
  readonly v: 1;
  readonly proof: string;
  readonly terminalId: string;
  readonly databaseId: string;
  /** `begun` before the first file goes, `completed` after the last. */
  readonly phase: 'begun' | 'completed';
  readonly at: string;
  /** Submissions and files without a verified receipt, and reports of days that the platform has not acknowledged. */
  readonly unreceived: number;
  /** Ids of the submissions among them. */
  readonly ids: readonly string[];
  /** Staff ids of the two who took it upon themselves; empty when everything had been received. */
  readonly supervisors: readonly string[];
  readonly audit: { readonly entries: number; readonly head: string } | null;
  readonly files: number;
}

export interface Wiped {
  readonly proof: string;
  readonly proofPath: string;
  readonly unreceived: number;
  readonly files: number;
}

export type WipeFault =
  | 'not-received'
  | 'supervisors-needed'
  | 'supervisors-same'
  | 'proof-inside'
  | 'wipe-incomplete'
  | StorageFault;

const PAGE = 500;

/**
 * Removes everything of the terminal: database, log, sealed files, backups, what was set aside, keys. Only when all of
 * it has a receipt that verifies now (an imported one counts), or when two different supervisors say so. Leaves a
 * signed proof and the audit log in the proof folder.
 *
 * @returns `not-received` with the `count` of what would be lost; nothing was changed then
 */
export async function wipe(request: WipeRequest): Promise<Result<Wiped, Failure<WipeFault>>> {
  const { queue, keys, databasePath, keyFolder, proofFolder } = request;
  if (filesWouldGo(proofFolder, [databasePath, keyFolder])) return fail('proof-inside');
  const open = await unreceived(request);
  if (!open.ok) return open;
  const count = open.value.ids.length + open.value.files + open.value.reports;
  const supervisors = request.supervisors ?? [];
  if (count > 0) {
    const refused = refusalOf(supervisors, count);
    if (refused !== null) return refused;
  }
  const proof = randomUUID();
  const audited = queue.audit.append({
    event: 'terminal.wiped',
    actor: count > 0 ? 'staff' : 'system',
    ...(count > 0 && supervisors[0] !== undefined ? { staffId: supervisors[0].staffId } : {}),
    detail: { proof, count },
  });
  if (!audited.ok) return fail(audited.code === 'audit-refused' ? 'storage-fault' : audited.code);
  try {
    mkdirSync(proofFolder, { recursive: true, mode: 0o700 });
    const verified = queue.verifyAudit();
    saveAudit(queue, join(proofFolder, `wipe-${proof}.audit.jsonl`));
    const content = (phase: WipeProof['phase'], files: number): WipeProof => ({
      v: 1,
      proof,
      terminalId: request.terminalId,
      databaseId: queue.databaseId,
      phase,
      at: keys.time.now().instant,
      unreceived: count,
      ids: open.value.ids,
      supervisors: count > 0 ? supervisors.map(({ staffId }) => staffId) : [],
      audit: verified.ok ? verified.value : null,
      files,
    });
    const proofPath = join(proofFolder, `wipe-${proof}.jws`);
    const places = filesOf([databasePath, keyFolder]);
    writePrivate(proofPath, await keys.signWithDevice(content('begun', places.length)));
    queue.close();
    const destroyed = destroyFiles([databasePath, keyFolder]);
    if (!destroyed) return fail('wipe-incomplete', { proof });
    writePrivate(proofPath, await keys.signWithDevice(content('completed', places.length)));
    return ok({ proof, proofPath, unreceived: count, files: places.length });
  } catch (error) {
    return fail(openFailure(error).code === 'disk-full' ? 'disk-full' : 'storage-fault');
  }
}

/** Whether a folder is, or lies in, something that the wipe removes. */
function filesWouldGo(folder: string, places: readonly string[]): boolean {
  const target = resolve(folder);
  return places.some(
    (place) =>
      target === resolve(place) ||
      target.startsWith(`${resolve(place)}${sep}`) ||
      target.startsWith(`${resolve(place)}.`),
  );
}

/** Null when two different supervisors answer for it. */
function refusalOf(
  supervisors: readonly StaffMember[],
  count: number,
): (Result<never, Failure<WipeFault>> & { readonly ok: false }) | null {
  if (supervisors.length === 0) return fail('not-received', { count });
  if (!supervisors.every(({ role }) => roleMay(role, 'wipe-terminal')))
    return fail('supervisors-needed', { count });
  const different = new Set(supervisors.map(({ staffId }) => staffId));
  if (different.size >= 2) return null;
  return supervisors.length >= 2
    ? fail('supervisors-same', { count })
    : fail('supervisors-needed', { count });
}

interface Unreceived {
  readonly ids: readonly string[];
  readonly files: number;
  readonly reports: number;
}

/** A receipt counts when it verifies now: one under a key that was revoked since does not. */
async function unreceived({
  queue,
  keys,
  terminalId,
}: WipeRequest): Promise<Result<Unreceived, Failure<StorageFault>>> {
  const document = keys.document();
  const ids: string[] = [];
  let files = 0;
  for (let after = 0; ;) {
    const page = queue.list({ after, limit: PAGE });
    if (!page.ok) return page;
    for (const { id, digest, receipt, state } of page.value) {
      // Withdrawn before it left: its withdrawal stands in this list, too, and has to be received.
      if (state === 'cancelled' && receipt === null) continue;
      const verified =
        receipt !== null && (await verifyReceipt(receipt, document, { id, digest, terminalId })).ok;
      if (!verified) ids.push(id);
    }
    const last = page.value.at(-1);
    if (last === undefined) break;
    after = last.sequence;
  }
  for (let after = ''; ;) {
    const page = queue.listPendingAttachments({ ...(after === '' ? {} : { after }), limit: PAGE });
    if (!page.ok) return page;
    files += page.value.length;
    const last = page.value.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  const status = queue.status();
  return status.ok ? ok({ ids, files, reports: status.value.reports.waiting }) : status;
}

function saveAudit(queue: Queue, path: string): void {
  const file = writeAuditFile(path);
  try {
    for (let after = 0; ;) {
      const page = queue.auditSince(after, PAGE);
      if (!page.ok || page.value.rows.length === 0) break;
      for (const row of page.value.rows) file.add(row);
      after = page.value.rows.at(-1)?.number ?? after;
    }
  } finally {
    file.close();
  }
}
