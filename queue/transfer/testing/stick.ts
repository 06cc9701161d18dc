import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../../testing/data-folder.ts';
import { type Drive, FILE_SYSTEM_DRIVE } from '../drive.ts';

/** A folder that stands for a USB drive. */
export function stick(): string {
  const folder = join(dataFolder(), 'stick');
  mkdirSync(folder);
  return folder;
}

export function fault(code: string): Error {
  return Object.assign(new Error('a fault of the drive'), { code });
}

type Step = 'makeFolder' | 'write' | 'syncFolder' | 'rename' | 'readBack';

/** How the drive fails: at which use of which step, with which error, and whether it is gone from then on. */
export interface Failing {
  readonly step: Step;
  /** From 1. */
  readonly at: number;
  readonly code: string;
  readonly gone?: boolean;
}

/** The file system, until it fails. */
export function failingDrive({ step, at, code, gone = false }: Failing): Drive {
  let uses = 0;
  let broken = false;
  const through =
    <A extends readonly unknown[], T>(name: Step | null, work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      if (name === step) uses += 1;
      if (name === step && uses === at) broken = true;
      else if (!(broken && gone)) return work(...args);
      throw fault(code);
    };
  const drive = FILE_SYSTEM_DRIVE;
  return {
    freeBytes: through(null, drive.freeBytes),
    deviceOf: through(null, drive.deviceOf),
    list: through(null, drive.list),
    remove: through(null, drive.remove),
    makeFolder: through('makeFolder', drive.makeFolder),
    write: through('write', drive.write),
    syncFolder: through('syncFolder', drive.syncFolder),
    rename: through('rename', drive.rename),
    readBack: through('readBack', drive.readBack),
  };
}
