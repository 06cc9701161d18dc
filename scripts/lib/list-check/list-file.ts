import { readFileSync, statSync } from 'node:fs';

const MEGABYTE = 1024 * 1024;

/** Why a list that somebody named on the command line was not read. */
export type ListFileFault = 'file-not-found' | 'file-not-readable' | 'file-too-large';

/** The bytes of a list to be checked, or why there are none. @throws whatever is no fault of the file system */
export function readListFile(path: string, mostMegabytes: number): Uint8Array | ListFileFault {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'file-not-found';
    if (!found.isFile()) return 'file-not-readable';
    return found.size > mostMegabytes * MEGABYTE ? 'file-too-large' : readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return 'file-not-readable';
    throw error;
  }
}
