import {
  checkReferenceData,
  type ReferenceDataFault,
} from '../../domain/reference-data/check/check-reference-data.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';
import { MOST_REFERENCE_DATA_CHARACTERS } from '../../domain/reference-data/wire.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';
import type { BundleStore } from './bundle-store.ts';

/** What terminals are told: the newest bundle, or that theirs is as new. */
export interface ReferenceDataPublication {
  /** Of the newest there is: published here, or built in. */
  version(): Promise<number>;
  /** The newest there is, as it was published. */
  newest(): Promise<ReferenceData>;
  /** Compact JWS of the newest there is, or null when it is not newer than `version`. */
  newerThan(version: number): Promise<Result<string | null, Failure<'busy'>>>;
}

/** Header and signature of a compact JWS around its payload, generously. */
const AROUND_PAYLOAD = 400;

export function createReferenceDataPublication(parts: {
  readonly bundles: Pick<BundleStore, 'latest' | 'latestVersion'>;
  readonly store: Pick<Store, 'latestKeyDocumentVersion'>;
  readonly keys: KeyRing;
  readonly now: () => Date;
}): ReferenceDataPublication {
  const { bundles, store, keys, now } = parts;
  let cached: { readonly from: string; readonly jws: string } | null = null;

  // A release can have newer data built in than was published before it.
  const version = async (): Promise<number> =>
    Math.max((await bundles.latestVersion()) ?? 0, EMBEDDED_REFERENCE_DATA.version);
  const newest = async (): Promise<ReferenceData> => {
    const published = await bundles.latest();
    return published !== null && published.version > EMBEDDED_REFERENCE_DATA.version
      ? published
      : EMBEDDED_REFERENCE_DATA;
  };

  return {
    version,
    newest,
    async newerThan(held) {
      const current = await version();
      if (current <= held) return ok(null);
      // Signed anew only when the keys changed: a bundle under a revoked key would be refused.
      const from = `${String(current)}/${String(await store.latestKeyDocumentVersion())}`;
      if (cached?.from === from) return ok(cached.jws);
      const data = await newest();
      const issuedAt = now().toISOString();
      const signed = await keys.sign(
        { ...data, issuedAt } satisfies ReferenceData,
        'reference-data',
        issuedAt,
      );
      if (!signed.ok) return fail('busy');
      cached = { from, jws: signed.value.jws };
      return ok(cached.jws);
    },
  };
}

export type PublishFault = ReferenceDataFault | 'version-not-newer' | 'reference-data-too-large' | 'busy';

/**
 * Puts a bundle in force for all terminals.
 *
 * @param content what was read from a file; its `issuedAt` may be anything, it is dated when it is signed
 * @returns its version; what `checkReferenceData` finds; `reference-data-too-large` beyond what a terminal reads;
 *   `version-not-newer` unless its version is beyond every one that terminals may have
 */
export async function publishReferenceData(
  bundles: Pick<BundleStore, 'add'>,
  content: unknown,
  at: string,
): Promise<Result<number, Failure<PublishFault>>> {
  const dated = typeof content === 'object' && content !== null ? { ...content, issuedAt: at } : content;
  const checked = checkReferenceData(dated);
  if (!checked.ok) return checked;
  const data = checked.value;
  const characters = Math.ceil((Buffer.byteLength(JSON.stringify(data)) * 4) / 3) + AROUND_PAYLOAD;
  if (characters > MOST_REFERENCE_DATA_CHARACTERS) {
    return fail('reference-data-too-large', { characters, most: MOST_REFERENCE_DATA_CHARACTERS });
  }
  if (data.version <= EMBEDDED_REFERENCE_DATA.version) return fail('version-not-newer');
  const added = await bundles.add(data, at);
  return added.ok ? ok(data.version) : added;
}
