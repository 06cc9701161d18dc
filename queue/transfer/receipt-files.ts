import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { bundleFolderName, RECEIPTS_NAME } from '../../domain/wire/bundle.ts';
import { KEYS_NAME } from '../../domain/wire/sealed/bundle-packing.ts';
import { isFileFault } from '../keys/private-file.ts';

/** A receipt file as it lies on a drive, not believed yet. */
export interface ReceiptText {
  readonly path: string;
  readonly jws: string;
  /** The platform's key document that the import put beside it, or null. */
  readonly keyDocument: string | null;
}

export type ReceiptFileFault = 'receipts-missing' | 'receipts-unreadable' | 'drive-gone';

/** No receipt file of a full bundle comes near it; more is no receipt file of ours. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_KEY_DOCUMENT_BYTES = 65_536;

/**
 * Finds receipt files: the file itself, the one in a bundle's folder, or those of all bundles of this terminal on a
 * drive, oldest bundle first. Unfinished bundles have none.
 */
export function findReceiptFiles(
  place: string,
  terminalId: string,
): Result<readonly string[], Failure<ReceiptFileFault>> {
  try {
    if (!statSync(place).isDirectory()) return ok([place]);
    const names = readdirSync(place);
    if (names.includes(RECEIPTS_NAME)) return ok([join(place, RECEIPTS_NAME)]);
    const mine = bundleFolderName(terminalId, '');
    const files = names
      .filter((name) => name.startsWith(mine))
      .sort()
      .map((name) => join(place, name, RECEIPTS_NAME))
      .filter(isFile);
    return files.length === 0 ? fail('receipts-missing') : ok(files);
  } catch (error) {
    return faultOf(error);
  }
}

/** @returns `receipts-unreadable` also for a file that is far too large */
export function readReceiptFile(path: string): Result<ReceiptText, Failure<ReceiptFileFault>> {
  try {
    if (statSync(path).size > MOST_BYTES) return fail('receipts-unreadable');
    const beside = join(dirname(path), KEYS_NAME);
    const keyDocument =
      isFile(beside) && statSync(beside).size <= MOST_KEY_DOCUMENT_BYTES
        ? readFileSync(beside, 'utf8')
        : null;
    return ok({ path, jws: readFileSync(path, 'utf8').trim(), keyDocument });
  } catch (error) {
    return faultOf(error);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function faultOf(error: unknown): { readonly ok: false } & Failure<ReceiptFileFault> {
  if (!isFileFault(error)) throw error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return fail('receipts-missing');
  return fail(error.code === 'EIO' || error.code === 'ENODEV' ? 'drive-gone' : 'receipts-unreadable');
}
