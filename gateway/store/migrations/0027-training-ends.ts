import type { Migration } from './migration.ts';

/** The last day on which somebody's identity training holds (ADR 0046); null: it has no end. */
export const trainingEnds: Migration = {
  version: 27,
  name: 'training-ends',
  sql: 'ALTER TABLE staff ADD COLUMN identity_trained_until TEXT;',
};
