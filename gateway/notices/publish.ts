import type { Translation } from '../../domain/notices/translation.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { type Failure, ok, type Result } from '../../domain/result.ts';
import type { BundleStore } from '../reference-data/bundle-store.ts';
import { type PublishFault, publishReferenceData } from '../reference-data/publication.ts';
import type { NoticeStore } from './notice-store.ts';

/** What can be put to people now. */
export async function translationsInForce(
  notices: Pick<NoticeStore, 'translations'>,
): Promise<readonly Translation[]> {
  const all = await notices.translations();
  return all.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ translation }) => translation);
}

/**
 * Terminals get the translations with the reference data, signed; so another set of them is another version. Nothing is
 * published where the newest bundle has these very ones: run again, it changes nothing.
 *
 * @returns the version that terminals get
 */
export async function publishNotices(
  bundles: BundleStore,
  notices: Pick<NoticeStore, 'translations'>,
  at: string,
): Promise<Result<number, Failure<PublishFault>>> {
  const published = await bundles.latest();
  // A release can have newer data built in than was published before it: those have no translations.
  const newest =
    published !== null && published.version > EMBEDDED_REFERENCE_DATA.version
      ? published
      : EMBEDDED_REFERENCE_DATA;
  const wanted = await translationsInForce(notices);
  if (JSON.stringify(newest.notices ?? []) === JSON.stringify(wanted)) return ok(newest.version);
  const version = Math.max((await bundles.latestVersion()) ?? 0, EMBEDDED_REFERENCE_DATA.version) + 1;
  return publishReferenceData(bundles, { ...newest, version, notices: wanted }, at);
}
