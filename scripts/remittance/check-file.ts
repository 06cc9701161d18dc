import { createReadStream, statSync } from 'node:fs';
import { type CheckedFile, checkPieces, type RowTaker } from '../../domain/remittance/check-pieces.ts';
import type { CheckerOptions } from '../../domain/remittance/checker.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads a file twice, in pieces: once for its encoding, once for its rows.
 *
 * @throws Refusal when it is not there or may not be read
 */
export function checkFile(path: string, options: CheckerOptions, taker: RowTaker): Promise<CheckedFile> {
  return checkPieces((take) => readPieces(path, take), options, taker);
}

async function readPieces(path: string, take: (bytes: Uint8Array) => void): Promise<void> {
  try {
    // A pipe can be read only once.
    if (!statSync(path).isFile()) throw new Refusal('file-not-file', { path });
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) {
      if (piece instanceof Uint8Array) take(piece);
    }
  } catch (error) {
    throw refusalOf(error, path);
  }
}

/** Only what the file system says about the file is a refusal; anything else is a bug and stays one. */
function refusalOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  return error.code === 'ENOENT'
    ? new Refusal('file-not-found', { path })
    : new Refusal('file-not-readable', { path });
}
