import type { Migration } from './migration.ts';

/**
 * Counts of how visits went (domain/usability, docs/adr/0027): a row is a count of a day, never a visit. `budget` of a day
 * is the budget clock at its last change, by which it is removed; `untold` while the platform has not this version of it.
 */
export const usability: Migration = {
  version: 6,
  name: 'usability',
  sql: `
CREATE TABLE usability_days (
  day TEXT PRIMARY KEY CHECK (length(day) = 10),
  budget INTEGER NOT NULL CHECK (budget >= 0),
  untold INTEGER NOT NULL CHECK (untold = 0 OR untold = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX usability_untold ON usability_days (day) WHERE untold = 1;

CREATE TABLE usability (
  day TEXT NOT NULL REFERENCES usability_days (day) ON DELETE CASCADE,
  mode TEXT NOT NULL,
  profile TEXT NOT NULL,
  flow TEXT NOT NULL,
  step TEXT NOT NULL,
  locale TEXT NOT NULL,
  text_size TEXT NOT NULL,
  assist INTEGER NOT NULL CHECK (assist = 0 OR assist = 1),
  measure TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (day, mode, profile, flow, step, locale, text_size, assist, measure)
) STRICT, WITHOUT ROWID;
`,
};
