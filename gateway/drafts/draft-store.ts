import { z } from 'zod';
import type { StoredDraft } from '../../domain/parking/wire.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** What there is under a key: a draft, one that is over, or nothing. */
type FoundDraft = StoredDraft | 'gone' | null;

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface DraftStore {
  find(key: string): Promise<FoundDraft>;
  /** Nothing is ever overwritten. @returns what was there before, null when it was stored now */
  add(key: string, draft: StoredDraft): Promise<Result<FoundDraft, Failure<'busy'>>>;
  /** Forgets what ended before, keys too. @param at ISO instant */
  expire(at: string): Promise<void>;
}

const rowSchema = z.object({
  draft_id: z.string(),
  schema_version: z.number(),
  expires_at: z.string(),
  sealed: z.string().nullable(),
});

export function createDraftStore(database: DurableDatabase): DraftStore {
  const select = database.prepare(
    'SELECT draft_id, schema_version, expires_at, sealed FROM drafts WHERE key = ?',
  );
  const insert = database.prepare(
    'INSERT INTO drafts (key, draft_id, schema_version, expires_at, sealed) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM drafts WHERE expires_at <= ?');

  function find(key: string): FoundDraft {
    const found = select.get(key);
    if (found === undefined) return null;
    const {
      draft_id: draftId,
      schema_version: schemaVersion,
      expires_at: expiresAt,
      sealed,
    } = rowSchema.parse(found);
    return sealed === null ? 'gone' : { draftId, schemaVersion, expiresAt, sealed };
  }

  const add = database.transaction((key: string, draft: StoredDraft): FoundDraft => {
    const before = find(key);
    if (before === null) {
      insert.run(key, draft.draftId, draft.schemaVersion, draft.expiresAt, draft.sealed);
    }
    return before;
  });

  return {
    find: (key) => promised(() => find(key)),
    add: (key, draft) => promised(() => unlessBusy(() => add.immediate(key, draft))),
    expire: (at) =>
      promised(() => {
        // Another process may hold the lock; it is done again in a second.
        unlessBusy(() => remove.run(at));
      }),
  };
}
