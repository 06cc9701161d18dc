import type { Migration } from './migration.ts';

/**
 * A submission may now wait, be decided more than once, be withdrawn or superseded, and have files. SQLite cannot
 * loosen a CHECK, so `submissions` is copied into a table with the new rules, and the tables that point at it are
 * copied before the old one goes: with foreign keys enforced nothing may point at a table that is dropped.
 */
export const outcomesAndFiles: Migration = {
  version: 2,
  name: 'outcomes-and-files',
  sql: `
      CREATE TABLE arrivals (
        terminal_id         TEXT NOT NULL,
        id                  TEXT NOT NULL,
        reference           TEXT NOT NULL,
        kind                TEXT NOT NULL,
        schema_version      INTEGER NOT NULL,
        kid                 TEXT NOT NULL,
        captured_at         TEXT NOT NULL,
        received_at         TEXT NOT NULL,
        lane                INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 65535),
        sequence            INTEGER NOT NULL CHECK (sequence > 0),
        digest              TEXT NOT NULL,
        sealed              BLOB NOT NULL,
        valid_until         TEXT,
        supersedes          TEXT,
        attachments         TEXT CHECK (attachments IS NULL OR json_valid(attachments)),
        person_key          BLOB CHECK (person_key IS NULL OR length(person_key) = 32),
        assurance           INTEGER NOT NULL CHECK (assurance BETWEEN 0 AND 3),
        outcome             TEXT CHECK (outcome IN ('accepted', 'rejected', 'needs-correction', 'superseded', 'cancelled')),
        outcome_code        TEXT,
        outcome_by          TEXT,
        missing_attachments INTEGER NOT NULL DEFAULT 0 CHECK (missing_attachments >= 0),
        process_at          TEXT,
        arrival             INTEGER PRIMARY KEY,
        UNIQUE (id, terminal_id),
        CHECK ((outcome IS 'rejected' OR outcome IS 'needs-correction') = (outcome_code IS NOT NULL)),
        CHECK (outcome_by IS NULL OR outcome IS 'superseded'),
        CHECK (process_at IS NULL OR (outcome IS NULL AND missing_attachments = 0))
      ) STRICT;
      INSERT INTO arrivals (terminal_id, id, reference, kind, schema_version, kid, captured_at, received_at, lane, sequence,
                            digest, sealed, person_key, assurance, outcome, outcome_code, arrival)
      SELECT submissions.terminal_id, submissions.id, reference, kind, schema_version, kid, captured_at, received_at, lane,
             sequence, digest, sealed, registrations.person_key, assurance, outcome, outcome_code, arrival
      FROM submissions LEFT JOIN registrations
        ON registrations.terminal_id = submissions.terminal_id AND registrations.id = submissions.id
      ORDER BY arrival;

      CREATE TABLE inbox_copy (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
        receipt_kid TEXT NOT NULL,
        response    TEXT NOT NULL,
        PRIMARY KEY (terminal_id, id),
        FOREIGN KEY (terminal_id, id) REFERENCES arrivals (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO inbox_copy SELECT terminal_id, id, fingerprint, receipt_kid, response FROM inbox;
      DROP TABLE inbox;
      ALTER TABLE inbox_copy RENAME TO inbox;

      CREATE TABLE receipts_copy (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        kid         TEXT NOT NULL,
        issued_at   TEXT NOT NULL,
        jws         TEXT NOT NULL,
        PRIMARY KEY (terminal_id, id, kid),
        FOREIGN KEY (terminal_id, id) REFERENCES arrivals (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO receipts_copy SELECT terminal_id, id, kid, issued_at, jws FROM receipts;
      DROP TABLE receipts;
      ALTER TABLE receipts_copy RENAME TO receipts;

      CREATE TABLE registrations_copy (
        person_key    BLOB PRIMARY KEY CHECK (length(person_key) = 32),
        terminal_id   TEXT NOT NULL,
        id            TEXT NOT NULL,
        registered_at TEXT NOT NULL,
        FOREIGN KEY (terminal_id, id) REFERENCES arrivals (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO registrations_copy SELECT person_key, terminal_id, id, registered_at FROM registrations;
      DROP TABLE registrations;
      ALTER TABLE registrations_copy RENAME TO registrations;

      DROP TABLE submissions;
      ALTER TABLE arrivals RENAME TO submissions;
      CREATE INDEX submissions_by_reference ON submissions (reference);
      CREATE INDEX submissions_by_outcome ON submissions (outcome, outcome_code);
      CREATE INDEX submissions_due ON submissions (process_at) WHERE process_at IS NOT NULL;
      CREATE INDEX submissions_superseding ON submissions (supersedes) WHERE supersedes IS NOT NULL;

      CREATE TABLE outcomes (
        cursor       INTEGER PRIMARY KEY AUTOINCREMENT,
        terminal_id  TEXT NOT NULL,
        id           TEXT NOT NULL,
        outcome      TEXT NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'needs-correction', 'superseded', 'cancelled')),
        outcome_code TEXT,
        outcome_by   TEXT,
        decided_at   TEXT NOT NULL,
        CHECK ((outcome = 'rejected' OR outcome = 'needs-correction') = (outcome_code IS NOT NULL)),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT;
      CREATE INDEX outcomes_by_terminal ON outcomes (terminal_id, cursor);
      INSERT INTO outcomes (terminal_id, id, outcome, outcome_code, decided_at)
      SELECT terminal_id, id, outcome, outcome_code, received_at FROM submissions ORDER BY arrival;

      CREATE TABLE withdrawals (
        target_id   TEXT NOT NULL,
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        person_key  BLOB NOT NULL CHECK (length(person_key) = 32),
        assurance   INTEGER NOT NULL CHECK (assurance BETWEEN 0 AND 3),
        PRIMARY KEY (target_id, terminal_id, id),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE attachments (
        terminal_id   TEXT NOT NULL,
        id            TEXT NOT NULL,
        submission_id TEXT NOT NULL,
        digest        TEXT NOT NULL,
        manifest      TEXT NOT NULL CHECK (json_valid(manifest)),
        announced_at  TEXT NOT NULL,
        received_at   TEXT,
        receipt_kid   TEXT,
        receipt       TEXT,
        PRIMARY KEY (terminal_id, id),
        CHECK ((received_at IS NULL) = (receipt IS NULL) AND (receipt IS NULL) = (receipt_kid IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX attachments_by_submission ON attachments (terminal_id, submission_id);

      CREATE TABLE attachment_chunks (
        number      INTEGER PRIMARY KEY,
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        chunk       INTEGER NOT NULL CHECK (chunk >= 0),
        bytes       BLOB NOT NULL,
        UNIQUE (terminal_id, id, chunk),
        FOREIGN KEY (terminal_id, id) REFERENCES attachments (terminal_id, id)
      ) STRICT;

      CREATE TABLE policies (
        version INTEGER PRIMARY KEY CHECK (version > 0),
        content TEXT NOT NULL CHECK (json_valid(content)),
        set_at  TEXT NOT NULL
      ) STRICT;

      CREATE TABLE enquiry_tries (
        scope TEXT PRIMARY KEY,
        since TEXT NOT NULL,
        tries INTEGER NOT NULL CHECK (tries >= 0)
      ) STRICT, WITHOUT ROWID;
    `,
};
