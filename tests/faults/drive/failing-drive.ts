import { type Drive, FILE_SYSTEM_DRIVE } from '../../../queue/transfer/drive.ts';
import type { Random } from '../runner/random.ts';

/** How drives fail: pulled out (from then on nothing works), full, or broken in one place. */
export const DRIVE_FAULTS = ['ENODEV', 'ENOSPC', 'EIO'] as const;

/** A real folder that begins to fail at its so-manieth call. */
export function failingDrive(at: number, code: (typeof DRIVE_FAULTS)[number], random: Random): Drive {
  let calls = 0;
  const broken = (): boolean => {
    calls += 1;
    return code === 'ENODEV' ? calls >= at : calls === at;
  };
  function failure(): Error {
    return Object.assign(new Error(`${code}, the drive`), { code });
  }
  function unless<T>(work: () => Promise<T>): Promise<T> {
    return broken() ? Promise.reject(failure()) : work();
  }
  const real = FILE_SYSTEM_DRIVE;
  return {
    freeBytes: (folder) => unless(() => real.freeBytes(folder)),
    deviceOf: (folder) => unless(() => real.deviceOf(folder)),
    list: (folder) => unless(() => real.list(folder)),
    makeFolder: (path) => unless(() => real.makeFolder(path)),
    async write(path, bytes) {
      if (!broken()) return real.write(path, bytes);
      // What was written until then stays.
      await real.write(path, bytes.subarray(0, random.between(0, bytes.byteLength)));
      throw failure();
    },
    syncFolder: (path) => unless(() => real.syncFolder(path)),
    rename: (from, to) => unless(() => real.rename(from, to)),
    readBack: (path) => unless(() => real.readBack(path)),
    remove: (path) => unless(() => real.remove(path)),
  };
}
