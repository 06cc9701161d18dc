import type { Migration } from '../store/migrations/migration.ts';

/** Calls for staff that stand now, one a terminal, and where each terminal said last that it is. Nothing of a person. */
export const staffCallTables: Migration = {
  version: 26,
  name: 'staff-calls',
  sql: `
      CREATE TABLE staff_calls (
        terminal_id    TEXT PRIMARY KEY,
        id             TEXT NOT NULL UNIQUE,
        place          TEXT NOT NULL,
        began_at       TEXT NOT NULL,
        expires_at     TEXT NOT NULL,
        locale         TEXT NOT NULL,
        step           TEXT NOT NULL,
        shown          INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
        going_terminal TEXT,
        going_counter  TEXT,
        CHECK ((going_terminal IS NULL) = (going_counter IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX staff_calls_at_place ON staff_calls (place, expires_at);

      CREATE TABLE staff_call_places (
        terminal_id TEXT PRIMARY KEY,
        place       TEXT NOT NULL,
        seen_at     TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
};
