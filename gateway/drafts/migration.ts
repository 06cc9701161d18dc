import type { Migration } from '../store/migrations/migration.ts';

/** Parked instructions under a hash of their slip's secret; `sealed` is NULL once one is over. */
export const draftTable: Migration = {
  version: 10,
  name: 'drafts',
  sql: `
      CREATE TABLE drafts (
        key            TEXT PRIMARY KEY CHECK (length(key) = 43),
        draft_id       TEXT NOT NULL,
        schema_version INTEGER NOT NULL CHECK (schema_version > 0),
        expires_at     TEXT NOT NULL,
        sealed         TEXT
      ) STRICT;
      CREATE INDEX drafts_expiring ON drafts (expires_at);
    `,
};
