import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { isFileFault } from '../keys/private-file.ts';
import { type ReadBack, readFromMedium } from './read-from-medium.ts';

/**
 * The few things done to a drive; tests put one in that is pulled out, full or broken at a step of their choice. All
 * throw what the file system throws (`drive-faults.ts`).
 */
export interface Drive {
  /** Bytes free for an ordinary user. */
  readonly freeBytes: (folder: string) => Promise<number>;
  /** Which device a folder is on: it changes when a drive is unmounted and its mount point stays. */
  readonly deviceOf: (folder: string) => Promise<number>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes a new file whole and syncs it. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly readBack: (path: string) => Promise<ReadBack>;
  /** A file, or a folder with all that is in it. */
  readonly remove: (path: string) => Promise<void>;
}

export const FILE_SYSTEM_DRIVE: Drive = {
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
  deviceOf: async (folder) => (await stat(folder)).dev,
  list: (folder) => readdir(folder),
  async makeFolder(path) {
    await mkdir(path, { mode: 0o700 });
  },
  async write(path, bytes) {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async syncFolder(path) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } catch (error) {
      // Some drivers of foreign file systems sync folders by themselves and know no call for it.
      if (!isFileFault(error) || (error.code !== 'EINVAL' && error.code !== 'ENOTSUP')) throw error;
    } finally {
      await handle.close();
    }
  },
  rename,
  readBack: readFromMedium,
  async remove(path) {
    await rm(path, { recursive: true, force: true });
  },
};
