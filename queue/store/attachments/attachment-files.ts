import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Failure, ok, type Result } from '../../../domain/result.ts';
import { CHUNK_BYTES } from '../../../domain/wire/attachment.ts';
import { fileFailure, type StorageFault } from '../database/storage-faults.ts';
import { syncFolder } from '../database/sync-folder.ts';

/** The folder of sealed files. A file's name is its id and says nothing else. */
export interface AttachmentFiles {
  readonly folder: string;
  pathOf(id: string): string;
  /** Durable when it returns ok: the file and its entry in the folder are synced. */
  write(
    files: readonly { readonly id: string; readonly sealed: Uint8Array }[],
  ): Result<null, Failure<StorageFault>>;
  /** Null when there is no such file or nothing at this index. */
  readChunk(id: string, index: number): Result<Uint8Array | null, Failure<StorageFault>>;
  /** Length of the file; null when it is not there. */
  sizeOf(id: string): number | null;
  /** Ids of all files, and of those that were here when the queue opened. */
  ids(): readonly string[];
  readonly idsAtOpening: ReadonlySet<string>;
  /** Overwritten, synced, removed. What cannot be removed now is found by the next sweep. */
  destroy(ids: readonly string[]): void;
}

const ID = /^[0-9a-f-]{36}$/;

/** @throws an error of the file system when the folder can be neither read nor made */
export function openAttachmentFiles(folder: string): AttachmentFiles {
  const pathOf = (id: string): string => join(folder, id);
  const ids = (): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => ID.test(name)) : [];
  const idsAtOpening = new Set(ids());

  return {
    folder,
    pathOf,
    ids,
    idsAtOpening,

    write(files) {
      if (files.length === 0) return ok(null);
      const begun: string[] = [];
      try {
        makeFolder(folder);
        for (const { id, sealed } of files) {
          begun.push(id);
          writeDurably(pathOf(id), sealed);
        }
        syncFolder(folder);
        return ok(null);
      } catch (error) {
        for (const id of begun) remove(pathOf(id));
        return fileFailure(error);
      }
    },

    readChunk(id, index) {
      try {
        if (!existsSync(pathOf(id))) return ok(null);
        return ok(readPart(pathOf(id), index * CHUNK_BYTES));
      } catch (error) {
        return fileFailure(error);
      }
    },

    sizeOf(id) {
      return statSync(pathOf(id), { throwIfNoEntry: false })?.size ?? null;
    },

    destroy(gone) {
      if (gone.length === 0) return;
      for (const id of gone) overwriteAndRemove(pathOf(id));
      attempt(() => syncFolder(folder));
    },
  };
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The sweep comes back to whatever is left.
  }
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { mode: 0o700 });
  syncFolder(dirname(folder));
}

function withFile<T>(path: string, flags: string, work: (handle: number) => T): T {
  const handle = openSync(path, flags, 0o600);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
}

function writeDurably(path: string, bytes: Uint8Array): void {
  withFile(path, 'w', (handle) => {
    // A file of the same name that was left by a cut may have come with another mode.
    fchmodSync(handle, 0o600);
    writeAll(handle, bytes);
    fsyncSync(handle);
  });
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength;) at += writeSync(handle, bytes, at, bytes.byteLength - at, at);
}

function readPart(path: string, from: number): Uint8Array | null {
  return withFile(path, 'r', (handle) => {
    const buffer = new Uint8Array(CHUNK_BYTES);
    let length = 0;
    for (;;) {
      const read = readSync(handle, buffer, length, CHUNK_BYTES - length, from + length);
      length += read;
      if (read === 0 || length === CHUNK_BYTES) break;
    }
    return length === 0 ? null : buffer.subarray(0, length);
  });
}

/** Flash may keep old blocks whatever is written; what they hold is sealed for the platform anyway. */
function overwriteAndRemove(path: string): void {
  attempt(() =>
    withFile(path, 'r+', (handle) => {
      const { size } = statSync(path);
      const zeros = new Uint8Array(CHUNK_BYTES);
      for (let at = 0; at < size; at += CHUNK_BYTES)
        writeSync(handle, zeros, 0, Math.min(CHUNK_BYTES, size - at), at);
      fsyncSync(handle);
      ftruncateSync(handle, 0);
    }),
  );
  remove(path);
}

function remove(path: string): void {
  attempt(() => rmSync(path, { force: true }));
}
