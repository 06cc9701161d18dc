import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilePlace } from '../../domain/terminal/ports/remittance-files.ts';

export interface PlaceSettings {
  /** Folders below which drives are mounted, such as `/media`; at most two levels deep (`/media/<user>/<drive>`). */
  readonly drivesUnder: readonly string[];
  /** Development only: every folder below `drivesUnder` counts as a drive, mounted or not. */
  readonly foldersAreDrives: boolean;
  /** A folder of a station that payroll programs write to; null: none. */
  readonly stationFolder: string | null;
}

/** A place with where it is, which no page knows. */
export interface FoundPlace extends FilePlace {
  readonly path: string;
  /** The device it is on: nothing beyond it is entered. */
  readonly device: number;
}

/** The drives that are in, and the station's folder, in a steady order. Whatever cannot be looked at is not there. */
export async function findPlaces(settings: PlaceSettings): Promise<readonly FoundPlace[]> {
  const drives = await Promise.all(settings.drivesUnder.map((root) => drivesUnder(root, settings)));
  const station = settings.stationFolder === null ? null : await folder(settings.stationFolder);
  const places = drives.flat().sort((one, other) => (one.path < other.path ? -1 : 1));
  if (station === null || settings.stationFolder === null) return places;
  return [
    ...places,
    { id: 'station', kind: 'station-folder', name: '', path: settings.stationFolder, ...station },
  ];
}

async function drivesUnder(root: string, settings: PlaceSettings): Promise<readonly FoundPlace[]> {
  const top = await folder(root);
  if (top === null) return [];
  const found: FoundPlace[] = [];
  for (const name of await names(root)) {
    const path = join(root, name);
    const inside = await folder(path);
    if (inside === null) continue;
    if (settings.foldersAreDrives || (inside.device !== top.device && (await isRemovable(inside.device)))) {
      found.push(drive(path, name, inside.device));
    } else if (inside.device === top.device) {
      found.push(...(await mountedIn(path, inside.device)));
    }
  }
  return found;
}

/** `/media/<user>` holds the drives of that user. */
async function mountedIn(path: string, device: number): Promise<readonly FoundPlace[]> {
  const found: FoundPlace[] = [];
  for (const name of await names(path)) {
    const inside = await folder(join(path, name));
    if (inside !== null && inside.device !== device && (await isRemovable(inside.device)))
      found.push(drive(join(path, name), name, inside.device));
  }
  return found;
}

function drive(path: string, name: string, device: number): FoundPlace {
  return { id: `drive ${path} ${String(device)}`, kind: 'drive', name, path, device };
}

async function names(path: string): Promise<readonly string[]> {
  return readdir(path).catch(() => []);
}

/** A folder that is no link, and its device; null when it is none. */
async function folder(path: string): Promise<{ readonly device: number } | null> {
  try {
    const facts = await stat(path);
    return facts.isDirectory() && (await realpath(path)) === path ? { device: facts.dev } : null;
  } catch {
    return null;
  }
}

/**
 * Whether a device can be pulled out, as the kernel says: removable, or on USB (a USB hard disk calls itself fixed). A
 * file system in user space (exFAT, NTFS) has no device to ask; it is mounted where drives are, which is enough.
 */
async function isRemovable(device: number): Promise<boolean> {
  const [major, minor] = [(device >> 8) & 0xfff, (device & 0xff) | ((device >> 12) & 0xfff00)];
  if (major === 0) return true;
  try {
    const system = await realpath(`/sys/dev/block/${String(major)}:${String(minor)}`);
    if (/\/usb\d|\/mmc/.test(system)) return true;
    for (const path of [system, join(system, '..')]) {
      const text = await readFile(join(path, 'removable'), 'utf8').catch(() => '');
      if (text.trim() !== '') return text.trim() === '1';
    }
    return false;
  } catch {
    return false;
  }
}
