import type { Migration } from './migration.ts';

/**
 * The day's book (work/README.md, docs/adr/0030): days, the stops of a van in the day under way, and how its sessions
 * ended. `work_sessions` and `work_stops` hold the open day alone; a closed one is its signed report, which goes when
 * the platform has acknowledged it. Nothing of a member is here, so nothing of it is tied to a receipt.
 *
 * `first_sequence`: submissions above it were kept in this day.
 */
export const workDays: Migration = {
  version: 7,
  name: 'work-days',
  sql: `
CREATE TABLE work_days (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  opened_at TEXT,
  first_sequence INTEGER NOT NULL CHECK (first_sequence >= 0),
  repaired INTEGER NOT NULL DEFAULT 0 CHECK (repaired IN (0, 1)),
  report TEXT,
  acknowledgement TEXT,
  CHECK (acknowledgement IS NULL OR report IS NOT NULL)
) STRICT;
CREATE INDEX work_days_unsent ON work_days (number) WHERE report IS NOT NULL AND acknowledgement IS NULL;

CREATE TABLE work_stops (
  number INTEGER PRIMARY KEY,
  stop TEXT NOT NULL CHECK (json_valid(stop)),
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  last_number INTEGER NOT NULL DEFAULT 0 CHECK (last_number >= 0)
) STRICT;

CREATE TABLE work_sessions (
  number INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE,
  ended TEXT
) STRICT;

CREATE TABLE work_submissions (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  session INTEGER NOT NULL REFERENCES work_sessions (number)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_submissions_session ON work_submissions (session);
`,
};
