import type { DraftEnd } from '../../../domain/parking/hold.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { Context } from '../context.ts';
import type { StorageFault } from '../database/storage-faults.ts';
import type { Session } from '../session/session.ts';
import type { DraftRow } from './statements.ts';

/** A draft as it lies here: opaque. */
export interface KeptDraft {
  /** Hash of the slip's secret. */
  readonly key: string;
  readonly draftId: string;
  readonly schemaVersion: number;
  /** ISO instant. */
  readonly expiresAt: string;
  readonly sealed: Uint8Array;
}

/** How one came to its end here, and the number of the hold it was worked on with; null: none was had. */
interface DraftEnding {
  readonly how: DraftEnd;
  readonly fence: number | null;
}

/** What the platform has still to hear: that there is a draft, or that it is over (`sealed` null). */
export type UntoldDraft = Omit<KeptDraft, 'sealed'> & {
  readonly sealed: Uint8Array | null;
  readonly ending: DraftEnding;
};

export interface DraftSide {
  readonly drafts: {
    /** The same bytes again change nothing; `draft-exists`: others are here under this key, and stay. */
    keep(draft: KeptDraft): Result<null, Failure<'draft-exists' | StorageFault>>;
    /** @returns null when there is none, it is over, or its time is */
    get(key: string): Result<KeptDraft | null, Failure<StorageFault>>;
    untold(): Result<readonly UntoldDraft[], Failure<StorageFault>>;
    /** The platform has heard of it as it was: `gone` or there. */
    told(key: string, gone: boolean): Result<null, Failure<StorageFault>>;
    /** It was submitted, or parked anew: it is over here, and the platform is told, wherever it came from. */
    end(draft: Omit<KeptDraft, 'sealed'>, ending: DraftEnding): Result<null, Failure<StorageFault>>;
    /** Removes those whose time is over. @returns how many */
    expire(): Result<number, Failure<StorageFault>>;
  };
}

export function draftSide({ store, now }: Context): DraftSide {
  /** What was deleted is zeroed in the pages; the log still holds it as it was. */
  function forget(): void {
    store.read((session) => session.connection.pragma('wal_checkpoint(TRUNCATE)'));
  }

  return {
    drafts: {
      keep: ({ key, draftId, schemaVersion, expiresAt, sealed }) =>
        store.write<null, 'draft-exists'>((session) => {
          const before = session.statements.draftOf.get(key);
          const bytes = Buffer.from(sealed);
          if (before !== undefined)
            return before.sealed?.equals(bytes) === true ? ok(null) : fail('draft-exists');
          session.statements.insertDraft.run({
            key,
            draft_id: draftId,
            schema_version: schemaVersion,
            expires_at: expiresAt,
            sealed: bytes,
          });
          return ok(null);
        }),

      get: (key) =>
        store.read((session) => {
          const row = session.statements.draftOf.get(key);
          if (row === undefined || row.sealed === null || row.expires_at <= now().place.at) return null;
          return { ...asDraft(row), sealed: new Uint8Array(row.sealed) };
        }),

      untold: () =>
        store.read((session) =>
          session.statements.untoldDrafts.all().map((row) => ({
            ...asDraft(row),
            sealed: row.sealed === null ? null : new Uint8Array(row.sealed),
            ending: endingOf(session, row.key),
          })),
        ),

      told: (key, gone) =>
        store.write((session) => {
          const { statements } = session;
          const row = statements.draftOf.get(key);
          // It may have ended while the platform was being told that it is there.
          if (gone && row?.sealed === null) {
            statements.removeDraft.run(key);
            statements.removeEnding.run(key);
          } else if (!gone) statements.draftTold.run(key);
          return ok(null);
        }),

      end({ key, draftId, schemaVersion, expiresAt }, { how, fence }) {
        const ended = store.write<null, never>((session) => {
          const { statements } = session;
          if (statements.draftOf.get(key) !== undefined) statements.endDraft.run(key);
          else
            statements.insertDraft.run({
              key,
              draft_id: draftId,
              schema_version: schemaVersion,
              expires_at: expiresAt,
              sealed: null,
            });
          // What is submitted is over, whatever was said before.
          if (how === 'replaced') statements.replacedDraft.run(key, fence);
          else statements.removeEnding.run(key);
          return ok(null);
        });
        if (ended.ok) forget();
        return ended;
      },

      expire() {
        const gone = store.write<number, never>((session) => {
          const { place } = now();
          const { changes } = session.statements.expireDrafts.run(place.at);
          if (changes > 0) session.statements.expireEndings.run();
          if (changes > 0) {
            const detail = { count: changes };
            session.audit.append({ event: 'draft.lapsed', actor: 'system', detail }, place);
          }
          return ok(changes);
        });
        if (gone.ok && gone.value > 0) forget();
        return gone;
      },
    },
  };
}

function endingOf({ statements }: Session, key: string): DraftEnding {
  const row = statements.endingOf.get(key);
  return row === undefined ? { how: 'submitted', fence: null } : { how: 'replaced', fence: row.fence };
}

function asDraft(row: DraftRow): Omit<KeptDraft, 'sealed'> {
  const { key, draft_id: draftId, schema_version: schemaVersion, expires_at: expiresAt } = row;
  return { key, draftId, schemaVersion, expiresAt };
}
