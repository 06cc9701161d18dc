import { constants } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import { driveErrorOf } from '../../domain/service/drive-error.ts';
import type { SaveFault } from '../../domain/terminal/ports/remittance-files.ts';

/** A second file of the same name gets a number. */
const MOST_NAMES = 50;

export interface NewFile {
  readonly folder: string;
  /** Where `folder` must still be. */
  readonly device: number;
  /** Name without its number and `.csv`. */
  readonly stem: string;
  readonly text: string | Uint8Array;
}

/** Takes back a file that was just written, where what belongs to it could not be. */
export async function takeBack(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/** Writes a file whole and synced, and never over anything. */
export async function writeNumbered(
  file: NewFile,
): Promise<Result<{ readonly name: string }, Failure<SaveFault>>> {
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = `${file.stem}${number === 1 ? '' : `-${String(number)}`}.csv`;
    const written = await writeNew(join(file.folder, name), file.text, file.device);
    if (written === 'exists') continue;
    return written === null ? ok({ name }) : fail(written);
  }
  return fail('drive-fault');
}

/** @returns null when it was written */
async function writeNew(
  path: string,
  text: NewFile['text'],
  device: number,
): Promise<SaveFault | 'exists' | null> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  let made = false;
  try {
    const handle = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    made = true;
    try {
      // A drive that was pulled out leaves its mount point behind, which is on the machine's own disk.
      if ((await handle.stat()).dev !== device) {
        await rm(path, { force: true });
        return 'drive-gone';
      }
      await handle.writeFile(text, typeof text === 'string' ? 'utf8' : null);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    if (code === 'EEXIST') return 'exists';
    // Half a file would be taken for the whole.
    if (made) await rm(path, { force: true }).catch(() => undefined);
    return driveErrorOf(code);
  }
}
