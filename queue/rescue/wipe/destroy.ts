import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFileFault } from '../../keys/private-file.ts';
import { syncFolder } from '../../store/database/sync-folder.ts';

const PIECE = new Uint8Array(1024 * 1024);

/** Every file of these places: a place itself, what lies in it, and whatever beside it has a name that begins with its. */
export function filesOf(places: readonly string[]): readonly string[] {
  return places.flatMap(beside).flatMap(filesIn);
}

/**
 * Overwrites with zeros, syncs, removes. On flash with wear levelling old blocks may stay behind whatever is written;
 * what they hold is sealed for the platform, and the disk should be encrypted (facts/hardening.md).
 * @returns whether all of it is gone
 */
export function destroyFiles(places: readonly string[]): boolean {
  for (const file of filesOf(places)) overwrite(file);
  for (const place of places) {
    for (const path of beside(place)) rmSync(path, { recursive: true, force: true });
    if (existsSync(dirname(place))) syncFolder(dirname(place));
  }
  return places.every((place) => beside(place).length === 0);
}

function beside(place: string): readonly string[] {
  const folder = dirname(place);
  if (!existsSync(folder)) return [];
  const name = basename(place);
  return readdirSync(folder)
    .filter((other) => other === name || other.startsWith(`${name}-`) || other.startsWith(`${name}.`))
    .map((other) => join(folder, other));
}

function filesIn(path: string): readonly string[] {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.isFile() ? [path] : [];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

function overwrite(path: string): void {
  try {
    const handle = openSync(path, 'r+');
    try {
      const { size } = lstatSync(path);
      for (let at = 0; at < size; at += PIECE.byteLength)
        writeSync(handle, PIECE, 0, Math.min(PIECE.byteLength, size - at), at);
      fsyncSync(handle);
      ftruncateSync(handle, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // It cannot be written and is removed all the same.
    if (!isFileFault(error)) throw error;
  }
}
