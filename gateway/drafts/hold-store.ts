import { z } from 'zod';
import {
  type DraftEnd,
  type HoldAnswer,
  type Holder,
  holdPlaceSchema,
  type HoldRequest,
} from '../../domain/parking/hold.ts';
import type { Failure, Result } from '../../domain/result.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** Which draft, and which terminal asks. */
interface Asked {
  readonly key: string;
  readonly terminalId: string;
}

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface HoldStore {
  /** @param at ISO instants of now and of the end of the hold. @returns null when there is no such draft */
  take(
    asked: Asked & HoldRequest,
    at: string,
    until: string,
  ): Promise<Result<HoldAnswer | null, Failure<'busy'>>>;
  /** Only who has the number lets go. */
  release(asked: Asked & { readonly fence: number }, at: string): Promise<Result<null, Failure<'busy'>>>;
  /**
   * Keeps the key and nothing else, unless it was only parked anew by who does not hold it with the newest number.
   * @returns whether it is over
   */
  end(
    asked: Asked & { readonly how: DraftEnd; readonly fence: number | null },
  ): Promise<Result<boolean, Failure<'busy'>>>;
}

const draftRow = z.object({ open: z.number(), ended: z.enum(['submitted', 'replaced']).nullable() });
const holdRow = z.object({
  fence: z.number(),
  terminal_id: z.string(),
  place: z.string().nullable(),
  since: z.string(),
  until: z.string(),
});
type HoldRow = z.infer<typeof holdRow>;

export function createHoldStore(database: DurableDatabase): HoldStore {
  const selectDraft = database.prepare(
    'SELECT sealed IS NOT NULL AND expires_at > ? AS open, ended FROM drafts WHERE key = ?',
  );
  const selectHold = database.prepare(
    'SELECT fence, terminal_id, place, since, until FROM draft_holds WHERE key = ?',
  );
  const replaceHold = database.prepare(
    `INSERT INTO draft_holds (key, fence, terminal_id, place, since, until) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET fence = excluded.fence, terminal_id = excluded.terminal_id,
       place = excluded.place, since = excluded.since, until = excluded.until`,
  );
  const prolong = database.prepare('UPDATE draft_holds SET until = ? WHERE key = ?');
  const release = database.prepare(
    'UPDATE draft_holds SET until = ? WHERE key = ? AND terminal_id = ? AND fence = ? AND until > ?',
  );
  const forget = database.prepare(
    'UPDATE drafts SET sealed = NULL, ended = ? WHERE key = ? AND ended IS NULL',
  );

  function holdOf(key: string): HoldRow | null {
    const row = selectHold.get(key);
    return row === undefined ? null : holdRow.parse(row);
  }

  const take = database.transaction(
    (asked: Asked & HoldRequest, at: string, until: string): HoldAnswer | null => {
      const { key, terminalId, place, fence } = asked;
      const found = selectDraft.get(at, key);
      if (found === undefined) return null;
      const draft = draftRow.parse(found);
      if (draft.open === 0) return { hold: 'over', how: draft.ended ?? 'replaced' };
      const hold = holdOf(key);
      if (hold !== null && fence !== null) {
        // Nobody else has had it since, so that it is as if it had never been interrupted.
        if (hold.fence !== fence || hold.terminal_id !== terminalId)
          return { hold: 'others', by: holderOf(hold) };
        prolong.run(until, key);
        return { hold: 'yours', fence, until };
      }
      if (hold !== null && hold.until > at && hold.terminal_id !== terminalId) {
        return { hold: 'others', by: holderOf(hold) };
      }
      const next = (hold?.fence ?? 0) + 1;
      replaceHold.run(key, next, terminalId, place === null ? null : JSON.stringify(place), at, until);
      return { hold: 'yours', fence: next, until };
    },
  );

  const end = database.transaction(
    ({ key, terminalId, how, fence }: Parameters<HoldStore['end']>[0]): boolean => {
      const hold = holdOf(key);
      const isNewest =
        hold === null || (hold.terminal_id === terminalId && (fence === null || fence === hold.fence));
      if (how === 'replaced' && !isNewest) return false;
      forget.run(how, key);
      return true;
    },
  );

  return {
    take: (asked, at, until) => promised(() => unlessBusy(() => take.immediate(asked, at, until))),
    release: ({ key, terminalId, fence }, at) =>
      promised(() =>
        unlessBusy(() => {
          release.run(at, key, terminalId, fence, at);
          return null;
        }),
      ),
    end: (asked) => promised(() => unlessBusy(() => end.immediate(asked))),
  };
}

function holderOf({ terminal_id: terminalId, place, since, until }: HoldRow): Holder {
  return {
    ...{ terminalId, since, until },
    place: place === null ? null : holdPlaceSchema.parse(JSON.parse(place)),
  };
}
