import { z } from 'zod';
import type { Failure, Result } from '../../domain/result.ts';
import type { DurableDatabase } from '../store/database.ts';
import { bytes } from '../store/sqlite/rows.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** One code as it stands. */
export interface CodeRow {
  readonly id: string;
  readonly terminalId: string;
  readonly session: string;
  /** HMACs (`hashes.ts`). */
  readonly number: Uint8Array;
  readonly code: Uint8Array;
  /** Entries taken so far. */
  readonly entries: number;
  /** Messages of this visit so far. */
  readonly sent: number;
  readonly sentAt: string;
  readonly runsOutAt: string;
  /** Null until it was typed right. */
  readonly token: string | null;
}

type NewCode = Omit<CodeRow, 'entries' | 'token'>;

/** Something that is sent to at most so often on a day. */
interface DayScope {
  readonly scope: string;
  readonly most: number;
}

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface CodeStore {
  ofVisit(terminalId: string, session: string): Promise<CodeRow | null>;
  find(id: string): Promise<CodeRow | null>;
  /**
   * Puts it in the place of the visit's earlier one and counts it.
   * @param earlier id of that one as it was looked at; null where there was none
   * @returns `full` when one of the scopes is full for the day, `overtaken` when another code has taken the earlier
   *   one's place meanwhile: then nothing was written
   */
  begin(
    code: NewCode,
    earlier: string | null,
    day: string,
    scopes: readonly DayScope[],
  ): Promise<Result<'begun' | 'full' | 'overtaken', Failure<'busy'>>>;
  /**
   * Takes one of the entries that a code allows, before it is looked at: many at once are no more than one by one.
   * @returns how many are left after this one; null when none was
   */
  takeEntry(id: string, most: number): Promise<number | null>;
  confirmed(id: string, token: string): Promise<void>;
  /** Submissions with a mobile number, by whether it was confirmed. */
  counted(): Promise<{ readonly confirmed: number; readonly notConfirmed: number }>;
}

const codeRow = z
  .object({
    id: z.string(),
    terminal_id: z.string(),
    session: z.string(),
    number: bytes,
    code: bytes,
    entries: z.number(),
    sent: z.number(),
    sent_at: z.string(),
    runs_out_at: z.string(),
    token: z.string().nullable(),
  })
  .transform(({ terminal_id, sent_at, runs_out_at, ...row }): CodeRow => ({
    ...row,
    terminalId: terminal_id,
    sentAt: sent_at,
    runsOutAt: runs_out_at,
  }));
const countRow = z.object({ sent: z.number() });
const entryRow = z.object({ entries: z.number() });
const countedRow = z.object({ counted: z.number(), confirmed: z.number() });

export function createCodeStore(database: DurableDatabase): CodeStore {
  const select = database.prepare('SELECT * FROM mobile_codes WHERE id = ?');
  const selectOfVisit = database.prepare('SELECT * FROM mobile_codes WHERE terminal_id = ? AND session = ?');
  const removeOld = database.prepare('DELETE FROM mobile_codes WHERE runs_out_at < ?');
  const removeOfVisit = database.prepare('DELETE FROM mobile_codes WHERE terminal_id = ? AND session = ?');
  const insert = database.prepare(`
    INSERT INTO mobile_codes (id, terminal_id, session, number, code, sent, sent_at, runs_out_at)
    VALUES (@id, @terminalId, @session, @number, @code, @sent, @sentAt, @runsOutAt)`);
  const forgetDays = database.prepare('DELETE FROM mobile_code_counts WHERE day < ?');
  const selectCount = database.prepare('SELECT sent FROM mobile_code_counts WHERE scope = ? AND day = ?');
  const count = database.prepare(`
    INSERT INTO mobile_code_counts (scope, day, sent) VALUES (?, ?, 1)
    ON CONFLICT (scope, day) DO UPDATE SET sent = sent + 1`);
  const addEntry = database.prepare(
    'UPDATE mobile_codes SET entries = entries + 1 WHERE id = ? AND entries < ? RETURNING entries',
  );
  const selectConfirmations = database.prepare(
    'SELECT count(*) AS counted, coalesce(sum(confirmed), 0) AS confirmed FROM mobile_confirmations',
  );
  const setToken = database.prepare('UPDATE mobile_codes SET token = ? WHERE id = ?');

  const rowOf = (row: unknown): CodeRow | null => (row === undefined ? null : codeRow.parse(row));
  type Begin = Parameters<CodeStore['begin']>;
  const begin = database.transaction((...[code, earlier, day, scopes]: Begin) => {
    const standing = rowOf(selectOfVisit.get(code.terminalId, code.session));
    if ((standing?.id ?? null) !== earlier) return 'overtaken';
    forgetDays.run(day);
    const isFull = scopes.some(({ scope, most }) => {
      const row = selectCount.get(scope, day);
      return row !== undefined && countRow.parse(row).sent >= most;
    });
    if (isFull) return 'full';
    for (const { scope } of scopes) count.run(scope, day);
    removeOld.run(code.sentAt);
    removeOfVisit.run(code.terminalId, code.session);
    insert.run(code);
    return 'begun';
  });

  return {
    ofVisit: (terminalId, session) => promised(() => rowOf(selectOfVisit.get(terminalId, session))),
    find: (id) => promised(() => rowOf(select.get(id))),
    begin: (...about) => promised(() => unlessBusy(() => begin.immediate(...about))),
    takeEntry: (id, most) =>
      promised(() => {
        const row = addEntry.get(id, most);
        return row === undefined ? null : most - entryRow.parse(row).entries;
      }),
    confirmed: (id, token) => promised(() => void setToken.run(token, id)),
    counted: () =>
      promised(() => {
        const { counted, confirmed } = countedRow.parse(selectConfirmations.get());
        return { confirmed, notConfirmed: counted - confirmed };
      }),
  };
}
