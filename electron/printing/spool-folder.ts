import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

const NAME = 'empf-printing';

/**
 * The folder in which Chromium and the system's print libraries may put a file on its way to the spooler: our own,
 * readable by nobody else, in memory where the system has such a place. Emptied now, so that what a crash left is gone.
 *
 * @param runtimeFolder `XDG_RUNTIME_DIR`, a tmpfs of this user's own
 * @returns its path, for `TMPDIR`
 */
export function emptySpoolFolder(runtimeFolder: string | undefined, dataFolder: string): string {
  const inMemory = runtimeFolder !== undefined && isAbsolute(runtimeFolder);
  const onDisk = join(dataFolder, NAME);
  const folder = inMemory ? join(runtimeFolder, NAME) : onDisk;
  // The other one too: of a terminal that ran without such a place before.
  for (const left of [folder, onDisk]) rmSync(left, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}
