import type { Migration } from './migration.ts';

/**
 * What this terminal itself knows of staff, beside the platform's signed list: tries at a PIN (no clock but the budget
 * clock opens a wait, so that neither a restart nor a turned clock does), PINs that were changed here, badges that were
 * reported lost here, and what the platform has still to be told. `pin_version` is the list's: a higher one of the
 * platform ends a lock and a PIN of ours.
 *
 * Nothing of a member is here, so nothing of it is tied to a receipt.
 */
export const staffSignIn: Migration = {
  version: 4,
  name: 'staff-sign-in',
  sql: `
CREATE TABLE staff_tries (
  staff_id TEXT PRIMARY KEY,
  pin_version INTEGER NOT NULL CHECK (pin_version > 0),
  tries INTEGER NOT NULL CHECK (tries > 0),
  tried_budget INTEGER NOT NULL CHECK (tried_budget >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_pins (
  staff_id TEXT PRIMARY KEY,
  pin_version INTEGER NOT NULL CHECK (pin_version > 0),
  pin_hash TEXT NOT NULL CHECK (pin_hash LIKE '$argon2id$%')
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_badges_blocked (
  badge_digest TEXT PRIMARY KEY CHECK (length(badge_digest) = 43),
  staff_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_notices (
  id TEXT PRIMARY KEY CHECK (length(id) = 36),
  notice TEXT NOT NULL CHECK (json_valid(notice))
) STRICT, WITHOUT ROWID;
`,
};
