import type { Migration } from './migration.ts';

/**
 * PINs that are set, changed and unlocked after enrolment (domain/wire/staff-list.ts). `own_record` is the person key
 * of a staff member's own membership, where it is known: nobody attests that (DESIGN.md, *Assurance*). `inactive_since`: what was attested before counts, however late it arrives.
 */
export const staffLeases: Migration = {
  version: 9,
  name: 'staff-leases',
  sql: `
      ALTER TABLE staff ADD COLUMN pin_version INTEGER NOT NULL DEFAULT 1 CHECK (pin_version > 0);
      ALTER TABLE staff ADD COLUMN must_change_pin INTEGER NOT NULL DEFAULT 0 CHECK (must_change_pin IN (0, 1));
      ALTER TABLE staff ADD COLUMN own_record BLOB CHECK (own_record IS NULL OR length(own_record) = 32);
      ALTER TABLE staff ADD COLUMN inactive_since TEXT;
    `,
};
