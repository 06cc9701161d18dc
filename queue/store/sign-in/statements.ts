import type { Connection } from '../database/connection.ts';

export interface TriesRow {
  readonly staff_id: string;
  readonly pin_version: number;
  readonly tries: number;
  readonly tried_budget: number;
}

/** What this terminal itself knows of staff. */
export function signInStatements(connection: Connection) {
  return {
    pinTries: connection.prepare<[string], TriesRow>('SELECT * FROM staff_tries WHERE staff_id = ?'),
    everyPinTries: connection.prepare<[], TriesRow>('SELECT * FROM staff_tries'),
    countPinTry: connection.prepare<[string, number, number, number]>(
      `INSERT INTO staff_tries (staff_id, pin_version, tries, tried_budget) VALUES (?, ?, ?, ?)
       ON CONFLICT (staff_id) DO UPDATE SET pin_version = excluded.pin_version, tries = excluded.tries,
         tried_budget = excluded.tried_budget`,
    ),
    forgetPinTries: connection.prepare<[string]>('DELETE FROM staff_tries WHERE staff_id = ?'),
    ownPin: connection.prepare<[string], { readonly pin_version: number; readonly pin_hash: string }>(
      'SELECT pin_version, pin_hash FROM staff_pins WHERE staff_id = ?',
    ),
    keepOwnPin: connection.prepare<[string, number, string]>(
      `INSERT INTO staff_pins (staff_id, pin_version, pin_hash) VALUES (?, ?, ?)
       ON CONFLICT (staff_id) DO UPDATE SET pin_version = excluded.pin_version, pin_hash = excluded.pin_hash`,
    ),
    blockBadge: connection.prepare<[string, string]>(
      'INSERT INTO staff_badges_blocked (badge_digest, staff_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    blockedBadge: connection.prepare<[string], { readonly staff_id: string }>(
      'SELECT staff_id FROM staff_badges_blocked WHERE badge_digest = ?',
    ),
    addStaffNotice: connection.prepare<[string, string]>(
      'INSERT INTO staff_notices (id, notice) VALUES (?, ?)',
    ),
    staffNotices: connection.prepare<[], { readonly id: string; readonly notice: string }>(
      'SELECT id, notice FROM staff_notices ORDER BY id',
    ),
    dropStaffNotice: connection.prepare<[string]>('DELETE FROM staff_notices WHERE id = ?'),
  };
}
