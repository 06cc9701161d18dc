import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { giveUp, giveUpFor, readArguments, readJsonFile, say, USUAL_DATA } from '../commands/command.ts';
import type { Translation } from '../../domain/notices/translation.ts';
import { createNoticeStore, type NoticeStore } from '../notices/notice-store.ts';
import { translationsInForce } from '../notices/publish.ts';
import { openDatabase } from '../store/database.ts';
import { type BundleStore, createBundleStore } from './bundle-store.ts';
import { publishReferenceData } from './publication.ts';
import { plainWords } from './words.ts';

const USAGE = `node gateway/main.ts reference-data publish <file.json> [--data ${USUAL_DATA}]
       node gateway/main.ts reference-data show [--data ${USUAL_DATA}]
`;

/** Translations are added and withdrawn by a command of their own; whatever a file says of them, those in force stay. */
async function publish(bundles: BundleStore, notices: NoticeStore, content: unknown): Promise<void> {
  const inForce = await translationsInForce(notices);
  const published = await publishReferenceData(
    bundles,
    withNotices(content, inForce),
    new Date().toISOString(),
  );
  if (!published.ok) giveUp(plainWords(published));
  say({ referenceData: 'published', version: published.value });
}

function withNotices(content: unknown, inForce: readonly Translation[]): unknown {
  if (typeof content !== 'object' || content === null) return content;
  const others = Object.entries(content).filter(([name]) => name !== 'notices');
  return { ...Object.fromEntries(others), ...(inForce.length === 0 ? {} : { notices: inForce }) };
}

/** The newest bundle in a form that can be changed and published again. */
async function show(bundles: BundleStore): Promise<void> {
  const data = (await bundles.latest()) ?? EMBEDDED_REFERENCE_DATA;
  process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
}

/** Publishes reference data to all terminals, also while the gateway runs, or shows what they get. */
export async function referenceData(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE);
  const [verb, path, ...more] = positionals;
  const known = (verb === 'publish' && path !== undefined) || (verb === 'show' && path === undefined);
  if (!known || more.length > 0) giveUp(`arguments\n${USAGE}`);
  const content =
    path === undefined
      ? null
      : readJsonFile(path, 'the file with the reference data cannot be read, or is not JSON.');

  const opened = openDatabase(values.data);
  if (!opened.ok) giveUpFor(opened);
  try {
    const bundles = createBundleStore(opened.value);
    await (path === undefined ? show(bundles) : publish(bundles, createNoticeStore(opened.value), content));
  } finally {
    opened.value.close();
  }
}
