import type { Translation } from '../../domain/notices/translation.ts';
import { type Failure, ok, type Result } from '../../domain/result.ts';
import type { BundleStore } from '../reference-data/bundle-store.ts';
import type { PublishFault } from '../reference-data/publication.ts';
import type { NoticeStore } from './notice-store.ts';
import { publishNotices } from './publish.ts';

/**
 * Puts a translation in force and before every terminal; neither where terminals could not take it.
 *
 * @returns its digest, and the version of the reference data that carries it
 */
export async function addNotice(
  { store, bundles }: { readonly store: NoticeStore; readonly bundles: BundleStore },
  translation: Translation,
  sound: Uint8Array | null,
  at: string,
): Promise<
  Result<
    { readonly digest: string; readonly referenceData: number },
    Failure<'notice-twice' | 'notice-in-force' | PublishFault>
  >
> {
  const added = await store.addTranslation(translation, sound, at);
  if (!added.ok) return added;
  const published = await publishNotices(bundles, store, at);
  if (published.ok) return ok({ digest: added.value, referenceData: published.value });
  await store.dropTranslation(added.value);
  return published;
}
