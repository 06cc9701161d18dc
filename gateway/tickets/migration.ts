import type { Migration } from '../store/migrations/migration.ts';

/** Queue tickets and bookings; nothing of a person is in any of these tables. */
export const ticketTables: Migration = {
  version: 19,
  name: 'tickets',
  sql: `
      CREATE TABLE ticket_bookings (
        id        TEXT PRIMARY KEY,
        reference TEXT NOT NULL UNIQUE,
        code_key  TEXT NOT NULL UNIQUE,
        place     TEXT NOT NULL,
        purpose   TEXT NOT NULL
          CHECK (purpose IN ('registration', 'instruction', 'contribution', 'enquiry', 'employer')),
        starts_at TEXT NOT NULL,
        state     TEXT NOT NULL CHECK (state IN ('booked', 'used', 'cancelled'))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tickets (
        sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
        id             TEXT NOT NULL UNIQUE,
        code_key       TEXT NOT NULL UNIQUE,
        place          TEXT NOT NULL,
        day            TEXT NOT NULL,
        purpose        TEXT NOT NULL
          CHECK (purpose IN ('registration', 'instruction', 'contribution', 'enquiry', 'employer')),
        serial         INTEGER NOT NULL CHECK (serial > 0),
        state          TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'served', 'missed', 'cancelled')),
        taken_at       TEXT NOT NULL,
        booking_id     TEXT UNIQUE,
        appointment_at TEXT,
        turn           TEXT NOT NULL,
        counter        TEXT,
        CHECK ((booking_id IS NULL) = (appointment_at IS NULL)),
        CHECK ((counter IS NULL) = (state IN ('waiting', 'cancelled'))),
        UNIQUE (place, day, purpose, serial)
      ) STRICT;
      CREATE INDEX tickets_in_turn ON tickets (place, day, state, turn, sequence);
      CREATE UNIQUE INDEX tickets_at_counter ON tickets (place, counter) WHERE state = 'called';

      CREATE TABLE ticket_calls (
        id             INTEGER PRIMARY KEY,
        at             TEXT NOT NULL,
        place          TEXT NOT NULL,
        counter        TEXT NOT NULL,
        what           TEXT NOT NULL CHECK (what IN ('called', 'served', 'missed')),
        waited_minutes INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE ticket_closures (
        place     TEXT PRIMARY KEY,
        closed_at TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
};
