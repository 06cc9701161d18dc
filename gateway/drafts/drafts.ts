import { type DraftEnd, HOLD_MS, type HoldAnswer, type HoldRequest } from '../../domain/parking/hold.ts';
import { MAX_DRAFT_DAYS, type StoredDraft } from '../../domain/parking/wire.ts';
import { PRACTICE_MODE, type PracticeMark } from '../../domain/practice/practice-terminal.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { ProblemCode } from '../../domain/wire/contract.ts';
import { type GatewayMode, markFault } from '../practice/practice.ts';
import type { Store } from '../store/store.ts';
import type { DraftStore } from './draft-store.ts';
import type { HoldStore } from './hold-store.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Our own figures: a terminal serves a few people an hour, and 256 bits cannot be guessed anyway. */
const MOST_NEW_AN_HOUR = 60;
const MOST_MISSED_AN_HOUR = 30;

type KeepFault =
  'draft-gone' | 'idempotency-key-reused' | 'expired' | 'malformed' | 'practice-refused' | 'live-refused';
type Refused<Code extends ProblemCode> = Failure<Code | 'too-many-tries' | 'busy'>;

/** Parked instructions, for any enrolled terminal that has the hash of the slip's secret. */
export interface Drafts {
  keep(terminalId: string, key: string, draft: StoredDraft): Promise<Result<null, Refused<KeepFault>>>;
  /** Unknown ones count as tries. */
  fetch(terminalId: string, key: string): Promise<Result<StoredDraft, Refused<'not-found' | 'draft-gone'>>>;
  /**
   * It was submitted, or parked anew. One that nobody knows is over, too.
   * @returns whether it is over: what another terminal has taken up meanwhile is not, by a parking anew (ADR 0034)
   */
  end(
    terminalId: string,
    key: string,
    end: { readonly how: DraftEnd; readonly fence: number | null },
  ): Promise<Result<boolean, Failure<'busy'>>>;
  /** Who works on it. Unknown ones count as tries. */
  hold(
    terminalId: string,
    key: string,
    request: HoldRequest,
  ): Promise<Result<HoldAnswer, Refused<'not-found'>>>;
  release(terminalId: string, key: string, fence: number): Promise<Result<null, Failure<'busy'>>>;
  expire(): Promise<void>;
}

export interface DraftsOptions {
  readonly drafts: DraftStore;
  readonly holds: HoldStore;
  readonly store: Pick<Store, 'takeTry' | 'giveBackTry'>;
  readonly mode: GatewayMode;
  readonly now: () => Date;
}

export function createDrafts({ drafts, holds, store, mode, now }: DraftsOptions): Drafts {
  // Every draft of a database was made in the gateway's own mode: no other was taken in.
  const ownMark: PracticeMark = mode === 'practice' ? { mode: PRACTICE_MODE } : {};

  async function tried<T, Code extends ProblemCode>(
    scope: string,
    most: number,
    work: () => Promise<{ readonly counts: boolean; readonly answer: Result<T, Failure<Code>> }>,
  ): Promise<Result<T, Failure<Code | 'too-many-tries'>>> {
    const scopes = [{ scope, most }];
    const wait = await store.takeTry(scopes, now().toISOString(), HOUR_MS);
    if (wait !== null) return fail('too-many-tries', { afterSeconds: Math.ceil(wait / 1000) });
    const { counts, answer } = await work();
    if (!counts) await store.giveBackTry(scopes);
    return answer;
  }

  return {
    async keep(terminalId, key, draft) {
      const fault = markFault(
        { terminalId, ...(draft.mode === undefined ? {} : { mode: draft.mode }) },
        mode,
      );
      if (fault !== null) return fail(fault);
      const left = Date.parse(draft.expiresAt) - now().getTime();
      if (left <= 0) return fail('expired');
      if (left > MAX_DRAFT_DAYS * DAY_MS) return fail('malformed');
      return tried(`draft-put:${terminalId}`, MOST_NEW_AN_HOUR, async () => {
        const added = await drafts.add(key, draft);
        if (!added.ok) return { counts: false, answer: added };
        const before = added.value;
        if (before === null) return { counts: true, answer: ok(null) };
        if (before === 'gone') return { counts: false, answer: fail('draft-gone') };
        const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(draft));
        return { counts: !same, answer: same ? ok(null) : fail('idempotency-key-reused') };
      });
    },

    fetch: (terminalId, key) =>
      tried(`draft-get:${terminalId}`, MOST_MISSED_AN_HOUR, async () => {
        const found = await drafts.find(key);
        if (found === null) return { counts: true, answer: fail('not-found') };
        if (found === 'gone' || Date.parse(found.expiresAt) <= now().getTime()) {
          return { counts: false, answer: fail('draft-gone') };
        }
        return { counts: false, answer: ok({ ...found, ...ownMark }) };
      }),

    end: (terminalId, key, end) => holds.end({ terminalId, key, ...end }),

    hold: (terminalId, key, request) =>
      tried(`draft-get:${terminalId}`, MOST_MISSED_AN_HOUR, async () => {
        const at = now();
        const until = new Date(at.getTime() + HOLD_MS).toISOString();
        const taken = await holds.take({ terminalId, key, ...request }, at.toISOString(), until);
        if (!taken.ok) return { counts: false, answer: taken };
        return taken.value === null
          ? { counts: true, answer: fail('not-found') }
          : { counts: false, answer: ok(taken.value) };
      }),

    release: (terminalId, key, fence) => holds.release({ terminalId, key, fence }, now().toISOString()),
    expire: () => drafts.expire(now().toISOString()),
  };
}

function sorted({ draftId, schemaVersion, expiresAt, sealed }: StoredDraft): readonly unknown[] {
  return [draftId, schemaVersion, expiresAt, sealed];
}
