import type { Migration } from '../store/migrations/migration.ts';

/** Counts of how visits went, a row for each day of each terminal; told anew, a day is replaced. */
export const usabilityTable: Migration = {
  version: 15,
  name: 'usability',
  sql: `
      CREATE TABLE usability (
        terminal_id TEXT NOT NULL,
        epoch       INTEGER NOT NULL CHECK (epoch > 0),
        day         TEXT NOT NULL CHECK (length(day) = 10),
        received_at TEXT NOT NULL,
        cells       TEXT NOT NULL CHECK (json_valid(cells)),
        PRIMARY KEY (terminal_id, epoch, day)
      ) STRICT, WITHOUT ROWID;
    `,
};
