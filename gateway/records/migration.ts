import type { Migration } from '../store/migrations/migration.ts';

/**
 * Records by person (`personKeyOf`), encrypted under a key that only the gateway can make; and what was asked for by
 * which terminal, with nothing that says about whom.
 */
export const recordTables: Migration = {
  version: 13,
  name: 'records',
  sql: `
      CREATE TABLE member_records (
        person   BLOB NOT NULL CHECK (length(person) = 32),
        what     TEXT NOT NULL,
        sealed   BLOB NOT NULL,
        added_at TEXT NOT NULL,
        PRIMARY KEY (person, what)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE look_ups (
        id          INTEGER PRIMARY KEY,
        asked_at    TEXT NOT NULL,
        terminal_id TEXT NOT NULL,
        what        TEXT NOT NULL,
        result      TEXT NOT NULL CHECK (result IN ('shown', 'not-shown'))
      ) STRICT;
    `,
};
