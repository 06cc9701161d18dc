import type { Migration } from '../store/migrations/migration.ts';

/**
 * Sign-ins under way, and those that were used. Neither says who: `person` is an HMAC that is another one for every
 * sign-in, and is gone as soon as the question is answered; a row of `sign_ins` is gone soon after its code ran out.
 */
export const signInTables: Migration = {
  version: 5,
  name: 'iam-smart',
  sql: `
      CREATE TABLE sign_ins (
        id          TEXT PRIMARY KEY,
        code        TEXT NOT NULL UNIQUE,
        terminal_id TEXT NOT NULL,
        session     TEXT NOT NULL,
        state       TEXT NOT NULL
          CHECK (state IN ('waiting', 'scanned', 'approved', 'refused', 'different-person')),
        person      BLOB CHECK (length(person) = 32),
        token       TEXT,
        runs_out_at TEXT NOT NULL,
        CHECK ((person IS NOT NULL) = (state IN ('waiting', 'scanned'))),
        CHECK ((token IS NOT NULL) = (state = 'approved'))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sign_ins_of_terminal ON sign_ins (terminal_id);

      CREATE TABLE sign_in_uses (
        id            TEXT PRIMARY KEY,
        terminal_id   TEXT NOT NULL,
        submission_id TEXT NOT NULL,
        forget_at     TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
};
