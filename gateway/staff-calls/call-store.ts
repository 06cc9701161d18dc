import { z } from 'zod';
import type { Failure, Result } from '../../domain/result.ts';
import type { CallTaken, StaffCall } from '../../domain/terminal/ports/staff-calls.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** Which terminal speaks, of which place, and when. */
export interface From {
  readonly terminalId: string;
  readonly place: string;
  /** ISO instant. */
  readonly now: string;
}

/** A call as it is kept. */
export interface HeldCall {
  readonly id: string;
  readonly terminalId: string;
  /** ISO instant of the gateway's clock. */
  readonly beganAt: string;
  readonly locale: string;
  readonly step: string;
  readonly shown: boolean;
  readonly going: { readonly terminalId: string; readonly counter: string } | null;
}

type Written<T> = Promise<Result<T, Failure<'busy'>>>;

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface CallStore {
  /** Whether the terminal is of this place: one that named another less than an hour ago is not. Notes where it is. */
  isOf(from: From): Written<boolean>;
  knows(callId: string): Promise<boolean>;
  /** A new call takes the place of the terminal's former one; one that is known stands on. */
  keep(from: From, call: StaffCall, expiresAt: string): Written<HeldCall>;
  end(from: From, callId: string): Written<null>;
  /** What stands at the place, but for the asker's own; from now on it counts as shown. */
  show(from: From): Written<readonly HeldCall[]>;
  /** One transaction: the first who goes is named to everybody. @returns null: it is over */
  go(from: From, callId: string, counter: string): Written<CallTaken | null>;
}

const rowSchema = z.object({
  terminal_id: z.string(),
  id: z.string(),
  began_at: z.string(),
  locale: z.string(),
  step: z.string(),
  shown: z.number(),
  going_terminal: z.string().nullable(),
  going_counter: z.string().nullable(),
});

/** A terminal that is carried elsewhere is switched off for a while; one that listens around is not. */
const PLACE_HELD_MS = 60 * 60 * 1000;

function heldOf(row: unknown): HeldCall {
  const { terminal_id, began_at, going_terminal, going_counter, shown, ...rest } = rowSchema.parse(row);
  return {
    ...rest,
    ...{ terminalId: terminal_id, beganAt: began_at, shown: shown === 1 },
    going:
      going_terminal === null || going_counter === null
        ? null
        : { terminalId: going_terminal, counter: going_counter },
  };
}

export function createCallStore(database: DurableDatabase): CallStore {
  const placeOf = database.prepare('SELECT place, seen_at FROM staff_call_places WHERE terminal_id = ?');
  const notePlace = database.prepare(`
    INSERT INTO staff_call_places (terminal_id, place, seen_at) VALUES (@terminalId, @place, @now)
    ON CONFLICT (terminal_id) DO UPDATE SET place = excluded.place, seen_at = excluded.seen_at`);
  const byId = database.prepare('SELECT * FROM staff_calls WHERE id = ?');
  const forget = database.prepare('DELETE FROM staff_calls WHERE expires_at <= ?');
  const replace = database.prepare('DELETE FROM staff_calls WHERE terminal_id = ? AND id <> ?');
  const keep = database.prepare(`
    INSERT INTO staff_calls (terminal_id, id, place, began_at, expires_at, locale, step)
    VALUES (@terminalId, @id, @place, @beganAt, @expiresAt, @locale, @step)
    ON CONFLICT (terminal_id) DO UPDATE
      SET expires_at = excluded.expires_at, locale = excluded.locale, step = excluded.step`);
  const end = database.prepare('DELETE FROM staff_calls WHERE terminal_id = ? AND id = ?');
  const show = database.prepare(`
    UPDATE staff_calls SET shown = 1
    WHERE place = @place AND terminal_id <> @terminalId AND expires_at > @now AND shown = 0`);
  const standing = database.prepare(`
    SELECT * FROM staff_calls WHERE place = @place AND terminal_id <> @terminalId AND expires_at > @now
    ORDER BY began_at, id LIMIT 50`);
  const at = database.prepare(
    'SELECT * FROM staff_calls WHERE id = @callId AND place = @place AND expires_at > @now',
  );
  const go = database.prepare(`
    UPDATE staff_calls SET going_terminal = @terminalId, going_counter = @counter
    WHERE id = @callId AND going_terminal IS NULL`);

  const isOf = database.transaction((from: From): boolean => {
    const row = placeOf.get(from.terminalId);
    if (row !== undefined) {
      const last = z.object({ place: z.string(), seen_at: z.string() }).parse(row);
      const since = Date.parse(from.now) - Date.parse(last.seen_at);
      if (last.place !== from.place && since < PLACE_HELD_MS) return false;
      // A place is not written anew with every question.
      if (last.place === from.place && since >= 0 && since < PLACE_HELD_MS / 4) return true;
    }
    notePlace.run(from);
    return true;
  });
  const keepOne = database.transaction((from: From, call: StaffCall, expiresAt: string): HeldCall => {
    const { terminalId, place, now } = from;
    const { callId: id, waitedSeconds, locale, step } = call;
    forget.run(now);
    replace.run(terminalId, id);
    const beganAt = new Date(Date.parse(now) - waitedSeconds * 1000).toISOString();
    keep.run({ terminalId, id, place, beganAt, expiresAt, locale, step });
    return heldOf(byId.get(id));
  });
  const showAll = database.transaction((from: From): readonly HeldCall[] => {
    const rows = standing.all(from).map(heldOf);
    // Asked every few seconds by every counter: written only where there is something new.
    if (rows.some(({ shown }) => !shown)) show.run(from);
    return rows;
  });
  const goOne = database.transaction((from: From, callId: string, counter: string): CallTaken | null => {
    const { terminalId, place, now } = from;
    if (at.get({ callId, place, now }) === undefined) return null;
    go.run({ terminalId, counter, callId });
    const { going } = heldOf(byId.get(callId));
    return going === null ? null : { counter: going.counter, here: going.terminalId === terminalId };
  });

  return {
    isOf: (from) => promised(() => unlessBusy(() => isOf.immediate(from))),
    knows: (callId) => promised(() => byId.get(callId) !== undefined),
    keep: (from, call, expiresAt) =>
      promised(() => unlessBusy(() => keepOne.immediate(from, call, expiresAt))),
    end: (from, callId) =>
      promised(() =>
        unlessBusy(() => {
          end.run(from.terminalId, callId);
          return null;
        }),
      ),
    show: (from) => promised(() => unlessBusy(() => showAll.immediate(from))),
    go: (from, callId, counter) => promised(() => unlessBusy(() => goOne.immediate(from, callId, counter))),
  };
}
