import type { Migration } from './migration.ts';

/**
 * Changes of which the contact known until then is told as well (DESIGN.md, *Assurance*). Which contact that is stands
 * in the platform's own records; here is only that a notice is due, and since when.
 */
export const contactNotices: Migration = {
  version: 6,
  name: 'contact-notices',
  sql: `
      CREATE TABLE contact_notices (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        due_at      TEXT,
        PRIMARY KEY (terminal_id, id),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
    `,
};
