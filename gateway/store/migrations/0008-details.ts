import type { Migration } from './migration.ts';

/**
 * Whether a later instruction has the member as they were registered. An HMAC, like `person_key`: neither name nor
 * birth date. What was stored before has none and is compared with nothing.
 */
export const details: Migration = {
  version: 8,
  name: 'details',
  sql: `
      ALTER TABLE submissions ADD COLUMN details_key BLOB CHECK (details_key IS NULL OR length(details_key) = 32);
    `,
};
