import type { Migration } from './migration.ts';

/**
 * Instructions that a member parked (drafts/README.md): ciphertext under a hash of the slip's secret. `sealed` is NULL
 * once it is over and the platform has still to be told.
 */
export const parkedDrafts: Migration = {
  version: 5,
  name: 'parked-drafts',
  sql: `
CREATE TABLE drafts (
  key TEXT PRIMARY KEY CHECK (length(key) = 43),
  draft_id TEXT NOT NULL CHECK (length(draft_id) = 4),
  schema_version INTEGER NOT NULL CHECK (schema_version > 0),
  expires_at TEXT NOT NULL CHECK (length(expires_at) = 24),
  sealed BLOB CHECK (length(sealed) > 0),
  untold INTEGER NOT NULL CHECK (untold IN (0, 1)),
  CHECK (sealed IS NOT NULL OR untold = 1)
) STRICT;
CREATE INDEX drafts_expiring ON drafts (expires_at);
CREATE INDEX drafts_untold ON drafts (expires_at, key) WHERE untold = 1;
`,
};
