import type { Migration } from './migration.ts';

/**
 * Remittances that are billed once they are accepted, and the bill's number. What waited before this is billed as well:
 * whether there is anything to pay stands sealed in it, and a bill too many is better than one that is missing.
 * And the terminals that stand in a service centre (ADR 0036); none does before somebody says so.
 */
export const billsAndServiceCentres: Migration = {
  version: 21,
  name: 'bills-and-service-centres',
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
      CREATE TABLE service_centres (
        terminal_id TEXT PRIMARY KEY,
        since       TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
};
