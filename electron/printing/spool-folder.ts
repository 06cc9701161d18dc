import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder in which Chromium and the system's print libraries may put a file on its way to the spooler: our own,
 * readable by nobody else, in memory where the system has such a place. Emptied now, so that what a crash left is gone.
 *
 * @param runtimeFolder `XDG_RUNTIME_DIR`, a tmpfs of this user's own
 * @returns its path, for `TMPDIR`
 */
export function emptySpoolFolder(runtimeFolder: string | undefined, dataFolder: string): string {
  const folder = join(runtimeFolder ?? dataFolder, 'empf-printing');
  rmSync(folder, { recursive: true, force: true });
  // Of a terminal that ran without such a place before.
  if (runtimeFolder !== undefined)
    rmSync(join(dataFolder, 'empf-printing'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}
