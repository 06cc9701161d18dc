import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, ok, type Result } from '../../../domain/result.ts';
import type { KeyDocument } from '../../../domain/wire/contract.ts';
import { openConnection } from '../../store/database/connection.ts';
import { openFailure, type OpenFault } from '../../store/database/open-database.ts';
import type { StorageFault } from '../../store/database/storage-faults.ts';
import { openQueue } from '../../store/queue.ts';
import type { Queue, QueueOptions } from '../../store/queue-interface.ts';
import { backupPaths } from '../backup.ts';
import { putBeside } from './beside.ts';
import { carve } from './carve.ts';
import { type Findings, gather } from './findings.ts';
import { countMissing, countMissingFiles } from './missing.ts';
import { hashInLetters, writeAuditFile } from '../old-audit.ts';
import { type FileImage, openImage } from '../pages/file-image.ts';
import { layoutsOf } from '../pages/layouts.ts';
import { replay, type ReplayClock } from './replay.ts';
import { type SalvageReport, writeSalvageReport } from '../salvage-report.ts';
import { asidePath, putInPlace, removeStaged, setAside, stagedPath } from './set-aside.ts';

export interface SalvageOptions extends QueueOptions {
  /** To verify the receipts that are found: one that cannot be verified is no receipt. */
  readonly keyDocument: KeyDocument;
}

/** After the first epoch of all, when no key folder knows of others. */
const FIRST_NEW_EPOCH = 2;
/** An epoch beyond this is not one that was ever given out but one that the disk has changed. */
const GREATEST_JUMP = 1_000;
/** As far as the sequence counter may be ahead of the last submission that was found. */
const GREATEST_GAP = 1_000_000;

/**
 * Sets the damaged database aside and builds a new one, with a new id and a new epoch, of everything that can be found
 * in it and in its backups. The caller has the database's lock. Cut short anywhere, it is taken up by the next call
 * with the report that lies there.
 */
export async function salvage(
  path: string,
  begun: SalvageReport,
  options: SalvageOptions,
): Promise<Result<SalvageReport, Failure<OpenFault>>> {
  try {
    let report = begun;
    if (report.phase === 'begun') {
      writeSalvageReport(path, report);
      setAside(path, report.aside);
      const built = await build(path, report, options);
      if (!built.ok) return built;
      report = built.value;
      writeSalvageReport(path, report);
    }
    putInPlace(path);
    report = { ...report, phase: 'done' };
    writeSalvageReport(path, report);
    return ok(report);
  } catch (error) {
    return openFailure(error);
  }
}

async function build(
  path: string,
  report: SalvageReport,
  options: SalvageOptions,
): Promise<Result<SalvageReport, Failure<OpenFault>>> {
  removeStaged(path);
  const sources = openSources(path, asidePath(path, report.aside), options);
  try {
    const staged = stagedPath(path);
    const filled = await fill(staged, report, sources, options);
    if (filled.ok) carryOn(staged, sources.findings, options);
    return filled;
  } finally {
    sources.close();
  }
}

async function fill(
  staged: string,
  report: SalvageReport,
  { findings, fromBackup, pathOf }: Sources,
  options: SalvageOptions,
): Promise<Result<SalvageReport, Failure<OpenFault>>> {
  const { keyDocument } = options;
  const now = { at: (options.now ?? systemTime)(), budget: (options.budget ?? (() => performance.now()))() };
  const clock: ReplayClock = { ...now };
  const epoch = nextEpoch(options.freshEpoch ?? FIRST_NEW_EPOCH, findings.greatest('epoch'));
  const opened = openQueue(staged, {
    nativeBinding: options.nativeBinding ?? null,
    freshEpoch: epoch,
    now: () => clock.at,
    budget: () => clock.budget,
  });
  if (!opened.ok) return opened;
  const queue = opened.value;
  try {
    const items = findings.items();
    const evidence = findings.evidence();
    const facts = { epoch, head: evidence.last === null ? '' : hashInLetters(evidence.last.hash) };
    const expected = countMissing(findings, items);
    const noted = noteInAudit(queue, { ...facts, salvaged: items.length, missing: expected });
    if (!noted.ok) return noted;
    const replayed = await replay({
      queue,
      clock,
      now,
      keyDocument,
      items,
      files: findings.files(),
      pathOf,
    });
    if (!replayed.ok) return replayed;
    const { items: taken, files } = replayed.value;
    const missing = countMissing(findings, taken);
    if (taken.length !== items.length) {
      Object.assign(clock, now);
      const corrected = noteInAudit(queue, { ...facts, salvaged: taken.length, missing });
      if (!corrected.ok) return corrected;
    }
    return ok({
      ...report,
      phase: 'built',
      salvaged: taken.length,
      fromBackup: taken.filter((item) => fromBackup.has(item.content.envelope.id)).length,
      missing,
      files: files.size,
      filesMissing: countMissingFiles(evidence, taken, files),
      epoch,
      oldDatabaseId: findings.databaseId(),
      auditEntries: evidence.entries,
      auditComplete: evidence.complete,
    });
  } finally {
    queue.close();
  }
}

function systemTime(): string {
  return new Date().toISOString();
}

interface Sources {
  readonly findings: Findings;
  /** Ids that only a backup has. */
  readonly fromBackup: ReadonlySet<string>;
  /** Where the sealed file of an id lies. */
  readonly pathOf: (id: string) => string;
  /** Only after everything was taken over: what was found is read from the disk once more then. */
  close(): void;
}

/** The damaged database first, then its backups: what is newer counts. The old audit log is saved on the way. */
function openSources(path: string, aside: string, options: SalvageOptions): Sources {
  const layouts = layoutsOf(options.nativeBinding ?? null, options.migrations);
  const audit = writeAuditFile(`${aside}.audit.jsonl`);
  const images: FileImage[] = [];
  const close = (): void => {
    for (const image of images) image.close();
  };
  try {
    const { findings, olderFromHere } = gather((row) => audit.add(row));
    const readInto = (file: string): void => {
      const image = openImage(file);
      images.push(image);
      carve(image, layouts, findings);
    };
    readInto(aside);
    const damaged = idsOf(findings);
    for (const backup of backupPaths(path).filter((file) => existsSync(file))) {
      olderFromHere();
      readInto(backup);
    }
    const fromBackup = new Set([...idsOf(findings)].filter((id) => !damaged.has(id)));
    return { findings, fromBackup, pathOf: (id) => join(`${aside}.attachments`, id), close };
  } catch (error) {
    close();
    throw error;
  } finally {
    audit.close();
  }
}

function idsOf(findings: Findings): ReadonlySet<string> {
  return new Set(findings.items().map((item) => item.content.envelope.id));
}

/** One that this terminal has never used, by what its key folder and the damaged database know. */
function nextEpoch(fresh: number, found: number): number {
  return found <= fresh + GREATEST_JUMP ? Math.max(fresh, found + 1) : fresh;
}

/** What is beside the submissions, and numbers of the order go on where they were, so that none is given twice. */
function carryOn(staged: string, findings: Findings, options: SalvageOptions): void {
  const opened = openConnection(staged, { nativeBinding: options.nativeBinding ?? null });
  if (!opened.ok) throw new Error('the new database was durable a moment ago');
  try {
    putBeside(opened.value, findings.besides());
    const last = findings.items().at(-1)?.content.envelope.sequence ?? 0;
    const counted = findings.greatest('sequence');
    if (counted <= last || counted > last + GREATEST_GAP) return;
    opened.value
      .prepare<[number]>(`UPDATE counters SET value = max(value, ?) WHERE name = 'sequence'`)
      .run(counted);
  } finally {
    opened.value.close();
  }
}

function noteInAudit(
  queue: Queue,
  facts: {
    readonly salvaged: number;
    readonly missing: number | null;
    readonly epoch: number;
    readonly head: string;
  },
): Result<null, Failure<StorageFault>> {
  const detail = { ...facts, missing: facts.missing ?? 'unknown' };
  const written = queue.audit.append({ event: 'database.salvaged', actor: 'system', detail });
  if (written.ok || written.code !== 'audit-refused') return written as Result<null, Failure<StorageFault>>;
  throw new Error('the entry of a salvage does not fit the catalogue');
}
