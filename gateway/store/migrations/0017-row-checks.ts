import type { Migration } from './migration.ts';

/**
 * Submissions with a file of rows that is checked before anything is accepted, and how many rows were held back; never
 * which, nor whose. A remittance by file that waited for its file before this is checked like any other.
 */
export const rowChecks: Migration = {
  version: 17,
  name: 'row-checks',
  sql: `
      CREATE TABLE row_checks (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        checked_at  TEXT,
        held        INTEGER CHECK (held IS NULL OR held >= 0),
        PRIMARY KEY (terminal_id, id),
        CHECK ((checked_at IS NULL) = (held IS NULL)),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX row_checks_waiting ON row_checks (terminal_id, id) WHERE checked_at IS NULL;
      INSERT INTO row_checks (terminal_id, id)
      SELECT terminal_id, id FROM submissions
      WHERE kind = 'employer-remittance' AND attachments IS NOT NULL AND outcome IS NULL;
      UPDATE submissions SET process_at = NULL
      WHERE kind = 'employer-remittance' AND attachments IS NOT NULL AND outcome IS NULL;
    `,
};
