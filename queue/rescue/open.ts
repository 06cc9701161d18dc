import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { isFileFault } from '../keys/private-file.ts';
import { driverFits } from '../store/database/connection.ts';
import { type DatabaseLock, takeDatabaseLock } from '../store/database/database-lock.ts';
import { openFailure, type OpenFault } from '../store/database/open-database.ts';
import { openQueue } from '../store/queue.ts';
import type { Queue } from '../store/queue-interface.ts';
import { backupPaths } from './backup.ts';
import { openContentsDamage } from './examine-contents.ts';
import { openImage } from './pages/file-image.ts';
import { salvage, type SalvageOptions } from './salvage/salvage.ts';
import {
  awaitsAcceptance,
  readSalvageReport,
  type SalvageReport,
  writeSalvageReport,
} from './salvage-report.ts';
import { asidePath, lastAside } from './salvage/set-aside.ts';

export interface OpenedOrSalvaged {
  readonly queue: Queue;
  /** What a salvage did, told by the first opening after it; null otherwise. */
  readonly salvage: SalvageReport | null;
}

/**
 * Opens the terminal's queue; what is found damaged is set aside and salvaged first.
 *
 * @returns the queue; `database-salvaged` while something is missing, or may be, and nobody has taken note of it
 *   (`npm run queue -- accept-salvage`); otherwise as `openQueue`, but never `database-damaged` for what a salvage can
 *   mend
 */
export async function openQueueOrSalvage(
  path: string,
  options: SalvageOptions,
): Promise<Result<OpenedOrSalvaged, Failure<OpenFault | 'database-salvaged'>>> {
  // Only what is there can be damaged; and a driver that does not fit must not be tried (connection.ts).
  if (!existsSync(dirname(path)) || !driverFits(options.nativeBinding)) {
    const opened = openQueue(path, options);
    return opened.ok ? ok({ queue: opened.value, salvage: null }) : opened;
  }
  try {
    const known = readSalvageReport(path);
    if (known?.phase === 'done' && awaitsAcceptance(known)) return refusal(known);
    const looked = withLock(path, options, () => damageOf(path, known));
    if (!looked.ok) return looked;
    if (looked.value === null) {
      const opened = openWhole(path, options);
      if (opened.ok) return ok({ queue: opened.value, salvage: tellOnce(path, known) });
      if (opened.code !== 'database-damaged') return opened;
      return await salvageAndOpen(path, String(opened.params?.['what'] ?? 'unreadable'), options);
    }
    return await salvageAndOpen(path, looked.value, options);
  } catch (error) {
    return openFailure(error);
  }
}

/** As `openQueue`, and everything that is still to be sent is read once. */
function openWhole(path: string, options: SalvageOptions): Result<Queue, Failure<OpenFault>> {
  const opened = openQueue(path, options);
  if (!opened.ok) return opened;
  let what: string | null = null;
  try {
    what = openContentsDamage(path, options.nativeBinding ?? null);
    if (what === null) return opened;
  } catch (error) {
    opened.value.close();
    throw error;
  }
  opened.value.close();
  return fail('database-damaged', { what });
}

/** Has the next opening salvage, whatever its own quick look finds: a full check has found damage. */
export function markSuspect(path: string): void {
  try {
    writeFileSync(suspectPath(path), '', { mode: 0o600 });
  } catch (error) {
    // On a disk that takes no file the next full check finds the same.
    if (!isFileFault(error)) throw error;
  }
}

function suspectPath(path: string): string {
  return `${path}.suspect`;
}

function refusal(report: SalvageReport): Result<never, Failure<'database-salvaged'>> {
  const { salvaged, missing, filesMissing } = report;
  return fail('database-salvaged', { salvaged, missing: missing ?? 'unknown', filesMissing });
}

/**
 * What SQLite would not see, or would see too late: a salvage that was cut short, a database that is gone while its
 * backup or what was set aside is there, a log of which it would silently read the beginning only.
 */
function damageOf(path: string, known: SalvageReport | null): string | null {
  if (known !== null && known.phase !== 'done') return known.what;
  if (existsSync(suspectPath(path))) return 'full-check';
  if (!existsSync(path) && !existsSync(`${path}-wal`)) {
    const left = backupPaths(path).some((backup) => existsSync(backup)) || lastAside(path) > 0;
    return left ? 'gone' : null;
  }
  return isLogDamaged(path) ? 'log' : null;
}

/**
 * SQLite reads a log up to the first frame that does not verify. One transaction beyond it is one that a power cut
 * stopped before it was confirmed; two are not: the first of them was synced before the second began.
 */
function isLogDamaged(path: string): boolean {
  const size = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || !existsSync(path)) return false;
  const image = openImage(path);
  try {
    const { log, ownsLog } = image;
    if (log === null || log.frames.length === 0) return false;
    return !ownsLog || !log.hasHeader || log.beyond > 1;
  } finally {
    image.close();
  }
}

async function salvageAndOpen(
  path: string,
  what: string,
  options: SalvageOptions,
): Promise<Result<OpenedOrSalvaged, Failure<OpenFault | 'database-salvaged'>>> {
  const locked = takeLock(path, options);
  if (!locked.ok) return locked;
  let report: SalvageReport;
  try {
    const salvaged = await salvage(path, beginning(path, what, options), options);
    if (!salvaged.ok) return salvaged;
    report = salvaged.value;
    rmSync(suspectPath(path), { force: true });
    locked.value.markCreated();
  } finally {
    locked.value.release();
  }
  if (awaitsAcceptance(report)) return refusal(report);
  const opened = openQueue(path, options);
  return opened.ok ? ok({ queue: opened.value, salvage: tellOnce(path, report) }) : opened;
}

function beginning(path: string, what: string, options: SalvageOptions): SalvageReport {
  const known = readSalvageReport(path);
  if (known !== null && known.phase !== 'done') return known;
  const last = lastAside(path);
  // Set aside, and then the report was lost as well: what lies there is what is to be read.
  const isAside = last > 0 && !existsSync(path) && existsSync(asidePath(path, last)) && known === null;
  return {
    v: 1,
    phase: 'begun',
    aside: isAside ? last : last + 1,
    at: (options.now ?? (() => new Date().toISOString()))(),
    what,
    salvaged: 0,
    fromBackup: 0,
    missing: null,
    files: 0,
    filesMissing: 0,
    epoch: 0,
    oldDatabaseId: null,
    auditEntries: 0,
    auditComplete: false,
    accepted: null,
    told: false,
  };
}

function tellOnce(path: string, report: SalvageReport | null): SalvageReport | null {
  if (report === null || report.told) return null;
  writeSalvageReport(path, { ...report, told: true });
  return report;
}

function takeLock(path: string, options: SalvageOptions): Result<DatabaseLock, Failure<'database-locked'>> {
  return takeDatabaseLock(path, {
    nativeBinding: options.nativeBinding ?? null,
    ...(options.lockWait === undefined ? {} : { wait: options.lockWait }),
  });
}

function withLock<T>(
  path: string,
  options: SalvageOptions,
  work: () => T,
): Result<T, Failure<'database-locked'>> {
  const locked = takeLock(path, options);
  if (!locked.ok) return locked;
  try {
    return ok(work());
  } finally {
    locked.value.release();
  }
}
