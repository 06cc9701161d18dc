import type { Migration } from './migration.ts';

/**
 * `sequence` is the table's own key, so that rows lie in the order in which they were kept and appending touches one
 * page; `id` is time-ordered (UUIDv7), so that its index grows at the end, too (facts/queue.md §1.4).
 *
 * Times ending in `_at` are the wall clock's, for display only. Waiting and leasing go by uptime within one opening of
 * the database: a wait or a lease of an earlier opening is over.
 */
export const submissions: Migration = {
  version: 1,
  name: 'submissions',
  sql: `
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL CHECK (value >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO counters (name, value) VALUES
  ('epoch', 1), ('reference', 0), ('sequence', 0), ('fence', 0), ('opening', 0), ('audit', 0),
  ('state:kept', 0), ('state:sending', 0), ('state:received', 0),
  ('state:accepted', 0), ('state:rejected', 0), ('state:parked', 0);

CREATE TABLE submissions (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  lane INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 65535),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 99),
  state TEXT NOT NULL DEFAULT 'kept'
    CHECK (state IN ('kept', 'sending', 'received', 'accepted', 'rejected', 'parked')),
  kept_at TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  retry_opening INTEGER NOT NULL DEFAULT 0,
  retry_uptime INTEGER NOT NULL DEFAULT 0,
  lease_token INTEGER,
  lease_owner TEXT,
  lease_opening INTEGER,
  lease_uptime INTEGER,
  receipt TEXT,
  received_at TEXT,
  outcome TEXT,
  parked_reason TEXT,
  envelope TEXT NOT NULL CHECK (json_valid(envelope)),
  sealed BLOB NOT NULL CHECK (length(sealed) > 0),
  CHECK ((state = 'sending') = (lease_token IS NOT NULL)),
  CHECK ((lease_token IS NULL) = (lease_owner IS NULL)),
  CHECK ((lease_token IS NULL) = (lease_opening IS NULL)),
  CHECK ((lease_token IS NULL) = (lease_uptime IS NULL)),
  CHECK ((state IN ('received', 'accepted', 'rejected')) = (receipt IS NOT NULL)),
  CHECK ((receipt IS NULL) = (received_at IS NULL)),
  CHECK ((state = 'rejected') = (outcome IS NOT NULL)),
  CHECK ((state = 'parked') = (parked_reason IS NOT NULL))
) STRICT;

CREATE INDEX submissions_open ON submissions (state, priority, sequence)
  WHERE state IN ('kept', 'sending', 'parked');
CREATE INDEX submissions_lane ON submissions (lane, sequence)
  WHERE state IN ('kept', 'sending', 'parked');

CREATE TABLE audit (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  entry TEXT NOT NULL CHECK (json_valid(entry)),
  previous TEXT NOT NULL CHECK (length(previous) = 43),
  hash TEXT NOT NULL CHECK (length(hash) = 43)
) STRICT;
`,
};
