import type { Migration } from '../store/migrations/migration.ts';

/**
 * Codes under way, how many were sent, and which submissions came with a confirmed number. No number is in any of them:
 * `number` is an HMAC, of `mobile_codes` another one for every code, and a row is gone soon after its code ran out.
 * `simulated_messages` is what the provider that stands in for one has sent, found again by who knows the number.
 */
export const mobileCodeTables: Migration = {
  version: 18,
  name: 'mobile-codes',
  sql: `
      CREATE TABLE mobile_codes (
        id          TEXT PRIMARY KEY,
        terminal_id TEXT NOT NULL,
        session     TEXT NOT NULL,
        number      BLOB NOT NULL CHECK (length(number) = 32),
        code        BLOB NOT NULL CHECK (length(code) = 32),
        entries     INTEGER NOT NULL DEFAULT 0,
        sent        INTEGER NOT NULL,
        sent_at     TEXT NOT NULL,
        runs_out_at TEXT NOT NULL,
        token       TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX mobile_codes_of_visit ON mobile_codes (terminal_id, session);

      CREATE TABLE mobile_code_counts (
        scope TEXT NOT NULL,
        day   TEXT NOT NULL,
        sent  INTEGER NOT NULL,
        PRIMARY KEY (scope, day)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE mobile_confirmations (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        confirmed   INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
        PRIMARY KEY (terminal_id, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE simulated_messages (
        id          INTEGER PRIMARY KEY,
        number      BLOB NOT NULL CHECK (length(number) = 32),
        text        TEXT NOT NULL,
        sent_at     TEXT NOT NULL,
        gone_after  TEXT NOT NULL
      ) STRICT;
    `,
};
