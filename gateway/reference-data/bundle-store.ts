import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  type ReferenceData,
  referenceDataSchema,
} from '../../domain/reference-data/schema/reference-data.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** The bundles that were published here. A thrown error is a storage fault: nothing of the call was committed. */
export interface BundleStore {
  latestVersion(): Promise<number | null>;
  latest(): Promise<ReferenceData | null>;
  /** @returns `version-not-newer` when one of this version or a later one was published already */
  add(data: ReferenceData, at: string): Promise<Result<null, Failure<'version-not-newer' | 'busy'>>>;
}

export function createBundleStore(database: DurableDatabase): BundleStore {
  const selectVersion = database
    .prepare<[], number | null>('SELECT max(version) FROM reference_data')
    .pluck();
  const selectLatest = database
    .prepare<[], string>('SELECT content FROM reference_data ORDER BY version DESC LIMIT 1')
    .pluck();
  const insert = database.prepare(
    'INSERT INTO reference_data (version, content, published_at) VALUES (?, ?, ?)',
  );
  const newest = (): number | null => selectVersion.get() ?? null;

  const add = database.transaction((data: ReferenceData, at: string): boolean => {
    if (data.version <= (newest() ?? 0)) return false;
    insert.run(data.version, JSON.stringify(data), at);
    return true;
  });

  return {
    latestVersion: () => promised(newest),
    latest: () =>
      promised(() => {
        const content = selectLatest.get();
        return content === undefined ? null : referenceDataSchema.parse(JSON.parse(content));
      }),
    add: (data, at) =>
      promised(() => {
        const added = unlessBusy(() => add.immediate(data, at));
        if (!added.ok) return added;
        return added.value ? ok(null) : fail('version-not-newer');
      }),
  };
}
