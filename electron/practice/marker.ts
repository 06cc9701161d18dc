import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const NAME = 'practice-next.json';
const FOLDER = 'practice';

const markerSchema = z.strictObject({
  /** Of the running system: a power cut before the restart ends in work, not in practice. */
  boot: z.string().max(64),
  /** Real submissions that wait meanwhile. */
  waiting: z.number().int().nonnegative(),
});
type Marker = z.infer<typeof markerSchema>;

/** This run of the program, should it be practice. */
interface PracticeRun {
  readonly waiting: number;
  /** Database and keys of this run alone; emptied at every start. */
  readonly data: string;
}

interface StartOfRun {
  /** Null: the terminal works. */
  readonly practice: PracticeRun | null;
  /** There was practice before this run, and what was practised is deleted now. */
  readonly endedPractice: boolean;
}

/** The id that Linux gives a running system; empty where there is none. */
export function bootId(path = '/proc/sys/kernel/random/boot_id'): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** The next start, and it alone, is practice. Throws when the disk does not take it: then there is no practice. */
export function markPractice(dataFolder: string, marker: Marker): void {
  writeFileSync(join(dataFolder, NAME), JSON.stringify(marker), { mode: 0o600 });
  syncFolder(dataFolder);
}

/**
 * Takes the marker away, and it is gone on disk before it is heeded: whatever happens to this run, the next one works.
 * What an earlier run practised is deleted. Where the disk does not let go of the marker, the terminal works.
 */
export function takeMarker(dataFolder: string, boot: string): StartOfRun {
  const data = join(dataFolder, FOLDER);
  const endedPractice = removed(data);
  const marker = readMarker(join(dataFolder, NAME));
  if (!removed(join(dataFolder, NAME))) return { practice: null, endedPractice };
  try {
    syncFolder(dataFolder);
    if (marker === null || marker.boot !== boot) return { practice: null, endedPractice };
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch {
    return { practice: null, endedPractice };
  }
  return { practice: { waiting: marker.waiting, data }, endedPractice };
}

function readMarker(path: string): Marker | null {
  try {
    const parsed = markerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** False: there was nothing, or it could not be removed. */
function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
