import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A name that was given or taken away in a folder is so after a power cut only when the folder is synced as well. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
