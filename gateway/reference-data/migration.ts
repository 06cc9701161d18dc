import type { Migration } from '../store/migrations/migration.ts';

/** Every bundle that was published, as it was published; the newest is what terminals get. */
export const referenceDataTable: Migration = {
  version: 4,
  name: 'reference-data',
  sql: `
      CREATE TABLE reference_data (
        version      INTEGER PRIMARY KEY CHECK (version > 0),
        content      TEXT NOT NULL CHECK (json_valid(content)),
        published_at TEXT NOT NULL
      ) STRICT;
    `,
};
