import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isFileFault } from '../keys/private-file.ts';

/** Where a file's bytes came from: the medium itself, or perhaps the kernel's cache of what was just written. */
export interface ReadBack {
  readonly bytes: Uint8Array;
  readonly from: 'medium' | 'cache';
}

/** Direct reads go block by block into memory that starts at a block boundary. */
const BLOCK_BYTES = 4096;
const PIECE_BYTES = 256 * BLOCK_BYTES;
/** Allocators give memory at multiples of this. */
const ALLOCATION_STEP = 16;

/**
 * Reads a file anew and past the kernel's cache (O_DIRECT), so that it is the medium that answers. Where a file system
 * or a platform has no such reading, the file is opened anew and read as usual, and the answer says so.
 * @throws what the file system throws
 */
export async function readFromMedium(path: string): Promise<ReadBack> {
  const direct = await readDirect(path);
  if (direct !== null) return { bytes: direct, from: 'medium' };
  const handle = await open(path, 'r');
  try {
    return { bytes: new Uint8Array(await handle.readFile()), from: 'cache' };
  } finally {
    await handle.close();
  }
}

/** Null when the file cannot be read so here. */
async function readDirect(path: string): Promise<Uint8Array | null> {
  const flag = (constants as Readonly<Record<string, number | undefined>>)['O_DIRECT'];
  if (flag === undefined) return null;
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | flag);
  } catch (error) {
    if (isUnsupported(error)) return null;
    throw error;
  }
  try {
    return await readAligned(handle);
  } finally {
    await handle.close();
  }
}

async function readAligned(handle: FileHandle): Promise<Uint8Array | null> {
  const { size } = await handle.stat();
  const bytes = new Uint8Array(size);
  const memory = Buffer.allocUnsafeSlow(PIECE_BYTES + BLOCK_BYTES);
  let offset: number | null = null;
  for (let position = 0; position < size;) {
    offset ??= await alignedOffset(handle, memory);
    if (offset === null) return null;
    const { bytesRead } = await handle.read(memory, offset, PIECE_BYTES, position);
    if (bytesRead === 0) return bytes.subarray(0, position);
    bytes.set(memory.subarray(offset, offset + Math.min(bytesRead, size - position)), position);
    position += bytesRead;
  }
  return bytes;
}

/** A program cannot ask for the address of its memory; the kernel refuses a wrong one, so every one is tried. */
async function alignedOffset(handle: FileHandle, memory: Buffer): Promise<number | null> {
  for (let offset = 0; offset < BLOCK_BYTES; offset += ALLOCATION_STEP) {
    try {
      await handle.read(memory, BLOCK_BYTES - ALLOCATION_STEP - offset, BLOCK_BYTES, 0);
      return BLOCK_BYTES - ALLOCATION_STEP - offset;
    } catch (error) {
      if (!isUnsupported(error)) throw error;
    }
  }
  return null;
}

function isUnsupported(error: unknown): boolean {
  return (
    isFileFault(error) && (error.code === 'EINVAL' || error.code === 'EOPNOTSUPP' || error.code === 'ENOTSUP')
  );
}
