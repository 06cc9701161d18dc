import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Readable and writable by the terminal's own account only. */
const PRIVATE_MODE = 0o600;

/** Replaces a file as a whole: a power cut leaves the old content or the new, never a part. */
export function writePrivate(path: string, content: Uint8Array | string): void {
  const temporary = `${path}.new`;
  const handle = openSync(temporary, 'w', PRIVATE_MODE);
  try {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    for (let done = 0; done < bytes.byteLength;) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** True for what the disk or its permissions do; anything else is a bug. */
export function isFileFault(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && 'code' in error;
}

/** As `writePrivate`, for what may as well be written another time. @returns whether it was written */
export function tryWritePrivate(path: string, content: Uint8Array | string): boolean {
  try {
    writePrivate(path, content);
    return true;
  } catch (error) {
    if (isFileFault(error)) return false;
    throw error;
  }
}

/** The file's bytes, or null when there is no such file. */
export function readPrivate(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (isFileFault(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}
