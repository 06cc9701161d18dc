import type { Migration } from '../store/migrations/migration.ts';

/**
 * Remittances that are billed once they are accepted, and the bill's number. What waited before this is billed as well:
 * whether there is anything to pay stands sealed in it, and a bill too many is better than one that is missing.
 */
export const billTable: Migration = {
  version: 21,
  name: 'bills',
  sql: `
      CREATE TABLE bills (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        serial      INTEGER UNIQUE CHECK (serial IS NULL OR serial > 0),
        issued_at   TEXT,
        PRIMARY KEY (terminal_id, id),
        CHECK ((serial IS NULL) = (issued_at IS NULL)),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO bills (terminal_id, id)
      SELECT terminal_id, id FROM submissions WHERE kind = 'employer-remittance' AND outcome IS NULL;
    `,
};
