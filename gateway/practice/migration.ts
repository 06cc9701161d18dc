import type { Migration } from '../store/migrations/migration.ts';

/** Whether this database holds what is real or what is practised; written once, at the first start. */
export const modeTable: Migration = {
  version: 22,
  name: 'mode',
  sql: `
      CREATE TABLE gateway_mode (
        one  INTEGER PRIMARY KEY CHECK (one = 1),
        mode TEXT NOT NULL CHECK (mode IN ('live', 'practice'))
      ) STRICT;
    `,
};
