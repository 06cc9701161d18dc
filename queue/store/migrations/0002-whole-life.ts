import type { Migration } from './migration.ts';

/**
 * The whole life of a submission, and its files.
 *
 * What is written with every lease and every receipt is kept to as few pages as can be, since each page is written to
 * the log once more: what never changes and is large lies apart (`contents`); `open` and `turn` say in columns of their
 * own what the partial indexes need (an index whose condition names `state` is written at every change of state); a
 * lease changes neither index nor counter, so that its commit writes one page.
 *
 * `turn` of what is pending: 0 may go or is being sent, 1 waits until `retry_uptime`, 2 is behind another of its lane.
 * Leases and waits belong to one opening of the database, which takes back those of the one before.
 *
 * `room` is space for the receipt, so that storing it does not split the page. A `CASE` in a CHECK, since SQLite makes a
 * table in memory for every longer `IN`, at every change.
 *
 * `unanswered` counts the attempts of which nobody knows whether they arrived; 0 again when the platform refused it.
 *
 * Budgets are milliseconds of the budget clock, which begins with this version: older rows count from its beginning.
 */
export const wholeLife: Migration = {
  version: 2,
  name: 'whole-life',
  sql: `
ALTER TABLE submissions RENAME TO submissions_before;

CREATE TABLE submissions (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  reference TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  lane INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 65535),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 99),
  state TEXT NOT NULL DEFAULT 'kept',
  open INTEGER NOT NULL DEFAULT 1,
  turn INTEGER CHECK (turn BETWEEN 0 AND 2),
  kept_at TEXT NOT NULL,
  kept_budget INTEGER NOT NULL DEFAULT 0 CHECK (kept_budget >= 0),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  valid_until TEXT CHECK (length(valid_until) = 24),
  supersedes TEXT CHECK (length(supersedes) = 36),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  unanswered INTEGER NOT NULL DEFAULT 0 CHECK (unanswered >= 0),
  retry_uptime INTEGER,
  lease_token INTEGER,
  lease_owner TEXT,
  lease_uptime INTEGER,
  parked_reason TEXT,
  parked_count INTEGER NOT NULL DEFAULT 0 CHECK (parked_count >= 0),
  exported_at TEXT,
  export_bundle TEXT,
  cancelled_by TEXT CHECK (length(cancelled_by) = 36),
  receipt TEXT,
  received_at TEXT,
  received_budget INTEGER CHECK (received_budget >= 0),
  outcome TEXT,
  superseded_by TEXT,
  room BLOB,
  CHECK (CASE state
    WHEN 'kept' THEN open = 1 AND turn IS NOT NULL AND lease_token IS NULL AND parked_reason IS NULL
    WHEN 'sending' THEN open = 1 AND turn IS NOT NULL AND lease_token IS NOT NULL AND parked_reason IS NULL
    WHEN 'parked' THEN open = 1 AND turn IS NULL AND lease_token IS NULL AND parked_reason IS NOT NULL
    ELSE open = 0 AND turn IS NULL AND lease_token IS NULL AND parked_reason IS NULL
  END),
  CHECK (CASE state
    WHEN 'kept' THEN receipt IS NULL
    WHEN 'sending' THEN receipt IS NULL
    WHEN 'parked' THEN receipt IS NULL
    WHEN 'expired' THEN receipt IS NULL
    WHEN 'received' THEN receipt IS NOT NULL
    WHEN 'accepted' THEN receipt IS NOT NULL
    WHEN 'rejected' THEN receipt IS NOT NULL
    WHEN 'needs-correction' THEN receipt IS NOT NULL
    WHEN 'superseded' THEN receipt IS NOT NULL
    WHEN 'cancelled' THEN (receipt IS NULL) <> (cancelled_by IS NULL)
    ELSE 0
  END),
  CHECK ((state = 'rejected' OR state = 'needs-correction') = (outcome IS NOT NULL)),
  CHECK (cancelled_by IS NULL OR state = 'cancelled'),
  CHECK (superseded_by IS NULL OR state = 'superseded'),
  CHECK ((turn IS 1) = (retry_uptime IS NOT NULL)),
  CHECK ((lease_token IS NULL) = (lease_owner IS NULL) AND (lease_token IS NULL) = (lease_uptime IS NULL)),
  CHECK ((receipt IS NULL) = (received_at IS NULL) AND (receipt IS NULL) = (received_budget IS NULL)),
  CHECK ((exported_at IS NULL) = (export_bundle IS NULL))
) STRICT;

INSERT INTO submissions (sequence, id, reference, kind, lane, priority, state, open, turn, kept_at, digest,
  valid_until, supersedes, attempts, unanswered, lease_token, lease_owner, lease_uptime, parked_reason, parked_count,
  receipt, received_at, received_budget, outcome)
SELECT sequence, id, reference, kind, lane, priority, state, state IN ('kept', 'sending', 'parked'),
  CASE WHEN state NOT IN ('kept', 'sending') THEN NULL
    WHEN EXISTS (
      SELECT 1 FROM submissions_before AS earlier
      WHERE earlier.state IN ('kept', 'sending', 'parked') AND earlier.lane = item.lane
        AND earlier.sequence < item.sequence
    ) THEN 2
    ELSE 0 END,
  kept_at, digest, json_extract(envelope, '$.validUntil'), json_extract(envelope, '$.supersedes'), attempts,
  CASE WHEN state IN ('kept', 'sending') THEN attempts ELSE 0 END, lease_token, lease_owner, lease_uptime, parked_reason, state = 'parked',
  receipt, received_at, CASE WHEN receipt IS NULL THEN NULL ELSE 0 END, outcome
FROM submissions_before AS item;

CREATE TABLE contents (
  sequence INTEGER PRIMARY KEY REFERENCES submissions (sequence) ON DELETE CASCADE,
  envelope TEXT NOT NULL,
  sealed BLOB NOT NULL CHECK (length(sealed) > 0)
) STRICT;
INSERT INTO contents (sequence, envelope, sealed) SELECT sequence, envelope, sealed FROM submissions_before;

DROP TABLE submissions_before;

CREATE INDEX submissions_turn ON submissions (turn, priority, sequence) WHERE turn IS NOT NULL;
CREATE INDEX submissions_waiting ON submissions (retry_uptime) WHERE retry_uptime IS NOT NULL;
CREATE INDEX submissions_lane ON submissions (lane, sequence) WHERE open = 1;
CREATE INDEX submissions_lapsing ON submissions (valid_until) WHERE turn IS NOT NULL AND valid_until IS NOT NULL;
CREATE INDEX submissions_parked ON submissions (sequence) WHERE parked_reason IS NOT NULL;
CREATE INDEX submissions_withdrawn ON submissions (cancelled_by) WHERE cancelled_by IS NOT NULL;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  submission INTEGER NOT NULL REFERENCES submissions (sequence),
  manifest TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  state TEXT NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'sending', 'received', 'parked')),
  kept_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  retry_uptime INTEGER,
  last_token INTEGER NOT NULL DEFAULT 0,
  lease_token INTEGER,
  lease_owner TEXT,
  lease_uptime INTEGER,
  parked_reason TEXT,
  receipt TEXT,
  received_at TEXT,
  CHECK ((state = 'sending') = (lease_token IS NOT NULL)),
  CHECK ((lease_token IS NULL) = (lease_owner IS NULL)),
  CHECK ((lease_token IS NULL) = (lease_uptime IS NULL)),
  CHECK (retry_uptime IS NULL OR state = 'kept'),
  CHECK ((state = 'received') = (receipt IS NOT NULL)),
  CHECK ((receipt IS NULL) = (received_at IS NULL)),
  CHECK ((state = 'parked') = (parked_reason IS NOT NULL))
) STRICT;
CREATE INDEX attachments_submission ON attachments (submission);
CREATE INDEX attachments_kept ON attachments (last_token, submission) WHERE state = 'kept';
CREATE INDEX attachments_leased ON attachments (lease_uptime) WHERE lease_uptime IS NOT NULL;

INSERT INTO counters (name, value)
  SELECT 'state:pending', sum(value) FROM counters WHERE name IN ('state:kept', 'state:sending');
DELETE FROM counters WHERE name IN ('state:kept', 'state:sending', 'fence');
INSERT INTO counters (name, value) VALUES
  ('state:needs-correction', 0), ('state:superseded', 0), ('state:cancelled', 0), ('state:expired', 0),
  ('exported', 0), ('outcomes', 0), ('audit-acknowledged', 0),
  ('attachment:kept', 0), ('attachment:sending', 0), ('attachment:received', 0), ('attachment:parked', 0);
`,
};
