import type { Migration } from './migration.ts';

/**
 * What an officer sees of the sessions of a station (cases/README.md, docs/adr/0034), as far as no other table has it:
 * states are read from `submissions` and `drafts`. A case outlives its day while it still needs somebody. Nothing of a
 * member is here. `number` orders all of them; `day_number` is told.
 *
 * `draft_endings` says of a draft that is over that it was only parked anew, and with which number it was held; one
 * that is not there was submitted.
 */
export const cases: Migration = {
  version: 8,
  name: 'cases',
  sql: `
CREATE TABLE cases (
  number INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE,
  day INTEGER NOT NULL CHECK (day > 0),
  day_number INTEGER NOT NULL CHECK (day_number > 0),
  ticket TEXT,
  opened_at TEXT NOT NULL,
  ended_at TEXT,
  ended TEXT,
  staff_id TEXT,
  kind TEXT,
  draft_id TEXT CHECK (length(draft_id) = 4),
  noted TEXT,
  noted_by TEXT,
  noted_at TEXT,
  CHECK ((noted IS NULL) = (noted_by IS NULL) AND (noted IS NULL) = (noted_at IS NULL))
) STRICT;
CREATE INDEX cases_day ON cases (day);

CREATE TABLE case_submissions (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX case_submissions_case ON case_submissions (number);

CREATE INDEX drafts_name ON drafts (draft_id);

CREATE TABLE draft_endings (
  key TEXT PRIMARY KEY CHECK (length(key) = 43),
  fence INTEGER CHECK (fence > 0)
) STRICT, WITHOUT ROWID;
`,
};
