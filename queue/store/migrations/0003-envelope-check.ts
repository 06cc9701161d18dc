import type { Migration } from './migration.ts';

/**
 * CRC-32 of the envelope's text, so that a claim tells what the disk has changed without parsing every field again.
 * Rows of the versions before have none (`NULL`) and are parsed as they always were; none of them is rewritten, so that
 * the step takes as long for a million rows as for none.
 */
export const envelopeCheck: Migration = {
  version: 3,
  name: 'envelope-check',
  sql: `
ALTER TABLE contents ADD COLUMN envelope_check INTEGER;
`,
};
