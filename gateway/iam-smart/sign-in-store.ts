import { z } from 'zod';
import type { Failure, Result } from '../../domain/result.ts';
import type { DurableDatabase } from '../store/database.ts';
import { bytes } from '../store/sqlite/rows.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** One sign-in as it stands. */
export interface SignInRow {
  readonly id: string;
  readonly code: string;
  readonly terminalId: string;
  readonly session: string;
  readonly state: 'waiting' | 'scanned' | 'approved' | 'refused' | 'different-person';
  /** HMAC of the number of the card (`token.ts`); null once answered. */
  readonly person: Uint8Array | null;
  /** Null unless approved. */
  readonly token: string | null;
  readonly runsOutAt: string;
}

type NewSignIn = Omit<SignInRow, 'state' | 'token'> & { readonly person: Uint8Array };

type Answered =
  | { readonly state: 'approved'; readonly token: string }
  | { readonly state: 'refused' | 'different-person'; readonly token: null };

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface SignInStore {
  /** Every other sign-in of the terminal ends with it: one visit at a time stands at a terminal. */
  begin(signIn: NewSignIn, at: string): Promise<Result<null, Failure<'busy'>>>;
  find(id: string): Promise<SignInRow | null>;
  findByCode(code: string): Promise<SignInRow | null>;
  /** Those that somebody could still answer, the newest code last. */
  open(at: string): Promise<readonly SignInRow[]>;
  /** @returns false when it is answered already, has run out or is over: then nothing changes */
  scanned(id: string, at: string): Promise<boolean>;
  /** @returns as {@link SignInStore.scanned} */
  answered(id: string, answer: Answered, at: string): Promise<boolean>;
  /** It is over: nothing of it stays. */
  end(id: string, terminalId: string, session: string): Promise<void>;
}

const signInRow = z
  .object({
    id: z.string(),
    code: z.string(),
    terminal_id: z.string(),
    session: z.string(),
    state: z.enum(['waiting', 'scanned', 'approved', 'refused', 'different-person']),
    person: bytes.nullable(),
    token: z.string().nullable(),
    runs_out_at: z.string(),
  })
  .transform(({ terminal_id, runs_out_at, ...row }): SignInRow => ({
    ...row,
    terminalId: terminal_id,
    runsOutAt: runs_out_at,
  }));

/** A terminal that lost an answer on the way may still ask for it so long after the code ran out. */
const KEPT_AFTER_MS = 60_000;

export function createSignInStore(database: DurableDatabase): SignInStore {
  const insert = database.prepare(`
    INSERT INTO sign_ins (id, code, terminal_id, session, state, person, runs_out_at)
    VALUES (@id, @code, @terminalId, @session, 'waiting', @person, @runsOutAt)`);
  const removeOld = database.prepare('DELETE FROM sign_ins WHERE runs_out_at < ?');
  const removeOf = database.prepare('DELETE FROM sign_ins WHERE terminal_id = ?');
  const remove = database.prepare('DELETE FROM sign_ins WHERE id = ? AND terminal_id = ? AND session = ?');
  const forgetUses = database.prepare('DELETE FROM sign_in_uses WHERE forget_at < ?');
  const select = database.prepare('SELECT * FROM sign_ins WHERE id = ?');
  const selectByCode = database.prepare('SELECT * FROM sign_ins WHERE code = ?');
  const selectOpen = database.prepare(`
    SELECT * FROM sign_ins WHERE state IN ('waiting', 'scanned') AND runs_out_at > ? ORDER BY runs_out_at`);
  const scan = database.prepare(
    `UPDATE sign_ins SET state = 'scanned' WHERE id = ? AND state = 'waiting' AND runs_out_at > ?`,
  );
  const answer = database.prepare(`
    UPDATE sign_ins SET state = @state, token = @token, person = NULL
    WHERE id = @id AND state IN ('waiting', 'scanned') AND runs_out_at > @at`);

  const begin = database.transaction((signIn: NewSignIn, at: string): null => {
    removeOld.run(new Date(Date.parse(at) - KEPT_AFTER_MS).toISOString());
    forgetUses.run(at);
    removeOf.run(signIn.terminalId);
    insert.run(signIn);
    return null;
  });
  const parsed = (row: unknown): SignInRow | null => (row === undefined ? null : signInRow.parse(row));

  return {
    begin: (signIn, at) => promised(() => unlessBusy(() => begin.immediate(signIn, at))),
    find: (id) => promised(() => parsed(select.get(id))),
    findByCode: (code) => promised(() => parsed(selectByCode.get(code))),
    open: (at) => promised(() => z.array(signInRow).parse(selectOpen.all(at))),
    scanned: (id, at) => promised(() => scan.run(id, at).changes === 1),
    answered: (id, given, at) => promised(() => answer.run({ id, ...given, at }).changes === 1),
    end: (id, terminalId, session) =>
      promised(() => {
        remove.run(id, terminalId, session);
      }),
  };
}
