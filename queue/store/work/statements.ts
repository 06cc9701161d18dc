import type { Connection } from '../database/connection.ts';

export interface DayRow {
  readonly number: number;
  readonly opened_at: string | null;
  readonly first_sequence: number;
  readonly repaired: 0 | 1;
}

export interface StopRow {
  readonly number: number;
  readonly stop: string;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly last_number: number;
}

/** A session with what it named: how many submissions, and how many of them are there. */
export interface SessionRow {
  readonly ended: string | null;
  readonly named: number;
  readonly present: number;
}

export interface KeptRow {
  readonly kept: number;
  readonly received: number;
  readonly pending: number;
  readonly set_aside: number;
  readonly named: number;
}

export function workStatements(connection: Connection) {
  return {
    newestDay: connection.prepare<[], DayRow>(
      'SELECT number, opened_at, first_sequence, repaired FROM work_days WHERE number = (SELECT max(number) FROM work_days)',
    ),
    addDay: connection.prepare<[number, number]>(
      'INSERT INTO work_days (number, first_sequence) VALUES (?, ?)',
    ),
    beginDay: connection.prepare<[string, number]>(
      'UPDATE work_days SET opened_at = ? WHERE number = ? AND opened_at IS NULL',
    ),
    markRepaired: connection.prepare<[number]>('UPDATE work_days SET repaired = 1 WHERE number = ?'),
    keepReport: connection.prepare<[string, number]>('UPDATE work_days SET report = ? WHERE number = ?'),
    lastReport: connection.prepare<[], { readonly report: string }>(
      'SELECT report FROM work_days WHERE report IS NOT NULL ORDER BY number DESC LIMIT 1',
    ),
    unsentReports: connection.prepare<[number], { readonly number: number; readonly report: string }>(
      `SELECT number, report FROM work_days WHERE report IS NOT NULL AND acknowledgement IS NULL
       ORDER BY number LIMIT ?`,
    ),
    /** Of those, how many are of a day up to this one. */
    countUnsent: connection.prepare<[number], { readonly waiting: number; readonly on_drive: number }>(
      `SELECT count(*) AS waiting, total(number <= ?) AS on_drive FROM work_days
       WHERE report IS NOT NULL AND acknowledgement IS NULL`,
    ),
    reportSent: connection.prepare<[string, number]>(
      `UPDATE work_days SET acknowledgement = ?
       WHERE number = ? AND report IS NOT NULL AND acknowledgement IS NULL`,
    ),
    /** The newest three stay to be shown; earlier ones are at the platform. */
    forgetDays: connection.prepare<[number]>(
      'DELETE FROM work_days WHERE number < ? AND acknowledgement IS NOT NULL',
    ),

    dayStops: connection.prepare<[], StopRow>(
      'SELECT number, stop, opened_at, closed_at, last_number FROM work_stops ORDER BY number',
    ),
    addStop: connection.prepare<[string, string]>('INSERT INTO work_stops (stop, opened_at) VALUES (?, ?)'),
    callNumber: connection.prepare<[number]>(
      'UPDATE work_stops SET last_number = last_number + 1 WHERE number = ?',
    ),
    endStop: connection.prepare<[string, number]>('UPDATE work_stops SET closed_at = ? WHERE number = ?'),
    forgetStops: connection.prepare('DELETE FROM work_stops'),

    addSession: connection.prepare<[string]>(
      'INSERT INTO work_sessions (session_id) VALUES (?) ON CONFLICT DO NOTHING',
    ),
    endSession: connection.prepare<[string, string]>(
      'UPDATE work_sessions SET ended = ? WHERE session_id = ?',
    ),
    cutSessions: connection.prepare(`UPDATE work_sessions SET ended = 'cut' WHERE ended IS NULL`),
    newestSession: connection.prepare<[], { readonly number: number; readonly ended: string | null }>(
      'SELECT number, ended FROM work_sessions WHERE number = (SELECT max(number) FROM work_sessions)',
    ),
    keptInSession: connection.prepare<[number], { readonly kept: number }>(
      'SELECT count(*) AS kept FROM work_submissions JOIN submissions USING (id) WHERE session = ?',
    ),
    nameSubmission: connection.prepare<[string, number]>(
      'INSERT INTO work_submissions (id, session) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    daySessions: connection.prepare<[], SessionRow>(
      `SELECT ended,
         (SELECT count(*) FROM work_submissions WHERE session = work_sessions.number) AS named,
         (SELECT count(*) FROM work_submissions JOIN submissions USING (id)
          WHERE session = work_sessions.number) AS present
       FROM work_sessions`,
    ),
    keptInDay: connection.prepare<[number], KeptRow>(
      `SELECT count(*) AS kept, total(receipt IS NOT NULL) AS received,
         total(state = 'kept' OR state = 'sending') AS pending, total(state = 'parked') AS set_aside,
         total(id IN (SELECT id FROM work_submissions)) AS named
       FROM submissions WHERE sequence > ?`,
    ),
    forgetNamed: connection.prepare('DELETE FROM work_submissions'),
    forgetSessions: connection.prepare('DELETE FROM work_sessions'),
  };
}
