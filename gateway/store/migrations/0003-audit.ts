import type { Migration } from './migration.ts';

/**
 * The audit chains of the terminals as they came, row by row (domain/wire/audit-upload.ts), and the device keys that
 * sign them. A break is noted and never repaired: what is held stays what it was.
 */
export const audit: Migration = {
  version: 3,
  name: 'audit',
  sql: `
      CREATE TABLE device_keys (
        credential_digest BLOB PRIMARY KEY CHECK (length(credential_digest) = 32),
        terminal_id       TEXT NOT NULL,
        x                 TEXT NOT NULL,
        first_seen_at     TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit_chains (
        terminal_id TEXT NOT NULL,
        database_id TEXT NOT NULL,
        number      INTEGER NOT NULL CHECK (number > 0),
        head        TEXT NOT NULL,
        checkpoint  TEXT NOT NULL,
        received_at TEXT NOT NULL,
        PRIMARY KEY (terminal_id, database_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit_entries (
        terminal_id TEXT NOT NULL,
        database_id TEXT NOT NULL,
        number      INTEGER NOT NULL CHECK (number > 0),
        entry       TEXT NOT NULL,
        hash        TEXT NOT NULL,
        PRIMARY KEY (terminal_id, database_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'audit-append-only'); END;
      CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'audit-append-only'); END;

      CREATE TABLE audit_breaks (
        terminal_id TEXT NOT NULL,
        database_id TEXT NOT NULL,
        number      INTEGER NOT NULL,
        what        TEXT NOT NULL,
        noted_at    TEXT NOT NULL,
        PRIMARY KEY (terminal_id, database_id, number, what)
      ) STRICT, WITHOUT ROWID;
    `,
};
