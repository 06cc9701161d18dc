import type { Connection } from '../database/connection.ts';

export interface CaseRow {
  readonly number: number;
  readonly session_id: string;
  readonly day: number;
  readonly day_number: number;
  readonly ticket: string | null;
  readonly opened_at: string;
  readonly ended_at: string | null;
  readonly ended: string | null;
  readonly staff_id: string | null;
  readonly kind: string | null;
  readonly draft_id: string | null;
  readonly noted: string | null;
  readonly noted_by: string | null;
  readonly noted_at: string | null;
}

export interface CaseItemRow {
  readonly kind: string;
  readonly state: string;
  readonly reference: string;
  readonly outcome: string | null;
}

export function caseStatements(connection: Connection) {
  return {
    addCase: connection.prepare<[string, number, number, string | null, string]>(
      `INSERT INTO cases (session_id, day, day_number, ticket, opened_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ),
    casesOfDay: connection.prepare<[number], { readonly value: number }>(
      'SELECT coalesce(max(day_number), 0) AS value FROM cases WHERE day = ?',
    ),
    endCase: connection.prepare<[string, string, string]>(
      'UPDATE cases SET ended = ?, ended_at = ? WHERE session_id = ?',
    ),
    cutCases: connection.prepare(`UPDATE cases SET ended = 'cut' WHERE ended IS NULL`),
    staffOfCase: connection.prepare<[string, string]>('UPDATE cases SET staff_id = ? WHERE session_id = ?'),
    draftOfCase: connection.prepare<[string, string, string]>(
      'UPDATE cases SET draft_id = ?, kind = ? WHERE session_id = ?',
    ),
    kindOfCase: connection.prepare<[string, string]>('UPDATE cases SET kind = ? WHERE session_id = ?'),
    newestCase: connection.prepare<[], { readonly number: number; readonly ended: string | null }>(
      'SELECT number, ended FROM cases WHERE number = (SELECT max(number) FROM cases)',
    ),
    nameOfCase: connection.prepare<[string, number]>(
      'INSERT INTO case_submissions (id, number) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    /** A station has some tens a day, and of earlier days those that need somebody. */
    everyCase: connection.prepare<[], CaseRow>('SELECT * FROM cases ORDER BY number'),
    caseOf: connection.prepare<[number], CaseRow>('SELECT * FROM cases WHERE number = ?'),
    itemsOfCase: connection.prepare<[number], CaseItemRow>(
      `SELECT submissions.kind, state, reference, outcome FROM case_submissions JOIN submissions USING (id)
       WHERE case_submissions.number = ? ORDER BY sequence`,
    ),
    openDraftNamed: connection.prepare<[string, string], { readonly expires_at: string }>(
      'SELECT expires_at FROM drafts WHERE draft_id = ? AND sealed IS NOT NULL AND expires_at > ?',
    ),
    noteCase: connection.prepare<[string, string, string, number]>(
      'UPDATE cases SET noted = ?, noted_by = ?, noted_at = ? WHERE number = ?',
    ),
    removeCase: connection.prepare<[number]>('DELETE FROM cases WHERE number = ?'),
  };
}
