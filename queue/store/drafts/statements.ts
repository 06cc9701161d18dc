import type { Connection } from '../database/connection.ts';

export interface DraftRow {
  readonly key: string;
  readonly draft_id: string;
  readonly schema_version: number;
  readonly expires_at: string;
  readonly sealed: Buffer | null;
  readonly untold: 0 | 1;
}

export function draftStatements(connection: Connection) {
  return {
    insertDraft: connection.prepare<Omit<DraftRow, 'untold'>>(
      `INSERT INTO drafts (key, draft_id, schema_version, expires_at, sealed, untold)
       VALUES (@key, @draft_id, @schema_version, @expires_at, @sealed, 1)`,
    ),
    draftOf: connection.prepare<[string], DraftRow>('SELECT * FROM drafts WHERE key = ?'),
    /** Those of which the platform has to hear, the most pressing first. */
    untoldDrafts: connection.prepare<[], DraftRow>(
      'SELECT * FROM drafts WHERE untold = 1 ORDER BY expires_at, key LIMIT 20',
    ),
    draftTold: connection.prepare<[string]>(
      'UPDATE drafts SET untold = 0 WHERE key = ? AND sealed IS NOT NULL',
    ),
    endDraft: connection.prepare<[string]>('UPDATE drafts SET sealed = NULL, untold = 1 WHERE key = ?'),
    removeDraft: connection.prepare<[string]>('DELETE FROM drafts WHERE key = ?'),
    replacedDraft: connection.prepare<[string, number | null]>(
      'INSERT INTO draft_endings (key, fence) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET fence = excluded.fence',
    ),
    endingOf: connection.prepare<[string], { readonly fence: number | null }>(
      'SELECT fence FROM draft_endings WHERE key = ?',
    ),
    removeEnding: connection.prepare<[string]>('DELETE FROM draft_endings WHERE key = ?'),
    expireEndings: connection.prepare('DELETE FROM draft_endings WHERE key NOT IN (SELECT key FROM drafts)'),
    expireDrafts: connection.prepare<[string]>('DELETE FROM drafts WHERE expires_at <= ?'),
  };
}
