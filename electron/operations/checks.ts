import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckName, CheckResult } from '../../domain/operations/checks.ts';
import type { PaperOutput, PrinterStatus } from '../../domain/paper/paper.ts';
import type { DeviceName, DeviceStatus } from '../../domain/terminal/ports/hardware.ts';
import type { QueueWorker } from '../../queue/index.ts';

export interface ChecksOptions {
  /** A status light was there since the program began. */
  readonly lightSeen: () => boolean;
  readonly devices: ReadonlyMap<DeviceName, DeviceStatus>;
  /** By what they print; empty where nothing is printed. */
  readonly printers: ReadonlyMap<PaperOutput, PrinterStatus>;
  /** Folder on the disk that keeps submissions. */
  readonly dataFolder: string;
  /** Null while the queue's thread is gone. */
  readonly desk: () => QueueWorker['operations'] | null;
}

/** Each thing the self-test tries, as it is at this moment. */
export function checksOf({
  lightSeen,
  devices,
  printers,
  dataFolder,
  desk,
}: ChecksOptions): Readonly<Record<CheckName, () => Promise<CheckResult>>> {
  const device = (name: DeviceName) => () => {
    const status = devices.get(name);
    return Promise.resolve(result(status === 'ready' || status === 'busy'));
  };
  return {
    'id-reader': device('id-reader'),
    'badge-reader': device('badge-reader'),
    // Many machines have none; one that was there and is not any more was pulled out.
    light: () => {
      const status = devices.get('light') ?? 'absent';
      if (status === 'absent' && !lightSeen()) return Promise.resolve('not-fitted');
      return Promise.resolve(result(status === 'ready'));
    },
    disk: async () => result(await keeps(dataFolder)),
    clock: async () => result((await desk()?.facts())?.clockTrusted === true),
    platform: async () => result((await desk()?.look()) === true),
    printer: () => Promise.resolve(ofPrinters([...printers.values()])),
  };
}

/** Every printer that the configuration names can print now. */
function ofPrinters(found: readonly PrinterStatus[]): CheckResult {
  const fitted = found.filter((status) => status !== 'none');
  return fitted.length === 0 ? 'not-fitted' : result(fitted.every((status) => status === 'ready'));
}

function result(good: boolean): CheckResult {
  return good ? 'passed' : 'failed';
}

/** Whether a file can be written, synced, read back and removed where submissions are kept. */
async function keeps(folder: string): Promise<boolean> {
  const path = join(folder, `self-test-${randomBytes(4).toString('hex')}`);
  const bytes = randomBytes(4096);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return bytes.equals(await readFile(path));
  } catch {
    return false;
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}
