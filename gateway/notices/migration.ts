import type { Migration } from '../store/migrations/migration.ts';

/**
 * Signed-off translations (docs/adr/0040), each by the digest that payloads name it by; one in force for each text of a
 * language. Their recordings beside them, by digest.
 */
export const noticeTables: Migration = {
  version: 25,
  name: 'notices',
  sql: `
      CREATE TABLE notice_translations (
        digest       TEXT PRIMARY KEY CHECK (length(digest) = 43),
        language     TEXT NOT NULL,
        part         TEXT NOT NULL,
        content      TEXT NOT NULL CHECK (json_valid(content)),
        added_at     TEXT NOT NULL,
        withdrawn_at TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX notice_translations_in_force
        ON notice_translations (language, part) WHERE withdrawn_at IS NULL;
      CREATE TABLE notice_sounds (
        digest TEXT PRIMARY KEY CHECK (length(digest) = 43),
        bytes  BLOB NOT NULL
      ) STRICT;
    `,
};
