import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Random } from '../runner/random.ts';
import type { Recording, Step } from './recording.ts';

/**
 * What a cut leaves on the disk (facts/queue.md §1.5). `synced`: only what a successful sync had made durable. `torn`:
 * that, and a random half of the rest, sector by sector and in no order. `killed`: everything; the power stayed on and
 * only the process died.
 */
export const CUT_KINDS = ['synced', 'torn', 'killed'] as const;
export type CutKind = (typeof CUT_KINDS)[number];

/** Disks write whole sectors of this size or nothing of them. */
const SECTOR_BYTES = 512;

type DataStep = Extract<Step, { type: 'write' | 'truncate' }>;

/** Changed data or a changed name that may not have reached the disk yet. */
interface Pending {
  durable: boolean;
  /** A sync of it failed: the kernel calls the pages clean, and no later sync writes them. */
  doomed: boolean;
}
interface DataChange extends Pending {
  readonly step: DataStep;
}
interface File {
  readonly before: Buffer;
  readonly changes: DataChange[];
}
/** Names are absolute paths; a folder is an entry, too. */
type Names = Map<string, File | 'folder'>;
interface NameChange extends Pending {
  /** The folder whose sync makes it durable. */
  readonly folder: string;
  apply(names: Names): void;
}

/**
 * The folder as it would be found after a cut before step `cut`.
 *
 * As strict as POSIX: an entry of a folder (a file made, renamed or removed) is durable only when that folder was
 * synced since; ext4 is kinder.
 * @returns content by path relative to the recorded folder; null for a folder
 */
export function diskAfter(
  recording: Recording,
  cut: number,
  kind: CutKind,
  random: Random,
): Map<string, Buffer | null> {
  const { beginning, changes } = replay(recording, cut);
  const keep = ({ durable }: Pending): boolean =>
    durable || kind === 'killed' || (kind === 'torn' && random.chance(0.5));
  const names: Names = new Map(beginning);
  for (const change of changes) if (keep(change)) change.apply(names);
  const found = new Map<string, Buffer | null>();
  for (const [path, entry] of names) {
    if (path === recording.folder || !isReachable(names, path, recording.folder)) continue;
    const content = entry === 'folder' ? null : contentOf(entry, kind, random);
    found.set(relative(recording.folder, path), content);
  }
  return found;
}

/** Follows the steps, with all names as the running program sees them. */
function replay(
  recording: Recording,
  cut: number,
): { readonly beginning: Names; readonly changes: readonly NameChange[] } {
  const beginning: Names = new Map([[recording.folder, 'folder']]);
  for (const [path, content] of recording.before) {
    const entry = content === null ? 'folder' : { before: content, changes: [] };
    beginning.set(join(recording.folder, path), entry);
  }
  const live: Names = new Map(beginning);
  const byInode = new Map<number, File>();
  const changes: NameChange[] = [];

  function rename(folder: string, apply: (names: Names) => void): void {
    apply(live);
    changes.push({ folder, apply, durable: false, doomed: false });
  }
  function fileOf(inode: number): File {
    const file = byInode.get(inode);
    if (file === undefined) throw new Error('a step on a file that was not opened');
    return file;
  }

  for (const step of recording.steps.slice(0, cut)) {
    switch (step.type) {
      case 'create': {
        const file: File = { before: Buffer.alloc(0), changes: [] };
        byInode.set(step.inode, file);
        rename(dirname(step.path), (names) => names.set(step.path, file));
        break;
      }
      case 'open': {
        const file = live.get(step.path);
        if (file === undefined || file === 'folder') throw new Error('a file was opened that is not there');
        byInode.set(step.inode, file);
        break;
      }
      case 'write':
      case 'truncate':
        fileOf(step.inode).changes.push({ step, durable: false, doomed: false });
        break;
      case 'sync':
        settle(fileOf(step.inode).changes, step.failed);
        break;
      case 'sync-folder':
        settle(
          changes.filter(({ folder }) => folder === step.path),
          step.failed,
        );
        break;
      case 'unlink':
        rename(dirname(step.path), (names) => names.delete(step.path));
        break;
      case 'make-folder':
        rename(dirname(step.path), (names) => names.set(step.path, 'folder'));
        break;
      case 'rename':
      case 'link': {
        const moved = live.get(step.path);
        if (moved === undefined) throw new Error('a name was moved that is not there');
        rename(dirname(step.to), (names) => {
          names.set(step.to, moved);
          if (step.type === 'rename') names.delete(step.path);
        });
        break;
      }
      case 'mark':
        break;
    }
  }
  return { beginning, changes };
}

function settle(pending: readonly Pending[], failed: boolean): void {
  for (const change of pending) {
    if (change.durable || change.doomed) continue;
    if (failed) change.doomed = true;
    else change.durable = true;
  }
}

function isReachable(names: Names, path: string, root: string): boolean {
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    if (names.get(folder) !== 'folder') return false;
  }
  return true;
}

function contentOf(file: File, kind: CutKind, random: Random): Buffer {
  const ends = file.changes.map(({ step }) =>
    step.type === 'write' ? step.offset + step.data.byteLength : step.size,
  );
  const room = Buffer.alloc(Math.max(file.before.byteLength, 0, ...ends));
  file.before.copy(room);
  let size = file.before.byteLength;
  for (const { step, durable } of file.changes) {
    if (!durable && kind === 'synced') continue;
    const whole = durable || kind === 'killed';
    if (step.type === 'truncate') {
      if (!whole && random.chance(0.5)) continue;
      room.fill(0, step.size);
      size = step.size;
      continue;
    }
    for (const [from, to] of sectors(step, whole)) {
      if (!whole && random.chance(0.5)) continue;
      step.data.copy(room, from, from - step.offset, to - step.offset);
      size = Math.max(size, to);
    }
  }
  return room.subarray(0, size);
}

/** The pieces of a write that reach the disk or do not, each by itself, as positions in the file. */
function sectors(step: Extract<DataStep, { type: 'write' }>, whole: boolean): (readonly [number, number])[] {
  const end = step.offset + step.data.byteLength;
  if (whole) return [[step.offset, end]];
  const pieces: (readonly [number, number])[] = [];
  for (let from = step.offset; from < end;) {
    const to = Math.min(end, (Math.floor(from / SECTOR_BYTES) + 1) * SECTOR_BYTES);
    pieces.push([from, to]);
    from = to;
  }
  return pieces;
}

/** Writes what `diskAfter` found into an empty folder. */
export function writeDisk(disk: ReadonlyMap<string, Buffer | null>, folder: string): void {
  for (const path of [...disk.keys()].sort()) {
    const content = disk.get(path) ?? null;
    if (content === null) mkdirSync(join(folder, path), { recursive: true });
    else writeFileSync(join(folder, path), content);
  }
}
