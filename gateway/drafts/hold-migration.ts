import type { Migration } from '../store/migrations/migration.ts';

/**
 * Who works on a parked draft (docs/adr/0034). A row stays when its hold is over, since its number only ever grows;
 * `holder` is the place as the terminal says it, never a person. `ended` says how a draft came to its end.
 */
export const draftHoldTable: Migration = {
  version: 20,
  name: 'draft-holds',
  sql: `
      CREATE TABLE draft_holds (
        key         TEXT PRIMARY KEY REFERENCES drafts (key) ON DELETE CASCADE,
        fence       INTEGER NOT NULL CHECK (fence > 0),
        terminal_id TEXT NOT NULL,
        place       TEXT,
        since       TEXT NOT NULL,
        until       TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE drafts ADD COLUMN ended TEXT CHECK (ended IN ('submitted', 'replaced'));
    `,
};
