import { decodeJwt, type JWK, type JWTPayload } from 'jose';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import {
  BUNDLE_VERSION,
  type BundleManifest,
  bundleManifestSchema,
  type BundlePart,
  bundlePartSchema,
} from '../bundle.ts';
import type { PublicKey } from '../contract.ts';
import { openBytes, sealBytes, type SealBinding } from './hpke-suite.ts';
import { verifyJson } from '../signing.ts';

/**
 * The platform's key document (compact JWS under the root key), which the import puts beside the receipts: a terminal
 * that has had no connection for long may not know the key that signed them.
 */
export const KEYS_NAME = 'keys.jws';

/** What the seal of a part binds: a part cannot be renamed, nor put into another bundle. */
export interface PartPlace {
  readonly bundleId: string;
  readonly name: string;
}

const INFO = new TextEncoder().encode('empf-terminal/bundle/v1');

function bindingOf({ bundleId, name }: PartPlace): SealBinding {
  return { info: INFO, associatedData: new TextEncoder().encode(JSON.stringify({ bundleId, name })) };
}

/**
 * Seals a part to the platform's key: encapsulated key (65 bytes) ‖ ciphertext of the part as JSON. Whoever finds the
 * drive reads nothing of it, nor does the terminal that wrote it.
 * @returns the sealed part, or `sealing-key` when the key is not a usable P-256 key
 */
export async function sealPart(
  part: BundlePart,
  place: PartPlace,
  recipient: PublicKey['jwk'],
): Promise<Result<Uint8Array, Failure<'sealing-key'>>> {
  const plaintext = new TextEncoder().encode(JSON.stringify(part));
  return await sealBytes(plaintext, bindingOf(place), recipient);
}

/**
 * Opens a part with the platform's private key (JWK with `d`).
 * @returns the part; `cannot-open` for another key, name or bundle, or damaged bytes; `malformed` when what was sealed
 *   is no part
 */
export async function openPart(
  sealed: Uint8Array,
  place: PartPlace,
  privateJwk: JWK,
): Promise<Result<BundlePart, Failure<'cannot-open' | 'malformed'>>> {
  const opened = await openBytes(sealed, bindingOf(place), privateJwk);
  if (!opened.ok) return opened;
  try {
    const parsed = bundlePartSchema.safeParse(JSON.parse(new TextDecoder().decode(opened.value)));
    return parsed.success ? ok(parsed.data) : fail('malformed');
  } catch {
    return fail('malformed');
  }
}

/**
 * Reads a manifest and verifies that it was signed by the device key it introduces. Whether that key is the terminal's
 * is another question, which only the platform can answer (`device-key.ts`).
 * @returns the manifest; `newer` when a later version wrote it than this program knows; `malformed` when it is none;
 *   `signature` when the signature is not that key's
 */
export async function verifyManifest(
  jws: string,
): Promise<Result<BundleManifest, Failure<'newer' | 'malformed' | 'signature'>>> {
  let claimed: JWTPayload;
  try {
    claimed = decodeJwt(jws);
  } catch {
    return fail('malformed');
  }
  const parsed = bundleManifestSchema.safeParse(claimed);
  if (!parsed.success) return fail(isNewer(claimed['v']) ? 'newer' : 'malformed');
  const verified = await verifyJson(jws, parsed.data.introduction.deviceKey, bundleManifestSchema);
  return verified.ok ? verified : fail('signature');
}

function isNewer(version: unknown): boolean {
  return typeof version === 'number' && Number.isInteger(version) && version > BUNDLE_VERSION;
}
