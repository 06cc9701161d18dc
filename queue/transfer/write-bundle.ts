import { basename, dirname, join } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  BUNDLE_VERSION,
  type BundleManifest,
  type BundlePart,
  bundleFolderName,
  MANIFEST_NAME,
} from '../../domain/wire/bundle.ts';
import { sealPart, verifyManifest } from '../../domain/wire/sealed/bundle-packing.ts';
import type { PublicKey } from '../../domain/wire/contract.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { StorageFault } from '../store/database/storage-faults.ts';
import { digestOf } from '../store/digest.ts';
import type { Queue } from '../store/queue-interface.ts';
import type { Drive } from './drive.ts';
import { type DriveFault, driveFaultOf } from './drive-faults.ts';
import { packPart } from './pack.ts';
import type { Plan, PlannedPart } from './plan.ts';

export interface ExportProgress {
  readonly phase: 'writing' | 'comparing';
  /** Parts of the bundle. */
  readonly done: number;
  readonly of: number;
  /** Submissions, files and reports in the parts done, and in all. */
  readonly items: number;
  readonly ofItems: number;
}

export interface BundleJob {
  readonly queue: Pick<Queue, 'listPending' | 'readChunk' | 'work'>;
  readonly keys: Pick<KeyStore, 'introduction' | 'signWithDevice' | 'time'>;
  readonly sealingKey: PublicKey;
  readonly drive: Drive;
  readonly targetFolder: string;
  readonly terminalId: string;
  readonly bundleId: string;
  readonly plan: Plan;
  readonly onProgress: (progress: ExportProgress) => void;
  /** Asked before every part: whether nobody wants the bundle any more. */
  readonly stopped: () => boolean;
}

export interface WrittenBundle {
  readonly manifest: BundleManifest;
  readonly folder: string;
  /** Ids of the submissions that are in it. */
  readonly ids: readonly string[];
  readonly attachments: number;
  /** Days whose reports are in it, the oldest first. */
  readonly days: readonly number[];
  readonly bytes: number;
  readonly comparedWith: 'medium' | 'cache';
}

export type BundleFault = 'nothing-pending' | 'sealing-key' | 'stopped' | DriveFault | StorageFault;

/** A folder that was not finished; it is no bundle, and the next export of this terminal removes it. */
export const UNFINISHED = '.unfinished';
/** For folders, the manifest and the file system's own needs. */
const SPARE_BYTES = 1024 * 1024;

/** Writes, syncs, renames, reads back and compares. What it could not finish it removes, as far as the drive lets it. */
export async function writeBundle(job: BundleJob): Promise<Result<WrittenBundle, Failure<BundleFault>>> {
  const { drive, targetFolder } = job;
  const folder = join(targetFolder, bundleFolderName(job.terminalId, job.bundleId));
  let device: number | null = null;
  let result: Result<WrittenBundle, Failure<BundleFault>>;
  try {
    device = await drive.deviceOf(targetFolder);
    result = await write(job, folder);
  } catch (error) {
    result = fail(driveFaultOf(error));
  }
  // When a drive is pulled out and unmounted its mount point may stay, and files go to the machine's own disk.
  if (device === null || !(await isStillThere(drive, targetFolder, device))) return fail('drive-gone');
  if (!result.ok) {
    await removeIfPossible(drive, `${folder}${UNFINISHED}`);
    await removeIfPossible(drive, folder);
  }
  return result;
}

async function write(job: BundleJob, folder: string): Promise<Result<WrittenBundle, Failure<BundleFault>>> {
  const { drive, plan, targetFolder } = job;
  const unfinished = `${folder}${UNFINISHED}`;
  await removeLeftovers(drive, targetFolder, job.terminalId);
  const free = await drive.freeBytes(targetFolder);
  const needed = plan.bytes + SPARE_BYTES;
  if (free < needed) return fail('drive-full', { needed: inMegabytes(needed), free: inMegabytes(free) });

  await drive.makeFolder(unfinished);
  const written = await writeParts(job, unfinished);
  if (!written.ok) return written;
  const { parts, ids, attachments, days } = written.value;
  if (parts.length === 0) return fail('nothing-pending');
  const manifest: BundleManifest = {
    // A platform that knows version 1 only takes whatever it can.
    v: days.length === 0 ? 1 : BUNDLE_VERSION,
    bundleId: job.bundleId,
    terminalId: job.terminalId,
    createdAt: job.keys.time.now().instant,
    kid: job.sealingKey.kid,
    introduction: job.keys.introduction(),
    parts: [...parts],
  };
  const signed = await job.keys.signWithDevice(manifest);
  await drive.write(join(unfinished, MANIFEST_NAME), new TextEncoder().encode(signed));
  await drive.syncFolder(unfinished);
  await drive.rename(unfinished, folder);
  await drive.syncFolder(targetFolder);

  const compared = await compare(job, folder, manifest, signed);
  if (!compared.ok) return compared;
  const bytes = parts.reduce((sum, part) => sum + part.bytes, signed.length);
  return ok({ manifest, folder, ids, attachments, days, bytes, comparedWith: compared.value });
}

interface WrittenParts {
  readonly parts: BundleManifest['parts'];
  readonly ids: readonly string[];
  readonly attachments: number;
  readonly days: readonly number[];
}

async function writeParts(
  job: BundleJob,
  unfinished: string,
): Promise<Result<WrittenParts, Failure<BundleFault>>> {
  const { queue, drive, plan } = job;
  const parts: BundleManifest['parts'] = [];
  const ids: string[] = [];
  const days: number[] = [];
  const ofItems = itemsOfPlan(plan);
  let attachments = 0;
  let items = 0;
  for (const [index, planned] of plan.parts.entries()) {
    if (job.stopped()) return fail('stopped');
    const packed = packPart(queue, planned);
    if (!packed.ok) return packed;
    const { part } = packed.value;
    if (packed.value.filled) {
      const name = `part-${String(parts.length + 1).padStart(4, '0')}.sealed`;
      const sealed = await sealPart(part, { bundleId: job.bundleId, name }, job.sealingKey.jwk);
      if (!sealed.ok) return sealed;
      const path = join(unfinished, name);
      await drive.write(path, sealed.value);
      const { bytes } = await drive.readBack(path);
      if (Buffer.compare(bytes, sealed.value) !== 0) return fail('drive-differs', { part: name });
      parts.push(entryOf(name, sealed.value, part));
      ids.push(...part.submissions.map((submission) => submission.envelope.id));
      days.push(...packed.value.days);
      attachments += part.attachments.length;
    }
    items += itemsOfPlanned(planned);
    job.onProgress({ phase: 'writing', done: index + 1, of: plan.parts.length, items, ofItems });
  }
  return ok({ parts, ids, attachments, days });
}

function itemsOfPlan({ submissions, attachments, dayReports }: Plan): number {
  return submissions + attachments + dayReports;
}

function itemsOfPlanned(planned: PlannedPart): number {
  if (planned.kind === 'submissions') return planned.sequences.length;
  return planned.kind === 'day-reports' ? planned.days.length : 1;
}

function itemsOf({ submissions, attachments, dayReports = 0 }: BundleManifest['parts'][number]): number {
  return submissions + attachments + dayReports;
}

function entryOf(name: string, sealed: Uint8Array, part: BundlePart): BundleManifest['parts'][number] {
  return {
    name,
    bytes: sealed.byteLength,
    digest: digestOf(sealed),
    submissions: part.submissions.length,
    attachments: part.attachments.length,
    ...(part.dayReports === undefined ? {} : { dayReports: part.dayReports.length }),
  };
}

/** Everything is opened anew under its final name: what the drive gives back now is what the platform will read. */
async function compare(
  job: BundleJob,
  folder: string,
  manifest: BundleManifest,
  signed: string,
): Promise<Result<'medium' | 'cache', Failure<BundleFault>>> {
  const { drive } = job;
  const meant = [...manifest.parts.map((part) => part.name), MANIFEST_NAME].sort();
  const found = [...(await drive.list(folder))].sort();
  if (found.join('\n') !== meant.join('\n')) return fail('drive-differs', { part: basename(folder) });
  const read = await drive.readBack(join(folder, MANIFEST_NAME));
  const text = new TextDecoder().decode(read.bytes);
  const verified = await verifyManifest(text);
  if (text !== signed || !verified.ok) return fail('drive-differs', { part: MANIFEST_NAME });
  const ofItems = manifest.parts.reduce((sum, part) => sum + itemsOf(part), 0);
  let comparedWith = read.from;
  let items = 0;
  for (const [index, entry] of manifest.parts.entries()) {
    const { name, bytes, digest } = entry;
    if (job.stopped()) return fail('stopped');
    const part = await drive.readBack(join(folder, name));
    if (part.bytes.byteLength !== bytes || digestOf(part.bytes) !== digest)
      return fail('drive-differs', { part: name });
    if (part.from === 'cache') comparedWith = 'cache';
    items += itemsOf(entry);
    job.onProgress({ phase: 'comparing', done: index + 1, of: manifest.parts.length, items, ofItems });
  }
  return ok(comparedWith);
}

/** Unfinished folders of this terminal's earlier exports: nothing in them was marked, and they take the drive's space. */
async function removeLeftovers(drive: Drive, targetFolder: string, terminalId: string): Promise<void> {
  const mine = bundleFolderName(terminalId, '');
  for (const name of await drive.list(targetFolder)) {
    if (name.startsWith(mine) && name.endsWith(UNFINISHED))
      await removeIfPossible(drive, join(targetFolder, name));
  }
}

async function removeIfPossible(drive: Drive, path: string): Promise<void> {
  try {
    await drive.remove(path);
    await drive.syncFolder(dirname(path));
  } catch (error) {
    driveFaultOf(error);
  }
}

async function isStillThere(drive: Drive, folder: string, device: number): Promise<boolean> {
  try {
    return (await drive.deviceOf(folder)) === device;
  } catch (error) {
    driveFaultOf(error);
    return false;
  }
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
