import { setImmediate as turn } from 'node:timers/promises';
import type { Policy } from '../../domain/wire/policy.ts';
import { openRaw } from '../store/database/connection.ts';
import { sqliteCode } from '../store/database/storage-faults.ts';
import type { Queue } from '../store/queue-interface.ts';
import { type BackupFault, backUp } from './backup.ts';
import { examineContents } from './examine-contents.ts';
import { markSuspect } from './open.ts';

export interface MaintenanceRequest {
  readonly path: string;
  readonly queue: Pick<Queue, 'audit' | 'purge' | 'sweep' | 'usability'>;
  readonly retention: Policy['retention'];
  readonly nativeBinding?: string | null;
}

type Done<T> = T | { readonly code: string };

export interface MaintenanceReport {
  /**
   * `damaged`: nothing else was done; the next opening salvages, and until then nothing should be kept here.
   * `unknown`: the check could not be completed.
   */
  readonly integrity: 'sound' | 'damaged' | 'unknown';
  readonly purged: Done<{ readonly submissions: number; readonly attachments: number }> | null;
  readonly swept: Done<{ readonly filesWithoutRow: number; readonly rowsWithoutFile: number }> | null;
  readonly backup: { readonly bytes: number } | { readonly code: BackupFault } | null;
}

/**
 * The night's work: a full check of the database, what retention allows is removed, files and rows are compared, and a
 * backup is made. A damaged database is neither purged nor copied over its last good backup. Between the steps the
 * thread does what is due; the check of one table is one step.
 */
export async function maintain(request: MaintenanceRequest): Promise<MaintenanceReport> {
  const { path, queue } = request;
  const nativeBinding = request.nativeBinding ?? null;
  const integrity = await check(path, nativeBinding);
  if (integrity === 'damaged') return damaged(request);
  queue.audit.append({ event: 'database.checked', actor: 'system', detail: { result: integrity } });
  await turn();
  const purged = queue.purge(request.retention);
  queue.usability.purge(request.retention);
  await turn();
  const swept = queue.sweep();
  await turn();
  const backup = await backUp(path, queue, { nativeBinding });
  if (!backup.ok && backup.code === 'database-damaged') return damaged(request);
  return {
    integrity,
    purged: purged.ok ? purged.value : { code: purged.code },
    swept: swept.ok ? swept.value : { code: swept.code },
    backup: backup.ok ? backup.value : { code: backup.code },
  };
}

function damaged({ path, queue }: MaintenanceRequest): MaintenanceReport {
  markSuspect(path);
  queue.audit.append({ event: 'database.checked', actor: 'system', detail: { result: 'damaged' } });
  return { integrity: 'damaged', purged: null, swept: null, backup: null };
}

async function check(path: string, nativeBinding: string | null): Promise<MaintenanceReport['integrity']> {
  try {
    const connection = openRaw(path, { nativeBinding, readonly: true });
    try {
      const tables = connection
        .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
        .all();
      for (const { name } of tables) {
        const answer = connection.pragma(`integrity_check("${name.replaceAll('"', '""')}")`, {
          simple: true,
        });
        if (answer !== 'ok') return 'damaged';
        await turn();
      }
    } finally {
      connection.close();
    }
    const examining = examineContents(path, nativeBinding, 'all');
    for (;;) {
      const step = examining.next();
      if (step.done === true) return step.value === null ? 'sound' : 'damaged';
      await turn();
    }
  } catch (error) {
    const code = sqliteCode(error);
    if (code === null) throw error;
    return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' ? 'damaged' : 'unknown';
  }
}
