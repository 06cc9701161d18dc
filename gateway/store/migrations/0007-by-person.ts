import type { Migration } from './migration.ts';

/** A member who has lost the slip asks by document: what they left is found without reading every row. */
export const byPerson: Migration = {
  version: 7,
  name: 'by-person',
  sql: `
      CREATE INDEX submissions_by_person ON submissions (person_key, arrival) WHERE person_key IS NOT NULL;
    `,
};
