import { constants, type BigIntStats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import type { FileTrouble } from '../../domain/terminal/ports/remittance-files.ts';

const PIECE = 1 << 18;

/** Codes that mean the drive itself is not there any more. */
const GONE = ['ENOENT', 'ENODEV', 'ENXIO', 'ENOTDIR', 'ENOTCONN', 'ESTALE', 'ESHUTDOWN'];

export interface ReadOptions {
  readonly device: number;
  readonly mostBytes: number;
  readonly stopped: () => boolean;
  /** Share of the file that was read, from 0 to 1. */
  readonly progress: (share: number) => void;
}

/**
 * Reads a file from a drive whole, before anything of it is looked at: a drive that is pulled out later takes nothing
 * back. Never through a link, never from another device, and nothing but a plain file.
 *
 * @returns null when it was stopped
 */
export async function readWhole(
  path: string,
  { device, mostBytes, stopped, progress }: ReadOptions,
): Promise<Result<Uint8Array | null, Failure<FileTrouble>>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const facts = await handle.stat({ bigint: true });
    const refused = refusal(facts, device, mostBytes);
    if (refused !== null) return fail(refused);
    const size = Number(facts.size);
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      if (stopped()) return ok(null);
      const { bytesRead } = await handle.read(bytes, at, Math.min(PIECE, size - at), at);
      if (bytesRead === 0) break;
      at += bytesRead;
      progress(at / size);
    }
    // Fewer bytes than the drive promised would be a file with rows missing at its end.
    return at === size ? ok(bytes) : fail('drive-fault');
  } catch (error) {
    return fail(troubleOf(error));
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

function refusal(facts: BigIntStats, device: number, mostBytes: number): FileTrouble | null {
  if (!facts.isFile() || facts.dev !== BigInt(device)) return 'file-not-plain';
  return facts.size > BigInt(mostBytes) ? 'file-too-large' : null;
}

/** @throws the error itself when it is none of the file system's */
function troubleOf(error: unknown): 'drive-gone' | 'drive-fault' | 'file-not-plain' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  if (code === 'ELOOP' || code === 'EISDIR') return 'file-not-plain';
  return GONE.includes(code) ? 'drive-gone' : 'drive-fault';
}
