import type { Migration } from '../store/migrations/migration.ts';

/**
 * Day reports (docs/adr/0030), one for each terminal, epoch and day; and, for a registration taken in a van, what was
 * not asked (docs/adr/0029): codes, `sms` or `break` first.
 */
export const dayReportTable: Migration = {
  version: 16,
  name: 'day-reports',
  sql: `
      CREATE TABLE day_reports (
        terminal_id TEXT NOT NULL,
        epoch       INTEGER NOT NULL CHECK (epoch > 0),
        day         INTEGER NOT NULL CHECK (day > 0),
        digest      TEXT NOT NULL CHECK (length(digest) = 43),
        report      TEXT NOT NULL,
        balanced    INTEGER NOT NULL CHECK (balanced IN (0, 1)),
        received_at TEXT NOT NULL,
        PRIMARY KEY (terminal_id, epoch, day)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE remainders (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        way         TEXT NOT NULL,
        not_asked   TEXT NOT NULL,
        PRIMARY KEY (terminal_id, id),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
    `,
};
