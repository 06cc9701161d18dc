import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { type BundleManifest, MANIFEST_NAME } from '../../domain/wire/bundle.ts';
import { verifyManifest } from '../../domain/wire/sealed/bundle-packing.ts';
import { digestOf } from '../accept/fingerprint.ts';

/** `part-differs`: not the bytes that the terminal signed for. */
export type PartFault = 'part-missing' | 'part-differs' | 'part-unreadable';
export type FolderFault =
  'bundle-missing' | 'bundle-newer' | 'manifest-malformed' | 'manifest-signature' | 'drive-unreadable';

const FOLDER_NAME = /^empf-export-[A-Z][0-9]{4}-[0-9a-f-]{36}$/;
/** The manifest of a bundle with as many parts as there may be stays below it. */
const MOST_MANIFEST_BYTES = 8 * 1024 * 1024;
/** A file of 20 MB in base64, its manifest and the seal. */
const MOST_PART_BYTES = 40 * 1024 * 1024;

/**
 * Finds bundles: the folder itself, or all of those on a drive, oldest first. Folders that an export left unfinished
 * have another name.
 */
export function findBundles(place: string): Result<readonly string[], Failure<FolderFault>> {
  try {
    const names = readdirSync(place);
    if (names.includes(MANIFEST_NAME)) return ok([place]);
    const found = names.filter((name) => FOLDER_NAME.test(name)).sort();
    return found.length === 0 ? fail('bundle-missing') : ok(found.map((name) => join(place, name)));
  } catch (error) {
    return fail(isAbsence(error) ? 'bundle-missing' : 'drive-unreadable');
  }
}

/** The manifest, signed by the key it introduces; whose key that is has still to be asked. */
export async function readManifest(folder: string): Promise<Result<BundleManifest, Failure<FolderFault>>> {
  let text: string;
  try {
    const path = join(folder, MANIFEST_NAME);
    if (statSync(path).size > MOST_MANIFEST_BYTES) return fail('manifest-malformed');
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    return fail(isAbsence(error) ? 'bundle-missing' : 'drive-unreadable');
  }
  const verified = await verifyManifest(text);
  if (verified.ok) return verified;
  if (verified.code === 'newer') return fail('bundle-newer');
  return fail(verified.code === 'signature' ? 'manifest-signature' : 'manifest-malformed');
}

/** A part's sealed bytes, when they are the ones that the manifest names. */
export function readPart(
  folder: string,
  { name, bytes, digest }: BundleManifest['parts'][number],
): Result<Uint8Array, Failure<PartFault>> {
  try {
    const path = join(folder, name);
    const { size } = statSync(path);
    if (size !== bytes || size > MOST_PART_BYTES) return fail('part-differs');
    const sealed = new Uint8Array(readFileSync(path));
    return digestOf(sealed) === digest ? ok(sealed) : fail('part-differs');
  } catch (error) {
    return fail(isAbsence(error) ? 'part-missing' : 'part-unreadable');
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
