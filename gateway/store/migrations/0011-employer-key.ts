import type { Migration } from './migration.ts';

/**
 * Which employer account and scheme a description of voluntary contributions is for, as an HMAC: the newest accepted
 * one is what remittances are held against. The description itself stands in `sealed` only.
 */
export const employerKey: Migration = {
  version: 11,
  name: 'employer-key',
  sql: `
      ALTER TABLE submissions ADD COLUMN employer_key BLOB
        CHECK (employer_key IS NULL OR length(employer_key) = 32);
      CREATE INDEX submissions_by_employer ON submissions (employer_key, arrival) WHERE employer_key IS NOT NULL;
    `,
};
