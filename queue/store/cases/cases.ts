import { OUTCOME_CODES } from '../../../domain/codes.ts';
import { SUBMISSION_KINDS, type SubmissionKind } from '../../../domain/kinds/kinds.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { CaseList, StationCase } from '../../../domain/terminal/ports/cases.ts';
import type { AuditEntry } from '../../../domain/terminal/audit/entry.ts';
import { ITEM_STATES } from '../../../domain/terminal/ports/queue/submission.ts';
import {
  CASE_ACTIONS,
  type CaseAction,
  caseStateOf,
  type CaseWay,
  needsSomebody,
  outlivesItsDay,
} from '../../../domain/work-day/cases.ts';
import type { Context } from '../context.ts';
import type { StorageFault } from '../database/storage-faults.ts';
import type { Session } from '../session/session.ts';
import type { CaseItemRow, CaseRow } from './statements.ts';

type Seen = Pick<AuditEntry, 'event' | 'sessionId' | 'detail' | 'actor' | 'staffId'>;
interface By {
  readonly staffId: string;
}

export interface CaseSide {
  readonly cases: {
    /** What the terminal notes of a session anyway: when it began and ended, who held it, what was put aside. */
    saw(entry: Seen, ticket: string | null): Result<null, Failure<StorageFault>>;
    /** Which submission the session under way is about to keep. */
    naming(submissionId: string): Result<null, Failure<StorageFault>>;
    /** At an opening: whatever has no end was cut off. */
    opened(): Result<null, Failure<StorageFault>>;
    list(): Result<CaseList, Failure<StorageFault>>;
    take(id: number, way: CaseWay, by: By): Result<StationCase, Failure<'not-there' | StorageFault>>;
    note(id: number, action: CaseAction, by: By): Result<StationCase, Failure<'not-there' | StorageFault>>;
    /** Removes what is of an earlier day and needs nobody any more. @returns how many */
    sweep(): Result<number, Failure<StorageFault>>;
  };
}

/** What nobody has dealt with by then is not dealt with from a list; our own figure. */
const MOST_DAYS = 60;
const DAY_MS = 24 * 3_600_000;

export function caseSide({ store, now }: Context): CaseSide {
  function today({ statements }: Session): number {
    return statements.newestDay.get()?.number ?? 1;
  }

  function asCase(session: Session, row: CaseRow): StationCase {
    const { statements } = session;
    const items = statements.itemsOfCase.all(row.number);
    const last = items.at(-1) ?? null;
    const draft =
      row.draft_id === null ? null : (statements.openDraftNamed.get(row.draft_id, now().place.at) ?? null);
    const state = caseStateOf({
      ended: row.ended,
      item: oneOf(ITEM_STATES, itemStateOf(last)),
      draft: row.draft_id === null ? null : { open: draft !== null },
    });
    const action = oneOf(CASE_ACTIONS, row.noted);
    const { noted_by: by, noted_at: at } = row;
    return {
      id: row.number,
      dayNumber: row.day_number,
      ticket: row.ticket,
      kinds: kindsOf(row, items),
      state,
      reason: oneOf(OUTCOME_CODES, last?.outcome ?? null),
      until: state === 'parked' ? (draft?.expires_at ?? null) : null,
      reference: last?.reference ?? null,
      openedAt: row.opened_at,
      endedAt: row.ended_at,
      staffId: row.staff_id,
      noted: action === null || by === null || at === null ? null : { action, by, at },
      today: row.day === today(session),
      needsSomebody: needsSomebody(state, action),
    };
  }

  function isInList({ today: isToday, state, noted }: StationCase): boolean {
    return isToday || outlivesItsDay(state, noted?.action ?? null);
  }

  function caseOf(session: Session, id: number): StationCase | null {
    const row = session.statements.caseOf.get(id);
    if (row === undefined) return null;
    const found = asCase(session, row);
    return isInList(found) ? found : null;
  }

  return {
    cases: {
      saw: ({ event, sessionId, detail, actor, staffId }, ticket) =>
        store.write<null, never>((session) => {
          if (sessionId === undefined) return ok(null);
          const { statements } = session;
          const { at } = now().place;
          if (event === 'session.started') {
            const day = today(session);
            const next = (statements.casesOfDay.get(day)?.value ?? 0) + 1;
            statements.addCase.run(sessionId, day, next, ticket, at);
          }
          if (actor === 'staff' && staffId !== undefined) statements.staffOfCase.run(staffId, sessionId);
          const draft = String(detail?.['draft'] ?? '');
          const kind = String(detail?.['kind'] ?? '');
          if (event === 'draft.parked') {
            statements.draftOfCase.run(draft.replace('draft-', '').toUpperCase(), kind, sessionId);
          }
          if (event === 'draft.taken-up') statements.kindOfCase.run(kind, sessionId);
          if (event === 'session.ended') statements.endCase.run(String(detail?.['how'] ?? ''), at, sessionId);
          return ok(null);
        }),

      naming: (submissionId) =>
        store.write<null, never>(({ statements }) => {
          const newest = statements.newestCase.get();
          if (newest !== undefined && (newest.ended === null || newest.ended === 'cut')) {
            statements.nameOfCase.run(submissionId, newest.number);
          }
          return ok(null);
        }),

      opened: () =>
        store.write<null, never>(({ statements }) => {
          statements.cutCases.run();
          return ok(null);
        }),

      list: () =>
        store.read((session) => {
          const found = session.statements.everyCase
            .all()
            .map((row) => asCase(session, row))
            .filter(isInList);
          const pressing = found.filter((one) => one.needsSomebody);
          const others = found.filter((one) => !one.needsSomebody).toReversed();
          return {
            cases: [...pressing, ...others],
            lost: session.statements.newestDay.get()?.repaired === 1,
          };
        }),

      take: (id, way, { staffId }) =>
        store.write<StationCase, 'not-there'>((session) => {
          const found = caseOf(session, id);
          if (found === null) return fail('not-there');
          const detail = { case: found.dayNumber, way };
          session.audit.append({ event: 'case.taken', actor: 'staff', staffId, detail }, now().place);
          return ok(found);
        }),

      note: (id, action, { staffId }) =>
        store.write<StationCase, 'not-there'>((session) => {
          const found = caseOf(session, id);
          if (found === null) return fail('not-there');
          const { place } = now();
          session.statements.noteCase.run(action, staffId, place.at, id);
          const detail = { case: found.dayNumber, action, stands: found.state };
          session.audit.append({ event: 'case.noted', actor: 'staff', staffId, detail }, place);
          const row = session.statements.caseOf.get(id);
          return row === undefined ? fail('not-there') : ok(asCase(session, row));
        }),

      sweep: () =>
        store.write<number, never>((session) => {
          const { statements } = session;
          const longAgo = new Date(Date.parse(now().place.at) - MOST_DAYS * DAY_MS).toISOString();
          const over = statements.everyCase.all().filter((row) => {
            const found = asCase(session, row);
            return !isInList(found) || (!found.today && row.opened_at < longAgo);
          });
          for (const { number } of over) statements.removeCase.run(number);
          return ok(over.length);
        }),
    },
  };
}

/** `sending` is kept, as members and staff are told. */
function itemStateOf(item: CaseItemRow | null): string | null {
  return item?.state === 'sending' ? 'kept' : (item?.state ?? null);
}

function kindsOf({ kind }: CaseRow, items: readonly CaseItemRow[]): readonly SubmissionKind[] {
  const names = items.length > 0 ? items.map((item) => item.kind) : [kind];
  const kinds = names.flatMap((name) => oneOf(SUBMISSION_KINDS, name) ?? []);
  return [...new Set(kinds)];
}

function oneOf<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((one) => one === value) ?? null;
}
