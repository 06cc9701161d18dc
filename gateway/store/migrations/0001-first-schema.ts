import type { Migration } from './migration.ts';

/**
 * `registrations` knows a person by an HMAC only; names, numbers and contact data exist nowhere but inside
 * `submissions.sealed`.
 */
export const firstSchema: Migration = {
  version: 1,
  name: 'first-schema',
  sql: `
      CREATE TABLE terminal_credentials (
        credential_digest BLOB PRIMARY KEY CHECK (length(credential_digest) = 32),
        terminal_id       TEXT NOT NULL,
        enrolled_at       TEXT NOT NULL,
        revoked_at        TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX one_credential_in_force ON terminal_credentials (terminal_id) WHERE revoked_at IS NULL;

      CREATE TABLE staff (
        staff_id            TEXT PRIMARY KEY,
        role                TEXT NOT NULL,
        identity_trained_on TEXT,
        active              INTEGER NOT NULL CHECK (active IN (0, 1)),
        badge_digest        TEXT NOT NULL,
        pin_hash            TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE staff_list_versions (
        version   INTEGER PRIMARY KEY,
        issued_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE key_documents (
        version   INTEGER PRIMARY KEY,
        issued_at TEXT NOT NULL,
        jws       TEXT NOT NULL
      ) STRICT;

      CREATE TABLE submissions (
        terminal_id    TEXT NOT NULL,
        id             TEXT NOT NULL,
        reference      TEXT NOT NULL,
        kind           TEXT NOT NULL,
        schema_version INTEGER NOT NULL,
        kid            TEXT NOT NULL,
        captured_at    TEXT NOT NULL,
        received_at    TEXT NOT NULL,
        lane           INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 65535),
        sequence       INTEGER NOT NULL CHECK (sequence > 0),
        digest         TEXT NOT NULL,
        sealed         BLOB NOT NULL,
        outcome        TEXT NOT NULL,
        outcome_code   TEXT,
        assurance      INTEGER NOT NULL CHECK (assurance BETWEEN 0 AND 3),
        arrival        INTEGER PRIMARY KEY,
        UNIQUE (terminal_id, id),
        CHECK ((outcome = 'accepted' AND outcome_code IS NULL) OR (outcome = 'rejected' AND outcome_code IS NOT NULL))
      ) STRICT;
      CREATE INDEX submissions_by_reference ON submissions (reference);
      CREATE INDEX submissions_by_outcome ON submissions (outcome, outcome_code);

      CREATE TABLE inbox (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
        receipt_kid TEXT NOT NULL,
        response    TEXT NOT NULL,
        PRIMARY KEY (terminal_id, id),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE receipts (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        kid         TEXT NOT NULL,
        issued_at   TEXT NOT NULL,
        jws         TEXT NOT NULL,
        PRIMARY KEY (terminal_id, id, kid),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE registrations (
        person_key    BLOB PRIMARY KEY CHECK (length(person_key) = 32),
        terminal_id   TEXT NOT NULL,
        id            TEXT NOT NULL,
        registered_at TEXT NOT NULL,
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
    `,
};
